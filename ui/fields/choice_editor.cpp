// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/choice_editor.h"

#include "core/catalogue/catalogue.h"
#include "core/render/labels.h"
#include "ui/fields/quiet_widgets.h"
#include "ui/text/language.h"

#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

/// An entry for "not said", when that may be.
Options openFor(const Question &question, const RecordType &type)
{
    return question.required || isSet(defaultOf(type, question)) ? Options{}
                                                                 : Options{{AnswerValue{}, {}}};
}

QStandardItem *heading(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setFlags(Qt::NoItemFlags);
    QFont font = item->font();
    font.setBold(true);
    item->setFont(font);
    return item;
}

} // namespace

Options choicesFor(const Question &question, const RecordType &type)
{
    Options options = openFor(question, type);
    for (const Choice &choice : question.choices)
        options.append({std::string(choice.word), say(choice.label)});
    return options;
}

Options yesOrNo(const Question &question, const RecordType &type)
{
    Options options = openFor(question, type);
    options.append({true, Editor::tr("Yes")});
    options.append({false, Editor::tr("No")});
    return options;
}

Options presetChoices()
{
    Options options;
    for (const Preset *preset : catalogue().presetsByKind())
        options.append({preset->id,
                        QStringLiteral("%1  (%2)").arg(say(preset->title), toQString(preset->id)),
                        say(labelOf(preset->kind))});
    return options;
}

Options controlChoices()
{
    Options options;
    for (const Control *control : catalogue().controlsInOrder())
        if (control->waivable)
            options.append({std::string(toString(control->id)), say(control->title)});
    return options;
}

ChoiceEditor::ChoiceEditor(const Options &options, QWidget *parent)
    : Editor(parent)
    , m_options(options)
    , m_box(new QuietComboBox(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    auto *model = new QStandardItemModel(m_box);
    QString group;
    for (qsizetype i = 0; i < m_options.size(); ++i) {
        if (m_options[i].group != group) {
            group = m_options[i].group;
            model->appendRow(heading(group));
        }
        auto *item = new QStandardItem(m_options[i].label);
        item->setData(static_cast<int>(i), Qt::UserRole);
        model->appendRow(item);
    }
    m_box->setModel(model);
    connect(m_box, &QComboBox::activated, this, [this](int row) {
        const int index = m_box->itemData(row).toInt();
        emit edited({m_options[index].value, m_box->itemText(row), true});
    });
}

void ChoiceEditor::showAnswer(const AnswerValue &answer)
{
    const QSignalBlocker quiet(m_box);
    int shown = -1;
    for (int row = 0; row < m_box->count(); ++row) {
        const QVariant index = m_box->itemData(row);
        if (index.isValid() && m_options[index.toInt()].value == answer)
            shown = row;
    }
    m_box->setCurrentIndex(shown);
}

void ChoiceEditor::showDerived(const AnswerValue &derived)
{
    const bool open = !m_options.isEmpty() && !isSet(m_options.front().value);
    if (!open)
        return;
    const QSignalBlocker quiet(m_box);
    const auto same = std::ranges::find(m_options, derived, &Option::value);
    m_box->setItemText(0, isSet(derived) && same != m_options.end()
                              ? tr("%1 (derived)").arg(same->label)
                              : tr("Not said"));
}

QWidget *ChoiceEditor::focusTarget()
{
    return m_box;
}

} // namespace skanse::ui
