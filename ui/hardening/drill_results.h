// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>
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
    std::optional<bool> held; ///< nothing: not tried, or the control is waived
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
///           "held": true                     whether the control held; null when the attempt says
///                                             nothing about that: not tried, or waived
///         }
///       ]
///     }
///
/// Strict: no other keys, every key but "service" is required, the types are exactly these, the control
/// must exist. Nothing is taken from a file with a mistake; the error says where it is and what to do.
/// Several results for the same control and service are fine: it held when all that say something held.
/// verify/drill.sh --json of the bundle writes this format.
std::expected<std::vector<DrillResult>, QString> parseDrillResults(const QByteArray &json);

/// The same from a file.
std::expected<std::vector<DrillResult>, QString> readDrillResults(const QString &path);

} // namespace skanse::ui
