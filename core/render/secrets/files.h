// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// The files in secrets/, gathered from the services that read them.
namespace skanse::render {

struct SecretReader {
    const ServicePlan *service = nullptr;
    const SecretPlan *secret = nullptr;
};

/// Where the value of a file comes from.
enum class SecretOrigin : std::uint8_t {
    Random,   ///< a service of the bundle takes whatever stands here as its password or key
    Composed, ///< settings, made from other files
    Given,    ///< somebody else has it
};

/// The narrowest rights on the server that let every reader in.
struct SecretRights {
    std::string owner; ///< "999:999"
    std::string mode;  ///< "0400"
    /// Users with an entry in the access list; the owner is root then.
    std::vector<std::string> listed;
};

/// One file and everyone who reads it.
struct SecretFile {
    std::string name;
    std::vector<SecretReader> readers; ///< none: it only serves to make other files
    SecretOrigin origin = SecretOrigin::Given;
    const SecretContent *content = nullptr; ///< with Composed

    [[nodiscard]] SecretRights rights() const;
    /// The different users and groups that read it, as numbers.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> users() const;
    /// "secrets/db-password", as a shell word.
    [[nodiscard]] std::string shellPath() const;
};

/// In the order of the services; last those that no service reads.
std::vector<SecretFile> secretFiles(const Plan &plan);

/// Whether there is something to say in secrets/README.md.
bool hasSecretsReadme(const Plan &plan);

/// The shell line that makes a composed file from the others. With a line feed.
std::string composeCommand(const SecretFile &file);

/// The shell line that gives the file its rights. With a line feed. Where the engine shifts users it uses
/// what shiftCommands() sets.
std::string accessCommands(const SecretFile &file, const HostPlan &host);
/// Shell lines that set first_uid and first_gid, what the engine adds to the users of containers; empty where it
/// adds nothing.
std::string shiftCommands(const HostPlan &host);

} // namespace skanse::render
