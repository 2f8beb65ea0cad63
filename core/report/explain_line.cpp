// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/catalogue/catalogue.h"
#include "core/render/labels.h"
#include "core/report/control_words.h"
#include "core/report/explain.h"
#include "core/report/line_causes.h"
#include "core/report/plain_text.h"
#include "core/report/question_words.h"

#include <algorithm>
#include <optional>

namespace skanse::report {

namespace {

using yaml::Node;

struct Line {
    std::string text;
    LineCauses causes;
};

/// The line without its feed; nothing when the text is shorter.
std::optional<std::string_view> lineOf(std::string_view text, int line)
{
    for (int at = 1; at < line; ++at) {
        const std::size_t feed = text.find('\n');
        if (feed == std::string_view::npos)
            return std::nullopt;
        text.remove_prefix(feed + 1);
    }
    if (line < 1 || text.empty())
        return std::nullopt;
    return text.substr(0, text.find('\n'));
}

std::expected<Line, Refusal> findLine(const Bundle &bundle, std::string_view path, int line)
{
    const Artifact *artifact = bundle.find(path);
    if (artifact == nullptr) {
        std::string paths;
        for (const Artifact &known : bundle.artifacts)
            paths += (paths.empty() ? "" : ", ") + known.path;
        return std::unexpected(Refusal{
            fill(StaticProse{"The bundle has no file “{}”.", "Pakken har ingen fil «{}»."}, path),
            fill(StaticProse{"Its files: {}.", "Filene er: {}."}, paths)});
    }
    const auto text = lineOf(artifact->text, line);
    if (!text)
        return std::unexpected(
            Refusal{fill(StaticProse{"{} has no line {}.", "{} har ingen linje {}."}, path, line),
                    fill(StaticProse{"It has {} lines.", "Den har {} linjer."},
                         std::ranges::count(artifact->text, '\n'))});
    return Line{std::string(*text), causesOf(*artifact, line)};
}

std::string controlText(const Plan &plan, const ControlCause &cause, Language language)
{
    const Control &control = catalogue().control(cause.control);
    const Decision *decision = decisionOf(plan, cause);
    const ServicePlan *service = serviceAt(plan, cause.subject);
    const auto say = [&](const StaticProse &prose) { return prose.in(language); };
    std::string text = fill("\n{}: {}", toString(cause.control), control.title.in(language));
    if (decision != nullptr)
        text += fill(service == nullptr ? " ({})" : " ({}, {})", say(labelOf(decision->state)),
                     service == nullptr ? std::string() : service->name);
    text += '\n';
    LabelledLines lines;
    if (decision != nullptr)
        lines.add(say({"Reason", "Grunn"}), decision->reason.in(language));
    lines.add(say({"Stops", "Stopper"}), control.threat.in(language));
    lines.add(say({"What remains", "Det som gjenstår"}), control.residual.in(language));
    lines.add(say({"References", "Referanser"}), referencesText(control));
    if (decision != nullptr)
        if (const Question *question = findQuestion(decision->question))
            lines.add(say({"Decided by", "Bestemt av"}),
                      fill("{} ({})", placeOf(*question).path, question->label.in(language)));
    return text + lines.text(2);
}

std::string answerText(const Plan &plan, const AnswerCause &cause, Language language)
{
    const ServicePlan *service = serviceAt(plan, cause.subject);
    std::string text =
        fill("  {} ({})", placeOf(*cause.question).path, cause.question->label.in(language));
    if (service != nullptr)
        text += fill(StaticProse{", service {}", ", tjeneste {}"}.in(language), service->name);
    return text + "\n";
}

} // namespace

std::expected<std::string, Refusal> explainLine(const Bundle &bundle, const Plan &plan,
                                                std::string_view path, int line, Language language)
{
    const auto found = findLine(bundle, path, line);
    if (!found)
        return std::unexpected(found.error());
    const LineCauses &causes = found->causes;
    const auto say = [&](const StaticProse &prose) { return prose.in(language); };
    std::string text = fill("{}:{}\n  {}\n", path, line, found->text);
    for (const ControlCause &cause : causes.controls)
        text += controlText(plan, cause, language);
    if (!causes.answers.empty()) {
        text += fill("\n{}\n", say({"Answers that caused it:", "Svar som førte til den:"}));
        for (const AnswerCause &cause : causes.answers)
            text += answerText(plan, cause, language);
    }
    if (causes.empty())
        text +=
            fill("\n{}\n", say({"No control and no answer put it there: the file needs it.",
                                "Ikke noe tiltak eller svar satte den der: filen trenger den."}));
    return text;
}

std::expected<Node, Refusal> lineNode(const Bundle &bundle, const Plan &plan, std::string_view path,
                                      int line, Language language)
{
    const auto found = findLine(bundle, path, line);
    if (!found)
        return std::unexpected(found.error());
    const LineCauses &causes = found->causes;
    Node node = Node::map();
    node.add("path", path);
    node.add("line", line);
    node.add("text", found->text);
    Node &controls = node.add("controls", Node::list());
    for (const ControlCause &cause : causes.controls) {
        const Control &control = catalogue().control(cause.control);
        Node &entry = controls.append(controlSummary(control, language));
        if (const ServicePlan *service = serviceAt(plan, cause.subject))
            entry.add("service", service->name);
        if (const Decision *decision = decisionOf(plan, cause)) {
            entry.add("state", toString(decision->state));
            entry.add("reason", decision->reason.in(language));
            entry.add("question", decision->question);
        }
        entry.add("threat", control.threat.in(language));
        entry.add("residual", control.residual.in(language));
        entry.add("references", referencesText(control));
    }
    Node &answers = node.add("answers", Node::list());
    for (const AnswerCause &cause : causes.answers) {
        Node &entry = answers.append(Node::map());
        entry.add("question", cause.question->id);
        entry.add("path", placeOf(*cause.question).path);
        entry.add("label", cause.question->label.in(language));
        if (const ServicePlan *service = serviceAt(plan, cause.subject))
            entry.add("service", service->name);
    }
    return node;
}

} // namespace skanse::report
