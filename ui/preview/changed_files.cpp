// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/changed_files.h"

#include "ui/preview/line_edits.h"
#include "ui/text/language.h"

#include <QStringList>

namespace skanse::ui {

QSet<QString> changedFiles(const Outcome &before, const Outcome &after)
{
    QSet<QString> changed;
    const auto &old = before.bundle.artifacts;
    for (std::size_t i = 0; i < after.bundle.artifacts.size(); ++i) {
        const Artifact &artifact = after.bundle.artifacts[i];
        // Nearly always the files are the same ones.
        const Artifact *was = i < old.size() && old[i].path == artifact.path
                                ? &old[i]
                                : before.bundle.find(artifact.path);
        if (was == nullptr
            || !sameButForStamp(was->text, before.stamp.fingerprint, artifact.text,
                                after.stamp.fingerprint))
            changed.insert(toQString(artifact.path));
    }
    return changed;
}

QStringList pathsOf(const Bundle &bundle)
{
    QStringList paths;
    paths.reserve(static_cast<qsizetype>(bundle.artifacts.size()));
    for (const Artifact &artifact : bundle.artifacts)
        paths.append(toQString(artifact.path));
    return paths;
}

} // namespace skanse::ui
