// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/templates.h"

#include <QDirIterator>
#include <QFile>

#include <cstdlib>
#include <iostream>
#include <map>

namespace skanse {

namespace {

[[noreturn]] void broken(std::string_view path, std::string_view why)
{
    std::cerr << "skanse: templates/" << path << ": " << why << '\n';
    std::abort();
}

const std::map<std::string, TemplateText, std::less<>> &all()
{
    static const auto kAll = [] {
        std::map<std::string, TemplateText, std::less<>> templates;
        const QString root = QStringLiteral(":/skanse/templates/");
        QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const std::string path = file.fileName().mid(root.size()).toStdString();
            if (!file.open(QIODevice::ReadOnly))
                broken(path, "cannot be read");
            const QByteArray bytes = file.readAll();
            auto parsed =
                TemplateText::parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
            if (!parsed)
                broken(path, parsed.error());
            templates.emplace(path, std::move(*parsed));
        }
        return templates;
    }();
    return kAll;
}

} // namespace

const TemplateText &templateText(std::string_view path)
{
    const auto found = all().find(path);
    if (found == all().end())
        broken(path, "is not embedded");
    return found->second;
}

std::vector<std::string_view> templatePaths()
{
    std::vector<std::string_view> paths;
    for (const auto &[path, text] : all())
        paths.emplace_back(path);
    return paths;
}

} // namespace skanse
