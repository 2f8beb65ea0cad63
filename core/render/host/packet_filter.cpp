// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/files.h"
#include "core/text/line_writer.h"

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
        if (host().adminNetworks.empty())
            senderSets();
        input();
        m_out.blank();
        forward();
        line("}");
        return m_out.take();
    }

private:
    [[nodiscard]] const HostPlan &host() const { return m_request.plan().host; }

    void line(std::string_view text) { m_out.line(text, m_why); }
    void line(std::string_view text, const Origin &origin) { m_out.line(text, origin); }
    void comment(const StaticProse &text) { m_out.comment(m_request.say(text)); }

    void senderSets()
    {
        line("    set ssh_senders_v4 {\n"
             "        type ipv4_addr\n"
             "        size 65535\n"
             "        flags dynamic,timeout\n"
             "        timeout 5m\n"
             "    }");
        line("    set ssh_senders_v6 {\n"
             "        type ipv6_addr\n"
             "        size 65535\n"
             "        flags dynamic,timeout\n"
             "        timeout 5m\n"
             "    }");
        m_out.blank();
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
        ssh();
        line("        counter");
        line("    }");
    }

    void ssh()
    {
        const std::string port = "tcp dport " + std::to_string(host().sshPort);
        const Origin why = hostWhy(m_request, packet_filter, "host.adminNetworks");
        if (host().adminNetworks.empty()) {
            comment({"SSH is open to everybody with a key; at most ten new connections a minute "
                     "from one address.",
                     "SSH er åpent for alle med nøkkel; høyst ti nye tilkoblinger i minuttet fra "
                     "én adresse."});
            line("        " + port
                     + " update @ssh_senders_v4 { ip saddr limit rate over 10/minute burst 10 "
                       "packets } drop",
                 why);
            line("        " + port
                     + " update @ssh_senders_v6 { ip6 saddr limit rate over 10/minute burst 10 "
                       "packets } drop",
                 why);
            line("        " + port + " accept", why);
            return;
        }
        for (const Network &network : host().adminNetworks)
            line((network.v6 ? "        ip6 saddr " : "        ip saddr ")
                     + skanse::toString(network) + " " + port + " accept",
                 why);
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
        line("        iifname \"docker0\" accept");
        line("        iifname \"br-*\" accept");
        for (const ServicePlan &service : m_request.plan().services)
            for (const PortPlan &port : service.ports)
                if (port.publication && port.publication->address != "127.0.0.1")
                    published(service, port);
        line("        oifname \"docker0\" counter drop");
        line("        oifname \"br-*\" counter drop");
        line("    }");
    }

    void published(const ServicePlan &service, const PortPlan &port)
    {
        ControlSet controls{packet_filter};
        if (service.preset->kind == PresetKind::Proxy)
            controls.insert(edge_proxy);
        const Publication &publication = *port.publication;
        std::string rule = "        meta l4proto ";
        rule += toString(port.protocol);
        rule += " ct status dnat ";
        std::string_view question = "service.port.exposure";
        if (!publication.everybody) {
            const bool v6 = publication.address.find(':') != std::string::npos;
            const auto senders = declaredSenders(m_request.plan(), service, port);
            if (!senders.empty()) {
                const std::string match = senderMatch(senders, v6);
                if (match.empty()) // every declared sender is of the other family
                    return;
                rule += match;
                question = "service.peers";
            }
            rule += (v6 ? "ct original ip6 daddr " : "ct original ip daddr ") + publication.address;
            rule += ' ';
        }
        rule += "ct original proto-dst " + std::to_string(publication.hostPort) + " accept";
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
