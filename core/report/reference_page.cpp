// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/reference_page.h"

#include "core/base/fill.h"

namespace skanse::report {

ReferencePage::ReferencePage(const StaticProse &title, std::string_view topic, Language language)
    : m_language(language)
{
    m_page.block(fill("<!-- SPDX-License-Identifier: Apache-2.0\n"
                      "     Written by \"skanse-cli reference {}\"; change its source instead. -->",
                      topic));
    m_page.heading(1, say(title));
}

void ReferencePage::fact(const StaticProse &label, std::string_view text)
{
    labelled(say(label), text);
}

void ReferencePage::labelled(std::string_view label, std::string_view text)
{
    if (!text.empty())
        m_page.bullet(fill("**{}:** {}", label, text));
}

} // namespace skanse::report
