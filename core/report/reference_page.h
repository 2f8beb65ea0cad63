// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"
#include "core/text/markdown.h"

#include <string>
#include <string_view>

namespace skanse::report {

/// A Markdown page in one language, with a note at the top that it was written by the program.
class ReferencePage
{
public:
    ReferencePage(const StaticProse &title, std::string_view topic, Language language);

    [[nodiscard]] std::string_view say(const StaticProse &prose) const
    {
        return prose.in(m_language);
    }
    [[nodiscard]] const std::string &say(const Prose &prose) const { return prose.in(m_language); }
    [[nodiscard]] Language language() const { return m_language; }
    Markdown &page() { return m_page; }

    /// "- **label:** text"; `text` is Markdown. Left out when empty.
    void fact(const StaticProse &label, std::string_view text);
    /// The same with a label that is chosen already.
    void labelled(std::string_view label, std::string_view text);

    [[nodiscard]] std::string take() { return m_page.take().text; }

private:
    Language m_language;
    Markdown m_page;
};

} // namespace skanse::report
