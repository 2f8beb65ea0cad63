// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

namespace skanse::ui {

class Navigator;
class Session;

/// What every view needs: what is edited, and where the person is.
struct Context {
    Session &session;
    Navigator &navigator;
};

} // namespace skanse::ui
