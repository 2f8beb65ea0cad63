// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/fields.h"

#include <charconv>

namespace skanse {

Fields::Fields(const yaml::Value &value, std::string where)
    : m_value(value)
    , m_where(std::move(where))
{
    if (value.kind != yaml::Value::Kind::Map)
        throw BadCatalogue{m_where + ": not a map"};
}

std::string Fields::at(std::string_view key) const
{
    return m_where + (m_where.ends_with(": ") ? "" : ".") + std::string(key);
}

void Fields::fail(std::string_view key, std::string_view what) const
{
    throw BadCatalogue{at(key) + ": " + std::string(what)};
}

const yaml::Value *Fields::optional(std::string_view key)
{
    const yaml::Value *found = m_value.find(key);
    m_used += found == nullptr ? 0 : 1;
    return found;
}

const yaml::Value &Fields::required(std::string_view key)
{
    const yaml::Value *found = optional(key);
    if (found == nullptr)
        fail(key, "missing");
    return *found;
}

std::string Fields::scalar(const yaml::Value &value, const std::string &where)
{
    if (value.kind != yaml::Value::Kind::Scalar)
        throw BadCatalogue{where + ": not a text"};
    return value.text;
}

std::string Fields::text(std::string_view key)
{
    return scalar(required(key), at(key));
}

Prose Fields::prose(std::string_view key)
{
    return map(key, [](Fields &both) {
        Prose prose{both.text("en"), both.text("nb")};
        if (prose.en.empty() != prose.nb.empty())
            both.fail("nb", "only one language");
        return prose;
    });
}

std::int64_t Fields::number(std::string_view key)
{
    const std::string digits = text(key);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size())
        fail(key, "not a number");
    return value;
}

bool Fields::flag(std::string_view key)
{
    const std::string word = text(key);
    if (word != "true" && word != "false")
        fail(key, "not true or false");
    return word == "true";
}

const yaml::Value &Fields::listValue(std::string_view key)
{
    const yaml::Value &value = required(key);
    if (value.kind != yaml::Value::Kind::List)
        fail(key, "not a list");
    return value;
}

std::vector<std::string> Fields::texts(std::string_view key)
{
    std::vector<std::string> words;
    for (const auto &entry : listValue(key).entries)
        words.push_back(scalar(entry.value, at(key)));
    return words;
}

std::vector<std::string> Fields::optionalTexts(std::string_view key)
{
    return has(key) ? texts(key) : std::vector<std::string>{};
}

namespace {

template <class T>
T must(const std::expected<T, Refusal> &result, const Fields &fields, std::string_view key)
{
    if (!result)
        fields.fail(key, result.error().message.en);
    return *result;
}

} // namespace

Bytes Fields::bytes(std::string_view key)
{
    return must(parseBytes(text(key)), *this, key);
}
Cpu Fields::cpu(std::string_view key)
{
    return must(parseCpu(text(key)), *this, key);
}
Duration Fields::duration(std::string_view key)
{
    return must(parseDuration(text(key)), *this, key);
}

Basis Fields::basis(std::string_view key)
{
    const std::string word = text(key);
    for (int i = 0; i <= static_cast<int>(Basis::Estimate); ++i)
        if (toString(static_cast<Basis>(i)) == word)
            return static_cast<Basis>(i);
    fail(key, "unknown basis: " + word);
}

void Fields::finish() const
{
    if (m_used == m_value.entries.size())
        return;
    std::string keys;
    for (const auto &entry : m_value.entries)
        keys += " " + entry.key;
    throw BadCatalogue{m_where + ": a key is unknown or was asked for twice, among:" + keys};
}

} // namespace skanse
