// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/secrets/files.h"

#include "core/base/fill.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

bool isIn(const std::vector<std::string> &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

/// What the preset knows about the secret that this one is, or took the place of; may be absent.
const Secret *knownSecret(const SecretReader &reader)
{
    const SecretPlan &plan = *reader.secret;
    const auto isSame = [&](const Secret &known) {
        if (known.use != plan.use)
            return false;
        return known.name == plan.name
            || (plan.use == SecretUse::Variable && known.variable == plan.variable)
            || (plan.use == SecretUse::Config && known.path == plan.path);
    };
    const auto &secrets = reader.service->preset->secrets;
    const auto found = std::ranges::find_if(secrets, isSame);
    return found == secrets.end() ? nullptr : &*found;
}

const SecretContent *contentOf(const SecretReader &reader)
{
    const Secret *known = knownSecret(reader);
    if (known == nullptr)
        return nullptr;
    const auto &contents = reader.service->preset->secretContents;
    const auto found = std::ranges::find(contents, known->name, &SecretContent::name);
    return found == contents.end() ? nullptr : &*found;
}

/// Whether the reader takes any value as its own password or key.
bool isDefinedBy(const SecretReader &reader)
{
    const Secret *known = knownSecret(reader);
    return known != nullptr && known->use != SecretUse::Config
        && !isIn(reader.service->preset->givenSecrets, known->name);
}

/// The names in braces.
std::vector<std::string> sourcesOf(const SecretContent &content)
{
    std::vector<std::string> names;
    for (const std::string &line : content.lines) {
        for (auto open = line.find('{'); open != std::string::npos;
             open = line.find('{', open + 1)) {
            const std::string name = line.substr(open + 1, line.find('}', open) - open - 1);
            if (!isIn(names, name))
                names.push_back(name);
        }
    }
    return names;
}

SecretFile &fileNamed(std::vector<SecretFile> &files, const std::string &name)
{
    const auto found = std::ranges::find(files, name, &SecretFile::name);
    if (found != files.end())
        return *found;
    files.push_back({.name = name, .readers = {}});
    return files.back();
}

void setOrigins(std::vector<SecretFile> &files)
{
    for (SecretFile &file : files) {
        for (const SecretReader &reader : file.readers)
            if (file.content == nullptr)
                file.content = contentOf(reader);
        if (file.content != nullptr)
            file.origin = SecretOrigin::Composed;
        else if (std::ranges::any_of(file.readers, isDefinedBy))
            file.origin = SecretOrigin::Random;
    }
    // The service that reads the composed file takes any value as its own.
    for (std::size_t i = 0, count = files.size(); i < count; ++i) {
        if (files[i].content == nullptr)
            continue;
        for (const std::string &name : sourcesOf(*files[i].content))
            fileNamed(files, name).origin = SecretOrigin::Random;
    }
}

std::string valueName(std::size_t index)
{
    return index == 0 ? "value" : "value" + std::to_string(index + 1);
}

/// The format for printf of one line; the values in order of appearance.
std::string formatOf(std::string_view line, const std::vector<std::string> &sources,
                     std::string &values)
{
    std::string format;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '{') {
            const std::size_t end = line.find('}', i);
            const auto found = std::ranges::find(sources, line.substr(i + 1, end - i - 1));
            values += " \"$" + valueName(static_cast<std::size_t>(found - sources.begin())) + "\"";
            format += "%s";
            i = end;
        } else {
            if (line[i] == '%' || line[i] == '\\')
                format += line[i];
            format += line[i];
        }
    }
    return format + "\\n";
}

std::vector<std::pair<std::string, std::string>> usersOf(const SecretFile &file)
{
    std::vector<std::pair<std::string, std::string>> users;
    for (const SecretReader &reader : file.readers) {
        const std::pair user{std::to_string(reader.service->uid),
                             std::to_string(reader.service->gid)};
        if (std::ranges::find(users, user) == users.end())
            users.push_back(user);
    }
    return users;
}

} // namespace

SecretRights SecretFile::rights() const
{
    const auto users = usersOf(*this);
    if (users.size() == 1)
        return {users[0].first + ":" + users[0].second, "0400", {}};
    if (users.size() == 2)
        return {users[0].first + ":" + users[1].second, "0440", {}};
    SecretRights rights{"0:0", "0400", {}};
    for (const auto &user : users)
        rights.listed.push_back(user.first);
    return rights;
}

std::string SecretFile::shellPath() const
{
    return encode::shellWord("secrets/" + name);
}

namespace {

bool shiftsUsers(const HostPlan &host)
{
    return host.userNamespaces || !host.engineUser.empty();
}

/// A user or group of a container as the machine numbers it, for the shell. With an engine without root its
/// own user is 0 in containers, and the first of the shifted ones is 1.
std::string outside(const std::string &number, std::string_view first, const HostPlan &host)
{
    if (!shiftsUsers(host))
        return number;
    if (host.engineUser.empty())
        return skanse::fill("$(({} + {}))", first, number);
    return number == "0" ? skanse::fill("$(id -u {})", host.engineUser)
                         : skanse::fill("$(({} + {} - 1))", first, number);
}

} // namespace

std::string shiftCommands(const HostPlan &host)
{
    if (!shiftsUsers(host))
        return {};
    const std::string user = host.engineUser.empty() ? "dockremap" : host.engineUser;
    return skanse::fill(
        "first_uid=$(sed -n 's/^{}:\\([0-9]*\\):.*/\\1/p' /etc/subuid | head -n 1)\n"
        "first_gid=$(sed -n 's/^{}:\\([0-9]*\\):.*/\\1/p' /etc/subgid | head -n 1)\n",
        user, user);
}

std::string accessCommands(const SecretFile &file, const HostPlan &host)
{
    const std::string path = file.shellPath();
    const SecretRights rights = file.rights();
    std::string owner = rights.owner;
    if (rights.listed.empty()) { // otherwise it is root of the machine
        const std::size_t colon = owner.find(':');
        owner = outside(owner.substr(0, colon), "first_uid", host) + ":"
              + outside(owner.substr(colon + 1), "first_gid", host);
    }
    std::string command =
        skanse::fill("sudo chown {} {} && sudo chmod {} {}", owner, path, rights.mode, path);
    std::string list;
    for (const std::string &user : rights.listed)
        list += (list.empty() ? "u:" : ",u:") + outside(user, "first_uid", host) + ":r";
    if (!list.empty())
        command += " && sudo setfacl -m " + list + " " + path;
    return command + "\n";
}

std::string composeCommand(const SecretFile &file)
{
    const std::vector<std::string> sources = sourcesOf(*file.content);
    std::string command = "( umask 077; ";
    for (std::size_t i = 0; i < sources.size(); ++i)
        command += valueName(i) + "=$(cat " + encode::shellWord("secrets/" + sources[i]) + ") && ";
    std::string format;
    std::string values;
    for (const std::string &line : file.content->lines)
        format += formatOf(line, sources, values);
    return command + "printf " + encode::shellWord(format) + values + " > " + file.shellPath()
         + " )\n";
}

bool hasSecretsReadme(const Plan &plan)
{
    return std::ranges::any_of(plan.services,
                               [](const ServicePlan &service) { return !service.secrets.empty(); })
        || (plan.wants(Target::Kubernetes) && plan.entry);
}

std::vector<SecretFile> secretFiles(const Plan &plan)
{
    std::vector<SecretFile> files;
    for (const ServicePlan &service : plan.services)
        for (const SecretPlan &secret : service.secrets)
            fileNamed(files, secret.name).readers.push_back({&service, &secret});
    setOrigins(files);
    return files;
}

} // namespace skanse::render
