// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/start/example_card.h"

#include "ui/pictures/flow_thumbnail.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

namespace skanse::ui {

namespace {

constexpr int kPictureHeight = 22 * kGrid;
constexpr int kWidth = 52 * kGrid;

} // namespace

ExampleCard::ExampleCard(Example example, QWidget *parent)
    : QAbstractButton(parent)
    , m_example(std::move(example))
{
    setObjectName(QStringLiteral("example-") + m_example.name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Example: %1").arg(m_example.name));
    setAccessibleDescription(m_example.description);
    setToolTip(m_example.description);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ExampleCard::sizeHint() const
{
    return {kWidth, kPictureHeight + 3 * fontMetrics().lineSpacing() + 6 * kGrid};
}

void ExampleCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool active = hasFocus() || underMouse();
    painter.setPen(QPen(active ? colour(Tone::Accent) : colour(Tone::Line), hasFocus() ? 2 : 1));
    painter.setBrush(colour(Tone::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kGrid, kGrid);
    const QRect inner = rect().adjusted(2 * kGrid, 2 * kGrid, -2 * kGrid, -2 * kGrid);
    const QSize size(inner.width(), kPictureHeight);
    if (m_picture.deviceIndependentSize().toSize() != size)
        m_picture = flowThumbnail(*m_example.outcome.plan, size, devicePixelRatioF());
    painter.drawPixmap(inner.topLeft(), m_picture);

    const int line = fontMetrics().lineSpacing();
    QRect text(inner.left(), inner.top() + kPictureHeight + kGrid, inner.width(), line);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_example.name, Qt::ElideRight, text.width()));
    painter.setFont(font());
    painter.setPen(colour(Tone::Muted));
    text = QRect(inner.left(), text.bottom() + 1, inner.width(), 2 * line);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_example.description);
}

void ExampleCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_picture = {};
    QAbstractButton::changeEvent(event);
}

} // namespace skanse::ui
