// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/bundle.h"

#include "core/base/fill.h"
#include "core/render/parts.h"

#include <algorithm>

namespace skanse {

std::expected<Bundle, RenderError> renderBundle(const Plan &plan, const Catalogue &catalogue,
                                                const Stamp &stamp, const Diagnostics &diagnostics)
{
    const Request request(plan, catalogue, stamp, diagnostics);
    Bundle bundle;
    bundle.artifacts.reserve(32 + 4 * plan.services.size());
    render::readme(request, bundle);
    bundle.artifacts.push_back({"profile.skanse.yaml", Syntax::Yaml, stamp.profile, {}, false});
    if (plan.wants(Target::Compose))
        render::compose(request, bundle);
    render::dockerfiles(request, bundle);
    render::serviceFiles(request, bundle);
    render::secrets(request, bundle);
    if (plan.wants(Target::Kubernetes))
        render::kubernetes(request, bundle);
    render::verify(request, bundle);
    if (plan.wants(Target::Host))
        render::host(request, bundle);
    if (plan.wants(Target::Ci))
        render::ci(request, bundle);
    render::lint(request, bundle);
    if (bundle.error)
        return std::unexpected(std::move(*bundle.error));
    const std::size_t others = bundle.artifacts.size();
    render::hardening(request, bundle);
    // HARDENING.md is read after README.md and the profile, but needs the spans of all others.
    std::rotate(bundle.artifacts.begin() + 2,
                bundle.artifacts.begin() + static_cast<std::ptrdiff_t>(others),
                bundle.artifacts.end());
    return bundle;
}

Diagnostic diagnosticOf(const RenderError &error)
{
    return {.id = "render-duplicate-key",
            .path = {},
            .question = {},
            .message =
                fill(StaticProse{"“{}” cannot be written: the key “{}” would stand in it twice.",
                                 "«{}» kan ikke skrives: nøkkelen «{}» ville stått der to ganger."},
                     error.path, error.key),
            .advice = {"This is a fault in Skanse, not in the profile: please report it, with the "
                       "profile. No file was made.",
                       "Dette er en feil i Skanse, ikke i profilen: meld fra om den, og legg ved "
                       "profilen. Ingen filer ble laget."}};
}

} // namespace skanse
