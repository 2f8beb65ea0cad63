// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/quantity.h"

#include "core/base/fill.h"

#include <array>
#include <limits>
#include <optional>
#include <span>

namespace skanse {

namespace {

constexpr std::int64_t kMaximum = std::numeric_limits<std::int64_t>::max();

/// Digits with at most one point: 1.5 is {15, 1}.
struct Decimal {
    std::int64_t digits = 0;
    int decimals = 0;
};

/// Reads the number at the front of `text` and takes it off. Nothing when there is none or it does not fit.
std::optional<Decimal> takeDecimal(std::string_view &text)
{
    Decimal number;
    bool any = false;
    bool point = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.') {
            if (point || !any)
                return std::nullopt;
            point = true;
        } else if (c >= '0' && c <= '9') {
            if (number.digits > (kMaximum - 9) / 10)
                return std::nullopt;
            number.digits = number.digits * 10 + (c - '0');
            number.decimals += point ? 1 : 0;
            any = true;
        } else {
            break;
        }
    }
    if (!any || text[at - 1] == '.')
        return std::nullopt;
    text.remove_prefix(at);
    return number;
}

/// digits * 10^-decimals * unit, exactly, or nothing.
std::optional<std::int64_t> scale(Decimal number, std::int64_t unit)
{
    while (number.decimals > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        --number.decimals;
    }
    for (; number.decimals > 0; --number.decimals) {
        if (unit % 10 == 0) {
            unit /= 10;
        } else if (number.digits % 5 == 0 && unit % 2 == 0) {
            number.digits /= 5;
            unit /= 2;
        } else if (number.digits % 2 == 0 && unit % 5 == 0) {
            number.digits /= 2;
            unit /= 5;
        } else {
            return std::nullopt;
        }
    }
    if (number.digits != 0 && unit > kMaximum / number.digits)
        return std::nullopt;
    return number.digits * unit;
}

struct Unit {
    std::string_view name;
    std::int64_t factor;
};

constexpr std::int64_t kKi = 1024;
constexpr std::array kByteUnits{
    Unit{"", 1},
    Unit{"b", 1},
    Unit{"B", 1},
    Unit{"Ki", kKi},
    Unit{"KiB", kKi},
    Unit{"k", kKi},
    Unit{"kb", kKi},
    Unit{"Mi", kKi *kKi},
    Unit{"MiB", kKi *kKi},
    Unit{"m", kKi *kKi},
    Unit{"mb", kKi *kKi},
    Unit{"Gi", kKi *kKi *kKi},
    Unit{"GiB", kKi *kKi *kKi},
    Unit{"g", kKi *kKi *kKi},
    Unit{"gb", kKi *kKi *kKi},
    Unit{"Ti", kKi *kKi *kKi *kKi},
    Unit{"TiB", kKi *kKi *kKi *kKi},
    Unit{"t", kKi *kKi *kKi *kKi},
    Unit{"tb", kKi *kKi *kKi *kKi},
    Unit{"K", 1000},
    Unit{"KB", 1000},
    Unit{"M", 1000 * 1000},
    Unit{"MB", 1000 * 1000},
    Unit{"G", 1000 * 1000 * 1000},
    Unit{"GB", 1000 * 1000 * 1000},
    Unit{"T", 1000LL * 1000 * 1000 * 1000},
    Unit{"TB", 1000LL * 1000 * 1000 * 1000},
};

/// Memory and disk beyond this are a slip of the finger, and sums stay far from overflow.
constexpr std::int64_t kMaximumBytes = 1LL << 50; // 1 PiB
constexpr std::int64_t kMaximumMilli = 1024LL * 1000;
constexpr std::int64_t kMaximumMilliseconds = 7LL * 24 * 3600 * 1000;

Refusal bytesRefusal(std::string_view text)
{
    return {fill(StaticProse{"“{}” is not an amount of memory or disk.",
                             "«{}» er ikke en mengde minne eller disk."},
                 text),
            {"Write a number with a unit, such as 512Mi, 1.5Gi or 200M.",
             "Skriv et tall med enhet, for eksempel 512Mi, 1.5Gi eller 200M."}};
}

Refusal cpuRefusal(std::string_view text)
{
    return {fill(StaticProse{"“{}” is not an amount of CPU.", "«{}» er ikke en mengde CPU."}, text),
            {"Write cores or thousandths of a core, such as 2, 0.5 or 250m.",
             "Skriv kjerner eller tusendels kjerner, for eksempel 2, 0.5 eller 250m."}};
}

