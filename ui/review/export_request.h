// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/bundle/writer.h"
#include "ui/session/engine_runner.h"

#include <QString>

#include <expected>
#include <functional>
#include <set>
#include <string>
#include <vector>

/// What is exported, and what that would do to what is there.
namespace skanse::ui {

enum class ExportForm : std::uint8_t { Folder, Zip };

struct ExportRequest {
    ResultPtr result;               ///< has a bundle
    std::set<std::string> unticked; ///< paths of files that are left out
    ExportForm form = ExportForm::Folder;
    QString path;       ///< of the folder or of the zip file
    bool force = false; ///< replace what was edited by hand or is in the way

    /// The chosen files. With all of them this is the whole list, so that a folder gets the same bytes as
    /// from `skanse-cli generate`.
    [[nodiscard]] std::vector<Artifact> artifacts() const;
    /// The folder inside a zip: the name of the workload.
    [[nodiscard]] std::string topFolder() const;
};

/// What would happen. Files that are left out are never removed: when the folder has some of them from an
/// earlier export, they are listed here and the export is refused, since the folder would hold files of
/// two versions, and Skanse would no longer know which ones it wrote.
struct ExportPlan {
    std::vector<FilePlan> files; ///< for a zip one entry, the zip itself
    bool targetExists = false;
    std::vector<std::string> leftOutButThere;

    [[nodiscard]] int count(FileState state) const;
    /// A sentence when the export would be refused; empty when it would not.
    [[nodiscard]] Prose refusal(bool force) const;
};

/// Looks, and changes nothing. May take a while: every file is read.
std::expected<ExportPlan, WriteError> planExport(const ExportRequest &request);

/// Called before each file; false cancels. From the thread that exports.
using ExportProgress = std::function<bool(std::size_t done, std::size_t total)>;

/// Writes all or nothing. For a zip `written` names the entries.
std::expected<WriteReport, WriteError> runExport(const ExportRequest &request,
                                                 const ExportProgress &progress);

} // namespace skanse::ui
