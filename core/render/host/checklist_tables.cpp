// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/catalogue_markdown.h"
#include "core/render/host/checklist.h"
#include "core/render/host/files.h"
#include "core/render/labels.h"
#include "core/render/secrets/files.h"
#include "core/render/sizing.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

using enum ControlId;
using Rows = std::vector<Markdown::Row>;

std::string say(const Request &request, const StaticProse &text)
{
    return std::string(request.say(text));
}

std::string catalogueText(const Request &request, const Prose &text)
{
    std::string out;
    appendCatalogueText(out, request.say(text));
    return out;
}

/// Keys of daemon.json that are there only when something asks for them.
bool isInDaemon(const Plan &plan, std::string_view key)
{
    if (key == "userns-remap")
        return plan.host.userNamespaces;
    if (key == "selinux-enabled")
        return usesSelinux(plan) && plan.host.engine == ContainerEngine::Docker;
    if (key == "ip" || key == "default-network-opts")
        return bindsToLoopback(plan);
    if (key == "live-restore" || key == "userland-proxy")
        return plan.host.engine == ContainerEngine::Docker;
    return true;
}

Origin daemonWhy(const Request &request, std::string_view key)
{
    if (key == "userns-remap")
        return hostWhy(request, daemon_userns, "host.userNamespaces");
    if (key == "live-restore")
        return hostWhy(request, daemon_live_restore);
    if (key == "no-new-privileges")
        return hostWhy(request, daemon_privileges);
    if (key == "log-driver" || key == "log-opts")
        return hostWhy(request, daemon_logs);
    if (key == "default-ulimits")
        return hostWhy(request, daemon_limits);
    if (key == "shutdown-timeout")
        return hostWhy(request, graceful_stop);
    if (key == "selinux-enabled")
        return hostWhy(request, {}, "host.system");
    return hostWhy(request, daemon_network);
}

std::string bandText(const IopsBand &band)
{
    if (band.maximum == 0)
        return "> " + std::to_string(band.minimum);
    if (band.minimum == 0)
        return "< " + std::to_string(band.maximum);
    return std::to_string(band.minimum) + " - " + std::to_string(band.maximum);
}

} // namespace

std::string basisText(const Request &request, Basis basis)
{
    return say(request, labelOf(basis));
}

void checklistSize(const Request &request, Markdown &page)
{
    const Plan &plan = request.plan();
    const HostReserve &reserve = request.catalogue().host.reserve;
    const Origin memory = hostWhy(request, capacity, "service.resources.memory");
    Rows services;
    for (const MachineShare &share : plan.host.machine.shares)
        services.push_back(
            {{plan.services[static_cast<std::size_t>(share.service)].name,
              std::to_string(share.instances) + " × " + skanse::toString(share.memory),
              std::to_string(share.instances) + " × " + skanse::toString(share.cpuRequest) + " / "
                  + skanse::toString(share.cpuLimit),
              share.storage.value == 0
                  ? std::string("-")
                  : std::to_string(share.copies) + " × " + skanse::toString(share.storage)},
             memory});
    page.table({say(request, {"Service", "Tjeneste"}),
                say(request, {"Memory limit", "Minnegrense"}),
                say(request, {"CPU request / limit", "CPU-behov / -grense"}),
                say(request, {"Storage", "Lagring"})},
               services);
    const SizingText sums = sizingText(plan, reserve, request.language());
    const Rows rows{
        {{say(request, {"**Memory**", "**Minne**"}), sums.memory},
         hostWhy(request, capacity, "host.memory")},
        {{say(request, {"**Processor**", "**Prosessor**"}), sums.cpu},
         hostWhy(request, capacity, "host.vcpu")},
        {{say(request, {"**Disk**", "**Disk**"}), sums.disk},
         hostWhy(request, capacity, "host.disk")},
    };
    page.table({say(request, {"What", "Hva"}), say(request, {"The sum", "Regnestykket"})}, rows);
    for (const std::string &remark : sums.remarks)
        page.bullet(remark, hostWhy(request, capacity, "host.swap"));
    page.paragraph(catalogueText(request, reserve.why) + " (" + basisText(request, reserve.basis)
                       + ")",
                   memory);
}

