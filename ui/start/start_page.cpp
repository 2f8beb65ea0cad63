// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/start/start_page.h"

#include "ui/pages/text_labels.h"
#include "ui/start/example_card.h"
#include "ui/start/starter_form.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"
#include "ui/style/tool_tip.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace skanse::ui {

StartPage::StartPage(const QList<LeftBehind> &leftBehind, const QStringList &recentFiles,
                     QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("startPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * kGrid);
    addRecovery(leftBehind);
    heading(tr("From presets"));
    auto *form = new StarterForm(this);
    connect(form, &StarterForm::created, this, &StartPage::created);
    layout->addWidget(form);
    addRecent(recentFiles);
    addExamples();
    layout->addStretch(1);
}

void StartPage::heading(const QString &text)
{
    if (layout()->count() > 0)
        static_cast<QVBoxLayout *>(layout())->addSpacing(2 * kGrid);
    layout()->addWidget(headingLabel(text, this));
}

void StartPage::addRecovery(const QList<LeftBehind> &works)
{
    if (works.isEmpty())
        return;
    heading(tr("Unsaved work"));
    layout()->addWidget(mutedLabel(tr("An earlier window ended before this was saved."), this));
    for (const LeftBehind &work : works) {
        auto *row = new QHBoxLayout;
        auto *name = new ElidedLabel(this);
        name->setText(tr("%1, %2", "name of a profile, when it was changed")
                          .arg(work.name, QLocale().toString(work.changed, QLocale::ShortFormat)));
        row->addWidget(name, 1);
        auto *restore = new QPushButton(tr("Recover"), this);
        restore->setObjectName(QStringLiteral("recover"));
        restore->setAccessibleName(tr("Recover %1").arg(work.name));
        connect(restore, &QPushButton::clicked, this, [this, work] { emit recoveryWanted(work); });
        row->addWidget(restore);
        auto *discard = new QPushButton(tr("Discard"), this);
        discard->setObjectName(QStringLiteral("discard"));
        discard->setAccessibleName(tr("Discard %1").arg(work.name));
        connect(discard, &QPushButton::clicked, this, [=, this] {
            name->hide();
            restore->hide();
            discard->hide();
            emit recoveryDiscarded(work);
        });
        row->addWidget(discard);
        static_cast<QVBoxLayout *>(layout())->addLayout(row);
    }
}

void StartPage::addRecent(const QStringList &files)
{
    heading(tr("A profile"));
    auto *open = new QPushButton(icon(QStringLiteral("open")), tr("&Open a profile…"), this);
    open->setObjectName(QStringLiteral("openProfile"));
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    auto *row = new QHBoxLayout;
    row->addWidget(open);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    for (const QString &path : files) {
        auto *button =
            new QPushButton(icon(QStringLiteral("recent")),
                            QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&")), this);
        button->setObjectName(QStringLiteral("recent"));
        button->setFlat(true);
        button->setToolTip(plainToolTip(path));
        button->setAccessibleName(tr("Open %1").arg(path));
        connect(button, &QPushButton::clicked, this, [this, path] { emit fileWanted(path); });
        auto *line = new QHBoxLayout;
        line->addWidget(button);
        auto *folder = new ElidedLabel(this);
        folder->setTone(Tone::Muted);
        folder->setText(QFileInfo(path).absolutePath());
        line->addWidget(folder, 1);
        static_cast<QVBoxLayout *>(layout())->addLayout(line);
    }
}

void StartPage::addExamples()
{
    heading(tr("An example"));
    m_exampleGrid = new QGridLayout;
    m_exampleGrid->setSpacing(2 * kGrid);
    static_cast<QVBoxLayout *>(layout())->addLayout(m_exampleGrid);
    for (Example &example : examples()) {
        auto *card = new ExampleCard(std::move(example), this);
        connect(card, &QAbstractButton::clicked, this,
                [this, card] { emit created(card->example().outcome.profile->answers); });
        m_examples.append(card);
    }
    arrangeExamples();
}

void StartPage::arrangeExamples()
{
    const int columns = std::max(1, width() / (46 * kGrid));
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (qsizetype i = 0; i < m_examples.size(); ++i)
        m_exampleGrid->addWidget(m_examples[i], static_cast<int>(i) / columns,
                                 static_cast<int>(i) % columns);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeExamples();
}

} // namespace skanse::ui
