// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/explain.h"

#include "core/base/fill.h"
#include "core/catalogue/catalogue.h"
#include "core/profile/condition_text.h"
#include "core/render/labels.h"
#include "core/report/control_words.h"
#include "core/report/plain_text.h"
#include "core/report/question_words.h"

namespace skanse::report {

namespace {

using yaml::Node;

std::string_view yesNo(bool value, Language language)
{
    return (value ? StaticProse{"yes", "ja"} : StaticProse{"no", "nei"}).in(language);
}

std::string choicesText(const Question &question, Language language)
{
    std::string text;
    for (const Choice &choice : question.choices)
        text +=
            fill(text.empty() ? "{} ({})" : ", {} ({})", choice.word, choice.label.in(language));
    return text;
}

} // namespace

std::string explainControl(ControlId id, Language language)
{
    const Control &control = catalogue().control(id);
    const auto say = [&](const StaticProse &prose) { return prose.in(language); };
    std::string text = fill("{}\n{}\n\n", toString(id), control.title.in(language));
    LabelledLines lines;
    lines.add(say({"Weight", "Vekt"}), say(labelOf(control.severity)));
    lines.add(say({"Scope", "Omfang"}), say(labelOf(control.scope)));
    lines.add(say({"Can be waived", "Kan fravikes"}), yesNo(control.waivable, language));
    lines.add(say({"Why", "Hvorfor"}), control.why.in(language));
    lines.add(say({"Stops", "Stopper"}), control.threat.in(language));
    lines.add(say({"What remains", "Det som gjenstår"}), control.residual.in(language));
    lines.add(say({"Try it", "Prøv selv"}), control.attempt.in(language));
    lines.add(say({"References", "Referanser"}), referencesText(control));
    lines.add(say({"Rules of tools", "Verktøyenes regler"}), rulesText(control));
    text += lines.text();
    text += fill("\n{}\n", say({"Where it shows:", "Hvor det vises:"}));
    LabelledLines columns;
    for (std::size_t i = 0; i < kColumnCount; ++i)
        columns.add(say(labelOf(static_cast<Column>(i))),
                    targetText(control, static_cast<Column>(i), language));
    return text + columns.text(2);
}

Node controlNode(ControlId id, Language language)
{
    const Control &control = catalogue().control(id);
    Node node = controlSummary(control, language);
    node.add("comment", control.comment.in(language));
    node.add("why", control.why.in(language));
    node.add("threat", control.threat.in(language));
    node.add("residual", control.residual.in(language));
    node.add("attempt", control.attempt.in(language));
    Node &practices = node.add("practices", Node::list()).flow();
    for (const std::int64_t row : control.practices)
        practices.append(row);
    Node &targets = node.add("targets", Node::map());
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const ControlTarget &target = control.targets.at(i);
        Node &column = targets.add(toString(static_cast<Column>(i)), Node::map());
        if (target.shows.empty())
            column.add("cannot", target.cannot.in(language));
        else
            column.add("shows", target.shows);
    }
    Node &references = node.add("references", Node::list());
    for (const Reference &reference : control.references) {
        Node &entry = references.append(Node::map());
        entry.add("standard", reference.standard);
        entry.add("section", reference.section);
    }
    Node &rules = node.add("rules", Node::map());
    for (const ToolRules &tool : control.rules)
        rules.add(tool.tool, Node::list(tool.ids)).flow();
    return node;
}

std::string explainQuestion(const Question &question, Language language)
{
    const QuestionPlace &place = placeOf(question);
    const auto say = [&](const StaticProse &prose) { return prose.in(language); };
    std::string text = fill("{}\n{}\n\n", question.id, question.label.in(language));
    if (!question.help.in(language).empty())
        text += wrapped(question.help.in(language), 0) + "\n\n";
    LabelledLines lines;
    lines.add(say({"In the profile", "I profilen"}), place.path);
    lines.add(say({"Answer", "Svar"}), say(kindLabel(question.kind)));
    lines.add(say({"Bounds", "Grenser"}), boundsText(question, language));
    lines.add(say({"Choices", "Valg"}), choicesText(question, language));
    const std::string usual = defaultText(place);
    lines.add(say({"Default", "Standard"}),
              usual.empty() ? say({"not set", "ikke satt"}) : std::string_view(usual));
    lines.add(say({"Required", "Påkrevd"}), yesNo(question.required, language));
    if (question.when.op != Condition::Op::Always)
        lines.add(say({"Asked when", "Spørres når"}), conditionText(question.when).in(language));
    return text + lines.text();
}

Node questionNode(const Question &question, Language language)
{
    const QuestionPlace &place = placeOf(question);
    Node node = Node::map();
    node.add("id", question.id);
    node.add("path", place.path);
    node.add("label", question.label.in(language));
    node.add("help", question.help.in(language));
    node.add("answer", kindLabel(question.kind).in(language));
    node.add("required", question.required);
    if (const std::string bounds = boundsText(question, language); !bounds.empty())
        node.add("bounds", bounds);
    if (const std::string usual = defaultText(place); !usual.empty())
        node.add("default", usual);
    if (question.when.op != Condition::Op::Always)
        node.add("askedWhen", conditionText(question.when).in(language));
    if (!question.choices.empty()) {
        Node &choices = node.add("choices", Node::map());
        for (const Choice &choice : question.choices)
            choices.add(choice.word, choice.label.in(language));
    }
    return node;
}

} // namespace skanse::report
