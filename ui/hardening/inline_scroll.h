// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

class QWidget;

namespace skanse::ui {

/// Scrolls the areas around a widget so that it can be seen, once its place is known; from its top when it
/// is higher than the area.
void bringIntoView(QWidget *widget);

} // namespace skanse::ui
