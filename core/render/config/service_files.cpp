// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/templates.h"
#include "core/render/build_paths.h"
#include "core/render/config/blocks.h"
#include "core/render/parts.h"

#include <algorithm>

namespace skanse::render {

namespace {

Syntax syntaxOf(std::string_view fileName)
{
    return fileName.ends_with(".yml") || fileName.ends_with(".yaml") ? Syntax::Yaml : Syntax::Conf;
}

/// Why the file as a whole is there.
Origin originOf(const ConfigContext &context)
{
    return context.service.preset->kind == PresetKind::Proxy
             ? context.ofLimits()
             : context.request.from(context.service, "service.preset");
}

bool isCommentLine(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] == '#';
}

/// The same text without comment lines and without the blank lines they leave behind.
Text withoutComments(const Text &text)
{
    Text out;
    out.text.reserve(text.text.size());
    std::vector<int> kept{0}; // kept[n]: how many of the first n lines are kept
    bool wasBlank = true;
    for (std::size_t at = 0; at < text.text.size();) {
        const auto end = std::min(text.text.find('\n', at), text.text.size());
        const std::string_view line = std::string_view(text.text).substr(at, end - at);
        const bool isKept = !isCommentLine(line) && !(line.empty() && wasBlank);
        if (isKept) {
            out.text += line;
            out.text += '\n';
            wasBlank = line.empty();
        }
        kept.push_back(kept.back() + (isKept ? 1 : 0));
        at = end + 1;
    }
    for (Span span : text.spans) {
        span.firstLine = kept[static_cast<std::size_t>(span.firstLine) - 1] + 1;
        span.lastLine = kept[static_cast<std::size_t>(span.lastLine)];
        if (span.firstLine <= span.lastLine)
            out.spans.push_back(span);
    }
    return out;
}

/// Gives comment lines the indentation of the line they are about; the writer puts them in column 0.
std::string withIndentedComments(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 64);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (text[at] == '#') {
            std::size_t next = end + 1;
            while (next < text.size() && text[next] == '#')
                next = std::min(text.find('\n', next), text.size() - 1) + 1;
            for (; next < text.size() && (text[next] == ' ' || text[next] == '\t'); ++next)
                out += text[next];
        }
        out += text.substr(at, end - at);
        out += '\n';
        at = end + 1;
    }
    return out;
}

/// The template with its blocks; the spans of the blocks are inside one for the whole file.
Text filled(const ConfigContext &context, const TemplateText &form)
{
    std::vector<Text> blocks;
    std::vector<TemplateText::Value> values;
    const Origin origin = originOf(context);
    LineWriter out(context.request.commenter()); // one for all: each control is explained once
    for (const auto &name : form.names()) {
        if (const ConfigBlock block = configBlock(name))
            block(context, out);
        Text text = out.take();
        values.push_back({name, withIndentedComments(text.text), origin});
        blocks.push_back(std::move(text));
        blocks.back().text.clear();
    }
    Text whole = form.fillText(values).value(); // one value for each of the template's own names
    // One span for each block that left a line, in the order of the placeholders.
    std::vector<Span> spans{{1, static_cast<int>(std::ranges::count(whole.text, '\n')), origin}};
    std::size_t next = 0;
    for (const Span &place : whole.spans) {
        while (values[next].text.empty())
            ++next;
        for (Span span : blocks[next++].spans) {
            span.firstLine += place.firstLine - 1;
            span.lastLine += place.firstLine - 1;
            spans.push_back(span);
        }
    }
    whole.spans = std::move(spans);
    return whole;
}

void putAbove(Text &text, const std::vector<std::string> &header)
{
    std::string lines;
    for (const auto &line : header)
        lines += "# " + line + "\n";
    text.text.insert(0, lines);
    for (Span &span : text.spans) {
        span.firstLine += static_cast<int>(header.size());
        span.lastLine += static_cast<int>(header.size());
    }
}

} // namespace

Text configFile(const Request &request, const ServicePlan &service, const ConfigFilePlan &file)
{
    Text text = filled({request, service}, templateText(file.templateName));
    if (request.plan().comments == CommentChoice::None)
        text = withoutComments(text);
    putAbove(text, request.header({"Configuration of one service, mounted read-only",
                                   "Konfigurasjon av én tjeneste, montert skrivebeskyttet"}));
    return text;
}

void serviceFiles(const Request &request, Bundle &bundle)
{
    if (!request.plan().wants(Target::Compose)) // elsewhere they are part of a ConfigMap
        return;
    for (const ServicePlan &service : request.plan().services) {
        for (const ConfigFilePlan &file : service.files) {
            Text text = configFile(request, service, file);
            bundle.artifacts.push_back({dockerFolder(service) + file.fileName,
                                        syntaxOf(file.fileName), std::move(text.text),
                                        std::move(text.spans), false});
        }
    }
}

} // namespace skanse::render
