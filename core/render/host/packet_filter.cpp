// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/host/files.h"
#include "core/text/line_writer.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace skanse::render {

namespace {

using enum ControlId;

/// Writes /etc/skanse/packet-filter.nft. A drop in any base chain is final, so this table closes what
/// Docker opens, with Docker's iptables backend and with its nftables backend. An accept here ends this
/// table only. Docker's own rules are never touched.
class PacketFilter
{
public:
    explicit PacketFilter(const Request &request)
        : m_request(request)
        , m_out(request.commenter())
        , m_why(hostWhy(request, packet_filter))
    {
    }

    Text write()
    {
        m_out.header(m_request.header({"Packet filter. To /etc/skanse/packet-filter.nft; loaded by "
                                       "skanse-packet-filter.service",
                                       "Pakkefilter. Til /etc/skanse/packet-filter.nft; lastes av "
                                       "skanse-packet-filter.service"}));
        line("table inet skanse");
        line("delete table inet skanse");
        m_out.blank();
        line("table inet skanse {");
        sets();
        input();
        m_out.blank();
        if (isRootless())
            nothingForwarded();
        else
            forward();
        line("}");
        return m_out.take();
    }

private:
    [[nodiscard]] const HostPlan &host() const { return m_request.plan().host; }

    void line(std::string_view text) { m_out.line(text, m_why); }
    void line(std::string_view text, const Origin &origin) { m_out.line(text, origin); }
    void comment(const StaticProse &text) { m_out.comment(m_request.say(text)); }

    [[nodiscard]] bool isRootless() const
    {
        return host().engine == ContainerEngine::DockerRootless;
    }

    /// The names of the engine's bridges.
    [[nodiscard]] std::span<const std::string_view> bridges() const
    {
        static constexpr std::array<std::string_view, 2> kDocker{"docker0", "br-*"};
        static constexpr std::array<std::string_view, 1> kPodman{"podman*"};
        if (host().engine == ContainerEngine::Podman)
            return kPodman;
        return kDocker;
    }

    void set(const std::string &name, std::string_view flags)
    {
        for (const auto &[family, type] :
             {std::pair<std::string_view, std::string_view>{"v4", "ipv4_addr"},
              {"v6", "ipv6_addr"}})
            line("    set " + name + "_" + std::string(family) + " {\n        type "
                 + std::string(type) + "\n        size 65535\n" + std::string(flags) + "    }");
    }

    void sets()
    {
        constexpr std::string_view kForgets = "        flags dynamic,timeout\n"
                                              "        timeout 5m\n";
        if (host().adminNetworks.empty())
            set("ssh_senders", kForgets);
        if (hasOpenings()) {
            set("new_senders", kForgets);
            set("open_senders", "        flags dynamic\n");
        }
        if (host().adminNetworks.empty() || hasOpenings())
            m_out.blank();
    }

    [[nodiscard]] bool hasOpenings() const { return !host().openPorts.empty(); }

    /// Too many of one sender: dropped.
    void limit(const std::string &match, const std::string &name, const std::string &what,
               const Origin &why)
    {
        const std::string change = what.starts_with("ct count") ? " add @" : " update @";
        line("        " + match + change + name + "_v4 { ip saddr " + what + " } counter drop",
             why);
        line("        " + match + change + name + "_v6 { ip6 saddr & ffff:ffff:ffff:ffff:: " + what
                 + " } counter drop",
             why);
    }

    void limitSenders(const std::string &match)
    {
        const FloodLimits &limits = host().limits;
        const Origin why = hostWhy(m_request, {packet_filter, edge_proxy});
        m_out.comment(
            m_request.language() == Language::Bokmal
                ? fill(
                      "En avsender åpner høyst {} nye forbindelser i sekundet, etter de første {}, "
                      "og har høyst {} åpne; resten kastes.",
                      limits.newPerSecond, limits.newBurst, limits.open)
                : fill("One sender opens at most {} new connections a second, after the first "
                       "{}, and has at most {} open; the rest is dropped.",
                       limits.newPerSecond, limits.newBurst, limits.open));
        limit(match, "new_senders",
              fill("limit rate over {}/second burst {} packets", limits.newPerSecond,
                   limits.newBurst),
              why);
        limit(match, "open_senders", fill("ct count over {}", limits.open), why);
    }

    void input()
    {
        comment({"What reaches the machine itself.", "Det som når selve maskinen."});
        line("    chain input {");
        line("        type filter hook input priority filter; policy drop;");
        line("        ct state established,related accept");
        line("        ct state invalid drop");
        line("        iifname \"lo\" accept");
        line("        icmp type { destination-unreachable, time-exceeded, parameter-problem } "
             "accept");
        line("        icmp type echo-request limit rate 20/second accept");
        line("        icmpv6 type { destination-unreachable, packet-too-big, time-exceeded, "
             "parameter-problem, "
             "nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert, mld-listener-query } "
             "accept");
        line("        icmpv6 type echo-request limit rate 20/second accept");
        line("        udp sport 67 udp dport 68 accept");
        line("        ip6 saddr fe80::/10 udp sport 547 udp dport 546 accept");
        comment(
            {"A new TCP connection begins with SYN; anything else is a scan or a forgery.",
             "En ny TCP-forbindelse begynner med SYN; alt annet er skanning eller forfalsking."});
        line(kOnlySyn);
        ssh();
        if (host().engine == ContainerEngine::Podman) {
            comment({"Containers ask the engine's name server on their gateway.",
                     "Containere spør motorens navnetjener på sin gateway."});
            line("        iifname \"podman*\" udp dport 53 accept");
            line("        iifname \"podman*\" tcp dport 53 accept");
        }
        if (isRootless() && hasOpenings()) {
            comment({"Published ports: the engine's helper listens here, as an ordinary user.",
                     "Publiserte porter: motorens hjelper lytter her, som en vanlig bruker."});
            limitSenders("ct state new");
            openings();
        }
        line("        counter");
        line("    }");
    }

