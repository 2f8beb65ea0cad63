// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/checklist/checklist_page.h"

#include "core/render/host/checklist_items.h"
#include "core/render/labels.h"
#include "ui/checklist/checklist_row.h"
#include "ui/hardening/inline_scroll.h"
#include "ui/pages/section.h"
#include "ui/pages/text_labels.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

const QString kFile = QStringLiteral("host/CHECKLIST.md");

/// Everything the rows show beside the ticks: they are made anew only when it changes.
std::string contentOf(const Plan &plan)
{
    std::string all;
    for (const ChecklistPart &part : plan.checklist)
        for (const ChecklistItem &item : part.items) {
            const render::ChecklistText text = render::checklistText(plan, item, language());
            all += item.id + '\n' + text.why + '\n' + text.command + '\n' + text.good + '\n';
            if (!plan.evidence.files.empty())
                text.controls.forEach([&](ControlId control) {
                    all += standingText(plan.evidence.of(control), language());
                });
        }
    return all;
}

} // namespace

ChecklistPage::ChecklistPage(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
    , m_progress(bodyLabel({}, this))
    , m_file(new QPushButton(icon(QStringLiteral("file")), tr("Show CHECKLIST.md"), this))
    , m_empty(mutedLabel(tr("Answer where it runs and add a service first. Then the list is here."),
                         this))
{
    setObjectName(QStringLiteral("checklist-page"));
    m_progress->setObjectName(QStringLiteral("checklist-progress"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kGrid);
    auto *head = new QHBoxLayout;
    head->addWidget(m_progress, 1);
    head->addWidget(m_file, 0, Qt::AlignTop);
    m_layout->addLayout(head);
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
    m_file->setObjectName(QStringLiteral("show-checklist"));
    m_file->setToolTip(tr("With the tables that belong to the items"));
    connect(m_file, &QPushButton::clicked, this,
            [this] { m_context.navigator.showArtifact(kFile, 1); });
    connect(&context.session, &Session::answersChanged, this, &ChecklistPage::refresh);
    connect(&context.session, &Session::resultChanged, this, &ChecklistPage::takeResult);
    connect(&context.session, &Session::restarted, this, &ChecklistPage::takeResult);
    takeResult();
}

const Plan *ChecklistPage::plan() const
{
    const ResultPtr &newest = m_context.session.result();
    const ResultPtr &result = newest->outcome.plan ? newest : m_context.session.shown();
    return result->outcome.plan ? &*result->outcome.plan : nullptr;
}

void ChecklistPage::takeResult()
{
    const Plan *now = plan();
    const std::string content = now == nullptr ? std::string() : contentOf(*now);
    if (content != m_shown || m_parts.empty()) {
        m_shown = content;
        rebuild();
    }
    refresh();
}

void ChecklistPage::rebuild()
{
    const bool isFirst = m_parts.empty();
    for (const Part &part : m_parts) {
        part.section->hide();
        part.section->deleteLater(); // the change may come from inside it
    }
    m_parts.clear();
    const Plan *now = plan();
    m_empty->setVisible(now == nullptr);
    if (now == nullptr)
        return;
    for (const ChecklistPart &planned : now->checklist) {
        Part part;
        part.id = planned.section->id;
        part.title =
            QStringLiteral("%1. %2").arg(m_parts.size() + 1).arg(say(planned.section->title));
        for (const ChecklistItem &item : planned.items)
            part.items.push_back(item.id);
        part.content = new QWidget;
        part.section = new Section(part.title, {}, part.content, this);
        m_layout->insertWidget(m_layout->count() - 1, part.section);
        const std::size_t number = m_parts.size();
        m_parts.push_back(std::move(part));
        connect(m_parts.back().section, &Section::opening, this, [this, number] { fill(number); });
    }
    const auto &ticks = m_context.session.answers().host.checklist;
    const auto isOpen = [&](const std::string &item) {
        return std::ranges::find(ticks, item, &Tick::item) == ticks.end();
    };
    if (isFirst && m_open.empty()) // begin where the work is
        for (const Part &part : m_parts)
            if (std::ranges::any_of(part.items, isOpen)) {
                m_open.insert(part.id);
                break;
            }
    for (const Part &part : m_parts)
        if (m_open.contains(part.id))
            part.section->setOpen(true);
}

void ChecklistPage::fill(std::size_t number)
{
    Part &part = m_parts[number];
    m_open.insert(part.id);
    const Plan *now = plan();
    if (!part.rows.empty() || now == nullptr)
        return;
    const auto planned = std::ranges::find_if(
        now->checklist, [&](const ChecklistPart &one) { return one.section->id == part.id; });
    if (planned == now->checklist.end())
        return;
    auto *layout = new QVBoxLayout(part.content);
    layout->setContentsMargins(2 * kGrid, 0, 0, 0);
    layout->setSpacing(2 * kGrid);
    if (const std::string intro = render::checklistIntro(*now, *planned->section, language());
        !intro.empty()) {
        QLabel *label = bodyLabel({}, part.content);
        label->setTextFormat(Qt::MarkdownText);
        label->setText(toQString(intro));
        label->setMinimumWidth(20 * kGrid);
        layout->addWidget(label);
    }
    for (const ChecklistItem &item : planned->items) {
        part.rows.push_back(new ChecklistRow(m_context, *now, item, part.content));
        layout->addWidget(part.rows.back());
    }
}

void ChecklistPage::refresh()
{
    const auto &ticks = m_context.session.answers().host.checklist;
    const auto isDone = [&](const std::string &item) {
        return std::ranges::find(ticks, item, &Tick::item) != ticks.end();
    };
    std::size_t done = 0;
    std::size_t all = 0;
    for (const Part &part : m_parts) {
        const auto count = static_cast<std::size_t>(std::ranges::count_if(part.items, isDone));
        part.section->setTitle(
            tr("%1 (%2 of %3)").arg(part.title).arg(count).arg(part.items.size()));
        done += count;
        all += part.items.size();
        for (ChecklistRow *row : part.rows)
            row->refresh();
    }
    m_progress->setVisible(all > 0);
    m_file->setVisible(m_context.session.shown()->outcome.bundle.find(toUtf8(kFile)) != nullptr);
    m_progress->setText(tr("%1 of %2 done. CHECKLIST.md shows the same ticks.").arg(done).arg(all));
}

void ChecklistPage::reveal(const std::string &item)
{
    for (Part &part : m_parts) {
        const auto found = std::ranges::find(part.items, item);
        if (found == part.items.end())
            continue;
        part.section->setOpen(true);
        ChecklistRow *row = part.rows[static_cast<std::size_t>(found - part.items.begin())];
        row->setOpen(true);
        row->findChild<QWidget *>(QStringLiteral("tick"))->setFocus(Qt::OtherFocusReason);
        bringIntoView(row);
        return;
    }
}

} // namespace skanse::ui
