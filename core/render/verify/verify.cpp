// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/parts.h"
#include "core/render/template_block.h"
#include "core/render/verify/words.h"
#include "core/text/encode.h"
#include "core/text/line_writer.h"

namespace skanse::render {

namespace {

/// For `inspect`: every address of a container.
constexpr std::string_view kAddresses =
    "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{.GlobalIPv6Address}} {{end}}";

/// For `inspect`: control, setting, value. The words of docker and podman that mean the same.
constexpr std::string_view kSettings =
    "non-root user {{.Config.User}}\n"
    "read-only-root read_only {{.HostConfig.ReadonlyRootfs}}\n"
    "no-privilege-escalation security_opt {{.HostConfig.SecurityOpt}}\n"
    "drop-capabilities privileged {{.HostConfig.Privileged}}\n"
    "drop-capabilities cap_add {{.HostConfig.CapAdd}}\n"
    "drop-capabilities cap_drop {{.HostConfig.CapDrop}}\n"
    "segmented-networks networks {{range $name, $one := .NetworkSettings.Networks}}{{$name}} "
    "{{end}}\n"
    "open-files-limit ulimits {{range .HostConfig.Ulimits}}{{.Name}}={{.Soft}}:{{.Hard}} {{end}}\n"
    "scratch-limits tmpfs {{.HostConfig.Tmpfs}}\n"
    "pids-limit pids_limit {{.HostConfig.PidsLimit}}\n"
    "memory-limit mem_limit {{.HostConfig.Memory}}";

/// Writes drill.sh: functions from the template, then one call for each service and each attempt.
class Drill
{
public:
    explicit Drill(const Request &request)
        : m_request(request)
        , m_plan(request.plan())
        , m_out(SpansOnly{})
    {
    }

    Text script()
    {
        m_out.line("#!/bin/sh");
        header({"Tries on the running workload what an attacker inside would try, and shows which "
                "controls held.",
                "Prøver på arbeidslasten i drift det en angriper på innsiden ville prøvd, og viser "
                "hvilke tiltak som holdt."});
        functions();
        for (const ServicePlan &service : m_plan.services) {
            m_out.blank();
            m_out.line("service " + encode::shellWord(service.name) + ownPorts(service));
            if (m_plan.wants(Target::Kubernetes))
                m_out.line("pod " + encode::shellWord(probePod(m_request, service)));
            flows(service);
            for (const AttemptPlan &attempt : service.attempts)
                call(service, attempt);
        }
        m_out.blank();
        m_out.line("report");
        return m_out.take();
    }

    Text probe()
    {
        m_out.line("#!/bin/sh");
        header(
            {"The attempts themselves. drill.sh starts it inside a container, with its own tools.",
             "Selve forsøkene. drill.sh starter det inne i en container, med egne verktøy."});
        const Text text = filled(
            "verify/probe.sh",
            {{"no-applet", word({"this busybox lacks", "denne busyboxen mangler"})},
             {"worked", word({"it worked", "det virket"})},
             {"written", word({"written", "skrevet"})},
             {"rights-only", word({"writable; only the rights of files refuse",
                                   "skrivbart; bare filrettighetene nekter"})},
             {"no-setid", word({"no program with the set-user-ID bit of root could be brought in "
                                "(run the drill as root)",
                                "fikk ikke med et program med set-user-ID for root (kjør øvelsen "
                                "som root)"})},
             {"nosuid",
              word({"the drill folder lies on a file system without set-user-ID programs",
                    "øvelsens mappe ligger på et filsystem uten set-user-ID-programmer"})},
             {"was-root", word({"the program ran as root", "programmet kjørte som root"})},
             {"low-ports-open", word({"this engine lets everybody use low ports inside a container",
                                      "denne motoren lar alle bruke lave porter i en container"})},
             {"limit", word({"limit", "grense"})},
             {"raised", word({"raised to", "hevet til"})},
             {"memory-first",
              word({"the memory limit ended it first", "minnegrensen stoppet det først"})},
             {"readable", word({"it can be read", "den kan leses"})},
             {"answers", word({"answers", "svarer"})},
             {"processes", word({"processes", "prosesser"})},
             {"got", word({"got", "fikk"})},
             {"killed", word({"killed at the limit", "drept ved grensen"})}});
        m_out.line(text.text);
        return m_out.take();
    }

private:
    [[nodiscard]] std::string word(const StaticProse &text) const
    {
        return std::string(m_request.say(text));
    }

