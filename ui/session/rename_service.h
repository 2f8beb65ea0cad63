// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"

namespace skanse::ui {

/// After service `index` got another name: peers that meant the old one follow, unless a name is shared by
/// two services, when nobody can tell which one is meant.
void followName(Answers &answers, std::size_t index, const std::string &oldName);

} // namespace skanse::ui
