// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/yaml/reader.h"

/// Strict reading of one catalogue map: every key is asked for once, none is left over.
namespace skanse {

/// Thrown inside the loader only; loadCatalogue turns it into a CatalogueError.
struct BadCatalogue {
    std::string message;
};

class Fields
{
public:
    Fields(const yaml::Value &value, std::string where);

    [[nodiscard]] bool has(std::string_view key) const { return m_value.find(key) != nullptr; }
    [[nodiscard]] const yaml::Value &required(std::string_view key);
    [[nodiscard]] const yaml::Value *optional(std::string_view key);

    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] Prose prose(std::string_view key);
    [[nodiscard]] std::int64_t number(std::string_view key);
    [[nodiscard]] bool flag(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    [[nodiscard]] std::vector<std::string> optionalTexts(std::string_view key);
    [[nodiscard]] Bytes bytes(std::string_view key);
    [[nodiscard]] Cpu cpu(std::string_view key);
    [[nodiscard]] Duration duration(std::string_view key);
    [[nodiscard]] Basis basis(std::string_view key);

    template <class Enum> Enum word(std::string_view key)
    {
        const std::string found = text(key);
        const auto value = fromWord<Enum>(found);
        if (!value)
            fail(key, "unknown word: " + found);
        return *value;
    }

    /// Reads each entry of a list with `read(Fields &)`.
    template <class Function> auto list(std::string_view key, Function read)
    {
        std::vector<std::invoke_result_t<Function, Fields &>> items;
        const yaml::Value &value = listValue(key);
        items.reserve(value.entries.size());
        for (std::size_t i = 0; i < value.entries.size(); ++i) {
            Fields fields(value.entries[i].value, at(key) + "[" + std::to_string(i) + "]");
            items.push_back(read(fields));
            fields.finish();
        }
        return items;
    }

    /// Reads a nested map with `read(Fields &)`.
    template <class Function> auto map(std::string_view key, Function read)
    {
        Fields fields(required(key), at(key));
        auto item = read(fields);
        fields.finish();
        return item;
    }

    /// A key that nobody asked for is an error.
    void finish() const;

    [[noreturn]] void fail(std::string_view key, std::string_view what) const;

private:
    [[nodiscard]] std::string at(std::string_view key) const;
    const yaml::Value &listValue(std::string_view key);
    static std::string scalar(const yaml::Value &value, const std::string &where);

    const yaml::Value &m_value;
    std::string m_where;
    std::size_t m_used = 0;
};

Preset readPreset(Fields &fields);
Control readControl(Fields &fields);
LintException readException(Fields &fields);
ChecklistSection readChecklist(Fields &fields);
HostFacts readHostFacts(Fields &fields);
void readRegions(Fields &fields, Catalogue &catalogue);
void readLaw(Fields &fields, Catalogue &catalogue);

} // namespace skanse
