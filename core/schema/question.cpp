// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/schema/question.h"

#include "core/schema/access.h"

#include <algorithm>
#include <unordered_map>

namespace skanse {

const Question *RecordType::find(std::string_view key) const
{
    const auto found = std::ranges::find(questions, key, &Question::key);
    return found == questions.end() ? nullptr : &*found;
}

const RecordType &answersType()
{
    static const Answers kDefaults;
    static const RecordType kType{
        "",
        "",
        &kDefaults,
        {
            {.id = "workload",
             .key = "workload",
             .kind = Kind::Group,
             .label = {"Workload", "Arbeidslast"},
             .help = {"What is hardened, and what should come out.",
                      "Hva som herdes, og hva som skal komme ut."},
             .access = group<&Answers::workload>(),
             .required = true,
             .items = &workloadType()},
            {.id = "host",
             .key = "host",
             .page = Page::Host,
             .kind = Kind::Group,
             .label = {"Host and region", "Vert og region"},
             .help = {"Where it runs, whose law applies and how large the machine is.",
                      "Hvor det kjører, hvilken lov som gjelder, og hvor stor maskinen er."},
             .access = group<&Answers::host>(),
             .required = true,
             .items = &hostType()},
            {.id = "services",
             .key = "services",
             .page = Page::Services,
             .kind = Kind::Items,
             .label = {"Services", "Tjenester"},
             .help = {"The containers of the workload.", "Containerne i arbeidslasten."},
             .access = items<&Answers::services>(),
             .required = true,
             .bounds = {1, 200},
             .items = &serviceType()},
        }};
    return kType;
}

namespace {

void collect(const RecordType &type, std::vector<const Question *> &out)
{
    for (const Question &question : type.questions) {
        out.push_back(&question);
        if (question.items != nullptr)
            collect(*question.items, out);
    }
}

} // namespace

const std::vector<const Question *> &allQuestions()
{
    static const auto kAll = [] {
        std::vector<const Question *> all;
        collect(answersType(), all);
        return all;
    }();
    return kAll;
}

const Question *findQuestion(std::string_view id)
{
    static const auto kById = [] {
        std::unordered_map<std::string_view, const Question *> byId;
        for (const Question *question : allQuestions())
            byId.emplace(question->id, question);
        return byId;
    }();
    const auto found = kById.find(id);
    return found == kById.end() ? nullptr : found->second;
}

AnswerValue defaultOf(const RecordType &type, const Question &question)
{
    return question.access.get == nullptr ? AnswerValue{} : question.access.get(type.defaults);
}

} // namespace skanse