void checklistDisk(const Request &request, Markdown &page)
{
    Rows rows;
    for (const IopsBand &band : request.catalogue().host.iops)
        rows.push_back({{catalogueText(request, band.name), bandText(band),
                         catalogueText(request, band.note), basisText(request, band.basis)}});
    page.paragraph(fill(request.say(StaticProse{"Promised: {}. Rough bands for the first figure:",
                                                "Lovet: {}. Grove nivåer for det første tallet:"}),
                        request.say(choiceLabel(request.plan().host.diskKind))),
                   hostWhy(request, disk_check, "host.diskKind"));
    page.table({say(request, {"Disk", "Disk"}), "IOPS", say(request, {"Note", "Merknad"}),
                say(request, {"Basis", "Grunnlag"})},
               rows, hostWhy(request, disk_check));
}

void checklistLatency(const Request &request, Markdown &page)
{
    Rows rows;
    for (const Latency &latency : request.plan().region.latencies)
        rows.push_back(
            {{encode::markdownCell(regionText(latency.users, request.language())),
              latency.milliseconds ? std::to_string(*latency.milliseconds) + " ms"
                                   : say(request, {"not known: measure", "ikke kjent: mål"}),
              latency.milliseconds ? basisText(request, latency.basis) : "-"}});
    page.table({say(request, {"Users in", "Brukere i"}),
                say(request, {"Expected round trip", "Forventet tur-retur"}),
                say(request, {"Basis", "Grunnlag"})},
               rows, hostWhy(request, latency_check, "host.userCountries"));
    page.paragraph(catalogueText(request, request.catalogue().rttMethod),
                   hostWhy(request, latency_check));
}

void checklistDaemon(const Request &request, Markdown &page)
{
    Rows rows;
    for (const DaemonFact &fact : request.catalogue().host.daemon)
        if (isInDaemon(request.plan(), fact.key))
            rows.push_back(
                {{"`" + fact.key + "`", catalogueText(request, fact.why),
                  catalogueText(request, fact.sideEffects), fact.cis.empty() ? "-" : fact.cis},
                 daemonWhy(request, fact.key)});
    page.table({say(request, {"Key", "Nøkkel"}), say(request, {"Why", "Hvorfor"}),
                say(request, {"Side effects", "Bivirkninger"}), "CIS Docker 1.6.0"},
               rows);
    if (!bindsToLoopback(request.plan()))
        page.paragraph(
            say(request,
                {"`ip` and `default-network-opts` are left out: a service waives loopback-binding, "
                 "and "
                 "these defaults would bind its ports to 127.0.0.1. So every port that anyone "
                 "publishes without an address is open on all addresses, as far as the packet "
                 "filter "
                 "lets it.",
                 "`ip` og `default-network-opts` er utelatt: en tjeneste har unntak fra "
                 "loopback-binding, og disse standardvalgene ville bundet portene dens til "
                 "127.0.0.1. "
                 "Alle porter som publiseres uten adresse, er derfor åpne på alle adresser, så "
                 "langt "
                 "pakkefilteret slipper dem gjennom."}),
            hostWhy(request, {}, "service.waivers"));
}

std::string checklistOpenings(const Request &request)
{
    const auto openings = declaredOpenings(request.plan());
    std::string text =
        say(request, {"Open from outside: SSH on port ", "Åpent utenfra: SSH på port "})
        + std::to_string(request.plan().host.sshPort);
    const auto &networks = request.plan().host.adminNetworks;
    for (std::size_t i = 0; i < networks.size(); ++i)
        text += (i == 0 ? say(request, {" from ", " fra "}) : std::string(", ")) + "`"
              + skanse::toString(networks[i]) + "`";
    if (networks.empty())
        text += say(request, {" for everybody, with a limit per address",
                              " for alle, med en grense per adresse"});
    for (const std::string &opening : openings)
        text += ", `" + opening + "`";
    return text + say(request, {". Nothing else.", ". Ingenting annet."});
}

