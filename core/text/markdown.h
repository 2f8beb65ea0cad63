// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace skanse {

/// Builds a Markdown document block by block, with one blank line between blocks and none between the
/// items of a list. All inline text is Markdown already: encode values with encode::markdown,
/// markdownCode or, in tables, markdownCell and markdownCodeCell.
class Markdown
{
public:
    struct Row {
        std::vector<std::string> cells;
        Origin origin = {};
    };

    /// Makes room for a long document at once.
    void reserve(std::size_t bytes) { m_out.reserve(bytes); }

    /// `level` 1 to 6.
    void heading(int level, std::string_view text, const Origin &origin = {});
    void paragraph(std::string_view text, const Origin &origin = {});
    /// `depth` 0 is the outermost list. Further lines of `text` are indented to belong to the item.
    void bullet(std::string_view text, const Origin &origin = {}, int depth = 0);
    /// A task: `- [ ] text`, or `- [x] text` when it is done.
    void task(std::string_view text, const Origin &origin = {}, int depth = 0, bool done = false);
    void numbered(int number, std::string_view text, const Origin &origin = {});
    /// Rows shorter than the header are filled up, longer ones cut. `origin` is for the whole table.
    void table(std::span<const std::string> header, std::span<const Row> rows,
               const Origin &origin = {});
    void table(std::initializer_list<std::string> header, std::span<const Row> rows,
               const Origin &origin = {})
    {
        table(std::span(header.begin(), header.size()), rows, origin);
    }
    /// A fenced block; the content is taken as it is, the fence is longer than any in it. `indent` in
    /// columns puts it inside a list item (2 for a bullet, 3 for a number below 10).
    void code(std::string_view language, std::string_view content, const Origin &origin = {},
              int indent = 0);
    /// Finished Markdown, for example a filled template: one or more blocks.
    void block(std::string_view markdown, const Origin &origin = {});
    /// The same with spans of its own.
    void block(const Text &text);

    [[nodiscard]] Text take();

private:
    enum class Last : std::uint8_t { Nothing, Block, Item };

    void separate(Last next);
    void item(std::string_view marker, int indent, std::string_view text, const Origin &origin);
    void add(int firstLine, const Origin &origin);
    void append(std::string_view text);
    void endLine();

    std::string m_out;
    std::vector<Span> m_spans;
    int m_line = 1;
    Last m_last = Last::Nothing;
};

} // namespace skanse
