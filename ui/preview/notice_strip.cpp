// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/notice_strip.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace skanse::ui {

NoticeStrip::NoticeStrip(const QString &name, const QString &iconName, const QString &button,
                         QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setObjectName(name);
    setAutoFillBackground(true);
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(iconName, Tone::Caution).pixmap(QSize(16, 16), devicePixelRatioF()));
    sign->setAlignment(Qt::AlignTop);
    sign->setContentsMargins(0, kGrid, 0, 0);
    m_text->setObjectName(name + QStringLiteral("Text"));
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(0);
    auto *go = new QPushButton(button, this);
    go->setObjectName(name + QStringLiteral("Button"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, kGrid, 2 * kGrid, kGrid);
    layout->addWidget(sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(go);
    connect(go, &QPushButton::clicked, this, &NoticeStrip::pressed);
    paintBackground();
}

void NoticeStrip::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void NoticeStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintBackground();
}

void NoticeStrip::paintBackground()
{
    QPalette colours;
    colours.setColor(QPalette::Window, colour(Tone::Changed));
    setPalette(colours);
}

} // namespace skanse::ui
