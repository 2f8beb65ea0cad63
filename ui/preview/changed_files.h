// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/engine/engine.h"

#include <QSet>
#include <QString>

namespace skanse::ui {

/// Files of `after` that `before` does not have or has with another text. The stamp in each file, which
/// names the answers, does not count.
QSet<QString> changedFiles(const Outcome &before, const Outcome &after);

/// Paths of the bundle, in its order.
QStringList pathsOf(const Bundle &bundle);

} // namespace skanse::ui
