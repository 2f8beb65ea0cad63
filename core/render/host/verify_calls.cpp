// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/control.h"
#include "core/render/host/verify.h"
#include "core/text/encode.h"

namespace skanse::render {

void VerifyCalls::group(const StaticProse &title)
{
    m_line = "\ngroup ";
    m_line += encode::shellWord(title.en);
    m_line += ' ';
    m_line += encode::shellWord(title.nb);
    m_out.line(m_line);
}

void VerifyCalls::check(std::optional<ControlId> control, const Origin &origin,
                        const StaticProse &what, std::span<const std::string_view> command)
{
    const bool counts = control && origin.controls.contains(*control);
    m_line = "check ";
    m_line += encode::shellWord(counts ? toString(*control) : std::string_view());
    m_line += ' ';
    m_line += encode::shellWord(what.en);
    m_line += ' ';
    m_line += encode::shellWord(what.nb == what.en ? std::string_view() : what.nb);
    for (const std::string_view word : command) {
        m_line += ' ';
        m_line += encode::shellWord(word);
    }
    m_out.line(m_line, origin);
}

void VerifyCalls::named(std::optional<ControlId> control, const Origin &origin,
                        std::string_view name, std::initializer_list<std::string_view> command)
{
    check(control, origin, StaticProse{name, name}, command);
}

} // namespace skanse::render
