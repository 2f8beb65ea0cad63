// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"
#include "ui/session/engine_runner.h"

#include <QString>

#include <vector>

namespace skanse::ui {

/// How one file changes.
struct FileChange {
    QString path;
    QString diff; ///< unified
    int added = 0;
    int removed = 0;
};

/// What becomes different when the answers change.
struct BundleChanges {
    std::vector<FileChange> files; ///< in the order of the new bundle, removed files last
    Diagnostics news;              ///< what the engine says now and did not say before
    bool failed = false;           ///< the new answers give no bundle; `news` says why

    [[nodiscard]] int added() const;
    [[nodiscard]] int removed() const;
};

/// Runs the engine on `after`; meant for another thread. `before` has a bundle. Both sides get the same
/// stamp, so that only what the answers change is a difference.
BundleChanges bundleChanges(const ResultPtr &before, const Answers &after);

} // namespace skanse::ui
