// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/json.h"

#include "core/text/encode.h"

namespace skanse::yaml {

namespace {

class JsonWriter
{
public:
    explicit JsonWriter(bool pretty) : m_pretty(pretty) { m_out.reserve(4096); }

    void node(const Node &node, int indent, bool onOneLine)
    {
        switch (node.kind()) {
        case Node::Kind::Text:
            encode::appendJson(m_out, node.text());
            break;
        case Node::Kind::Number:
            m_out += std::to_string(node.number());
            break;
        case Node::Kind::Boolean:
            m_out += node.number() != 0 ? "true" : "false";
            break;
        case Node::Kind::Map:
        case Node::Kind::List:
            collection(node, indent, onOneLine || node.isFlow());
            break;
        }
    }

    /// A node with its span; `m_line` is the line that it starts on.
    void spanned(const Node &child, int indent, bool onOneLine)
    {
        const std::size_t span = m_spans.size();
        const bool hasOrigin = !child.origin().empty();
        if (hasOrigin)
            m_spans.push_back({m_line, m_line, child.origin()});
        node(child, indent, onOneLine);
        if (hasOrigin)
            m_spans[span].lastLine = m_line;
    }

    Text take(std::string_view end)
    {
        m_out += end;
        return {std::move(m_out), std::move(m_spans)};
    }

private:
    void collection(const Node &node, int indent, bool onOneLine)
    {
        const bool isMap = node.kind() == Node::Kind::Map;
        m_out += isMap ? '{' : '[';
        const bool breaks = m_pretty && !onOneLine;
        bool isFirst = true;
        for (const auto &entry : node.entries()) {
            if (!isFirst)
                m_out += ',';
            if (breaks)
                newLine(indent + 2);
            else if (m_pretty && !isFirst)
                m_out += ' ';
            isFirst = false;
            if (isMap) {
                encode::appendJson(m_out, entry.key);
                m_out += m_pretty ? ": " : ":";
            }
            spanned(entry.value, indent + 2, onOneLine);
        }
        if (breaks && !isFirst)
            newLine(indent);
        m_out += isMap ? '}' : ']';
    }

    void newLine(int indent)
    {
        m_out += '\n';
        ++m_line;
        m_out.append(static_cast<std::size_t>(indent), ' ');
    }

    bool m_pretty;
    std::string m_out;
    std::vector<Span> m_spans;
    int m_line = 1;
};

} // namespace

std::string toJson(const Node &node, bool pretty)
{
    JsonWriter writer(pretty);
    writer.node(node, 0, false);
    return writer.take({}).text;
}

Text toJsonText(const Node &node)
{
    JsonWriter writer(true);
    writer.spanned(node, 0, false);
    return writer.take("\n");
}

} // namespace skanse::yaml
