// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/ci/files.h"
#include "core/render/parts.h"

namespace skanse::render {

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
    Text script = ciScanScript(request);
    bundle.artifacts.push_back(
        {"ci/scan.sh", Syntax::Shell, std::move(script.text), std::move(script.spans), true});
    bundle.addYaml("ci/gitlab-ci.yml", ciGitlab(request));
    bundle.addYaml("ci/github-actions.yml", ciGithub(request));
}

} // namespace skanse::render
