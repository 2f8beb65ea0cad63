// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/text_patch.h"

#include "ui/text/language.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <ranges>

namespace skanse::ui {

namespace {

/// One signal for all of them is cheaper than very many, though all lines between are coloured again.
constexpr std::size_t kManyHunks = 200;

class Patch
{
public:
    Patch(QTextDocument &document, std::span<const std::string_view> after)
        : m_document(document)
        , m_cursor(&document)
        , m_after(after)
    {
    }

    void apply(const Hunk &hunk)
    {
        const int common = std::min(hunk.removed, hunk.added);
        // Lines are added or removed first, so that the numbers of those above stay right.
        if (hunk.removed > common)
            remove(hunk.before + common, hunk.removed - common);
        else if (hunk.added > common)
            insert(hunk.before + common, hunk.after + common, hunk.added - common);
        for (int i = common; i-- > 0;)
            replace(hunk.before + i, hunk.after + i);
    }

    QTextCursor &cursor() { return m_cursor; }

private:
    [[nodiscard]] QString line(int number) const
    {
        return toQString(m_after[static_cast<std::size_t>(number)]);
    }

    void replace(int block, int number)
    {
        const QTextBlock target = m_document.findBlockByNumber(block);
        m_cursor.setPosition(target.position());
        m_cursor.setPosition(target.position() + target.length() - 1, QTextCursor::KeepAnchor);
        m_cursor.insertText(line(number));
    }

    void insert(int block, int number, int count)
    {
        QString lines;
        for (int i = 0; i < count; ++i)
            lines += block == 0 ? line(number + i) + u'\n' : u'\n' + line(number + i);
        if (block == 0) {
            m_cursor.setPosition(0);
        } else {
            const QTextBlock above = m_document.findBlockByNumber(block - 1);
            m_cursor.setPosition(above.position() + above.length() - 1);
        }
        m_cursor.insertText(lines);
    }

    void remove(int block, int count)
    {
        const QTextBlock first = m_document.findBlockByNumber(block);
        const QTextBlock last = m_document.findBlockByNumber(block + count - 1);
        // With the line feed before; the first line has none and takes the one behind.
        m_cursor.setPosition(std::max(first.position() - 1, 0));
        m_cursor.setPosition(last.position() + last.length() - (block == 0 ? 0 : 1),
                             QTextCursor::KeepAnchor);
        m_cursor.removeSelectedText();
    }

    QTextDocument &m_document;
    QTextCursor m_cursor;
    std::span<const std::string_view> m_after;
};

} // namespace

void patchDocument(QTextDocument &document, std::span<const Hunk> hunks,
                   std::span<const std::string_view> after)
{
    Patch patch(document, after);
    const bool together = hunks.size() > kManyHunks;
    if (together)
        patch.cursor().beginEditBlock();
    for (const Hunk &hunk : hunks | std::views::reverse)
        patch.apply(hunk);
    if (together)
        patch.cursor().endEditBlock();
}

} // namespace skanse::ui
