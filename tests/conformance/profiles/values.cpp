// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/conformance/profiles/values.h"

#include "core/catalogue/catalogue.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace skanse::profiles {

namespace {

/// Every magnitude between the bounds is as likely as any other: with even odds all sizes would be huge.
std::int64_t magnitude(const Bounds &bounds, Random &random)
{
    const auto bits = [](std::int64_t number) {
        return static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(number)));
    };
    const std::int64_t exponent = random.between(bits(bounds.least), bits(bounds.most));
    const std::int64_t steps = random.between(8, 15); // 1, 1.125, ... 1.875 times the power of two
    const std::int64_t value = exponent > 3 ? steps << (exponent - 4) : steps >> (4 - exponent);
    return std::clamp(value, bounds.least, bounds.most);
}

/// A label as long as it may be, with hyphens: names are joined, and every target has its own limit.
std::string longLabel(const Bounds &bounds, Random &random)
{
    const auto length = static_cast<std::size_t>(std::min<std::int64_t>(bounds.most, 63));
    std::string text = samples::word(random, length, length);
    for (std::size_t at = 5; at + 1 < length; at += 7)
        text[at] = '-';
    return text;
}

std::string longLine(const Bounds &bounds, Random &random)
{
    const auto length = static_cast<std::size_t>(std::min<std::int64_t>(bounds.most, 4000));
    std::string text;
    while (text.size() < length)
        text += samples::word(random, 1, 12) + (random.chance(10) ? "$ " : " ");
    text.resize(length);
    return text;
}

std::string longPath(const Bounds &bounds, Random &random)
{
    std::string text;
    while (static_cast<std::int64_t>(text.size()) + 14 < std::min<std::int64_t>(bounds.most, 120))
        text += "/" + samples::word(random, 1, 12);
    return text;
}

/// The public addresses of documentation and the private ones, from a single one to a large network.
std::string network(Random &random)
{
    const std::string byte = samples::number(random, 0, 255);
    switch (random.between(0, 6)) {
    case 0:
        return "10." + byte + ".0.0/16";
    case 1:
        return "192.168." + byte + ".0/24";
    case 2:
        return "203.0.113." + byte;
    case 3:
        return "2001:db8:" + samples::number(random, 1, 9999) + "::/48";
    case 4:
        return "fd00:" + samples::number(random, 1, 9999) + "::1";
    case 5:
        return "198.51.100.0/" + samples::number(random, 24, 25);
    default:
        return "192.0.2." + byte + "/32";
    }
}

std::string drawText(const Question &question, const Known &known, Random &random)
{
    switch (question.kind) {
    case Kind::Preset:
        return oneOf(catalogue().presets, random).id;
    case Kind::Control:
        return std::string(toString(oneOf(catalogue().controls, random).id));
    case Kind::Country:
    case Kind::Countries:
        return random.chance(90) ? oneOf(catalogue().regions, random).iso
                                 : samples::textFor(question, random);
    case Kind::Bytes:
        return toString(Bytes{magnitude(question.bounds, random)});
    case Kind::Cpu:
        return toString(Cpu{magnitude(question.bounds, random)});
    case Kind::Duration:
        return toString(Duration{magnitude(question.bounds, random)});
    case Kind::Network:
    case Kind::Networks:
        return network(random);
    case Kind::Label:
        if (question.id == "service.peer.service" && !known.services.empty())
            return oneOf(known.services, random);
        return random.chance(10) ? longLabel(question.bounds, random)
                                 : samples::textFor(question, random);
    case Kind::Line:
        return random.chance(5)  ? longLine(question.bounds, random)
             : random.chance(50) ? samples::word(random, 1, 12)
                                 : samples::textFor(question, random);
    case Kind::Image: {
        const std::string text = samples::textFor(question, random);
        return random.chance(50) ? text.substr(0, text.rfind(':')) : text;
    }
    case Kind::Path:
        return random.chance(10) ? longPath(question.bounds, random)
                                 : samples::textFor(question, random);
    default:
        return samples::textFor(question, random);
    }
}

AnswerValue drawOnce(const Question &question, const Known &known, Random &random)
{
    if (question.kind == Kind::Flag)
        return random.chance(50);
    if (question.kind == Kind::Integer)
        return random.chance(50) ? magnitude(question.bounds, random)
                                 : random.between(question.bounds.least, question.bounds.most);
    if (!samples::isList(question.kind))
        return drawText(question, known, random);
    std::vector<std::string> words;
    const auto size = random.between(std::max<std::int64_t>(question.bounds.least, 1),
                                     std::min<std::int64_t>(question.bounds.most, 5));
    for (std::int64_t i = 0; i < size; ++i) {
        std::string one = drawText(question, known, random);
        if (question.kind == Kind::Words || std::ranges::find(words, one) == words.end())
            words.push_back(std::move(one));
    }
    return words;
}

} // namespace

AnswerValue drawValue(const Question &question, const Known &known, Random &random)
{
    for (int tries = 0; tries < 50; ++tries) {
        AnswerValue value = drawOnce(question, known, random);
        if (check(question, value))
            return value;
    }
    std::abort(); // the question refuses whatever is drawn: the generator has to learn its kind
}

} // namespace skanse::profiles
