// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

#include <string>
#include <vector>

/// What can be said about a question from the table alone.
namespace skanse::report {

/// A question and where its answer stands in a profile.
struct QuestionPlace {
    const Question *question = nullptr;
    const RecordType *type = nullptr;
    std::string path; ///< "services[].ports[].hostPort"
};

/// Every question, depth first.
const std::vector<QuestionPlace> &questionPlaces();
const QuestionPlace &placeOf(const Question &question);

/// "whole number", "list of networks"
StaticProse kindLabel(Kind kind);
/// "1 to 65535", "at most 40 characters"; empty when there is no bound.
std::string boundsText(const Question &question, Language language);
/// The answer of an untouched profile; empty when it is "not said".
std::string defaultText(const QuestionPlace &place);
StaticProse pageLabel(Page page);

} // namespace skanse::report
