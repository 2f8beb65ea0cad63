// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/bundle_changes.h"

#include "core/report/diff.h"
#include "ui/text/language.h"

#include <QStringList>

#include <algorithm>

namespace skanse::ui {

namespace {

int sumOf(const std::vector<FileChange> &files, int FileChange::*member)
{
    int sum = 0;
    for (const FileChange &file : files)
        sum += file.*member;
    return sum;
}

/// The change of one file; `path` is in one of the bundles.
FileChange changeOf(const Bundle &before, const Bundle &after, const std::string &path)
{
    const auto only = [&](const Bundle &bundle) {
        Bundle one;
        if (const Artifact *artifact = bundle.find(path))
            one.artifacts.push_back(*artifact);
        return one;
    };
    FileChange change{.path = toQString(path),
                      .diff = toQString(report::bundleDiff(only(before), only(after)))};
    const QStringList lines = change.diff.split(QLatin1Char('\n'));
    // The first two lines name the file.
    for (qsizetype i = 2; i < lines.size(); ++i) {
        change.added += lines[i].startsWith(QLatin1Char('+')) ? 1 : 0;
        change.removed += lines[i].startsWith(QLatin1Char('-')) ? 1 : 0;
    }
    return change;
}

bool sameWords(const Diagnostic &left, const Diagnostic &right)
{
    return left.id == right.id && left.path == right.path && left.message == right.message;
}

} // namespace

int BundleChanges::added() const
{
    return sumOf(files, &FileChange::added);
}

int BundleChanges::removed() const
{
    return sumOf(files, &FileChange::removed);
}

BundleChanges bundleChanges(const ResultPtr &before, const Answers &after)
{
    BundleChanges changes;
    const Outcome &old = before->outcome;
    const ResultPtr now = runEngine(after, old.plan ? old.plan->loaded : EvidencePtr());
    for (const Diagnostic &diagnostic : now->outcome.diagnostics)
        if (std::ranges::none_of(old.diagnostics, [&](const Diagnostic &known) {
                return sameWords(known, diagnostic);
            }))
            changes.news.push_back(diagnostic);
    changes.failed = now->outcome.failed();
    if (changes.failed || !old.plan || old.failed())
        return changes;
    Stamp stamp = old.stamp;
    stamp.fingerprint = now->outcome.stamp.fingerprint;
    const auto rendered = renderBundle(*old.plan, catalogue(), stamp, old.diagnostics);
    if (!rendered)
        return changes; // it was rendered before, so this does not happen
    const Bundle &restamped = *rendered;
    const Bundle &bundle = now->outcome.bundle;
    const auto take = [&](const std::string &path) {
        FileChange change = changeOf(restamped, bundle, path);
        if (!change.diff.isEmpty())
            changes.files.push_back(std::move(change));
    };
    for (const Artifact &artifact : bundle.artifacts)
        take(artifact.path);
    for (const Artifact &artifact : restamped.artifacts)
        if (bundle.find(artifact.path) == nullptr)
            take(artifact.path);
    return changes;
}

} // namespace skanse::ui
