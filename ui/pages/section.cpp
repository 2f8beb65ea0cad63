// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pages/section.h"

#include "ui/pages/text_labels.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace skanse::ui {

Section::Section(const QString &title, const QString &help, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
    , m_content(content)
{
    setObjectName(QStringLiteral("section"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * kGrid, 0, 0);
    layout->setSpacing(2 * kGrid);
    m_button->setText(title);
    m_button->setAccessibleDescription(help);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    QFont strong = m_button->font();
    strong.setWeight(QFont::DemiBold);
    m_button->setFont(strong);
    m_button->setMinimumWidth(20 * kGrid); // a longer title is shortened before the page is cut off
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    if (!help.isEmpty())
        layout->addWidget(mutedLabel(help, this));
    layout->addWidget(m_content);
    m_content->setParent(this);
    connect(m_button, &QToolButton::toggled, this, &Section::setOpen);
    setOpen(false);
}

void Section::setTitle(const QString &title)
{
    m_button->setText(title);
}

void Section::setOpen(bool open)
{
    if (open)
        emit opening();
    m_button->setChecked(open);
    m_button->setIcon(icon(open ? QStringLiteral("down") : QStringLiteral("right")));
    m_content->setVisible(open);
}

bool Section::isOpen() const
{
    return m_button->isChecked();
}

} // namespace skanse::ui
