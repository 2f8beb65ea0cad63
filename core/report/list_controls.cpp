// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/labels.h"
#include "core/report/control_words.h"
#include "core/report/explain.h"
#include "core/report/lists.h"
#include "core/report/plain_text.h"
#include "core/report/question_words.h"

namespace skanse::report {

using yaml::Node;

std::string listControls(Language language)
{
    const auto say = [&](const StaticProse &prose) { return std::string(prose.in(language)); };
    TextTable table({"ID", say({"WEIGHT", "VEKT"}), say({"SCOPE", "OMFANG"}),
                     say({"WAIVABLE", "KAN FRAVIKES"}), say({"TITLE", "TITTEL"})});
    for (const Control *control : catalogue().controlsInOrder())
        table.row({std::string(toString(control->id)), say(labelOf(control->severity)),
                   say(labelOf(control->scope)),
                   control->waivable ? say({"yes", "ja"}) : say({"no", "nei"}),
                   control->title.in(language)});
    return table.text();
}

Node controlsNode(Language language)
{
    Node list = Node::list();
    for (const Control *control : catalogue().controlsInOrder())
        list.append(controlSummary(*control, language));
    return list;
}

std::string listQuestions(Language language)
{
    const auto say = [&](const StaticProse &prose) { return std::string(prose.in(language)); };
    TextTable table({"ID", say({"IN THE PROFILE", "I PROFILEN"}), say({"LABEL", "NAVN"})});
    for (const QuestionPlace &place : questionPlaces())
        table.row({std::string(place.question->id), place.path, say(place.question->label)});
    return table.text();
}

Node questionsNode(Language language)
{
    Node list = Node::list();
    for (const QuestionPlace &place : questionPlaces())
        list.append(questionNode(*place.question, language));
    return list;
}

} // namespace skanse::report
