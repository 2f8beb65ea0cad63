// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/documents/readme_parts.h"
#include "core/render/engine_commands.h"
#include "core/render/secrets/files.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

bool hasOpenItems(const Request &request)
{
    return std::ranges::any_of(request.diagnostics(), [](const Diagnostic &diagnostic) {
        return diagnostic.severity == Severity::Warning || diagnostic.severity == Severity::Open;
    });
}

/// The numbered steps, in the order in which they have to be done.
class Steps
{
public:
    Steps(const Request &request, Markdown &page)
        : m_request(request)
        , m_plan(request.plan())
        , m_page(page)
    {
    }

    void write()
    {
        if (hasOpenItems(m_request))
            step({"Go through the open items below, put the answers into `profile.skanse.yaml` and "
                  "make the "
                  "bundle again.",
                  "Gå gjennom de åpne punktene under, før svarene inn i `profile.skanse.yaml` og "
                  "lag "
                  "pakken på "
                  "nytt."});
        if (m_plan.wants(Target::Host))
            step({"Set up the machine by `host/CHECKLIST.md`, and check it there:",
                  "Sett opp maskinen etter `host/CHECKLIST.md`, og kontroller den der:"},
                 "sudo sh host/verify-host.sh");
        secrets();
        build();
        if (m_plan.wants(Target::Compose))
            step({"Start the services with Compose and wait until they are healthy:",
                  "Start tjenestene med Compose og vent til de er friske:"},
                 composeCommand(m_plan) + " up -d --wait");
        if (m_plan.wants(Target::Compose))
            step({"Try the controls on the running services; it needs a static busybox (package "
                  "busybox-static), and `--help` shows the rest:",
                  "Prøv tiltakene på tjenestene i drift; det trengs en statisk busybox (pakken "
                  "busybox-static), og `--help` viser resten:"},
                 drillCommand(m_plan));
        if (m_plan.wants(Target::Kubernetes))
            step({"Or start them in a cluster whose network plugin enforces network policies:",
                  "Eller start dem i en klynge der nettverksutvidelsen håndhever nettverksregler:"},
                 "kubectl apply --server-side -k kubernetes/");
        if (m_plan.wants(Target::Kubernetes) && !m_plan.wants(Target::Compose))
            step({"Try the controls on the running pods, with an image of busybox that the cluster "
                  "may run:",
                  "Prøv tiltakene på podene i drift, med et busybox-image som klyngen kan kjøre:"},
                 "sh verify/drill.sh --kubernetes --image IMAGE");
        if (m_plan.wants(Target::Ci))
            step({"Put the gates in `ci/` into the pipeline. The same checks, here:",
                  "Ta kontrollene i `ci/` inn i pipelinen. De samme kontrollene, her:"},
                 "sh ci/scan.sh");
    }

private:
    void step(const StaticProse &text, std::string_view command = {})
    {
        m_page.numbered(++m_number, m_request.say(text));
        if (!command.empty())
            m_page.code("sh", command, {}, 3);
    }

    void secrets()
    {
        if (hasSecretsReadme(m_plan))
            step({"Make the secret files as `secrets/README.md` says.",
                  "Lag de hemmelige filene slik `secrets/README.md` beskriver."});
    }

    void build()
    {
        if (!m_plan.builds())
            return;
        if (m_plan.wants(Target::Compose))
            step({"Put the source code of the services into their folders (listed below) and build "
                  "the "
                  "images:",
                  "Legg kildekoden til tjenestene i mappene deres (se under) og bygg imagene:"},
                 composeCommand(m_plan) + " build");
        else
            step({"Put the source code of the services into their folders (listed below) and build "
                  "each "
                  "image with its `docker/<service>/Dockerfile`.",
                  "Legg kildekoden til tjenestene i mappene deres (se under) og bygg hvert image "
                  "med sin "
                  "`docker/<service>/Dockerfile`."});
        if (m_plan.wants(Target::Kubernetes))
            step({"For a cluster, push the built images to a registry that it can read.",
                  "For en klynge: skyv de bygde imagene til et register den kan lese fra."});
    }

    const Request &m_request;
    const Plan &m_plan;
    Markdown &m_page;
    int m_number = 0;
};

/// "services.api.digest" and what to do.
std::string itemText(const Request &request, const Diagnostic &diagnostic)
{
    std::string text = encode::markdownCode(diagnostic.path) + ": "
                     + encode::markdown(request.say(diagnostic.message));
    if (!diagnostic.advice.empty())
        text += " " + encode::markdown(request.say(diagnostic.advice));
    return text;
}

void items(const Request &request, Markdown &page, Severity severity, const StaticProse &intro)
{
    bool isFirst = true;
    for (const Diagnostic &diagnostic : request.diagnostics()) {
        if (diagnostic.severity != severity)
            continue;
        if (isFirst)
            page.paragraph(request.say(intro));
        isFirst = false;
        page.task(itemText(request, diagnostic));
    }
}

} // namespace

void readmeSteps(const Request &request, Markdown &page)
{
    page.heading(2, request.say(StaticProse{"Order of use", "Rekkefølge"}));
    Steps(request, page).write();
}

void readmeOpenItems(const Request &request, Markdown &page)
{
    page.heading(2, request.say(StaticProse{"Open items", "Åpne punkter"}));
    if (!hasOpenItems(request))
        page.paragraph(request.say(
            StaticProse{"Skanse found none in the answers.", "Skanse fant ingen i svarene."}));
    items(request, page, Severity::Warning,
          {"Should be changed, or accepted on purpose:", "Bør endres, eller godtas med vilje:"});
    items(request, page, Severity::Open,
          {"Somebody has to find out and fill in:", "Noen må finne ut av og fylle inn:"});
}

} // namespace skanse::render
