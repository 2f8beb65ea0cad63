// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

namespace skanse::ui {

/// Gives item `index` of the list an identity that none of the others has, made from the one it has:
/// "api" becomes "api-2", "/data" becomes "/data-2", "API_KEY" becomes "API_KEY_2".
void makeUnique(const Question &list, void *record, std::size_t index);

/// The same for a name and those that are taken.
std::string uniqueName(const std::string &wanted, const std::vector<std::string> &taken,
                       const Question &identity);

} // namespace skanse::ui
