// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/fitted_text.h"

#include <QPainter>
#include <QTextDocument>

namespace skanse::ui {

FittedText::FittedText(int lines, QWidget *parent) : QWidget(parent), m_lines(lines)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FittedText::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateToolTip();
    updateGeometry();
    update();
}

void FittedText::setColour(const QColor &colour)
{
    m_colour = colour;
    update();
}

QSize FittedText::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) / m_lines + 2,
            fontMetrics().height() * m_lines};
}

QSize FittedText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height() * m_lines};
}

bool FittedText::fits(const QString &text) const
{
    if (m_lines == 1)
        return fontMetrics().horizontalAdvance(text) <= width();
    return fontMetrics().boundingRect(QRect(0, 0, width(), 0), Qt::TextWordWrap, text).height()
        <= fontMetrics().height() * m_lines;
}

QString FittedText::shown() const
{
    if (m_lines == 1)
        return fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    QString text = m_text;
    for (qsizetype length = m_text.size(); length > 0 && !fits(text); --length)
        text = m_text.first(length - 1) + QChar(0x2026);
    return text;
}

void FittedText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_colour.isValid() ? m_colour : palette().color(QPalette::WindowText));
    painter.drawText(
        rect(), Qt::AlignLeft | Qt::AlignVCenter | (m_lines > 1 ? Qt::TextWordWrap : 0), shown());
}

void FittedText::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

void FittedText::updateToolTip()
{
    setToolTip(fits(m_text) ? QString() : Qt::convertFromPlainText(m_text, Qt::WhiteSpaceNormal));
}

} // namespace skanse::ui
