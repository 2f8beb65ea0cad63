// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <QPixmap>

namespace skanse::ui {

/// The flows of a plan, small: boxes and arrows, with names where they can be read. `size` is in
/// device-independent pixels. In the colours of the window at this moment.
QPixmap flowThumbnail(const Plan &plan, const QSize &size, qreal devicePixelRatio);

} // namespace skanse::ui