    void header(const StaticProse &what)
    {
        for (const std::string &line : m_request.header(what))
            m_out.line("# " + line);
    }

    void functions()
    {
        m_out.line("# "
                   + word({"Exit code: 0 everything held, 1 something broke, 2 it could not be "
                           "tried. How: drill.sh --help",
                           "Sluttkode: 0 alt holdt, 1 noe brast, 2 det kunne ikke prøves. "
                           "Hvordan: drill.sh --help"}));
        const Text text = filled(
            "verify/drill.sh",
            {{"usage", usage()},
             {"addresses-format", std::string(kAddresses)},
             {"settings-format", std::string(kSettings)},
             {"no-engine", word({"not found", "finnes ikke"})},
             {"namespace", m_plan.nameSpace},
             {"workload", m_plan.name},
             {"no-image", word({"name an image of busybox that the cluster may run: --image IMAGE",
                                "oppgi et busybox-image som klyngen kan kjøre: --image IMAGE"})},
             {"no-compose", word({"no Compose found", "fant ikke Compose"})},
             {"no-busybox", word({"a static busybox is needed (package busybox-static)",
                                  "en statisk busybox trengs (pakken busybox-static)"})},
             {"not-named", word({"no target was named (--internet, --metadata)",
                                 "intet mål er oppgitt (--internet, --metadata)"})},
             {"silent",
              word({"does not answer this machine either", "svarer heller ikke denne maskinen"})},
             {"nobody-home", word({"does not answer its own neighbours either",
                                   "svarer heller ikke sine egne naboer"})},
             {"too-many", word({"more processes than the drill starts",
                                "flere prosesser enn øvelsen starter"})},
             {"too-much", word({"more memory than the drill takes", "mer minne enn øvelsen tar"})},
             {"no-room", word({"too little memory is free on this machine",
                               "for lite ledig minne på denne maskinen"})},
             {"compare",
              word({"the running container's setting", "innstillingen i containeren i drift"})},
             {"as-file", word({"as in compose.yaml", "som i compose.yaml"})},
             {"the-same", word({"the same", "den samme"})},
             {"killed-whole",
              word({"the kernel ended the container", "kjernen avsluttet containeren"})},
             {"no-answer", word({"the probe gave no answer", "proben svarte ikke"})},
             {"headings", word({"result service control attempt expected seen",
                                "resultat tjeneste tiltak forsøk ventet sett"})},
             {"held", word({"held", "holdt"})},
             {"broken", word({"BROKEN", "BRUTT"})},
             {"waived", word({"waived", "fraveket"})},
             {"untried", word({"not tried", "ikke prøvd"})}});
        m_out.line(text.text);
    }

    [[nodiscard]] std::string usage() const
    {
        return word(
            {"usage: sh verify/drill.sh [options]\n"
             "Starts a second container of each service, with the same settings and a static "
             "busybox as its\n"
             "program, makes the attempts there, and removes it. Run it as root, while the "
             "workload runs.\n"
             "  --json                      results as JSON; the table goes to standard error\n"
             "  --service NAME              only this service\n"
             "  --kubernetes --image IMAGE  in the cluster of kubectl: a pod with the labels and "
             "settings of\n"
             "                              each service, and an image of busybox that you name\n"
             "  --docker, --podman          the engine (docker when both are there)\n"
             "  --compose COMMAND           the Compose that talks to it\n"
             "  --busybox FILE              a static busybox\n"
             "  --internet ADDRESS:PORT     a server of yours outside, that answers\n"
             "  --metadata ADDRESS:PORT     169.254.169.254:80\n"
             "  --max-memory MIB            1024; larger limits are not tried\n"
             "  --max-processes NUMBER      2000; larger limits are not tried",
             "bruk: sh verify/drill.sh [valg]\n"
             "Starter en ekstra container av hver tjeneste, med samme innstillinger og en statisk "
             "busybox som\n"
             "program, gjør forsøkene der, og fjerner den. Kjør som root, mens arbeidslasten går.\n"
             "  --json                      resultatene som JSON; tabellen går til standard feil\n"
             "  --service NAVN              bare denne tjenesten\n"
             "  --kubernetes --image IMAGE  i klyngen til kubectl: en pod med merkelappene og "
             "innstillingene\n"
             "                              til hver tjeneste, og et busybox-image som du oppgir\n"
             "  --docker, --podman          motoren (docker når begge finnes)\n"
             "  --compose KOMMANDO          den Compose som snakker med den\n"
             "  --busybox FIL               en statisk busybox\n"
             "  --internet ADRESSE:PORT     en tjener du har på utsiden, som svarer\n"
             "  --metadata ADRESSE:PORT     169.254.169.254:80\n"
             "  --max-memory MIB            1024; større grenser prøves ikke\n"
             "  --max-processes ANTALL      2000; større grenser prøves ikke"});
    }

