// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/engine/engine.h"

#include <QList>
#include <QString>

namespace skanse::ui {

/// A profile that comes with the program.
struct Example {
    QString name; ///< "web-shop"
    QString description;
    Outcome outcome; ///< read and resolved, not rendered
};

/// All of them, the shortest first. Read anew at each call.
QList<Example> examples();

} // namespace skanse::ui
