// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/resource_picture.h"

#include "core/render/sizing.h"
#include "ui/pages/text_labels.h"
#include "ui/pictures/stack_bar.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skanse::ui {

namespace {

/// How the size of the machine comes about, as the checklist has it.
QString sumsText(const Plan &plan)
{
    const render::SizingText sums = render::sizingText(plan, catalogue().host.reserve, language());
    QStringList lines{
        ResourcePicture::tr("Memory: %1.").arg(toQString(sums.memory)),
        ResourcePicture::tr("Processor: %1.").arg(toQString(sums.cpu)),
        ResourcePicture::tr("Disk: %1.").arg(toQString(sums.disk)),
    };
    for (const std::string &remark : sums.remarks)
        lines.append(toQString(remark));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ResourcePicture::ResourcePicture(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_pages(new QStackedLayout(this))
    , m_machine(new ElidedLabel)
    , m_sums(mutedLabel({}, nullptr))
{
    setObjectName(u"resource-picture"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(2 * kGrid);
    m_machine->setObjectName(u"resource-machine"_s);
    column->addWidget(m_machine);
    static constexpr std::array kNames{"memory-bar", "cpu-bar", "disk-bar"};
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        auto *bar = new StackBar;
        bar->setObjectName(QLatin1StringView(kNames.at(i)));
        connect(bar, &StackBar::partOpened, this, [this, bar](int part) { open(*bar, part); });
        column->addWidget(bar);
        m_bars.at(i) = bar;
    }
    m_sums->setObjectName(u"resource-sums"_s);
    m_sums->setMinimumWidth(20 * kGrid);
    column->addWidget(m_sums);
    m_pages->addWidget(page);

    auto *empty =
        new QLabel(tr("Add services first. Then this picture shows how they fill the machine."));
    empty->setObjectName(u"resource-empty"_s);
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(empty);

    connect(&context.session, &Session::resultChanged, this, &ResourcePicture::refresh);
    connect(&context.session, &Session::restarted, this, &ResourcePicture::refresh);
    refresh();
}

void ResourcePicture::refresh()
{
    const Session &session = m_context.session;
    const auto &newest = session.result()->outcome.plan;
    const auto &plan = newest ? newest : session.shown()->outcome.plan;
    const bool isEmpty = session.answers().services.empty() || !plan;
    m_pages->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty)
        return;
    m_services.clear();
    for (const ServicePlan &service : plan->services)
        m_services.push_back(service.name);
    const MachineBars machine = machineBarsOf(*plan);
    m_machine->setText(machine.machine);
    m_sums->setText(sumsText(*plan));
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        m_bars.at(i)->setBar(machine.bars.at(i));
}

void ResourcePicture::open(const StackBar &bar, int part)
{
    const BarPart &opened = bar.bar().parts.at(static_cast<std::size_t>(part));
    const Answers &answers = m_context.session.answers();
    int service = -1;
    if (opened.service >= 0) {
        const auto found = std::ranges::find(
            answers.services, m_services.at(static_cast<std::size_t>(opened.service)),
            &Service::name);
        if (found == answers.services.end())
            return; // added by Skanse, or gone meanwhile
        service = static_cast<int>(found - answers.services.begin());
    }
    m_context.navigator.jumpTo(
        placeOf(answers, service >= 0 ? bar.bar().question : bar.bar().reserveQuestion, service));
}

} // namespace skanse::ui
