// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/stack_bar.h"

#include "ui/style/theme.h"
#include "ui/style/tool_tip.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace skanse::ui {

namespace {

constexpr qreal kBarHeight = 22;
constexpr qreal kOutlineHeight = 6;     ///< of the row of limits under the bar
constexpr std::int64_t kMostBeyond = 2; ///< limits are drawn up to so many times the machine
constexpr qreal kGapInside = 1;
constexpr qreal kTextMargin = 6;
constexpr QColor kInk(0x1b, 0x24, 0x30); ///< on the parts, whatever the appearance

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.88);
    return small;
}

} // namespace

QColor partColour(int number)
{
    // Paul Tol's "light" scheme, made for labelled areas; https://sronpersonalpages.nl/~pault/
    static constexpr std::array kColours{
        QColor(0x77, 0xaa, 0xdd), QColor(0xee, 0xdd, 0x88), QColor(0x44, 0xbb, 0x99),
        QColor(0xff, 0xaa, 0xbb), QColor(0xbb, 0xcc, 0x33), QColor(0x99, 0xdd, 0xff),
        QColor(0xee, 0x88, 0x66), QColor(0xaa, 0xaa, 0x00),
    };
    const QColor colour = kColours.at(static_cast<std::size_t>(number) % kColours.size());
    return isDark() ? colour.darker(115) : colour;
}

StackBar::StackBar(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void StackBar::setBar(const ResourceBar &bar)
{
    m_bar = bar;
    const int count = static_cast<int>(bar.parts.size());
    m_current = count == 0 ? -1 : std::clamp(m_current, 0, count - 1);
    setAccessibleName(u"%1, %2: %3"_s.arg(bar.title, bar.capacityText, bar.summary));
    setCurrent(m_current);
    update();
}

QSize StackBar::sizeHint() const
{
    const QFontMetricsF small(smallFont(font()));
    return {400, static_cast<int>(
                     std::ceil(fontMetrics().height() + 3 + kBarHeight + 3 + small.height()))};
}

QSize StackBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QRectF StackBar::barArea() const
{
    const qreal height = m_bar.outlines.empty() ? kBarHeight : kBarHeight - kOutlineHeight - 1;
    return {1, fontMetrics().height() + 3.0, width() - 2.0, height};
}

std::int64_t StackBar::span() const
{
    std::int64_t limits = 0;
    for (const BarPart &part : m_bar.outlines)
        limits += part.amount;
    return std::max<std::int64_t>(
        {m_bar.capacity, m_bar.used, std::min(limits, kMostBeyond * m_bar.capacity), 1});
}

qreal StackBar::placeOf(std::int64_t amount) const
{
    const QRectF area = barArea();
    return area.left() + area.width() * static_cast<double>(amount) / static_cast<double>(span());
}

QRectF StackBar::partArea(int index) const
{
    const QRectF area = barArea();
    std::int64_t before = 0;
    for (int i = 0; i < index; ++i)
        before += m_bar.parts[static_cast<std::size_t>(i)].amount;
    const qreal left = placeOf(before);
    const qreal right = placeOf(before + m_bar.parts[static_cast<std::size_t>(index)].amount);
    return {left, area.top(), right - left, area.height()};
}

int StackBar::partAt(const QPointF &place) const
{
    for (int i = 0; i < static_cast<int>(m_bar.parts.size()); ++i)
        if (partArea(i).contains(place))
            return i;
    return -1;
}

QString StackBar::textOf(const BarPart &part) const
{
    QString text = u"%1: %2"_s.arg(part.name, part.amountText);
    for (const BarPart &limit : m_bar.outlines)
        if (part.kind == BarPart::Kind::Service && limit.kind == part.kind
            && limit.service == part.service)
            text += tr(", limit: %1").arg(limit.amountText);
    return text;
}

QString StackBar::toolTipAt(const QPointF &place) const
{
    QStringList lines;
    if (const int index = partAt(place); index >= 0) {
        const BarPart &part = m_bar.parts[static_cast<std::size_t>(index)];
        lines = {textOf(part), part.details};
    } else if (place.y() > barArea().bottom()) {
        for (const BarPart &part : m_bar.parts)
            lines += part.kind == BarPart::Kind::More ? part.details : textOf(part);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void StackBar::setCurrent(int index)
{
    m_current = index;
    setAccessibleDescription(index < 0 ? QString()
                                       : textOf(m_bar.parts[static_cast<std::size_t>(index)]));
    update();
}

bool StackBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = toolTipAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

void StackBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeader(painter);
    const int count = static_cast<int>(m_bar.parts.size());
    for (int i = 0; i < count; ++i)
        paintPart(painter, i);
    paintOutlines(painter);
    paintLimit(painter);
    std::vector<int> unnamed;
    for (int i = 0; i < count; ++i)
        if (!paintLabel(painter, i)
            && m_bar.parts[static_cast<std::size_t>(i)].kind != BarPart::Kind::Free)
            unnamed.push_back(i);
    if (hasFocus() && m_current >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(Tone::Accent), 2));
        painter.drawRoundedRect(partArea(m_current).adjusted(0, -1, 0, 1), 3, 3);
    }
    paintLegend(painter, unnamed);
}

