// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/window/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace skanse::ui {

namespace {

QString signOf(Tone tone)
{
    switch (tone) {
    case Tone::Bad:
        return QStringLiteral("error");
    case Tone::Caution:
        return QStringLiteral("attention");
    case Tone::Good:
        return QStringLiteral("done");
    default:
        return QStringLiteral("note");
    }
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("messageBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, kGrid, 2 * kGrid, kGrid);
    layout->addWidget(m_sign);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    auto *close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Close the message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    layout->addWidget(close);
    hide();
}

void MessageBar::clear()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
        delete item;
    }
}

void MessageBar::tell(const QString &text, Tone tone)
{
    clear();
    m_sign->setPixmap(
        icon(signOf(tone), tone).pixmap(QSize(5 * kGrid, 5 * kGrid), devicePixelRatioF()));
    m_text->setText(text);
    setAccessibleName(text);
    show();
}

void MessageBar::offer(const QString &label, const std::function<void()> &action)
{
    auto *button = new QPushButton(label, this);
    connect(button, &QPushButton::clicked, this, [this, action] {
        hide();
        action();
    });
    m_buttons->addWidget(button);
}

} // namespace skanse::ui
