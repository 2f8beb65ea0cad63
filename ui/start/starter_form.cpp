// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/start/starter_form.h"

#include "core/policy/starter.h"
#include "core/render/labels.h"
#include "core/schema/question.h"
#include "ui/fields/quiet_widgets.h"
#include "ui/pages/text_labels.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace skanse::ui {

StarterForm::StarterForm(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("starterForm"));
    build();
}

void StarterForm::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("starterName"));
    m_name->setAccessibleName(tr("Name of the workload"));
    m_name->setPlaceholderText(QStringLiteral("my-workload"));
    form->addRow(tr("&Name"), m_name);
    m_region = new QuietComboBox(this);
    m_region->setObjectName(QStringLiteral("starterRegion"));
    m_region->setAccessibleName(tr("Country where it runs"));
    const QString here = QLocale::territoryToCode(QLocale::system().territory());
    for (const Region &region : catalogue().regions) {
        m_region->addItem(QStringLiteral("%1 (%2)").arg(say(region.name), toQString(region.iso)),
                          toQString(region.iso));
        if (toQString(region.iso) == here)
            m_region->setCurrentIndex(m_region->count() - 1);
    }
    form->addRow(tr("&Country"), m_region);
    m_presets = new QListWidget(this);
    m_presets->setObjectName(QStringLiteral("starterPresets"));
    m_presets->setAccessibleName(tr("What it runs"));
    m_presets->setMinimumHeight(45 * kGrid);
    fillPresets();
    form->addRow(tr("&Runs"), m_presets);
    m_public = new QCheckBox(tr("&Everybody may connect to the first web service"), this);
    m_public->setObjectName(QStringLiteral("starterPublic"));
    form->addRow(QString(), m_public);
    layout->addLayout(form);
    m_problem = bodyLabel(QString(), this);
    m_problem->setObjectName(QStringLiteral("starterProblem"));
    m_problem->setVisible(false);
    layout->addWidget(m_problem);
    auto *button = new QPushButton(icon(QStringLiteral("new")), tr("Crea&te"), this);
    button->setObjectName(QStringLiteral("starterCreate"));
    connect(button, &QPushButton::clicked, this, &StarterForm::create);
    connect(m_name, &QLineEdit::returnPressed, this, &StarterForm::create);
    layout->addWidget(button, 0, Qt::AlignLeft);
}

void StarterForm::fillPresets()
{
    for (const Preset *preset : catalogue().presetsByKind()) {
        auto *item = new QListWidgetItem(
            QStringLiteral("%1   %2").arg(say(preset->title), say(labelOf(preset->kind))),
            m_presets);
        item->setData(Qt::UserRole, toQString(preset->id));
        item->setToolTip(say(preset->summary));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
}

void StarterForm::create()
{
    StarterWish wish;
    wish.name = toUtf8(m_name->text().trimmed().isEmpty() ? m_name->placeholderText()
                                                          : m_name->text().trimmed());
    wish.region = toUtf8(m_region->currentData().toString());
    wish.isPublic = m_public->isChecked();
    for (int row = 0; row < m_presets->count(); ++row) {
        const QListWidgetItem *item = m_presets->item(row);
        if (item->checkState() != Qt::Checked)
            continue;
        const std::string preset = toUtf8(item->data(Qt::UserRole).toString());
        wish.services.push_back({preset, preset});
    }
    const auto complain = [this](const Refusal &refusal) {
        m_problem->setText(say(refusal.message) + QLatin1Char(' ') + say(refusal.advice));
        m_problem->setVisible(true);
    };
    if (wish.services.empty()) {
        complain({{"Nothing is chosen to run yet.", "Ingenting er valgt å kjøre ennå."},
                  {"Tick at least one.", "Kryss av minst én."}});
        return;
    }
    if (auto fine = check(*findQuestion("workload.name"), wish.name); !fine) {
        complain(fine.error());
        m_name->setFocus();
        return;
    }
    auto answers = starterAnswers(wish, catalogue());
    if (!answers) {
        complain(answers.error());
        return;
    }
    m_problem->setVisible(false);
    emit created(*answers);
}

} // namespace skanse::ui
