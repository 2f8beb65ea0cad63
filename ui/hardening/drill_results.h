// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <vector>

/// What somebody saw who tried the attacks on the running workload.
namespace skanse::ui {

/// One attempt. `service` is empty for controls of the whole workload, the host or CI.
struct DrillResult {
    ControlId control{};
    QString service;
    QString attempt;
    QString expected;
    QString seen;
    bool held = false;
    bool operator==(const DrillResult &) const = default;
};

/// A larger file is refused.
inline constexpr qsizetype kMaximumDrillBytes = 4 * 1024 * 1024;

/// Reads a results file. The format (UTF-8 JSON):
///
///     {
///       "results": [
///         {
///           "control": "read-only-root",     id of a control in the catalogue
///           "service": "api",                may be left out or empty
///           "attempt": "touch /usr/x",       what was tried
///           "expected": "read-only file system",
///           "seen": "touch: /usr/x: Read-only file system",
///           "held": true                     whether the control held
///         }
///       ]
///     }
///
/// Strict: no other keys, every key but "service" is required, the types are exactly these, the control
/// must exist. Nothing is taken from a file with a mistake; the error says where it is and what to do.
/// Several results for the same control and service are fine: it held when all of them held.
std::expected<std::vector<DrillResult>, QString> parseDrillResults(const QByteArray &json);

/// The same from a file.
std::expected<std::vector<DrillResult>, QString> readDrillResults(const QString &path);

} // namespace skanse::ui
