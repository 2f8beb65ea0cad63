// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/ci_files.h"
#include "core/render/parts.h"

namespace skanse::render {

namespace {

Artifact artifact(std::string path, Syntax syntax, Text text, bool executable = false)
{
    return {std::move(path), syntax, std::move(text.text), std::move(text.spans), executable};
}

} // namespace

std::vector<Gate> ciLintGates(const Plan &plan)
{
    std::vector<Gate> gates;
    gates.push_back({"pins", {"List open digests", "List åpne digester"}, ControlId::lint_gate});
    if (plan.builds())
        gates.push_back({"dockerfiles",
                         {"Lint the Dockerfiles", "Kontroller Dockerfilene"},
                         ControlId::lint_gate});
    gates.push_back({"config",
                     {"Look for weak configuration", "Se etter svak konfigurasjon"},
                     ControlId::lint_gate});
    if (plan.wants(Target::Compose))
        gates.push_back({"compose",
                         {"Check the compose file", "Kontroller compose-filen"},
                         ControlId::lint_gate});
    if (plan.wants(Target::Kubernetes))
        gates.push_back({"kubernetes",
                         {"Put the manifests together", "Sett sammen manifestene"},
                         ControlId::lint_gate});
    return gates;
}

std::vector<Gate> ciImageGates(const Plan &plan)
{
    std::vector<Gate> gates;
    if (plan.builds())
        gates.push_back(
            {"build", {"Build the images", "Bygg imagene"}, ControlId::scan_gate, true});
    gates.push_back({"scan",
                     {"Stop on critical flaws", "Stopp ved kritiske sårbarheter"},
                     ControlId::scan_gate,
                     plan.builds()});
    gates.push_back({"sbom",
                     {"List the parts of the images", "List opp delene i imagene"},
                     ControlId::sbom,
                     plan.builds()});
    return gates;
}

void ci(const Request &request, Bundle &bundle)
{
    auto &artifacts = bundle.artifacts;
    artifacts.push_back(artifact("ci/scan.sh", Syntax::Shell, ciScanScript(request), true));
    artifacts.push_back(artifact("ci/trivyignore.yaml", Syntax::Yaml, ciTrivyIgnore(request)));
    artifacts.push_back(artifact("ci/gitlab-ci.yml", Syntax::Yaml, ciGitlab(request)));
    artifacts.push_back(artifact("ci/github-actions.yml", Syntax::Yaml, ciGithub(request)));
}

} // namespace skanse::render
