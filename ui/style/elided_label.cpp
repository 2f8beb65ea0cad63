// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/style/elided_label.h"

#include "ui/style/tool_tip.h"

#include <QPainter>

namespace skanse::ui {

ElidedLabel::ElidedLabel(QWidget *parent, int lines) : QWidget(parent), m_lines(lines)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateToolTip();
    updateGeometry();
    update();
}

void ElidedLabel::setTone(std::optional<Tone> tone)
{
    m_tone = tone;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) / m_lines + 2,
            fontMetrics().height() * m_lines};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 3, fontMetrics().height() * m_lines};
}

bool ElidedLabel::fits(const QString &text) const
{
    if (m_lines == 1)
        return fontMetrics().horizontalAdvance(text) <= width();
    return fontMetrics().boundingRect(QRect(0, 0, width(), 0), Qt::TextWordWrap, text).height()
        <= fontMetrics().height() * m_lines;
}

QString ElidedLabel::shown() const
{
    if (m_lines == 1)
        return fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    QString text = m_text;
    for (qsizetype length = m_text.size(); length > 0 && !fits(text); --length)
        text = m_text.first(length - 1) + QChar(0x2026);
    return text;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_tone ? colour(*m_tone) : palette().color(QPalette::WindowText));
    painter.drawText(
        rect(), Qt::AlignLeft | Qt::AlignVCenter | (m_lines > 1 ? Qt::TextWordWrap : 0), shown());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    setToolTip(fits(m_text) ? QString() : plainToolTip(m_text));
}

} // namespace skanse::ui
