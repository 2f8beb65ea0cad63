// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/host/files.h"
#include "core/text/line_writer.h"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// verify-host.sh: functions from templates/host/verify, then one call for each thing to check. The
/// functions know how to look, the calls say what the plan wants.
///
/// With --json it writes, in English and ASCII:
///
///     {"format": "skanse-verify-host/1", "date": "2026-11-23T14:00:00Z", "workload": "shop",
///      "results": [{"check": "...", "control": "own-kernel", "expected": "...", "seen": "...",
///                   "state": "ok"}]}
///
/// `check` names what was looked at and stays the same for the same bundle; `control` is an id of the
/// catalogue or empty; `expected` is empty where nothing is asked for and the finding is only told;
/// `state` is ok, differs or unknown (not root, a program that is missing, a container that does not run).
namespace skanse::render {

/// Writes the calls.
class VerifyCalls
{
public:
    explicit VerifyCalls(LineWriter &out) : m_out(out) {}

    /// A heading in the table.
    void group(const StaticProse &title);
    /// `what` in both languages; an empty second one is the first. `command` with its arguments looks.
    void check(std::optional<ControlId> control, const Origin &origin, const StaticProse &what,
               std::span<const std::string_view> command);
    void check(std::optional<ControlId> control, const Origin &origin, const StaticProse &what,
               std::initializer_list<std::string_view> command)
    {
        check(control, origin, what, std::span(command.begin(), command.size()));
    }
    /// The same for a name that is no text: a path, a key.
    void named(std::optional<ControlId> control, const Origin &origin, std::string_view name,
               std::initializer_list<std::string_view> command);

private:
    LineWriter &m_out;
    std::string m_line; ///< kept for its room
};

/// The running containers of Compose against the controls that are applied to their services.
void verifyServices(const Request &request, VerifyCalls &calls);

/// The bounding set of a process with these capabilities, as /proc shows it: 16 hexadecimal digits.
std::string capabilityMask(std::span<const std::string> capabilities);

} // namespace skanse::render
