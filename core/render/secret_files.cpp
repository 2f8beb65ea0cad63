// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/secret_files.h"

#include "core/base/fill.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

std::string access(std::string_view owner, std::string_view mode, const std::string &path)
{
    return skanse::fill("sudo chown {} {} && sudo chmod {} {}", owner, path, mode, path);
}

} // namespace

std::string accessCommands(const SecretFile &file)
{
    const std::string path = file.shellPath();
    const auto users = file.users();
    if (users.size() == 1)
        return access(users[0].first + ":" + users[0].second, "0400", path) + "\n";
    if (users.size() == 2)
        return access(users[0].first + ":" + users[1].second, "0440", path) + "\n";
    std::string list;
    for (const auto &user : users)
        list += (list.empty() ? "u:" : ",u:") + user.first + ":r";
    return access("root:root", "0400", path) + " && sudo setfacl -m " + list + " " + path + "\n";
}

bool SecretFile::isRandom() const
{
    return std::ranges::any_of(readers, [](const SecretReader &reader) {
        return reader.secret->use == SecretUse::Variable;
    });
}

std::vector<std::pair<std::string, std::string>> SecretFile::users() const
{
    std::vector<std::pair<std::string, std::string>> found;
    for (const SecretReader &reader : readers) {
        const std::pair user{std::to_string(reader.service->uid),
                             std::to_string(reader.service->gid)};
        if (std::ranges::find(found, user) == found.end())
            found.push_back(user);
    }
    return found;
}

std::string SecretFile::shellPath() const
{
    return encode::shellWord("secrets/" + name);
}

std::vector<SecretFile> secretFiles(const Plan &plan)
{
    std::vector<SecretFile> files;
    for (const ServicePlan &service : plan.services) {
        for (const SecretPlan &secret : service.secrets) {
            auto found = std::ranges::find(files, secret.name, &SecretFile::name);
            if (found == files.end())
                found = files.insert(files.end(), {secret.name, {}});
            found->readers.push_back({&service, &secret});
        }
    }
    return files;
}

} // namespace skanse::render
