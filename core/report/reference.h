// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"

#include <string>

/// Reference pages in Markdown, made from the question table and the catalogue. The repository keeps the
/// English ones in resources/docs/reference; the checks compare them.
namespace skanse::report {

std::string referenceQuestions(Language language);
std::string referenceControls(Language language);
std::string referencePresets(Language language);

} // namespace skanse::report
