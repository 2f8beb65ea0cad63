// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "core/base/diagnostic.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What was seen on the running system, by verify/drill.sh or host/verify-host.sh. Both write JSON; it
/// comes from outside and is not trusted. Decision record 14.
namespace skanse {

enum class EvidenceKind : std::uint8_t {
    Drill, ///< attacks that were tried on the running workload
    Host,  ///< a read-only look at the server
};

enum class EvidenceState : std::uint8_t {
    Held,   ///< the control held; the server is as intended
    Broken, ///< it did not; the server differs
    Unknown ///< it could not be seen
};

/// One attempt or one check.
struct EvidenceRecord {
    std::optional<ControlId> control; ///< absent: about the server, not about one control
    std::string service;              ///< empty: the whole workload
    std::string check;                ///< what was tried or looked at
    std::string expected;
    std::string seen;
    EvidenceState state = EvidenceState::Unknown;
    bool operator==(const EvidenceRecord &) const = default;
};

struct EvidenceFile {
    std::string name; ///< of the file, without folders
    EvidenceKind kind = EvidenceKind::Drill;
    std::string date;     ///< ISO 8601, UTC; empty when the file does not say
    std::string workload; ///< empty when the file does not say
    std::string sha256;   ///< of the file's bytes, in hexadecimal digits
    std::vector<EvidenceRecord> records;
    bool operator==(const EvidenceFile &) const = default;
};

/// Everything that was loaded, and what could not be.
struct Evidence {
    std::vector<EvidenceFile> files; ///< by name
    Diagnostics problems;            ///< warnings; `path` is "evidence/" and the name of the file
};

/// Larger files are refused.
inline constexpr std::size_t kMaximumEvidenceBytes = 4U * 1024U * 1024U;
/// More files of one folder are refused.
inline constexpr std::size_t kMaximumEvidenceFiles = 200;

/// Reads one file, strictly: UTF-8 JSON, no key that is not known, every key there, each of its type, the
/// controls in the catalogue. Nothing is taken from a file with a mistake; the message says where it is.
///
/// Of the drill; "format", "date", "workload" and "service" may be left out, and "held" is null when the
/// attempt says nothing: not tried, or the control is waived:
///
///     {"format": "skanse-drill/1", "date": "2026-11-20T21:14:00Z", "workload": "shop",
///      "results": [{"control": "read-only-root", "service": "api", "attempt": "touch /usr/x",
///                   "expected": "read-only file system", "seen": "Read-only file system",
///                   "held": true}]}
///
/// Of verify-host.sh; "control" may be empty:
///
///     {"format": "skanse-verify-host/1", "date": "2026-11-20T21:14:00Z", "workload": "shop",
///      "results": [{"check": "sshd passwordauthentication", "control": "ssh-keys-only",
///                   "expected": "no", "seen": "no", "state": "ok"}]}
std::expected<EvidenceFile, Refusal> readEvidence(std::string_view name, std::string_view json);

/// Reads every *.json of the folder, by name. A folder that is not there holds nothing.
Evidence readEvidenceFolder(const std::string &folder);

/// The folder that belongs to a profile: "evidence" beside its file.
std::string evidenceFolderOf(std::string_view profilePath);

/// The day of a date as evidence writes it, for people: "2026-11-20".
std::string_view dayOf(std::string_view date);

} // namespace skanse
