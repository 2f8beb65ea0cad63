// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

#include <QString>

namespace skanse::ui {

/// What an item is called: its identity, else a summary of what it says.
QString itemTitle(const Question &list, const void *record, std::size_t index);
/// The other answers in a line: "8080 · TCP · HTTP · public". Only what is asked and given.
QString itemSummary(const RecordType &type, const void *item);
/// A first answer for the identity of a new item: "port-1", "/storage", "NAME".
std::string firstIdentity(const Question &list);

} // namespace skanse::ui
