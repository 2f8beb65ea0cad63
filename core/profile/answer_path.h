// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"
#include "core/schema/question.h"
#include "core/schema/record_path.h"

#include <optional>
#include <string>
#include <string_view>

/// Answers by path, as diagnostics and Profile::places write it:
/// "services.api.ports.http.hostPort", "services.api.peers.#2.kind",
/// "services.db.storage./var/lib/db.size".
namespace skanse {

struct FoundAnswer {
    const Question *question = nullptr;
    const RecordType *type = nullptr; ///< of the record that holds the answer
    const void *record = nullptr;     ///< inside the answers that were searched
    RecordPath where;                 ///< the way to that record
    /// For an item of a list its number from 0; the question is then the list's.
    std::optional<std::size_t> item;

    /// The value; nothing for groups, lists of records and their items.
    [[nodiscard]] AnswerValue value() const;
};

/// The answer at the path, or nothing when no question or item has that name.
std::optional<FoundAnswer> findAnswer(const Answers &answers, std::string_view path);

/// Name of item `index` in paths: its identity when no earlier item has the same, else "#2".
std::string itemName(const Question &question, const void *record, std::size_t index);

} // namespace skanse