namespace {

std::string readersText(const SecretFile &file)
{
    std::string text;
    for (const SecretReader &reader : file.readers)
        text += (text.empty() ? "" : ", ") + encode::markdownCell(reader.service->name);
    return text.empty() ? "-" : text;
}

/// Owner and mode, as secrets/README.md sets them.
Markdown::Row rightsRow(const Request &request, const SecretFile &file)
{
    const std::string path = encode::markdownCodeCell("secrets/" + file.name);
    if (file.readers.empty() || !request.plan().wants(Target::Compose))
        return {
            {path, readersText(file), say(request, {"who made it", "den som laget den"}), "0600"}};
    const SecretRights rights = file.rights();
    std::string mode = rights.mode;
    for (const std::string &user : rights.listed)
        mode += (&user == rights.listed.data() ? " + ACL " : ", ") + user;
    return {{path, readersText(file), rights.owner, mode}};
}

} // namespace

std::string checklistSecrets(const Request &request)
{
    Rows rows;
    for (const SecretFile &file : secretFiles(request.plan()))
        rows.push_back(rightsRow(request, file));
    Markdown table;
    table.table({say(request, {"File", "Fil"}), say(request, {"Read by", "Leses av"}),
                 say(request, {"Owner", "Eier"}), say(request, {"Mode", "Modus"})},
                rows);
    std::string text = table.take().text;
    if (request.plan().host.userNamespaces)
        text += "\n"
              + say(request, {"Users are remapped: the numbers on the server are those above (but "
                              "not 0:0) plus the start of dockremap's range in /etc/subuid and "
                              "/etc/subgid.",
                              "Brukere omskrives: tallene på serveren er de over (men ikke 0:0) "
                              "pluss starten på dockremaps område i /etc/subuid og /etc/subgid."})
              + "\n";
    return text;
}

std::string checklistMounts(const Request &request)
{
    Rows rows;
    for (const ServicePlan &service : request.plan().services)
        for (const MountPlan &mount : service.storage)
            if (mount.backup)
                rows.push_back(
                    {{service.name, encode::markdownCodeCell(mount.volume),
                      encode::markdownCodeCell(mount.path), skanse::toString(mount.size)}});
    Markdown table;
    table.table({say(request, {"Service", "Tjeneste"}), say(request, {"Volume", "Volum"}),
                 say(request, {"Path", "Sti"}), say(request, {"At most", "Høyst"})},
                rows);
    return table.take().text;
}

std::string checklistSysctlNotes(const Request &request)
{
    Rows rows;
    for (const HostSysctl &setting : request.plan().host.sysctls) {
        const auto &facts = request.catalogue().host.sysctls;
        const auto fact = std::ranges::find(facts, setting.key, &SysctlFact::key);
        if (fact != facts.end() && !fact->docker.empty())
            rows.push_back(
                {{"`" + setting.key + " = " + setting.value + "`",
                  catalogueText(request, fact->docker), basisText(request, fact->basis)}});
    }
    Markdown table;
    table.table({say(request, {"Setting", "Innstilling"}), say(request, {"Note", "Merknad"}),
                 say(request, {"Basis", "Grunnlag"})},
                rows);
    return table.take().text;
}

std::string checklistAvoided(const Request &request)
{
    std::string out;
    for (const AvoidedSetting &avoided : request.catalogue().host.avoided) {
        out += "- ";
        appendCatalogueText(out, avoided.item);
        out += ": ";
        appendCatalogueText(out, request.say(avoided.why));
        out += '\n';
    }
    return out;
}

} // namespace skanse::render
