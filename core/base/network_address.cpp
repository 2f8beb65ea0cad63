// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/network_address.h"

#include "core/base/fill.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace skanse {

namespace {

Refusal addressRefusal(std::string_view text)
{
    return {
        fill(StaticProse{"“{}” is not an IPv4 or IPv6 address or network.",
                         "«{}» er ikke en IPv4- eller IPv6-adresse eller et nett."},
             text),
        {"Write an address such as 192.0.2.10, or a network such as 192.0.2.0/24 or 2001:db8::/48.",
         "Skriv en adresse som 192.0.2.10, eller et nett som 192.0.2.0/24 eller 2001:db8::/48."}};
}

void clearHostBits(Network &network)
{
    for (int bit = network.length; bit < (network.v6 ? 128 : 32); ++bit) {
        auto &byte = network.bytes.at(static_cast<std::size_t>(bit / 8));
        byte = static_cast<std::uint8_t>(byte & ~(0x80U >> static_cast<unsigned>(bit % 8)));
    }
}

} // namespace

bool Network::contains(const Network &other) const
{
    if (v6 != other.v6 || other.length < length)
        return false;
    Network cut = other;
    cut.length = length;
    clearHostBits(cut);
    return cut.bytes == bytes;
}

std::expected<Network, Refusal> parseNetwork(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        return std::unexpected(addressRefusal(text)); // inet_pton would stop there
    const auto slash = text.find('/');
    const std::string address(text.substr(0, slash));
    Network network;
    if (inet_pton(AF_INET, address.c_str(), network.bytes.data()) == 1) {
        network.length = 32;
    } else if (inet_pton(AF_INET6, address.c_str(), network.bytes.data()) == 1) {
        network.v6 = true;
        network.length = 128;
    } else {
        return std::unexpected(addressRefusal(text));
    }
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        int length = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), length);
        if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-'
            || (digits.front() == '0' && digits.size() > 1) || length > network.length)
            return std::unexpected(addressRefusal(text));
        network.length = length;
    }
    Network canonical = network;
    clearHostBits(canonical);
    if (canonical != network) {
        return std::unexpected(Refusal{
            fill(StaticProse{"“{}” has host bits set.", "«{}» har vertsbiter satt."}, text),
            fill(StaticProse{"Write {} for the network, or leave the prefix out for one address.",
                             "Skriv {} for nettet, eller utelat prefikset for én adresse."},
                 toString(canonical))});
    }
    return network;
}

std::expected<Network, Refusal> parseAddress(std::string_view text)
{
    auto network = parseNetwork(text);
    if (network && text.find('/') != std::string_view::npos)
        return std::unexpected(
            Refusal{fill(StaticProse{"“{}” is a network; one address is needed here.",
                                     "«{}» er et nett; her trengs én adresse."},
                         text),
                    {"Leave the part from “/” out.", "Utelat delen fra «/»."}});
    return network;
}

std::string addressString(const Network &network)
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    inet_ntop(network.v6 ? AF_INET6 : AF_INET, network.bytes.data(), buffer.data(),
              static_cast<socklen_t>(buffer.size()));
    return buffer.data();
}

std::string toString(const Network &network)
{
    return addressString(network) + "/" + std::to_string(network.length);
}

bool isPrivate(const Network &network)
{
    static const auto kSpaces = [] {
        std::vector<Network> spaces;
        for (const auto *text :
             {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16",
              "100.64.0.0/10", "fc00::/7", "fe80::/10", "::1/128"})
            spaces.push_back(*parseNetwork(text));
        return spaces;
    }();
    return std::ranges::any_of(kSpaces,
                               [&](const Network &space) { return space.contains(network); });
}

} // namespace skanse