    void ssh()
    {
        const std::string port = "tcp dport " + std::to_string(host().sshPort);
        const Origin why = hostWhy(m_request, packet_filter, "host.adminNetworks");
        if (host().adminNetworks.empty()) {
            comment({"SSH is open to everybody with a key; a sender that tries again and again is "
                     "dropped.",
                     "SSH er åpent for alle med nøkkel; en avsender som prøver igjen og igjen, "
                     "kastes."});
            limit(port, "ssh_senders",
                  fill("limit rate over {}/minute burst {} packets", host().limits.sshPerMinute,
                       host().limits.sshBurst),
                  why);
            line("        " + port + " accept", why);
            return;
        }
        for (const Network &network : host().adminNetworks)
            line((network.v6 ? "        ip6 saddr " : "        ip saddr ")
                     + skanse::toString(network) + " " + port + " accept",
                 why);
    }

    void nothingForwarded()
    {
        comment({"The engine without root has its networks elsewhere: nothing passes through.",
                 "Motoren uten root har nettene sine et annet sted: ingenting slippes gjennom."});
        line("    chain forward {");
        line("        type filter hook forward priority filter; policy drop;");
        line("    }");
    }

    void forward()
    {
        comment({"What reaches containers. Their own connections pass; from outside only the "
                 "declared ports, as the visitor asked for them.",
                 "Det som når containerne. Deres egne tilkoblinger slipper gjennom; utenfra bare "
                 "de oppgitte portene, slik besøkende ba om dem."});
        line("    chain to_containers {");
        line("        type filter hook forward priority filter - 1; policy accept;");
        line("        ct state established,related accept");
        for (const std::string_view bridge : bridges())
            line("        iifname \"" + std::string(bridge) + "\" accept");
        line("        ct state invalid drop");
        line(kOnlySyn);
        if (hasOpenings())
            limitSenders("ct status dnat ct state new");
        openings();
        for (const std::string_view bridge : bridges())
            line("        oifname \"" + std::string(bridge) + "\" counter drop");
        line("    }");
    }

    void openings()
    {
        for (const OpenPort &open : host().openPorts)
            published(open);
    }

    /// With Docker as root and with Podman the kernel has redirected the packet: what the visitor asked
    /// for is in the connection. Without root it is in the packet.
    void published(const OpenPort &open)
    {
        const ServicePlan &service = m_request.plan().services[open.service];
        const PortPlan &port = service.ports[open.port];
        ControlSet controls{packet_filter};
        if (service.preset->kind == PresetKind::Proxy)
            controls.insert(edge_proxy);
        const Publication &publication = *port.publication;
        const std::string protocol(toString(port.protocol));
        std::string rule =
            isRootless() ? "        " : "        meta l4proto " + protocol + " ct status dnat ";
        std::string_view question = "service.port.exposure";
        if (!publication.everybody) {
            const bool v6 = publication.address.find(':') != std::string::npos;
            if (!open.senders.empty()) {
                const std::string match = senderMatch(open.senders, v6);
                if (match.empty()) // every declared sender is of the other family
                    return;
                rule += match;
                question = "service.peers";
            }
            rule += isRootless() ? "" : "ct original ";
            rule += (v6 ? "ip6 daddr " : "ip daddr ") + publication.address + ' ';
        }
        rule += isRootless() ? protocol + " dport " : "ct original proto-dst ";
        rule += std::to_string(publication.hostPort) + " accept";
        line(rule, m_request.why(service, controls, question));
    }

    static std::string senderMatch(const std::vector<Network> &senders, bool v6)
    {
        std::string elements;
        for (const Network &network : senders)
            if (network.v6 == v6)
                elements += (elements.empty() ? "" : ", ") + skanse::toString(network);
        if (elements.empty())
            return {};
        return (v6 ? "ip6 saddr { " : "ip saddr { ") + elements + " } ";
    }

    static constexpr std::string_view kOnlySyn =
        "        ct state new tcp flags & (fin|syn|rst|ack) != syn counter drop";

    const Request &m_request;
    LineWriter m_out;
    Origin m_why;
};

} // namespace

Text hostPacketFilter(const Request &request)
{
    return PacketFilter(request).write();
}

Text hostPacketFilterUnit(const Request &request)
{
    LineWriter out(request.commenter());
    out.header(request.header(
        {"Loads the packet filter before the network starts. To /etc/systemd/system/",
         "Laster pakkefilteret før nettet starter. Til /etc/systemd/system/"}));
    out.line("[Unit]\n"
             "Description=Skanse packet filter\n"
             "DefaultDependencies=no\n"
             "RequiresMountsFor=/etc/skanse /usr/sbin\n"
             "Wants=network-pre.target\n"
             "Before=network-pre.target docker.service shutdown.target\n"
             "Conflicts=shutdown.target\n"
             "\n"
             "[Service]\n"
             "Type=oneshot\n"
             "RemainAfterExit=yes\n"
             "ExecStart=/usr/sbin/nft -f /etc/skanse/packet-filter.nft\n"
             "ExecReload=/usr/sbin/nft -f /etc/skanse/packet-filter.nft\n"
             "ExecStop=/usr/sbin/nft delete table inet skanse\n"
             "\n"
             "[Install]\n"
             "WantedBy=sysinit.target",
             hostWhy(request, packet_filter));
    return out.take();
}

} // namespace skanse::render
