// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
//
// skanse_pack OUT ROOT FILE...: reads the catalogue's YAML files and writes them as one packed map
// from the path below ROOT to the content. Runs while building.
#include "core/yaml/packed.h"
#include "core/yaml/reader.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char **argv)
{
    using namespace skanse;
    if (argc < 4) {
        std::cerr << "usage: skanse_pack OUT ROOT FILE...\n";
        return 2;
    }
    yaml::Value all;
    all.kind = yaml::Value::Kind::Map;
    for (int i = 3; i < argc; ++i) {
        const std::filesystem::path path(argv[i]);
        std::ifstream file(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        auto value = yaml::read(text);
        if (!value) {
            std::cerr << path.string() << ':' << value.error().place.line << ':'
                      << value.error().place.column << ": " << value.error().message.en << '\n';
            return 1;
        }
        all.entries.push_back(
            {std::filesystem::relative(path, argv[2]).generic_string(), {}, std::move(*value)});
    }
    std::string bytes;
    yaml::pack(all, bytes);
    std::ofstream out(argv[1], std::ios::binary | std::ios::trunc);
    out << bytes;
    out.close();
    if (!out) {
        std::cerr << argv[1] << ": cannot be written\n";
        return 1;
    }
    return 0;
}
