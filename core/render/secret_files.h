// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <string>
#include <utility>
#include <vector>

/// The files in secrets/, gathered from the services that read them.
namespace skanse::render {

struct SecretReader {
    const ServicePlan *service = nullptr;
    const SecretPlan *secret = nullptr;
};

/// One file and everyone who reads it.
struct SecretFile {
    std::string name;
    std::vector<SecretReader> readers;

    /// A password that nobody has to know; other files have a content of their own.
    [[nodiscard]] bool isRandom() const;
    /// The different users and groups that read it, as numbers.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> users() const;
    /// "secrets/db-password", as a shell word.
    [[nodiscard]] std::string shellPath() const;
};

/// In the order of the services.
std::vector<SecretFile> secretFiles(const Plan &plan);

/// The shell line that gives the file the narrowest rights that let every reader in: as owner, as owner
/// and group, or by an access list. With a line feed.
std::string accessCommands(const SecretFile &file);

} // namespace skanse::render
