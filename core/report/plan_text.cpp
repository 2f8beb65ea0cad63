// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/labels.h"
#include "core/report/plain_text.h"
#include "core/report/plan_report.h"

namespace skanse::report {

namespace {

class PlanText
{
public:
    explicit PlanText(const Plan &plan) : m_plan(plan), m_language(plan.language) {}

    std::string write()
    {
        overview();
        services();
        paths();
        networks();
        flows();
        region();
        decisions();
        return std::move(m_out);
    }

private:
    [[nodiscard]] std::string say(const StaticProse &prose) const
    {
        return std::string(prose.in(m_language));
    }
    [[nodiscard]] std::string yesNo(bool value) const
    {
        return value ? say({"yes", "ja"}) : say({"no", "nei"});
    }

    void heading(const StaticProse &text) { m_out += "\n" + say(text) + "\n"; }

    void table(const StaticProse &title, const TextTable &table)
    {
        if (table.isEmpty())
            return;
        heading(title);
        m_out += table.text(2);
    }

    void overview()
    {
        const MachinePlan &machine = m_plan.host.machine;
        std::vector<std::string> targets;
        for (const Target target : m_plan.targets)
            targets.push_back(say(choiceLabel(target)));
        m_out += m_plan.name + "\n";
        LabelledLines lines;
        lines.add(say({"Environment", "Miljø"}), say(choiceLabel(m_plan.environment)));
        lines.add(say({"Targets", "Mål"}), joined(targets));
        lines.add(say({"Namespace", "Navnerom"}), m_plan.nameSpace);
        lines.add(say({"Public name", "Offentlig navn"}), m_plan.hostname);
        lines.add(say({"Pod Security", "Pod Security"}), m_plan.podSecurity);
        lines.add(say({"Machine", "Maskin"}),
                  fill(say({"{} vCPU, {} memory, {} disk", "{} vCPU, {} minne, {} disk"}),
                       machine.vcpu, toString(machine.memory), toString(machine.disk))
                      + (machine.derived ? say({" (derived)", " (utledet)"}) : std::string()));
        lines.add(say({"Limits", "Grenser"}),
                  fill(say({"{} memory, {} CPU; {} memory kept for the host",
                            "{} minne, {} CPU; {} minne satt av til verten"}),
                       toString(machine.limits), toString(machine.cpuLimits),
                       toString(machine.reserve)));
        m_out += lines.text(2);
    }

    void services()
    {
        TextTable table({say({"NAME", "NAVN"}), say({"PRESET", "FORVALG"}), say({"USER", "BRUKER"}),
                         say({"MEMORY", "MINNE"}), "CPU", say({"REPLICAS", "REPLIKAER"}),
                         say({"KIND", "SLAG"}), "IMAGE"});
        for (const ServicePlan &service : m_plan.services)
            table.row({service.name, service.preset->id, fill("{}:{}", service.uid, service.gid),
                       toString(service.resources.memory), toString(service.resources.cpu),
                       std::to_string(service.replicas),
                       service.stateful ? "StatefulSet" : "Deployment", service.image.pinned()});
        this->table({"Services", "Tjenester"}, table);
        TextTable ports({say({"SERVICE", "TJENESTE"}), say({"NAME", "NAVN"}), "PORT",
                         say({"PUBLISHED", "PUBLISERT"})});
        for (const ServicePlan &service : m_plan.services)
            for (const PortPlan &port : service.ports)
                ports.row({service.name, port.name, fill("{}/{}", port.port, wordOf(port.protocol)),
                           port.publication ? publicationText(*port.publication, m_language)
                                            : yesNo(false)});
        this->table({"Ports", "Porter"}, ports);
    }

    void paths()
    {
        TextTable table({say({"SERVICE", "TJENESTE"}), say({"KIND", "SLAG"}),
                         say({"SIZE", "STØRRELSE"}), say({"PATH", "STI"})});
        for (const ServicePlan &service : m_plan.services) {
            for (const MountPlan &mount : service.storage)
                table.row(
                    {service.name, say(choiceLabel(mount.kind)), toString(mount.size), mount.path});
            for (const ScratchPlan &scratch : service.scratch)
                table.row({service.name, say({"Scratch", "Kladd"}), toString(scratch.size),
                           scratch.path});
            for (const SecretPlan &secret : service.secrets)
                table.row({service.name, say({"Secret", "Hemmelighet"}), "-", secret.path});
        }
        this->table({"Paths", "Stier"}, table);
    }

    void networks()
    {
        TextTable table(
            {say({"NAME", "NAVN"}), say({"OUTSIDE", "UT"}), say({"MEMBERS", "MEDLEMMER"})});
        for (const NetworkPlan &network : m_plan.networks) {
            std::vector<std::string> members;
            for (const int member : network.members)
                members.push_back(m_plan.services.at(static_cast<std::size_t>(member)).name);
            table.row({network.name, yesNo(network.masquerade), joined(members)});
        }
        this->table({"Networks (Compose)", "Nett (Compose)"}, table);
    }

    void flows()
    {
        TextTable table(
            {say({"FROM", "FRA"}), say({"TO", "TIL"}), "PORT", say({"PURPOSE", "FORMÅL"})});
        for (const Flow &flow : m_plan.flows)
            table.row({endpointText(m_plan, flow.from, true, m_language),
                       endpointText(m_plan, flow.to, false, m_language), portText(flow, m_language),
                       flow.derived ? say({"(added)", "(lagt til)"}) : flow.purpose});
        this->table({"Flows", "Strømmer"}, table);
    }

    void region()
    {
        const RegionPlan &region = m_plan.region;
        heading({"Region", "Region"});
        LabelledLines lines;
        for (const DataLocation &location : region.locations) {
            std::string text = regionText(location.region, m_language);
            if (location.basis != nullptr)
                text += ": " + location.basis->label.in(m_language);
            lines.add(say(labelOf(location.kind)), text);
        }
        lines.add(say({"Provider's law", "Leverandørens lov"}),
                  regionText(region.providerCountry, m_language));
        for (const Duty *duty : region.duties)
            lines.add(say({"Duty", "Plikt"}), duty->text.in(m_language));
        m_out += lines.text(2);
    }

    void decisions()
    {
        heading({"Decisions", "Avgjørelser"});
        decisionsOf(say({"whole workload", "hele arbeidslasten"}), m_plan.decisions);
        for (const ServicePlan &service : m_plan.services)
            decisionsOf(service.name, service.decisions);
    }

    void decisionsOf(const std::string &subject, const std::vector<Decision> &decisions)
    {
        m_out += "  " + subject + "\n";
        TextTable table(
            {say({"CONTROL", "TILTAK"}), say({"STATE", "STATUS"}), say({"REASON", "GRUNN"})});
        for (const Decision &decision : decisions)
            table.row({std::string(toString(decision.control)), say(labelOf(decision.state)),
                       decision.reason.in(m_language)});
        m_out += table.text(4);
    }

    const Plan &m_plan;
    Language m_language;
    std::string m_out;
};

} // namespace

std::string planText(const Plan &plan)
{
    return PlanText(plan).write();
}

} // namespace skanse::report
