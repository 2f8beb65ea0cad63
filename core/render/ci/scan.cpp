// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/build_paths.h"
#include "core/render/ci/files.h"
#include "core/render/template_block.h"
#include "core/text/encode.h"
#include "core/text/line_writer.h"

#include <algorithm>

namespace skanse::render {

namespace {

using enum ControlId;

/// Writes ci/scan.sh: tools from the template, then one function for each gate, with one line for each
/// image or Dockerfile.
class ScanScript
{
public:
    explicit ScanScript(const Request &request)
        : m_request(request)
        , m_plan(request.plan())
        , m_out(request.commenter())
    {
    }

    Text write()
    {
        m_out.line("#!/bin/sh");
        m_out.header(
            m_request.header({"The gates before a deploy: sh ci/scan.sh [gate]; without a gate all "
                              "of them. Installed tools are used, else their images.",
                              "Kontrollene før utrulling: sh ci/scan.sh [kontroll]; uten ord "
                              "kjøres alle. Installerte verktøy brukes, ellers imagene deres."}));
        tools();
        m_out.line(filled("ci/scan.sh", {{"open", say({"open digest:", "åpen digest:"})}}).text);
        gates();
        dispatch();
        return m_out.take();
    }

private:
    [[nodiscard]] std::string say(const StaticProse &text) const
    {
        return std::string(m_request.say(text));
    }

    void tools()
    {
        m_out.header(std::vector<std::string>{
            say({"Tools by tag: add @sha256:... after you have checked the digest.",
                 "Verktøy med tagg: legg til @sha256:... når du har kontrollert digesten."})});
        m_out.blank();
        tool("TRIVY_IMAGE", kTrivyImage);
        tool("HADOLINT_IMAGE", kHadolintImage);
        tool("KUBECTL_IMAGE", kKubectlImage);
        m_out.blank();
    }

    void tool(std::string_view variable, std::string_view image)
    {
        m_out.line(fill("{}=${{}:-{}}", variable, variable, image), m_request.why(pinned_actions));
    }

    void gates()
    {
        gate("pins", [this] { pins(); });
        if (m_plan.builds())
            gate("dockerfiles", [this] { dockerfiles(); });
        gate("config", [this] { config(); });
        if (m_plan.wants(Target::Compose))
            gate("compose", [this] {
                m_out.line("    note docker compose config\n"
                           "    docker compose config --quiet || bad",
                           m_request.why(lint_gate));
            });
        if (m_plan.wants(Target::Kubernetes))
            gate("kubernetes", [this] {
                m_out.line("    note kubectl kustomize kubernetes\n"
                           "    run_kubectl kustomize kubernetes >/dev/null || bad",
                           m_request.why(lint_gate));
            });
        if (m_plan.builds())
            gate("build", [this] { builds(); });
        gate("scan", [this] { images("scan", scan_gate, false); });
        gate("sbom", [this] { images("list_parts", sbom, true); });
    }

    template <class Body> void gate(std::string_view name, Body body)
    {
        m_out.blank();
        m_out.line(fill("gate_{}() {", name));
        body();
        m_out.line("}");
    }

    void pins()
    {
        m_out.line("    note digests");
        for (const ServicePlan &service : m_plan.services) {
            const Origin why = m_request.why(service, image_pinned, "service.digest");
            if (service.image.recipe != nullptr && service.image.build)
                bases(service, why);
            else if (service.image.digest.empty())
                openPin(service, service.image.reference, why);
        }
    }

    /// Images that a build starts from; a stage may also start from an earlier stage.
    void bases(const ServicePlan &service, const Origin &why)
    {
        const auto &stages = service.image.recipe->stages;
        for (const BuildStage &stage : stages)
            if (std::ranges::find(stages, stage.from, &BuildStage::name) == stages.end()
                && stage.from.find('@') == std::string::npos && stage.from != "scratch")
                openPin(service, stage.from, why);
    }

    void openPin(const ServicePlan &service, const std::string &image, const Origin &why)
    {
        m_out.line("    open_pin " + encode::shellWord(service.name) + " "
                       + encode::shellWord(image),
                   why);
    }

    void dockerfiles()
    {
        for (const ServicePlan &service : m_plan.services)
            if (service.image.build)
                m_out.line("    lint_dockerfile " + dockerFolder(service) + "Dockerfile || bad",
                           m_request.why(service, lint_gate, "service.preset"));
    }

    void config()
    {
        m_out.line(
            "    note trivy config\n"
            "    run_trivy config --skip-version-check --skip-check-update --disable-telemetry \\\n"
            "        --misconfig-scanners dockerfile,kubernetes --severity HIGH,CRITICAL \\\n"
            "        --skip-dirs \"$CACHE\" --exit-code 1 . || bad",
            m_request.why(lint_gate));
    }

    void builds()
    {
        for (const ServicePlan &service : m_plan.services)
            if (service.image.build)
                m_out.line("    build " + encode::shellWord(service.image.reference) + " "
                               + dockerFolder(service) + "Dockerfile "
                               + encode::shellWord(buildPaths(service).context) + " || bad",
                           m_request.why(service, scan_gate, "service.origin"));
    }

    /// One line for each image; a pulled image that several services use counts once.
    void images(std::string_view function, ControlId control, bool named)
    {
        std::vector<std::string> seen;
        for (const ServicePlan &service : m_plan.services) {
            std::string reference = service.image.pinned();
            if (std::ranges::find(seen, reference) != seen.end())
                continue;
            std::string line = "    ";
            line += function;
            line += service.image.build ? " built " : " pulled ";
            line += encode::shellWord(reference);
            if (named)
                line += " " + encode::shellWord(service.name);
            m_out.line(line + " || bad",
                       m_request.why(service, {control, image_pinned}, "service.image"));
            seen.push_back(std::move(reference));
        }
    }

    void dispatch()
    {
        std::vector<std::string_view> names;
        for (const Gate &gate : ciLintGates(m_plan))
            names.push_back(gate.name);
        for (const Gate &gate : ciImageGates(m_plan))
            names.push_back(gate.name);
        m_out.blank();
        m_out.line("case ${1:-all} in");
        for (const std::string_view name : names)
            m_out.line(fill("{}) gate_{} ;;", name, name));
        m_out.line("all)");
        for (const std::string_view name : names) {
            m_out.line(fill("    gate_{}", name));
            if (name == "build")
                m_out.line("    finish"); // nothing to scan when a build fails
        }
        m_out.line("    ;;\n*)");
        m_out.line(fill("    printf '{}\\n' \"$1\" >&2\n    exit 2\n    ;;\nesac\nfinish",
                        m_request.say(StaticProse{"unknown gate: %s", "ukjent kontroll: %s"})));
    }

    const Request &m_request;
    const Plan &m_plan;
    LineWriter m_out;
};

} // namespace

Text ciScanScript(const Request &request)
{
    return ScanScript(request).write();
}

} // namespace skanse::render
