// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/profile/json_schema.h"

#include "core/profile/condition_text.h"
#include "core/profile/migration.h"
#include "core/schema/grammar.h"
#include "core/schema/question.h"
#include "core/yaml/json.h"
#include "core/yaml/node.h"

#include <limits>
#include <optional>

namespace skanse {

namespace {

using yaml::Node;

constexpr std::int64_t kUnbounded = std::numeric_limits<std::int64_t>::max();

/// The units of core/base/quantity.h.
constexpr std::string_view kBytesPattern =
    "^[0-9]+(\\.[0-9]+)?(b|B|[kmgt]b?|[KMGT]B?|[KMGT]i(B)?)?$";
constexpr std::string_view kCpuPattern = "^[0-9]+(\\.[0-9]+)?m?$";
constexpr std::string_view kDurationPattern = "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$";

class SchemaMaker
{
public:
    explicit SchemaMaker(const SchemaWords &words) : m_words(words) {}

    Node make()
    {
        Node root = Node::map();
        root.add("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.add("title", "Skanse profile");
        root.add("description",
                 "Answers about a workload, from which Skanse makes a hardened bundle.");
        Node version = Node::map();
        version.add("title", "Version of the profile format");
        version.add("const", kProfileVersion);
        describeRecord(root, answersType(), std::move(version));
        root.add("$defs", std::move(m_definitions));
        return root;
    }

private:
    /// Adds type, properties and required keys. The root has the version in front.
    void describeRecord(Node &schema, const RecordType &type, std::optional<Node> version = {})
    {
        Node properties = Node::map();
        Node required = Node::list();
        if (version) {
            properties.add("skanse", std::move(*version));
            required.append("skanse");
        }
        for (const Question &question : type.questions) {
            properties.add(question.key, describe(type, question));
            if (question.required && question.when.op == Condition::Op::Always)
                required.append(question.key);
        }
        schema.add("type", "object");
        schema.add("properties", std::move(properties));
        if (!required.entries().empty())
            schema.add("required", std::move(required));
        schema.add("additionalProperties", false);
    }

    /// Where the schema of the record type stands; makes it the first time.
    std::string reference(const RecordType &type)
    {
        const std::string name(type.id);
        if (m_definitions.find(name) == nullptr) {
            Node definition = Node::map();
            describeRecord(definition, type); // adds what is inside first
            m_definitions.add(name, std::move(definition));
        }
        return "#/$defs/" + name;
    }

    static std::string description(const Question &question)
    {
        std::string text(question.help.en);
        if (question.when.op != Condition::Op::Always)
            text += (question.required ? " Asked, and required, when " : " Asked when ")
                  + conditionText(question.when).en + ".";
        return text;
    }

    Node describe(const RecordType &type, const Question &question)
    {
        Node node = Node::map();
        node.add("title", question.label.en);
        node.add("description", description(question));
        switch (question.kind) {
        case Kind::Group:
            node.add("$ref", reference(*question.items));
            return node;
        case Kind::Items:
            node.add("type", "array");
            node.add("items", Node::map()).add("$ref", reference(*question.items));
            addBounds(node, question.bounds, "minItems", "maxItems");
            return node;
        case Kind::Flag:
            node.add("type", "boolean");
            break;
        case Kind::Integer:
            node.add("type", "integer");
            addBounds(node, question.bounds, "minimum", "maximum");
            break;
        case Kind::Choices:
        case Kind::Words:
        case Kind::Countries:
        case Kind::Networks:
        case Kind::SshKeys:
            describeList(node, question);
            break;
        default:
            describeText(node, question);
            if (!isQuantity(question.kind) && question.kind != Kind::Choice)
                addBounds(node, question.bounds, "minLength", "maxLength");
        }
        addDefault(node, defaultOf(type, question));
        return node;
    }

    static bool isQuantity(Kind kind)
    {
        return kind == Kind::Bytes || kind == Kind::Cpu || kind == Kind::Duration;
    }

    static void addBounds(Node &node, const Bounds &bounds, std::string_view least,
                          std::string_view most)
    {
        if (bounds.least != 0 || least == "minimum")
            node.add(least, bounds.least);
        if (bounds.most != kUnbounded)
            node.add(most, bounds.most);
    }

    static void addDefault(Node &node, const AnswerValue &value)
    {
        if (const auto *flag = std::get_if<bool>(&value))
            node.add("default", *flag);
        else if (const auto *number = std::get_if<std::int64_t>(&value))
            node.add("default", *number);
        else if (const auto *text = std::get_if<std::string>(&value))
            node.add("default", *text);
        else if (const auto *words = std::get_if<std::vector<std::string>>(&value))
            node.add("default", Node::list(*words));
    }

    void describeList(Node &node, const Question &question)
    {
        Node item = Node::map();
        describeText(item, question);
        node.add("type", "array");
        node.add("items", std::move(item));
        addBounds(node, question.bounds, "minItems", "maxItems");
        if (question.kind != Kind::Words)
            node.add("uniqueItems", true);
    }

    /// Type and form of one text: an answer, or an entry of a list of texts.
    void describeText(Node &node, const Question &question)
    {
        switch (question.kind) {
        case Kind::Choice:
        case Kind::Choices:
            node.add("oneOf", choices(question));
            return;
        case Kind::Line:
        case Kind::Words: // taken as they stand, with or without quotes
            node.add("type", Node::list({"string", "number", "boolean"}));
            return;
        case Kind::Bytes:
            node.add("type", Node::list({"string", "number"}));
            node.add("pattern", kBytesPattern);
            return;
        case Kind::Cpu:
            node.add("type", Node::list({"string", "number"}));
            node.add("pattern", kCpuPattern);
            return;
        case Kind::Duration:
            node.add("type", "string");
            node.add("pattern", kDurationPattern);
            return;
        case Kind::Preset:
            addWords(node, m_words.presets);
            return;
        case Kind::Control:
            addWords(node, m_words.controls);
            return;
        case Kind::ChecklistItem:
            describeOpen(node, question, m_words.checklist);
            return;
        case Kind::Country:
        case Kind::Countries:
            describeOpen(node, question, m_words.countries);
            return;
        default:
            node.add("type", "string");
            addPattern(node, question);
        }
    }

    static void addPattern(Node &node, const Question &question)
    {
        if (const auto pattern = grammar::pattern(question.kind); !pattern.empty())
            node.add("pattern", pattern);
    }

    static void addWords(Node &node, const std::vector<std::string> &words)
    {
        node.add("type", "string");
        if (!words.empty())
            node.add("enum", Node::list(words));
    }

    /// Known words are offered, others of the same form pass.
    static void describeOpen(Node &node, const Question &question,
                             const std::vector<std::string> &words)
    {
        node.add("type", "string");
        if (words.empty()) {
            addPattern(node, question);
            return;
        }
        Node known = Node::map();
        known.add("enum", Node::list(words));
        Node other = Node::map();
        addPattern(other, question);
        Node either = Node::list();
        either.append(std::move(known));
        either.append(std::move(other));
        node.add("anyOf", std::move(either));
    }

    static Node choices(const Question &question)
    {
        Node list = Node::list();
        for (const Choice &choice : question.choices) {
            Node one = Node::map();
            one.add("const", choice.word);
            one.add("title", choice.label.en);
            list.append(std::move(one));
        }
        return list;
    }

    const SchemaWords &m_words;
    Node m_definitions = Node::map();
};

} // namespace

std::string jsonSchema(const SchemaWords &words)
{
    std::string text = yaml::toJson(SchemaMaker(words).make(), true);
    if (!text.ends_with('\n'))
        text += '\n';
    return text;
}

} // namespace skanse
