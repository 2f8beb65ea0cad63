// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"
#include "core/text/line_writer.h"

#include <array>

/// What the plan adds to a configuration template, one function for each placeholder. The templates
/// hold what is the same for everyone.
namespace skanse::render {

/// What a block is written from.
struct ConfigContext {
    const Request &request;
    const ServicePlan &service;

    [[nodiscard]] const ServicePlan &behind(const Route &route) const
    {
        return request.plan().services[static_cast<std::size_t>(route.service)];
    }
    /// "api:3000"
    [[nodiscard]] std::string addressOf(const Route &route) const
    {
        return behind(route).name + ":" + std::to_string(route.port);
    }
    [[nodiscard]] const ClientPlan &clients() const { return request.plan().clients; }
    [[nodiscard]] const std::string &hostname() const { return request.plan().hostname; }
    [[nodiscard]] std::string_view say(const StaticProse &prose) const
    {
        return request.say(prose);
    }
    /// Lines that open the public side.
    [[nodiscard]] Origin ofListening() const;
    /// Lines that limit one client.
    [[nodiscard]] Origin ofLimits() const;
    /// Lines that lead to a service.
    [[nodiscard]] Origin ofRoutes() const;
    /// Lines about TLS.
    [[nodiscard]] Origin ofTls() const;
    /// The cluster's ingress controller speaks to this proxy.
    [[nodiscard]] bool isBehindIngress() const;
    /// Path of one of the service's secrets.
    [[nodiscard]] std::string_view secretPath(std::string_view name) const;
    /// The service takes uploads: its bodies are passed on as they come, and may take their time.
    [[nodiscard]] bool takesUploads(const Route &route) const
    {
        return behind(route).preset->largestBody.has_value();
    }
    [[nodiscard]] std::int64_t bodyBytes(const Route &route) const
    {
        return behind(route).preset->largestBody.value_or(clients().body).value;
    }
    /// The proxy fetches its certificate itself, and has a port for it.
    [[nodiscard]] bool fetchesCertificates() const;
    /// Below the public folder in the proxy's own storage: "uploads/" is a folder of files to serve.
    [[nodiscard]] std::vector<std::string> staticFolders(const Route &route) const;
    /// The numbers of the ports that speak this protocol.
    [[nodiscard]] std::vector<std::int64_t> portsOf(ApplicationProtocol application) const;
};

/// Where an ingress controller may connect from: addresses that the internet does not route. What such
/// a peer says about the real client is believed.
inline constexpr std::array<std::string_view, 5> kPrivateRanges{
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"};
inline constexpr StaticProse kIngressComment{
    "In the cluster the ingress controller stands in front. It connects from a private address "
    "and\n"
    "tells who the client is; nobody else is believed.",
    "I klyngen står ingress-kontrolleren foran. Den kobler seg til fra en privat adresse og\n"
    "forteller hvem klienten er; ingen andre blir trodd."};
inline constexpr StaticProse kUncheckedComment{
    "The certificate of the service is not checked; only this proxy shares a network with it.",
    "Sertifikatet til tjenesten sjekkes ikke; bare denne proxyen deler nett med den."};

inline constexpr StaticProse kUploadsComment{
    "This service takes uploads: bodies may be large and are passed on as they come.",
    "Denne tjenesten tar imot opplastinger: de kan være store og sendes videre etter hvert."};
inline constexpr StaticProse kStaticFilesComment{
    "Files in the proxy's own storage. Programs among them are neither run nor shown.",
    "Filer i proxyens eget lager. Programmer blant dem verken kjøres eller vises."};
inline constexpr StaticProse kNoStaticFilesComment{
    "HAProxy serves no files: the application itself has to send images, styles and uploads.",
    "HAProxy leverer ikke filer: applikasjonen må selv sende bilder, stilark og opplastinger."};

using ConfigBlock = void (*)(const ConfigContext &context, LineWriter &out);

/// The function for a placeholder; nullptr: none.
ConfigBlock configBlock(std::string_view placeholder);

void nginxServer(const ConfigContext &context, LineWriter &out);
void caddyTrustedProxies(const ConfigContext &context, LineWriter &out);
void caddyBodyTimeouts(const ConfigContext &context, LineWriter &out);
void caddySites(const ConfigContext &context, LineWriter &out);
void haproxyFrontends(const ConfigContext &context, LineWriter &out);
void haproxyBackends(const ConfigContext &context, LineWriter &out);
void traefikMiddlewares(const ConfigContext &context, LineWriter &out);
void traefikRouters(const ConfigContext &context, LineWriter &out);
void traefikCertificates(const ConfigContext &context, LineWriter &out);
void prometheusTargets(const ConfigContext &context, LineWriter &out);

} // namespace skanse::render
