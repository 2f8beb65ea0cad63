// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include <yaml-cpp/yaml.h>

#include <cstdint>
#include <iostream>
#include <string>

/// yaml_cpp_reader < list of files
///
/// One line of JSON for each file: what a program that uses yaml-cpp sees in it. A plain scalar is a boolean
/// or a number when yaml-cpp would convert it to one. What is neither text, whole number, boolean, map nor
/// list becomes {"!": "what it is"}, which no file should hold.
namespace {

std::string quoted(const std::string &text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kHex[byte >> 4U];
            out += kHex[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string strange(const std::string &what)
{
    return "{\"!\": " + quoted(what) + "}";
}

std::string scalar(const YAML::Node &node)
{
    const std::string &text = node.Scalar();
    if (node.Tag() == "!")
        return quoted(text);
    if (node.Tag() != "?")
        return strange("tag " + node.Tag());
    std::int64_t number = 0;
    if (YAML::convert<std::int64_t>::decode(node, number))
        return std::to_string(number);
    bool flag = false;
    if (YAML::convert<bool>::decode(node, flag))
        return flag ? "true" : "false";
    double real = 0;
    if (YAML::convert<double>::decode(node, real))
        return strange("number " + text);
    return quoted(text);
}

std::string json(const YAML::Node &node) // NOLINT(misc-no-recursion)
{
    std::string out;
    switch (node.Type()) {
    case YAML::NodeType::Scalar:
        return scalar(node);
    case YAML::NodeType::Sequence:
        for (const auto &item : node)
            out += (out.empty() ? "" : ",") + json(item);
        return "[" + out + "]";
    case YAML::NodeType::Map:
        for (const auto &entry : node) {
            const std::string key = json(entry.first);
            out += (out.empty() ? "" : ",") + (key.starts_with('"') ? key : quoted("!" + key)) + ":"
                 + json(entry.second);
        }
        return "{" + out + "}";
    default:
        return strange("null");
    }
}

} // namespace

int main()
{
    for (std::string path; std::getline(std::cin, path);) {
        std::cout << "{\"file\":" << quoted(path);
        try {
            std::string documents;
            for (const YAML::Node &document : YAML::LoadAllFromFile(path))
                documents += (documents.empty() ? "" : ",") + json(document);
            std::cout << ",\"documents\":[" << documents << "]}\n";
        } catch (const YAML::Exception &error) {
            std::cout << ",\"error\":" << quoted(error.what()) << "}\n";
        }
    }
    return 0;
}