Refusal durationRefusal(std::string_view text)
{
    return {fill(StaticProse{"“{}” is not a time span.", "«{}» er ikke et tidsrom."}, text),
            {"Write a number with a unit, such as 30s, 500ms or 1m30s.",
             "Skriv et tall med enhet, for eksempel 30s, 500ms eller 1m30s."}};
}

} // namespace

std::expected<Bytes, Refusal> parseBytes(std::string_view text)
{
    std::string_view rest = text;
    const auto number = takeDecimal(rest);
    if (!number)
        return std::unexpected(bytesRefusal(text));
    for (const Unit &unit : kByteUnits) {
        if (unit.name != rest)
            continue;
        const auto value = scale(*number, unit.factor);
        if (!value || *value > kMaximumBytes)
            return std::unexpected(bytesRefusal(text));
        return Bytes{*value};
    }
    return std::unexpected(bytesRefusal(text));
}

std::expected<Cpu, Refusal> parseCpu(std::string_view text)
{
    std::string_view rest = text;
    const auto number = takeDecimal(rest);
    if (!number || (!rest.empty() && rest != "m"))
        return std::unexpected(cpuRefusal(text));
    const auto milli = scale(*number, rest == "m" ? 1 : 1000);
    if (!milli || *milli < 1 || *milli > kMaximumMilli)
        return std::unexpected(cpuRefusal(text));
    return Cpu{*milli};
}

std::expected<Duration, Refusal> parseDuration(std::string_view text)
{
    static constexpr std::array kUnits{Unit{"ms", 1}, Unit{"h", 3'600'000}, Unit{"m", 60'000},
                                       Unit{"s", 1000}};
    std::string_view rest = text;
    std::int64_t total = 0;
    if (rest.empty())
        return std::unexpected(durationRefusal(text));
    while (!rest.empty()) {
        const auto number = takeDecimal(rest);
        const Unit *found = nullptr;
        for (const Unit &unit : kUnits) {
            if (rest.starts_with(unit.name)) {
                found = &unit;
                break;
            }
        }
        if (!number || found == nullptr)
            return std::unexpected(durationRefusal(text));
        rest.remove_prefix(found->name.size());
        const auto part = scale(*number, found->factor);
        if (!part || *part > kMaximumMilliseconds)
            return std::unexpected(durationRefusal(text));
        total += *part;
        if (total > kMaximumMilliseconds)
            return std::unexpected(durationRefusal(text));
    }
    return Duration{total};
}

namespace {

std::string withUnit(std::int64_t value, std::span<const Unit> units, std::string_view none)
{
    for (const Unit &unit : units)
        if (value != 0 && value % unit.factor == 0)
            return std::to_string(value / unit.factor) + std::string(unit.name);
    return std::to_string(value) + std::string(none);
}

} // namespace

std::string toString(Bytes bytes)
{
    static constexpr std::array kUnits{Unit{"Ti", kKi * kKi * kKi * kKi},
                                       Unit{"Gi", kKi * kKi * kKi}, Unit{"Mi", kKi * kKi},
                                       Unit{"Ki", kKi}};
    return withUnit(bytes.value, kUnits, "");
}

std::string toDockerString(Bytes bytes)
{
    static constexpr std::array kUnits{Unit{"g", kKi * kKi * kKi}, Unit{"m", kKi * kKi},
                                       Unit{"k", kKi}};
    return withUnit(bytes.value, kUnits, "b");
}

std::string toString(Cpu cpu)
{
    std::string text = std::to_string(cpu.milli / 1000);
    if (const auto rest = cpu.milli % 1000; rest != 0) {
        std::string decimals = std::to_string(1000 + rest).substr(1);
        while (decimals.back() == '0')
            decimals.pop_back();
        text += "." + decimals;
    }
    return text;
}

std::string toMilliString(Cpu cpu)
{
    return cpu.milli % 1000 == 0 ? std::to_string(cpu.milli / 1000)
                                 : std::to_string(cpu.milli) + "m";
}

std::string toString(Duration duration)
{
    const std::int64_t ms = duration.milliseconds;
    if (ms % 1000 != 0)
        return std::to_string(ms) + "ms";
    std::string text;
    if (ms >= 3'600'000)
        text += std::to_string(ms / 3'600'000) + "h";
    if (ms % 3'600'000 >= 60'000)
        text += std::to_string(ms % 3'600'000 / 60'000) + "m";
    if (ms % 60'000 != 0 || text.empty())
        text += std::to_string(ms % 60'000 / 1000) + "s";
    return text;
}

} // namespace skanse
