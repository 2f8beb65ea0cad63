// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

#include <set>
#include <string>
#include <vector>

namespace skanse::profiles {

/// What a series of profiles has used so far.
class Coverage
{
public:
    void add(const Answers &answers);

    /// Presets that were not used, questions that were never answered with another value than the default,
    /// choices and flags never taken; each in words.
    [[nodiscard]] std::vector<std::string> missing() const;

private:
    void addRecord(const RecordType &type, const void *record);

    std::set<std::string> m_presets;
    std::set<std::string> m_answered; ///< ids of questions
    std::set<std::string> m_choices;  ///< "id=word"
    std::set<std::size_t> m_sizes;    ///< numbers of services
};

} // namespace skanse::profiles
