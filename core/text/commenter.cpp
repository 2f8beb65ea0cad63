// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/commenter.h"

namespace skanse {

std::vector<std::string_view> Commenter::above(const ControlSet &controls)
{
    std::vector<std::string_view> sentences;
    if (m_level != CommentLevel::Explained || controls.empty())
        return sentences;
    controls.forEach([&](ControlId id) {
        if (!m_explained.contains(id)) {
            m_explained.insert(id);
            if (const auto sentence = m_sentence(id); !sentence.empty())
                sentences.push_back(sentence);
        }
    });
    return sentences;
}

void Commenter::appendTrailing(std::string &out, std::string_view mark,
                               const ControlSet &controls) const
{
    if (m_level == CommentLevel::None || controls.empty())
        return;
    out += mark;
    bool isFirst = true;
    controls.forEach([&](ControlId id) {
        if (!isFirst)
            out += ", ";
        isFirst = false;
        out += toString(id);
    });
}

} // namespace skanse
