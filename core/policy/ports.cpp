// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/service_plan.h"

#include <algorithm>

namespace skanse::policy {

namespace {

/// The port on the host: as asked, else the well-known one for public web ports, else the same.
std::int64_t hostPortOf(const Port &answers, const PortPlan &port)
{
    if (answers.host)
        return *answers.host;
    if (answers.exposure == Exposure::Public && port.application == ApplicationProtocol::Http)
        return 80;
    if (answers.exposure == Exposure::Public && port.application == ApplicationProtocol::Https)
        return 443;
    return port.port;
}

Publication publicationOf(const Context &context, const Port &answers, const PortPlan &port,
                          std::size_t index)
{
    Publication publication;
    publication.hostPort = hostPortOf(answers, port);
    publication.everybody = answers.exposure == Exposure::Public;
    if (answers.exposure == Exposure::Loopback)
        publication.address = Publication::kLoopback;
    else if (answers.exposure == Exposure::Private)
        publication.address = answers.hostAddress;
    else
        publication.address = "0.0.0.0";
    if (context.waives(index, ControlId::loopback_binding) && publication.everybody)
        publication.address.clear();
    return publication;
}

/// With a certificate, a public proxy answers HTTPS, also when only HTTP was named: HTTP redirects there.
void publishHttps(const Service &answers, const Preset &preset, std::vector<PortPlan> &ports)
{
    const auto isHttps = [](const PortPlan &port) {
        return port.application == ApplicationProtocol::Https;
    };
    const auto https = std::ranges::find_if(ports, isHttps);
    const bool publicHttp = std::ranges::any_of(ports, [](const PortPlan &port) {
        return port.application == ApplicationProtocol::Http && port.publication
            && port.publication->everybody;
    });
    if (preset.kind != PresetKind::Proxy || https == ports.end() || !publicHttp
        || std::ranges::find(answers.ports, https->name, &Port::name) != answers.ports.end())
        return;
    https->publication = Publication{"0.0.0.0", 443, true};
}

/// A private port answers on one private address, written as it is usually written.
std::string privateAddress(Context &context, const Port &asked, const std::string &path)
{
    const auto address = parseAddress(asked.hostAddress);
    if (!address || !isPrivate(*address)) {
        context.report(Severity::Error, "host-address-not-private", path + ".hostAddress",
                       "service.port.hostAddress",
                       {"A private port needs a private address of the host.",
                        "En privat port trenger en privat adresse på verten."},
                       {"Give the address that answers, for example of a VPN; for everybody use "
                        "exposure public.",
                        "Oppgi adressen som svarer, for eksempel for et VPN; for alle brukes "
                        "eksponeringen public."});
        return asked.hostAddress;
    }
    return addressString(*address);
}

} // namespace

bool speaksWeb(ApplicationProtocol application)
{
    return application == ApplicationProtocol::Http || application == ApplicationProtocol::Https
        || application == ApplicationProtocol::Grpc || application == ApplicationProtocol::Fastcgi;
}

std::vector<PortPlan> portsOf(Context &context, const Service &answers, const Preset &preset,
                              std::size_t index)
{
    std::vector<PortPlan> ports;
    // A custom preset only guesses a port; declared ones are the truth.
    const bool onlyDeclared = preset.kind == PresetKind::Custom && !answers.ports.empty();
    const bool certificate =
        context.plan.tls || (preset.ownCertificates && !context.plan.hostname.empty());
    for (const PresetPort &known : preset.ports) {
        const bool declared =
            std::ranges::find(answers.ports, known.name, &Port::name) != answers.ports.end();
        // A proxy's HTTPS port needs a certificate; without one nothing would listen on it.
        const bool needsCertificate = known.application == ApplicationProtocol::Https
                                   && preset.kind == PresetKind::Proxy && !certificate;
        if (!needsCertificate && (!onlyDeclared || declared))
            ports.push_back({known.name, known.port, known.protocol, known.application, {}});
    }
    for (const Port &asked : answers.ports) {
        const std::string path = pathOf(answers) + ".ports." + asked.name;
        auto found = std::ranges::find(ports, asked.name, &PortPlan::name);
        const bool known = found != ports.end();
        PortPlan port = known ? *found : PortPlan{.name = asked.name, .publication = {}};
        if (asked.container)
            port.port = *asked.container;
        port.protocol = asked.protocol.value_or(port.protocol);
        port.application = asked.application.value_or(port.application);
        if (!known && !asked.container) {
            context.report(
                Severity::Error, "port-number-missing", path + ".container",
                "service.port.container",
                fill(
                    StaticProse{
                        "The port “{}” is not one of the preset's, so its number is needed.",
                        "Porten «{}» er ikke en av forvalgets, så nummeret trengs."},
                    asked.name),
                {"Give the port in the container.", "Oppgi porten i containeren."});
            continue;
        }
        if (asked.exposure != Exposure::Internal) {
            const bool throughProxy = asked.exposure == Exposure::Public && asked.viaProxy
                                   && speaksWeb(port.application)
                                   && preset.kind != PresetKind::Proxy;
            if (!throughProxy) // otherwise planFlows publishes the proxy instead
                port.publication = publicationOf(context, asked, port, index);
            if (asked.exposure == Exposure::Private)
                port.publication->address = privateAddress(context, asked, path);
        }
        if (known)
            *found = port;
        else
            ports.push_back(port);
    }
    publishHttps(answers, preset, ports);
    const bool httpsWithout =
        preset.kind == PresetKind::Proxy && !certificate
        && std::ranges::find(ports, ApplicationProtocol::Https, &PortPlan::application)
               != ports.end();
    if (httpsWithout)
        context.report(
            Severity::Error, "https-without-certificate", pathOf(answers) + ".ports",
            "service.port.application",
            fill(StaticProse{"“{}” shall answer HTTPS, but there is no certificate.",
                             "«{}» skal svare på HTTPS, men det finnes ikke noe sertifikat."},
                 answers.name),
            preset.ownCertificates
                ? Prose{"Give workload.hostname, for which it fetches one, or set workload.tls to "
                        "files.",
                        "Oppgi workload.hostname, som den henter et for, eller sett workload.tls "
                        "til files."}
                : Prose{"Set workload.tls to files.", "Sett workload.tls til files."});
    return ports;
}

} // namespace skanse::policy