void StackBar::paintHeader(QPainter &painter) const
{
    const QRectF row(0, 0, width(), fontMetrics().height());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(palette().color(QPalette::WindowText));
    const QString title = u"%1 "_s.arg(m_bar.title);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, title);
    const qreal titleWidth = QFontMetricsF(strong).horizontalAdvance(title);
    painter.setFont(font());
    painter.setPen(colour(Tone::Muted));
    painter.drawText(row.adjusted(titleWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_bar.capacityText);

    const qreal taken = titleWidth + fontMetrics().horizontalAdvance(m_bar.capacityText) + 12;
    const qreal sign = m_bar.isOver() ? row.height() + 2 : 0;
    const QString summary = fontMetrics().elidedText(
        m_bar.summary, Qt::ElideRight, static_cast<int>(std::max(width() - taken - sign, 0.0)));
    painter.setPen(m_bar.isOver() ? colour(Tone::Bad) : palette().color(QPalette::WindowText));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, summary);
    if (m_bar.isOver()) {
        const qreal left = row.right() - fontMetrics().horizontalAdvance(summary) - sign;
        icon(u"error"_s, Tone::Bad)
            .paint(&painter, QRectF(left, 0, row.height(), row.height()).toRect());
    }
}

void StackBar::paintPart(QPainter &painter, int index) const
{
    const BarPart &part = m_bar.parts[static_cast<std::size_t>(index)];
    const QRectF area = partArea(index).adjusted(0, 0, -kGapInside, 0);
    painter.setPen(Qt::NoPen);
    switch (part.kind) {
    case BarPart::Kind::Service:
        painter.setBrush(partColour(part.colour));
        break;
    case BarPart::Kind::More:
        painter.setBrush(isDark() ? QColor(0x9a, 0xa4, 0xae) : QColor(0xd0, 0xd6, 0xdc));
        break;
    case BarPart::Kind::Reserve:
        painter.setPen(QPen(colour(Tone::Muted), 1));
        painter.setBrush(QBrush(colour(Tone::Line), Qt::BDiagPattern));
        break;
    case BarPart::Kind::Free:
        painter.setPen(QPen(palette().color(QPalette::Mid), 1));
        painter.setBrush(palette().color(QPalette::Base));
        break;
    }
    painter.drawRoundedRect(painter.pen() == Qt::NoPen ? area : area.adjusted(0.5, 0.5, -0.5, -0.5),
                            2, 2);
}

bool StackBar::paintLabel(QPainter &painter, int index) const
{
    const BarPart &part = m_bar.parts[static_cast<std::size_t>(index)];
    const QRectF area = partArea(index);
    const QFont small = smallFont(font());
    const QFontMetricsF metrics(small);
    const qreal room = area.width() - 2 * kTextMargin;
    const QString full = u"%1 %2"_s.arg(part.name, part.amountText);
    const bool fits = metrics.horizontalAdvance(full) <= room;
    const QString label = fits ? full : part.name;
    if (!fits && metrics.horizontalAdvance(label) > room)
        return false;
    const bool isPlain = part.kind == BarPart::Kind::Service || part.kind == BarPart::Kind::More;
    const bool isHatched =
        part.kind == BarPart::Kind::Reserve || area.right() > placeOf(m_bar.capacity) + 1;
    if (isHatched) {
        // The lines would run through the letters.
        const qreal width = metrics.horizontalAdvance(label) + 6;
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Window));
        painter.drawRoundedRect(
            QRectF(area.center().x() - width / 2, area.top() + 2, width, area.height() - 4), 2, 2);
    }
    painter.setFont(small);
    painter.setPen(isPlain && !isHatched              ? kInk
                   : part.kind == BarPart::Kind::Free ? colour(Tone::Muted)
                                                      : palette().color(QPalette::WindowText));
    painter.drawText(area, Qt::AlignCenter, label);
    return fits;
}

