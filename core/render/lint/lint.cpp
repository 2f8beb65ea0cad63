// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/lint/files.h"
#include "core/render/parts.h"

namespace skanse::render {

void lint(const Request &request, Bundle &bundle)
{
    const Plan &plan = request.plan();
    bundle.addYaml(".yamllint", yamllintSettings(request));
    if (plan.wants(Target::Compose))
        bundle.addYaml(".dclintrc.yaml", dclintSettings(request));
    if (!plan.wants(Target::Kubernetes) && !plan.wants(Target::Ci) && !plan.builds())
        return;
    bundle.addYaml("trivy.yaml", trivySettings(request));
    bundle.addYaml("lint/trivyignore.yaml", trivyIgnore(request));
    if (plan.wants(Target::Kubernetes))
        bundle.addYaml("lint/trivy-data/ksv0125.yaml", trivyRegistries(request));
}

} // namespace skanse::render
