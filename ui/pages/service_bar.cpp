// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pages/service_bar.h"

#include "core/catalogue/catalogue.h"
#include "core/render/labels.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/session/unique_name.h"
#include "ui/style/small_button.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace skanse::ui {

namespace {

constexpr int kMostRows = 5;

const Question &servicesQuestion()
{
    return *answersType().find("services");
}

} // namespace

ServiceBar::ServiceBar(const Context &context, Step step, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_step(step)
{
    setObjectName(QStringLiteral("serviceBar"));
    build();
    refresh();
}

void ServiceBar::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("serviceList"));
    m_list->setAccessibleName(tr("Services"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    layout->addWidget(m_list);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    m_add = new QPushButton(icon(QStringLiteral("add")), tr("Add service"), this);
    m_add->setObjectName(QStringLiteral("addService"));
    m_add->setMenu(presetMenu());
    m_copy = smallButton(QStringLiteral("duplicateService"), QStringLiteral("duplicate"),
                         tr("Duplicate the service"), this);
    m_remove = smallButton(QStringLiteral("removeService"), QStringLiteral("remove"),
                           tr("Remove the service"), this);
    m_up = smallButton(QStringLiteral("moveServiceUp"), QStringLiteral("up"),
                       tr("Move the service up"), this);
    m_down = smallButton(QStringLiteral("moveServiceDown"), QStringLiteral("down"),
                         tr("Move the service down"), this);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    for (QToolButton *button : {m_copy, m_remove, m_up, m_down})
        buttons->addWidget(button);
    layout->addLayout(buttons);

    Session &session = m_context.session;
    Navigator &navigator = m_context.navigator;
    connect(m_list, &QListWidget::currentRowChanged, this, &ServiceBar::select);
    connect(m_copy, &QToolButton::clicked, this, [&session, &navigator] {
        navigator.selectService(
            session.duplicateItem(RecordPath(), servicesQuestion(), navigator.service()));
    });
    connect(m_remove, &QToolButton::clicked, this, [&session, &navigator] {
        session.removeItem(RecordPath(), servicesQuestion(), navigator.service());
    });
    connect(m_up, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveBy(1); });
}

QMenu *ServiceBar::presetMenu()
{
    auto *menu = new QMenu(this);
    QMenu *group = nullptr;
    std::optional<PresetKind> kind;
    for (const Preset *preset : catalogue().presetsByKind()) {
        if (kind != preset->kind) {
            kind = preset->kind;
            group = menu->addMenu(say(labelOf(preset->kind)));
        }
        group->addAction(say(preset->title), this, [this, id = preset->id] { addService(id); })
            ->setObjectName(toQString(preset->id));
    }
    return menu;
}

void ServiceBar::addService(const std::string &preset)
{
    Session &session = m_context.session;
    std::vector<std::string> taken;
    for (const Service &service : session.answers().services)
        taken.push_back(service.name);
    const std::string name = uniqueName(preset, taken, *serviceType().find("name"));
    const std::size_t index = session.addItem(RecordPath(), servicesQuestion(), [&](void *record) {
        auto &service = *static_cast<Service *>(record); // the items of this question
        service.name = name;
        service.preset = preset;
    });
    m_context.navigator.selectService(index);
    m_context.navigator.jumpTo({servicePath(index), serviceType().find("name")});
}

void ServiceBar::select(int row)
{
    if (row >= 0)
        m_context.navigator.selectService(static_cast<std::size_t>(row));
}

void ServiceBar::moveBy(int delta)
{
    Navigator &navigator = m_context.navigator;
    const std::size_t from = navigator.service();
    const std::size_t to = delta < 0 ? from - 1 : from + 1;
    m_context.session.moveItem(RecordPath(), servicesQuestion(), from, to);
    navigator.selectService(to);
}

void ServiceBar::refresh()
{
    const Session &session = m_context.session;
    const auto &services = session.answers().services;
    const QSignalBlocker quiet(m_list);
    while (m_list->count() > static_cast<int>(services.size()))
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < static_cast<int>(services.size()))
        m_list->addItem(QString());
    for (std::size_t i = 0; i < services.size(); ++i) {
        QListWidgetItem *item = m_list->item(static_cast<int>(i));
        const Preset *preset = catalogue().preset(services[i].preset);
        QString text = toQString(services[i].name);
        if (preset != nullptr)
            text += QStringLiteral("   ") + say(preset->title);
        const auto worst = session.findings().worst(m_step, static_cast<int>(i));
        const bool attention = worst && *worst <= Severity::Warning;
        const QString spoken = attention ? tr("%1, needs attention").arg(text) : text;
        if (item->text() == text && item->data(Qt::AccessibleTextRole).toString() == spoken)
            continue; // asked after every keystroke
        item->setText(text);
        item->setData(Qt::AccessibleTextRole, spoken);
        item->setIcon(attention ? icon(QStringLiteral("attention"), Tone::Caution)
                                : icon(QStringLiteral("service")));
    }
    const auto count = static_cast<int>(services.size());
    const auto current = static_cast<int>(m_context.navigator.service());
    if (m_list->currentRow() != current)
        m_list->setCurrentRow(current);
    const bool one = count > 0 && current < count;
    m_copy->setEnabled(one);
    m_remove->setEnabled(one);
    m_up->setEnabled(one && current > 0);
    m_down->setEnabled(one && current + 1 < count);
    m_list->setVisible(count > 0);
    const int row = std::max(m_list->sizeHintForRow(0), 6 * kGrid);
    m_list->setFixedHeight(row * std::clamp(count, 1, kMostRows) + 2 * m_list->frameWidth());
}

} // namespace skanse::ui
