// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace skanse {

/// An IPv4 or IPv6 network in canonical form (host bits zero); a single address has the full length.
struct Network {
    bool v6 = false;
    std::array<std::uint8_t, 16> bytes{}; ///< the first 4 for IPv4
    int length = 0;                       ///< prefix length in bits

    bool operator==(const Network &) const = default;
    /// Every address of `other` is in this network.
    [[nodiscard]] bool contains(const Network &other) const;
};

/// `10.0.0.0/8`, `2001:db8::/32`, or a plain address. Host bits that are set are refused with the
/// network that was probably meant.
std::expected<Network, Refusal> parseNetwork(std::string_view text);

/// An address without a prefix length.
std::expected<Network, Refusal> parseAddress(std::string_view text);

/// `10.0.0.0/8`; always with the prefix length.
std::string toString(const Network &network);
/// Without the prefix length.
std::string addressString(const Network &network);

/// Loopback, link-local, private (RFC 1918, RFC 4193) or shared (RFC 6598) space.
bool isPrivate(const Network &network);

} // namespace skanse
