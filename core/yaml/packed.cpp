// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/packed.h"

#include <algorithm>

namespace skanse::yaml {

namespace {

constexpr int kMaximumDepth = 32;

void packSize(std::size_t size, std::string &out)
{
    for (; size >= 0x80; size >>= 7U)
        out += static_cast<char>(0x80U | (size & 0x7FU));
    out += static_cast<char>(size);
}

std::optional<std::size_t> unpackSize(std::string_view &bytes)
{
    std::size_t size = 0;
    for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        size |= static_cast<std::size_t>(byte & 0x7FU) << shift;
        if (byte < 0x80)
            return size;
    }
    return std::nullopt;
}

void packText(std::string_view text, std::string &out)
{
    packSize(text.size(), out);
    out += text;
}

std::optional<std::string> unpackText(std::string_view &bytes)
{
    const auto size = unpackSize(bytes);
    if (!size || *size > bytes.size())
        return std::nullopt;
    std::string text(bytes.substr(0, *size));
    bytes.remove_prefix(*size);
    return text;
}

std::optional<Value> unpackAt(std::string_view &bytes, int depth)
{
    if (bytes.empty() || depth > kMaximumDepth)
        return std::nullopt;
    const auto head = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (head > 0x7U)
        return std::nullopt;
    Value value;
    value.kind = static_cast<Value::Kind>(head & 0x3U);
    value.quoted = (head & 0x4U) != 0;
    if (value.kind == Value::Kind::Scalar) {
        auto text = unpackText(bytes);
        if (!text)
            return std::nullopt;
        value.text = std::move(*text);
    } else if (value.kind != Value::Kind::Null) {
        const auto count = unpackSize(bytes);
        if (!count || *count > bytes.size())
            return std::nullopt;
        value.entries.reserve(std::min<std::size_t>(*count, 256)); // damaged bytes claim anything
        for (std::size_t i = 0; i < *count; ++i) {
            auto key = value.kind == Value::Kind::Map ? unpackText(bytes) : std::string{};
            auto child = unpackAt(bytes, depth + 1);
            if (!key || !child)
                return std::nullopt;
            value.entries.push_back({std::move(*key), {}, std::move(*child)});
        }
    }
    return value;
}

} // namespace

void pack(const Value &value, std::string &out)
{
    out += static_cast<char>(static_cast<unsigned>(value.kind) | (value.quoted ? 0x4U : 0U));
    if (value.kind == Value::Kind::Scalar) {
        packText(value.text, out);
    } else if (value.kind != Value::Kind::Null) {
        packSize(value.entries.size(), out);
        for (const auto &entry : value.entries) {
            if (value.kind == Value::Kind::Map)
                packText(entry.key, out);
            pack(entry.value, out);
        }
    }
}

std::optional<Value> unpack(std::string_view &bytes)
{
    return unpackAt(bytes, 0);
}

} // namespace skanse::yaml
