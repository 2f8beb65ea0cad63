// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"
#include "core/schema/question.h"
#include "tests/support/answer_samples.h"

#include <string>
#include <vector>

/// One answer at random: what the samples give, but with the ids that the catalogue knows, with sizes of
/// every magnitude, and now and then a text as long as it may be.
namespace skanse::profiles {

using samples::Random;

/// What stands elsewhere in the profile and can be referred to.
struct Known {
    std::vector<std::string> services;
};

/// A value that check() accepts, for every kind but groups and lists of records.
AnswerValue drawValue(const Question &question, const Known &known, Random &random);

/// One of them; the list must not be empty.
template <class List> const auto &oneOf(const List &list, Random &random)
{
    return list[static_cast<std::size_t>(
        random.between(0, static_cast<std::int64_t>(list.size()) - 1))];
}

} // namespace skanse::profiles
