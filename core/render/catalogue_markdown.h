// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <string>
#include <string_view>

namespace skanse {

/// Adds catalogue text to Markdown, inside a line or a table cell. Quick, because the catalogue is known
/// to hold clean text on one line (its loader and tests see to it): only what Markdown would read as a
/// sign is escaped. Answers go through encode::markdown instead.
void appendCatalogueText(std::string &out, std::string_view text);

} // namespace skanse
