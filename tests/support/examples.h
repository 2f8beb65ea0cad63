// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QDir>
#include <QFile>
#include <QString>

#include <string>
#include <vector>

namespace skanse::test {

inline QString sourceFolder()
{
    return QStringLiteral(SKANSE_SOURCE_DIR);
}
inline QString buildFolder()
{
    return QStringLiteral(SKANSE_BINARY_DIR);
}

inline std::string readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

/// One profile and the folder of its golden bundle. The examples that users get are the goldens; a case
/// of its own brings input.skanse.yaml in its golden folder.
struct Case {
    QString name;
    QString profile;
    QString golden;
};

inline std::vector<Case> goldenCases()
{
    std::vector<Case> cases;
    const QDir goldens(sourceFolder() + QStringLiteral("/tests/golden"));
    const QDir examples(sourceFolder() + QStringLiteral("/resources/examples"));
    for (const QString &file : examples.entryList({QStringLiteral("*.skanse.yaml")}, QDir::Files)) {
        const QString name = file.chopped(int(std::string_view(".skanse.yaml").size()));
        cases.push_back({name, examples.filePath(file), goldens.filePath(name)});
    }
    for (const QString &name : goldens.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString input = goldens.filePath(name + QStringLiteral("/input.skanse.yaml"));
        if (QFile::exists(input))
            cases.push_back({name, input, goldens.filePath(name)});
    }
    return cases;
}

} // namespace skanse::test
