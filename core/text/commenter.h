// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/origin.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace skanse {

enum class CommentLevel : std::uint8_t {
    None,      ///< no comments besides the header
    Ids,       ///< control ids at the end of the line
    Explained, ///< a sentence above the first line of each control, ids afterwards
};

/// Decides which comments one file gets. Holds catalogue text only, never an answer: user text in a
/// comment would be an injection.
class Commenter
{
public:
    using Sentence = std::function<std::string_view(ControlId)>;

    Commenter() = default;
    Commenter(CommentLevel level, Sentence sentence)
        : m_level(level)
        , m_sentence(std::move(sentence))
    {
    }

    /// Sentences to stand above the line; each control is explained once per file.
    std::vector<std::string_view> above(const ControlSet &controls);
    /// Adds the ids to stand at the end of the line, after `mark`; nothing when there are none to show.
    void appendTrailing(std::string &out, std::string_view mark, const ControlSet &controls) const;
    [[nodiscard]] CommentLevel level() const { return m_level; }

private:
    CommentLevel m_level = CommentLevel::None;
    Sentence m_sentence;
    ControlSet m_explained;
};

} // namespace skanse
