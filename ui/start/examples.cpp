// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/start/examples.h"

#include "ui/text/language.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace skanse::ui {

QList<Example> examples()
{
    QList<Example> all;
    const QDir folder(QStringLiteral(":/skanse/examples"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Example example;
        example.name = name.section(QLatin1Char('.'), 0, 0);
        example.outcome = makePlan(file.readAll().toStdString());
        if (!example.outcome.plan)
            continue;
        example.description = toQString(example.outcome.plan->description);
        all.append(std::move(example));
    }
    std::ranges::stable_sort(
        all, {}, [](const Example &example) { return example.outcome.plan->services.size(); });
    return all;
}

} // namespace skanse::ui
