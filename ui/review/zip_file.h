// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/bundle/writer.h"

#include <QString>

namespace skanse::ui {

/// Writes the artifacts below `topFolder` into a zip, with the same list of files that a written folder
/// has, so that the unpacked folder is one that Skanse knows. The same bytes for the same artifacts: in
/// their order, all dated 1980-01-01, execute bits kept. The file appears at once and whole, or not at all.
std::expected<WriteReport, WriteError>
writeZip(std::span<const Artifact> artifacts, const std::string &topFolder, const QString &path,
         const std::function<bool(std::size_t done, std::size_t total)> &progress);

/// Whether it is a zip that Skanse wrote: it has the list of files in its one folder.
bool isExportedZip(const QString &path);

} // namespace skanse::ui
