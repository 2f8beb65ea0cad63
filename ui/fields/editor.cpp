// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/editor.h"

#include "core/schema/record_path.h"
#include "ui/fields/choice_editor.h"
#include "ui/fields/choices_editor.h"
#include "ui/fields/flag_editor.h"
#include "ui/fields/line_editor.h"
#include "ui/fields/lines_editor.h"
#include "ui/text/language.h"

#include <QStyle>

#include <algorithm>

namespace skanse::ui {

void Editor::setWrong(bool wrong)
{
    QWidget *target = focusTarget();
    if (target->property("wrong").toBool() == wrong)
        return;
    target->setProperty("wrong", wrong);
    target->update();
}

QString displayText(const Question &question, const AnswerValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? Editor::tr("Yes") : Editor::tr("No");
    const auto label = [&](const std::string &word) {
        const auto choice = std::ranges::find(question.choices, word, &Choice::word);
        return choice == question.choices.end() ? toQString(word) : say(choice->label);
    };
    if (const auto *words = std::get_if<std::vector<std::string>>(&value)) {
        QStringList shown;
        for (const std::string &word : *words)
            shown.append(label(word));
        return shown.join(question.kind == Kind::Words ? QStringLiteral(" ")
                                                       : QStringLiteral(", "));
    }
    if (const auto *text = std::get_if<std::string>(&value))
        return label(*text);
    return toQString(toString(value));
}

Editor *makeEditor(const Context &context, const AnswerPlace &place, QWidget *parent)
{
    const Question &question = *place.question;
    switch (question.kind) {
    case Kind::Flag:
        // Without a default of its own there is a third choice: leave it to the preset.
        if (isSet(defaultOf(place.record.type(), question)))
            return new FlagEditor(question, parent);
        return new ChoiceEditor(yesOrNo(question, place.record.type()), parent);
    case Kind::Choice:
        return new ChoiceEditor(choicesFor(question, place.record.type()), parent);
    case Kind::Preset:
        return new ChoiceEditor(presetChoices(), parent);
    case Kind::Control:
        return new ChoiceEditor(controlChoices(), parent);
    case Kind::Choices:
        return new ChoicesEditor(question, parent);
    case Kind::Words:
    case Kind::SshKeys:
    case Kind::Networks:
    case Kind::Countries:
        return new LinesEditor(context, place, parent);
    default:
        return new LineEditor(context, place, parent);
    }
}

} // namespace skanse::ui