    [[nodiscard]] static std::string ownPorts(const ServicePlan &service)
    {
        std::string ports;
        for (const PortPlan &port : service.ports)
            if (port.protocol == Protocol::Tcp)
                ports += " " + std::to_string(port.port);
        return ports;
    }

    void flows(const ServicePlan &service)
    {
        for (const Flow *flow : m_plan.flowsFrom(m_request.indexOf(service)))
            if (flow->to.kind == Endpoint::Kind::Service && flow->protocol == Protocol::Tcp)
                m_out.line(
                    fill("flow {} {}",
                         encode::shellWord(
                             m_plan.services[static_cast<std::size_t>(flow->to.service)].name),
                         flow->port));
    }

    /// "attempt CONTROL WORDS EXPECTED KIND ARGUMENTS", with what limits it in front.
    void call(const ServicePlan &service, const AttemptPlan &attempt)
    {
        const AttemptWords words = wordsOf(m_plan, attempt);
        std::string line = attempt.waived ? "waived " : "";
        if (attempt.compose && attempt.kubernetes)
            line += "attempt";
        else
            line += attempt.compose ? "only_in compose " : "only_in kubernetes ";
        if (attempt.compose != attempt.kubernetes)
            line += encode::shellWord(
                reason(attempt, attempt.compose ? Column::Kubernetes : Column::Compose));
        for (const std::string_view part :
             {toString(attempt.control), std::string_view(words.attempt),
              std::string_view(words.expected), toString(attempt.kind)})
            line += " " + encode::shellWord(part);
        for (const std::string &argument : arguments(attempt))
            line += " " + encode::shellWord(argument);
        m_out.line(line, m_request.why(service, attempt.control));
    }

    /// Why `column` cannot show the control.
    [[nodiscard]] std::string_view reason(const AttemptPlan &attempt, Column column) const
    {
        const ControlTarget &target = m_request.catalogue()
                                          .control(attempt.control)
                                          .targets.at(static_cast<std::size_t>(column));
        return target.shows.empty() ? std::string_view(m_request.say(target.cannot))
                                    : whyNot(m_plan, attempt.kind);
    }

    [[nodiscard]] std::vector<std::string> arguments(const AttemptPlan &attempt) const
    {
        switch (attempt.kind) {
        case AttemptKind::ReachService:
            return {m_plan.services[static_cast<std::size_t>(attempt.service)].name,
                    std::to_string(attempt.port)};
        case AttemptKind::ReadSecret:
        case AttemptKind::RunFromScratch:
            return {attempt.path};
        case AttemptKind::ReadToken:
            return {"/var/run/secrets/kubernetes.io/serviceaccount/token"};
        case AttemptKind::FillScratch:
            return {attempt.path, std::to_string(attempt.amount)};
        case AttemptKind::BeRoot:
        case AttemptKind::KeepCapabilities:
        case AttemptKind::RaiseOpenFiles:
        case AttemptKind::Fork:
        case AttemptKind::Allocate:
            return {std::to_string(attempt.amount)};
        default:
            return {};
        }
    }

    const Request &m_request;
    const Plan &m_plan;
    LineWriter m_out;
};

} // namespace

void verify(const Request &request, Bundle &bundle)
{
    const Plan &plan = request.plan();
    if (!plan.wants(Target::Compose) && !plan.wants(Target::Kubernetes))
        return;
    Text drill = Drill(request).script();
    Text probe = Drill(request).probe();
    bundle.artifacts.push_back(
        {"verify/drill.sh", Syntax::Shell, std::move(drill.text), std::move(drill.spans), true});
    bundle.artifacts.push_back(
        {"verify/probe.sh", Syntax::Shell, std::move(probe.text), std::move(probe.spans), true});
}

} // namespace skanse::render
