// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/session/engine_runner.h"

#include <QString>

#include <expected>

/// The folder “evidence” beside a profile.
namespace skanse::ui {

/// Never null; empty for a profile without a file.
EvidencePtr readEvidenceBeside(const QString &profilePath);

/// Puts a copy into the folder, which is made when it is not there. A name that is taken by other bytes gets
/// a number. Gives the name in the folder.
std::expected<QString, Refusal> copyEvidence(const QString &filePath, const QString &profilePath);

/// The bytes of a results file, at most as many as are read; refused when it cannot be opened.
std::expected<QByteArray, Refusal> readResultsFile(const QString &path);

} // namespace skanse::ui
