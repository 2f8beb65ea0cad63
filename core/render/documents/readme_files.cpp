// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/documents/readme_parts.h"

#include <algorithm>

namespace skanse::render {

namespace {

/// The names of the services for which `holds`, as code: "`api`, `worker`".
template <class Function> std::string namesOf(const Plan &plan, Function holds)
{
    std::string names;
    for (const ServicePlan &service : plan.services) {
        if (!holds(service))
            continue;
        names += names.empty() ? "`" : ", `";
        names += service.name;
        names += '`';
    }
    return names;
}

class FileTable
{
public:
    explicit FileTable(const Request &request) : m_request(request) {}

    void row(std::string_view path, const StaticProse &purpose)
    {
        m_rows.push_back({{fill("`{}`", path), std::string(m_request.say(purpose))}});
    }

    void images()
    {
        const Plan &plan = m_request.plan();
        const std::string built =
            namesOf(plan, [](const ServicePlan &service) { return service.image.build; });
        if (!built.empty())
            m_rows.push_back({{"`docker/<service>/Dockerfile`",
                               fill(m_request.say(StaticProse{
                                        "Recipe of the image, and what stays out of it: {}",
                                        "Oppskriften på imaget, og hva som holdes utenfor: {}"}),
                                    built)}});
        const std::string configured =
            namesOf(plan, [](const ServicePlan &service) { return !service.files.empty(); });
        if (!configured.empty())
            m_rows.push_back(
                {{"`docker/<service>/`",
                  fill(m_request.say(StaticProse{"Configuration of the program itself: {}",
                                                 "Konfigurasjon av selve programmet: {}"}),
                       configured)}});
    }

    [[nodiscard]] const std::vector<Markdown::Row> &rows() const { return m_rows; }

private:
    const Request &m_request;
    std::vector<Markdown::Row> m_rows;
};

void clusterFiles(FileTable &files)
{
    files.row("kubernetes/", {"Everything for the cluster; `kustomization.yaml` is the way in",
                              "Alt til klyngen; `kustomization.yaml` er inngangen"});
    files.row("kubernetes/services/",
              {"One file per service: workload, service, account, disruption budget",
               "Én fil per tjeneste: arbeidslast, tjeneste, konto, avbruddsbudsjett"});
    files.row("kubernetes/network-policies.yaml",
              {"Nothing may connect, then exactly the flows below",
               "Ingenting får koble til, deretter nøyaktig strømmene under"});
}

void hostFiles(FileTable &files)
{
    files.row("host/CHECKLIST.md", {"The machine, step by step, and the duties that remain",
                                    "Maskinen, steg for steg, og pliktene som gjenstår"});
    files.row("host/",
              {"First boot, SSH, kernel settings, packet filter, Docker daemon, and a script "
               "that checks them",
               "Første oppstart, SSH, kjerneinnstillinger, pakkefilter, Docker-daemon, og et "
               "skript som kontrollerer dem"});
}

} // namespace

void readmeFiles(const Request &request, Markdown &page)
{
    const Plan &plan = request.plan();
    FileTable files(request);
    files.row("HARDENING.md",
              {"Every control: why, where it stands, what is waived, what remains",
               "Alle tiltak: hvorfor, hvor de står, hva som er fraveket, hva som gjenstår"});
    files.row("profile.skanse.yaml", {"The answers; all other files follow from them",
                                      "Svarene; alle andre filer følger av dem"});
    if (plan.wants(Target::Compose))
        files.row("compose.yaml", {"All services on one machine", "Alle tjenestene på én maskin"});
    files.images();
    if (std::ranges::any_of(plan.services,
                            [](const ServicePlan &service) { return !service.secrets.empty(); }))
        files.row("secrets/README.md",
                  {"How each secret file is made; values are in no generated file",
                   "Hvordan hver hemmelige fil lages; verdier står i ingen generert fil"});
    if (plan.wants(Target::Kubernetes))
        clusterFiles(files);
    if (plan.wants(Target::Compose) || plan.wants(Target::Kubernetes))
        files.row(
            "verify/drill.sh",
            {"Tries on the running services what an attacker would, and shows what held",
             "Prøver på tjenestene i drift det en angriper ville prøvd, og viser hva som holdt"});
    if (plan.wants(Target::Host))
        hostFiles(files);
    if (plan.wants(Target::Ci))
        files.row("ci/",
                  {"Scan and lint gates for GitLab and GitHub, and `scan.sh` to run them here",
                   "Skanning og kontroll i GitLab og GitHub, og `scan.sh` for å kjøre det her"});
    if (plan.wants(Target::Kubernetes) || plan.wants(Target::Ci) || plan.builds())
        files.row("lint/",
                  {"What scanners let pass, and why; HARDENING.md explains it",
                   "Hva skannere slipper gjennom, og hvorfor; HARDENING.md forklarer det"});
    page.heading(2, request.say(StaticProse{"Files", "Filer"}));
    page.table({std::string(request.say(StaticProse{"File", "Fil"})),
                std::string(request.say(StaticProse{"What it is for", "Hva den er til"}))},
               files.rows());
}

} // namespace skanse::render
