// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/empty_files.h"

#include "ui/style/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace skanse::ui {

EmptyFiles::EmptyFiles(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_services(new QPushButton(icon(QStringLiteral("add")), tr("Add a service"), this))
    , m_review(new QPushButton(icon(QStringLiteral("goto")), tr("Show what to mend"), this))
{
    setObjectName(QStringLiteral("emptyFiles"));
    m_text->setObjectName(QStringLiteral("emptyFilesText"));
    m_services->setObjectName(QStringLiteral("emptyFilesServices"));
    m_review->setObjectName(QStringLiteral("emptyFilesReview"));
    auto *title = new QLabel(QStringLiteral("<b>%1</b>").arg(tr("The files appear here")), this);
    title->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setMinimumWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8 * kGrid, 8 * kGrid, 8 * kGrid, 8 * kGrid);
    layout->setSpacing(3 * kGrid);
    layout->addStretch(1);
    layout->addWidget(title);
    layout->addWidget(m_text);
    layout->addWidget(m_services, 0, Qt::AlignCenter);
    layout->addWidget(m_review, 0, Qt::AlignCenter);
    layout->addStretch(2);
    connect(m_services, &QPushButton::clicked, this, &EmptyFiles::servicesWanted);
    connect(m_review, &QPushButton::clicked, this, &EmptyFiles::reviewWanted);
    setState(false, 0);
}

void EmptyFiles::setState(bool hasServices, int errors)
{
    const bool mend = hasServices && errors > 0;
    m_services->setVisible(!hasServices);
    m_review->setVisible(mend);
    if (!hasServices)
        m_text->setText(tr("Begin with a service, or open an example on the Start page."));
    else if (mend)
        m_text->setText(errors == 1 ? tr("One thing must be mended first.")
                                    : tr("%1 things must be mended first.").arg(errors));
    else
        m_text->setText(tr("They are being made."));
}

} // namespace skanse::ui
