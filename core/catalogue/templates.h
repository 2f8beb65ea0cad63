// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/template_text.h"

#include <string_view>

namespace skanse {

/// The embedded prose below templates/, by relative path: "config/nginx/default.conf",
/// "host/en/checklist.md". All are parsed on first use; a broken or missing one ends the program with a
/// message (tests load each).
const TemplateText &templateText(std::string_view path);

/// For tests: every path.
std::vector<std::string_view> templatePaths();

} // namespace skanse
