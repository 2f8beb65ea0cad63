// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"
#include "core/schema/question.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where an answer is inside all answers, so that it can be found again after a change.
namespace skanse {

/// The way from the root to one record: into groups, and into items by their number.
class RecordPath
{
public:
    struct Step {
        const Question *question = nullptr; ///< of kind Group or Items
        std::size_t index = 0;              ///< of the item; 0 for a group
        bool operator==(const Step &) const = default;
    };

    RecordPath() = default; ///< the root

    [[nodiscard]] RecordPath group(const Question &question) const;
    [[nodiscard]] RecordPath item(const Question &list, std::size_t index) const;

    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    [[nodiscard]] const RecordType &type() const;
    /// Nothing when the answers have no such item (any more).
    [[nodiscard]] const void *in(const Answers &answers) const;
    [[nodiscard]] void *in(Answers &answers) const;
    /// The service it belongs to; -1 for the workload and the host.
    [[nodiscard]] int service() const;
    /// The same record of another service; unchanged when it belongs to none.
    [[nodiscard]] RecordPath ofService(std::size_t index) const
    {
        return service() < 0 ? *this : renumbered(0, index);
    }

    /// The path with another number for the item at step `depth`.
    [[nodiscard]] RecordPath renumbered(std::size_t depth, std::size_t index) const;
    /// Whether this is inside one of the items of `list` in `record`.
    [[nodiscard]] bool isBelow(const RecordPath &record, const Question &list) const;

    bool operator==(const RecordPath &) const = default;

private:
    std::vector<Step> m_steps;
};

RecordPath workloadPath();
RecordPath hostPath();
RecordPath servicePath(std::size_t index);

/// One answer: its record and its question.
struct AnswerPlace {
    RecordPath record;
    const Question *question = nullptr;
    bool operator==(const AnswerPlace &) const = default;

    [[nodiscard]] bool isNull() const { return question == nullptr; }
};

/// Unique and stable while no item is added, removed or moved: "services#0/ports#1/hostPort".
std::string keyOf(const AnswerPlace &place);
/// The place that has this key; nothing when the answers have no such record or question.
std::optional<AnswerPlace> placeOfKey(const Answers &answers, std::string_view key);

} // namespace skanse
