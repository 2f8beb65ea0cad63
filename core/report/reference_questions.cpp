// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/profile/condition_text.h"
#include "core/report/question_words.h"
#include "core/report/reference.h"
#include "core/report/reference_page.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::report {

namespace {

void choices(ReferencePage &page, const Question &question)
{
    if (question.choices.empty())
        return;
    std::string text;
    for (const Choice &choice : question.choices)
        text += fill(text.empty() ? "`{}` ({})" : ", `{}` ({})", choice.word,
                     encode::markdown(page.say(choice.label)));
    page.fact({"Choices", "Valg"}, text);
}

void questionSection(ReferencePage &page, const QuestionPlace &place)
{
    const Question &question = *place.question;
    page.page().heading(3, encode::markdownCode(place.path));
    page.page().paragraph(fill("**{}.** {}", encode::markdown(page.say(question.label)),
                               encode::markdown(page.say(question.help))));
    page.fact(StaticProse{"Id", "Id"}, encode::markdownCode(question.id));
    page.fact({"Answer", "Svar"}, encode::markdown(page.say(kindLabel(question.kind))));
    page.fact({"Bounds", "Grenser"}, encode::markdown(boundsText(question, page.language())));
    choices(page, question);
    const std::string usual = defaultText(place);
    page.fact({"Default", "Standard"}, usual.empty() ? std::string() : encode::markdownCode(usual));
    if (question.required)
        page.fact({"Required", "Påkrevd"}, page.say(StaticProse{"yes", "ja"}));
    if (question.when.op != Condition::Op::Always)
        page.fact({"Asked when", "Spørres når"},
                  encode::markdown(page.say(conditionText(question.when))));
}

/// The questions of one record stand together, under the question that holds it.
void recordSections(ReferencePage &page, const RecordType &type, std::string_view title)
{
    page.page().heading(2, title);
    for (const QuestionPlace &place : questionPlaces())
        if (place.type == &type)
            questionSection(page, place);
    for (const Question &question : type.questions)
        if (question.items != nullptr)
            recordSections(page, *question.items, encode::markdown(page.say(question.label)));
}

} // namespace

std::string referenceQuestions(Language language)
{
    ReferencePage page({"Questions", "Spørsmål"}, "questions", language);
    page.page().paragraph(page.say(StaticProse{
        "Every question of a profile (`*.skanse.yaml`): where the answer stands, what it may be "
        "and what "
        "holds when nothing is said. `[]` marks a list. The file begins with `skanse: 1`.",
        "Alle spørsmål i en profil (`*.skanse.yaml`): hvor svaret står, hva det kan være, og hva "
        "som "
        "gjelder når ingenting er sagt. `[]` markerer en liste. Filen begynner med `skanse: 1`."}));
    recordSections(page, answersType(), page.say(StaticProse{"The profile", "Profilen"}));
    return page.take();
}

} // namespace skanse::report
