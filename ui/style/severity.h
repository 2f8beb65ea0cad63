// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "ui/style/theme.h"

/// How a severity looks everywhere in the window. The word for it is labelOf() in core/render/labels.h.
namespace skanse::ui {

[[nodiscard]] Tone toneOf(Severity severity);
[[nodiscard]] QIcon iconOf(Severity severity);

} // namespace skanse::ui
