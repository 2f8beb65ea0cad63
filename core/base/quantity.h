// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"

#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

/// Quantities as people write them, kept exactly as whole numbers of the smallest unit.
namespace skanse {

/// Memory or disk, in bytes.
struct Bytes {
    std::int64_t value = 0;
    auto operator<=>(const Bytes &) const = default;
};

/// Processor time, in thousandths of a core.
struct Cpu {
    std::int64_t milli = 0;
    auto operator<=>(const Cpu &) const = default;
};

/// Time span, in milliseconds.
struct Duration {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Duration &) const = default;
};

/// `512Mi`, `1.5Gi`, `200M`, `1G`, `64k`, `4096` (bytes), `512m`/`512mb` as Docker writes it for megabytes.
/// Ki/Mi/Gi/Ti and the Docker forms k/kb/m/mb/g/gb/b are powers of 1024; K, M, G, T (upper case, alone)
/// are powers of 1000 as in Kubernetes. The result must be a whole number of bytes.
std::expected<Bytes, Refusal> parseBytes(std::string_view text);

/// `0.5`, `2`, `250m`: at most three decimals, at least one thousandth of a core.
std::expected<Cpu, Refusal> parseCpu(std::string_view text);

/// `30s`, `1m30s`, `500ms`, `2h`.
std::expected<Duration, Refusal> parseDuration(std::string_view text);

/// The shortest exact form with a binary unit: `512Mi`, `1536Mi`, `4097`. Read back by parseBytes
/// and by Kubernetes.
std::string toString(Bytes bytes);
/// `2`, `0.5`, `0.25`: cores as a decimal number.
std::string toString(Cpu cpu);
/// The Kubernetes form: `2`, `500m`.
std::string toMilliString(Cpu cpu);
/// `1m30s`, `500ms`.
std::string toString(Duration duration);

/// Bytes for Docker and Compose: `512m`, `64k`, `4097b` (powers of 1024).
std::string toDockerString(Bytes bytes);

} // namespace skanse