/// Limits under the requests, in the same order; what goes on beyond the picture is cut with a dotted end.
void StackBar::paintOutlines(QPainter &painter) const
{
    const QRectF area = barArea();
    std::int64_t before = 0;
    for (const BarPart &part : m_bar.outlines) {
        const qreal left = placeOf(before);
        before += part.amount;
        const qreal right = std::min(placeOf(before), area.right());
        if (right <= left)
            break;
        QColor fill =
            part.kind == BarPart::Kind::Service ? partColour(part.colour) : colour(Tone::Line);
        fill.setAlpha(70);
        painter.setPen(QPen(colour(Tone::Muted), 1));
        painter.setBrush(fill);
        painter.drawRect(
            QRectF(left + 0.5, area.bottom() + 1.5, right - left - 1, kOutlineHeight - 1));
    }
    if (before <= span())
        return;
    painter.setPen(QPen(palette().color(QPalette::Window), 3, Qt::DotLine));
    painter.drawLine(QPointF(area.right() - 1, area.bottom()),
                     QPointF(area.right() - 1, area.bottom() + kOutlineHeight + 2));
}

void StackBar::paintLimit(QPainter &painter) const
{
    if (span() <= m_bar.capacity)
        return;
    const QRectF area = barArea();
    const qreal x = placeOf(m_bar.capacity);
    if (m_bar.isOver()) {
        // What lies beyond is crossed out as well as marked.
        QColor lines = colour(Tone::Bad);
        lines.setAlpha(150);
        painter.setPen(QPen(colour(Tone::Bad), 1.5));
        painter.setBrush(QBrush(lines, Qt::DiagCrossPattern));
        painter.drawRect(QRectF(x, area.top(), placeOf(m_bar.used) - x, area.height())
                             .adjusted(0, 0.75, -0.75, -0.75));
    }
    const qreal bottom = area.bottom() + (m_bar.outlines.empty() ? 3 : kOutlineHeight + 3);
    painter.setPen(QPen(m_bar.isOver() ? colour(Tone::Bad) : palette().color(QPalette::WindowText),
                        m_bar.isOver() ? 3 : 2));
    painter.drawLine(QPointF(x, area.top() - 2), QPointF(x, bottom));
}

void StackBar::paintLegend(QPainter &painter, const std::vector<int> &parts) const
{
    constexpr qreal kGap = 12;
    const QFont small = smallFont(font());
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    qreal x = 1;
    const qreal top = fontMetrics().height() + 3 + kBarHeight + 3;
    const qreal swatch = std::round(metrics.height() * 0.6);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const BarPart &part = m_bar.parts[static_cast<std::size_t>(parts[i])];
        const QString text = u"%1 %2"_s.arg(part.name, part.amountText);
        const QString rest = tr("+ %1 more").arg(parts.size() - i);
        const qreal end = x + swatch + kGrid + metrics.horizontalAdvance(text);
        const bool isLast = i + 1 == parts.size();
        if (end + (isLast ? 0 : kGap + metrics.horizontalAdvance(rest)) > width()) {
            painter.setPen(colour(Tone::Muted));
            painter.drawText(QPointF(x, top + metrics.ascent()), rest);
            return;
        }
        painter.setPen(QPen(colour(Tone::Muted), 1));
        painter.setBrush(part.kind == BarPart::Kind::Service
                             ? QBrush(partColour(part.colour))
                             : QBrush(colour(Tone::Muted), Qt::BDiagPattern));
        painter.drawRect(QRectF(x, top + (metrics.height() - swatch) / 2, swatch, swatch));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x + swatch + kGrid, top + metrics.ascent()), text);
        x = end + kGap;
    }
}

void StackBar::keyPressEvent(QKeyEvent *event)
{
    const int count = static_cast<int>(m_bar.parts.size());
    switch (event->key()) {
    case Qt::Key_Left:
        if (m_current > 0)
            setCurrent(m_current - 1);
        return;
    case Qt::Key_Right:
        if (m_current + 1 < count)
            setCurrent(m_current + 1);
        return;
    case Qt::Key_Home:
        setCurrent(count > 0 ? 0 : -1);
        return;
    case Qt::Key_End:
        setCurrent(count - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit partOpened(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void StackBar::mousePressEvent(QMouseEvent *event)
{
    if (const int part = partAt(event->position()); part >= 0)
        setCurrent(part);
}

void StackBar::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int part = partAt(event->position()); part >= 0)
        emit partOpened(part);
}

void StackBar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

} // namespace skanse::ui
