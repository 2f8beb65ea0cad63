// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"
#include "core/text/commenter.h"

#include <span>
#include <string>
#include <string_view>

namespace skanse {

/// No control comments and no headings from the writer: only lines and spans. For Markdown and plain text.
struct SpansOnly {
};

/// Writes files made of lines: configuration, shell, nftables.
///
/// Comments stand above the line, never behind it: sysctl, older sshd, and Dockerfiles have no trailing
/// comments. A line whose controls differ from those of the line before gets `# control: id, id` above,
/// and with CommentLevel::Explained the sentences before that. A statement over several lines
/// (continuation, here-document) must be one call, so that no comment can land inside it.
class LineWriter
{
public:
    explicit LineWriter(Commenter commenter, std::string commentPrefix = "# ");
    explicit LineWriter(SpansOnly);

    /// Comment lines that every level gets; program text only.
    void header(std::span<const std::string> lines);
    /// One line, or several separated by line feeds; all get the origin.
    void line(std::string_view text, const Origin &origin = {});
    void blank();
    /// A comment (several lines are fine), unless the level is None. Program text only.
    void comment(std::string_view programText);

    /// The number of the line that is written next, from 1.
    [[nodiscard]] int nextLine() const { return m_line; }
    [[nodiscard]] Text take();

private:
    void commentLines(std::string_view text, std::string_view indent = {});
    void rawLine(std::string_view text);
    void controlComments(const ControlSet &controls, std::string_view indent);
    void extendSpan(int firstLine, const Origin &origin);

    Commenter m_commenter;
    std::string m_prefix;
    std::string m_out;
    std::vector<Span> m_spans;
    ControlSet m_announced; ///< controls of the line before
    int m_line = 1;
    bool m_spansOnly = false;
};

} // namespace skanse
