// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/bundle/writer.h"

#include <string_view>

namespace skanse::bundle {

/// The reason behind an errno value. English comes from a table or from the C library's untranslated
/// texts, so it does not depend on the locale.
Prose systemReason(int code);

/// `message` has a {} for the path and a {} for the reason.
WriteError systemError(const StaticProse &message, std::string_view path, int code);

/// A path for a message: characters that hide or reorder text become `?`.
std::string shown(std::string_view path);

} // namespace skanse::bundle
