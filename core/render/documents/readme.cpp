// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/documents/readme_parts.h"
#include "core/render/labels.h"
#include "core/render/parts.h"
#include "core/text/encode.h"

namespace skanse::render {

namespace {

void fact(const Request &request, Markdown &page, const StaticProse &what, std::string_view value,
          std::string_view question)
{
    if (!value.empty())
        page.bullet(fill("**{}:** {}", request.say(what), encode::markdown(value)),
                    fromAnswer(question));
}

std::string targetNames(const Request &request)
{
    std::string names;
    for (const Target target : request.plan().targets) {
        names += names.empty() ? "" : ", ";
        names += request.say(choiceLabel(target));
    }
    return names;
}

void introduction(const Request &request, Markdown &page)
{
    const Plan &plan = request.plan();
    page.heading(1, plan.name, fromAnswer("workload.name"));
    if (!plan.description.empty())
        page.paragraph(encode::markdown(plan.description), fromAnswer("workload.description"));
    page.paragraph(request.say(StaticProse{
        "Hardened configuration files, made by Skanse from one set of answers. Every file follows "
        "from the same plan, so users, ports, paths, limits and allowed connections are the same "
        "everywhere. What each measure is for and where it stands is in HARDENING.md.",
        "Herdede konfigurasjonsfiler, laget av Skanse ut fra ett sett med svar. Alle filene "
        "følger av "
        "samme plan, så brukere, porter, stier, grenser og tillatte forbindelser er like overalt. "
        "Hva "
        "hvert tiltak er godt for, og hvor det står, finner du i HARDENING.md."}));
    fact(request, page, {"Environment", "Miljø"}, request.say(choiceLabel(plan.environment)),
         "workload.environment");
    fact(request, page, {"Owner", "Eier"}, plan.owner, "workload.owner");
    fact(request, page, {"Client", "Oppdragsgiver"}, plan.client, "workload.client");
    fact(request, page, {"Public name", "Offentlig navn"}, plan.hostname, "workload.hostname");
    fact(request, page, {"Hosting", "Driftssted"}, regionText(plan.region.hosting, plan.language),
         "host.region");
    fact(request, page, {"Targets", "Mål"}, targetNames(request), "workload.targets");
}

void makeAgain(const Request &request, Markdown &page)
{
    page.heading(2, request.say(StaticProse{"Making the bundle again", "Lage pakken på nytt"}));
    page.paragraph(request.say(StaticProse{
        "Change the answers in `profile.skanse.yaml`, not the files, and run in this folder:",
        "Endre svarene i `profile.skanse.yaml`, ikke filene, og kjør i denne mappen:"}));
    page.code("sh", "skanse-cli generate profile.skanse.yaml -o .");
    page.paragraph(request.say(StaticProse{
        "The same answers give the same files. A file that was edited by hand is kept and named, "
        "unless `--force` is given.",
        "Samme svar gir samme filer. En fil som er redigert for hånd, beholdes og nevnes, med "
        "mindre "
        "`--force` er oppgitt."}));
    page.paragraph(request.stampLine());
}

} // namespace

void readme(const Request &request, Bundle &bundle)
{
    Markdown page;
    introduction(request, page);
    readmeSteps(request, page);
    readmeOpenItems(request, page);
    readmeFiles(request, page);
    readmeServices(request, page);
    readmeFlows(request, page);
    readmeMachine(request, page);
    makeAgain(request, page);
    Text text = page.take();
    bundle.artifacts.push_back(
        {"README.md", Syntax::Markdown, std::move(text.text), std::move(text.spans), false});
}

} // namespace skanse::render
