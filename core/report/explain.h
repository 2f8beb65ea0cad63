// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/render/bundle.h"
#include "core/schema/question.h"
#include "core/yaml/node.h"

#include <expected>
#include <string>
#include <string_view>

/// Answers to "why?", as text for a terminal or as a tree for JSON. Every text ends with a newline.
namespace skanse::report {

std::string explainControl(ControlId control, Language language);
yaml::Node controlNode(ControlId control, Language language);

std::string explainQuestion(const Question &question, Language language);
yaml::Node questionNode(const Question &question, Language language);

/// Why a line of a bundle is there: its controls, innermost first, with what the plan decided and why, and
/// the answers that caused it. `plan` must be the one that the bundle was rendered from; `line` starts at
/// 1. Refused: a path that is not in the bundle, a line that the file does not have.
std::expected<std::string, Refusal> explainLine(const Bundle &bundle, const Plan &plan,
                                                std::string_view path, int line, Language language);
std::expected<yaml::Node, Refusal> lineNode(const Bundle &bundle, const Plan &plan,
                                            std::string_view path, int line, Language language);

} // namespace skanse::report
