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
    , m_icon(iconName)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(name);
    setAutoFillBackground(true);
    m_text->setObjectName(name + QStringLiteral("Text"));
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(0);
    auto *go = new QPushButton(button, this);
    go->setObjectName(name + QStringLiteral("Button"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, kGrid, 2 * kGrid, kGrid);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(go);
    connect(go, &QPushButton::clicked, this, &NoticeStrip::pressed);
    applyColours();
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
        applyColours();
}

void NoticeStrip::applyColours()
{
    QPalette colours;
    colours.setColor(QPalette::Window, colour(Tone::Changed));
    setPalette(colours);
    m_sign->setPixmap(
        icon(m_icon, Tone::Caution).pixmap(QSize(4 * kGrid, 4 * kGrid), devicePixelRatioF()));
}

} // namespace skanse::ui
