// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/code_gutter.h"

#include "ui/preview/code_view.h"
#include "ui/preview/visible_lines.h"
#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kFewestDigits = 3;
constexpr int kEdge = 3; ///< the bar of the selected line

} // namespace

CodeGutter::CodeGutter(CodeView &view) : QWidget(&view), m_view(view)
{
    setObjectName(QStringLiteral("codeGutter"));
}

int CodeGutter::numberWidth() const
{
    int digits = kFewestDigits;
    for (int rest = m_view.lineCount(); rest >= 1000; rest /= 10)
        ++digits;
    return digits * m_view.fontMetrics().horizontalAdvance(u'9');
}

int CodeGutter::wantedWidth() const
{
    // bar, sign, number, shield
    const int sign = m_view.fontMetrics().horizontalAdvance(u'+') + kGrid;
    return kEdge + sign + numberWidth() + kGrid + m_view.fontMetrics().ascent() + kGrid;
}

void CodeGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_view.palette().color(QPalette::Window));
    painter.fillRect(width() - 1, event->rect().top(), 1, event->rect().height(),
                     colour(Tone::Line));
    painter.setFont(m_view.font());
    m_view.forVisible([&](int line, int top, int height) {
        const QRect area(0, top, width(), height);
        if (area.intersects(event->rect()))
            paintLine(painter, line, area);
    });
}

void CodeGutter::paintLine(QPainter &painter, int line, const QRect &area)
{
    // A wrapped line has its number beside its first row.
    const int row = m_view.fontMetrics().lineSpacing();
    const bool selected = line == m_view.selectedLine();
    if (selected)
        painter.fillRect(0, area.top(), kEdge, area.height(), colour(Tone::Accent));
    const QRect first(area.left(), area.top(), area.width(), row);
    if (const int number = m_view.numberOf(line); number > 0) {
        painter.setPen(selected ? m_view.palette().color(QPalette::Text) : colour(Tone::Muted));
        const int right = width() - m_view.fontMetrics().ascent() - 2 * kGrid;
        painter.drawText(QRect(0, area.top(), right, row), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(number));
    }
    paintSign(painter, line, first);
    if (m_view.hasMark(line, Mark::Control)) {
        paintShield(painter, line, first);
    } else if (m_view.hasMark(line, Mark::ControlRest)) {
        const int middle = width() - kGrid - m_view.fontMetrics().ascent() / 2 - 1;
        painter.fillRect(middle, area.top(), 1, area.height(), colour(Tone::Muted));
    }
}

void CodeGutter::paintSign(QPainter &painter, int line, const QRect &area) const
{
    const auto write = [&](QChar sign, Tone tone) {
        painter.setPen(colour(tone));
        painter.drawText(area.adjusted(kEdge + 1, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QString(sign));
    };
    if (m_view.hasMark(line, Mark::Added))
        write(u'+', Tone::Good);
    else if (m_view.hasMark(line, Mark::Removed))
        write(u'\u2212', Tone::Bad); // minus sign
    else if (m_view.hasMark(line, Mark::Changed))
        write(u'~', Tone::Caution);
    else if (m_view.hasMark(line, Mark::Question))
        write(u'\u203a', Tone::Accent); // single angle
    if (m_view.hasMark(line, Mark::Gone))
        painter.fillRect(kEdge, area.top(), width() / 2, 2, colour(Tone::Caution));
}

void CodeGutter::paintShield(QPainter &painter, int, const QRect &area)
{
    const int size = m_view.fontMetrics().ascent();
    if (m_shield.isNull() || m_shield.devicePixelRatio() != devicePixelRatioF())
        m_shield = icon(QStringLiteral("shield"), Tone::Accent)
                       .pixmap(QSize(size, size), devicePixelRatioF());
    painter.drawPixmap(
        QPoint(width() - kGrid - size, area.top() + std::max(0, (area.height() - size) / 2)),
        m_shield);
}

int CodeGutter::lineAt(int y) const
{
    int found = 0;
    m_view.forVisible([&](int line, int top, int height) {
        if (y >= top && y < top + height)
            found = line;
    });
    return found;
}

void CodeGutter::mousePressEvent(QMouseEvent *event)
{
    if (const int line = lineAt(qRound(event->position().y())); line > 0) {
        m_view.selectLine(line);
        m_view.setFocus(Qt::MouseFocusReason);
    }
}

bool CodeGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textFor(lineAt(help->pos().y()));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

QString CodeGutter::textFor(int line) const
{
    QStringList texts;
    const auto add = [&](Mark mark, const QString &text) {
        if (m_view.hasMark(line, mark))
            texts.append(text);
    };
    add(Mark::Added, tr("Only in the new file"));
    add(Mark::Removed, tr("Only in the other file"));
    add(Mark::Changed, tr("Changed by the latest edit"));
    add(Mark::Gone, tr("The latest edit removed lines above"));
    add(Mark::Question, tr("Caused by the question in focus"));
    add(Mark::Control, tr("Hardening: select the line to read what it stops"));
    add(Mark::ControlRest, tr("Hardening: select the line to read what it stops"));
    return texts.join(u'\n');
}

} // namespace skanse::ui
