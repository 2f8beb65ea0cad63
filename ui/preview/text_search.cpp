// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/text_search.h"

#include "ui/style/theme.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace skanse::ui {

namespace {

/// Marking more than that would be slow, and nobody counts them.
constexpr std::size_t kMostMarked = 1000;

} // namespace

TextSearch::TextSearch(QPlainTextEdit &view) : QObject(&view), m_view(view)
{
    connect(&view, &QPlainTextEdit::selectionChanged, this, [this] {
        if (!m_wanted.isEmpty())
            emit changed();
    });
}

void TextSearch::setWanted(const QString &text)
{
    if (text == m_wanted)
        return;
    m_wanted = text;
    refresh();
}

void TextSearch::refresh()
{
    if (m_wanted.isEmpty() && m_places.empty())
        return;
    m_places.clear();
    if (!m_wanted.isEmpty())
        for (QTextBlock block = m_view.document()->begin(); block.isValid(); block = block.next()) {
            const QString text = block.text();
            for (qsizetype at = text.indexOf(m_wanted, 0, Qt::CaseInsensitive); at >= 0;
                 at = text.indexOf(m_wanted, at + m_wanted.size(), Qt::CaseInsensitive))
                m_places.push_back(block.position() + static_cast<int>(at));
        }
    mark();
    emit changed();
}

void TextSearch::next(bool fromSelection)
{
    if (m_places.empty())
        return;
    const QTextCursor cursor = m_view.textCursor();
    const auto found =
        fromSelection
            ? std::ranges::lower_bound(m_places, cursor.selectionStart())
            : std::ranges::upper_bound(m_places, cursor.hasSelection() ? cursor.selectionStart()
                                                                       : cursor.position() - 1);
    go(found == m_places.end() ? 0 : static_cast<std::size_t>(found - m_places.begin()));
}

void TextSearch::previous()
{
    if (m_places.empty())
        return;
    const auto found = std::ranges::lower_bound(m_places, m_view.textCursor().selectionStart());
    const auto index = static_cast<std::size_t>(found - m_places.begin());
    go((index == 0 ? m_places.size() : index) - 1);
}

int TextSearch::current() const
{
    const QTextCursor cursor = m_view.textCursor();
    if (cursor.selectionEnd() - cursor.selectionStart() != m_wanted.size())
        return 0;
    const auto found = std::ranges::lower_bound(m_places, cursor.selectionStart());
    return found == m_places.end() || *found != cursor.selectionStart()
             ? 0
             : static_cast<int>(found - m_places.begin()) + 1;
}

void TextSearch::go(std::size_t index)
{
    QTextCursor cursor = m_view.textCursor();
    cursor.setPosition(m_places[index]);
    cursor.setPosition(m_places[index] + static_cast<int>(m_wanted.size()),
                       QTextCursor::KeepAnchor);
    m_view.setTextCursor(cursor);
    emit changed();
}

void TextSearch::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(colour(Tone::Changed));
    format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    format.setUnderlineColor(colour(Tone::Caution));
    for (const int place : m_places) {
        if (static_cast<std::size_t>(marks.size()) == kMostMarked)
            break;
        QTextCursor cursor(m_view.document());
        cursor.setPosition(place);
        cursor.setPosition(place + static_cast<int>(m_wanted.size()), QTextCursor::KeepAnchor);
        marks.append({cursor, format});
    }
    m_view.setExtraSelections(marks);
}

} // namespace skanse::ui
