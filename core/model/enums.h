// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// Closed choices of the answers. Each has one table: the word in profiles and the label for people.
namespace skanse {

enum class Environment : std::uint8_t { Production, Staging, Workshop };
enum class Target : std::uint8_t { Compose, Kubernetes, Host, Ci };
enum class CommentChoice : std::uint8_t { None, Ids, Explained };
enum class LanguageChoice : std::uint8_t { English, Bokmal };
enum class TlsChoice : std::uint8_t { None, Files };
enum class DataClass : std::uint8_t { None, Personal, Special, Payment };
enum class OperatingSystem : std::uint8_t {
    Debian12,
    Debian13,
    Ubuntu2204,
    Ubuntu2404,
    Alma9,
    Rocky9,
};
enum class DiskKind : std::uint8_t { Unknown, Nvme, Ssd, Hdd };
/// What runs the containers of Compose on the machine.
enum class ContainerEngine : std::uint8_t { Docker, DockerRootless, Podman };
enum class BuildOrigin : std::uint8_t { Build, Image };
enum class Protocol : std::uint8_t { Tcp, Udp };
enum class ApplicationProtocol : std::uint8_t {
    Http,
    Https,
    Grpc,
    Fastcgi,
    Postgres,
    Mysql,
    Redis,
    Mongodb,
    Amqp,
    Memcached,
    Smtp,
    Dns,
    Metrics,
    Other,
};
enum class Exposure : std::uint8_t { Internal, Loopback, Private, Public };
enum class StorageKind : std::uint8_t { Data, Config, Cache };
enum class Direction : std::uint8_t { To, From };
enum class PeerKind : std::uint8_t { Service, Network, Name, Ingress, Internet };
enum class SecretUse : std::uint8_t { File, Variable, Config };
enum class ProbeKind : std::uint8_t { Http, Tcp, Exec };

/// One choice of an enumeration.
struct Choice {
    int value = 0;
    std::string_view word; ///< in profiles and on the command line
    StaticProse label;
};

/// The table of an enumeration, in the order in which people should see it.
template <class Enum> std::span<const Choice> choicesOf();

template <> std::span<const Choice> choicesOf<Environment>();
template <> std::span<const Choice> choicesOf<Target>();
template <> std::span<const Choice> choicesOf<CommentChoice>();
template <> std::span<const Choice> choicesOf<LanguageChoice>();
template <> std::span<const Choice> choicesOf<TlsChoice>();
template <> std::span<const Choice> choicesOf<DataClass>();
template <> std::span<const Choice> choicesOf<OperatingSystem>();
template <> std::span<const Choice> choicesOf<DiskKind>();
template <> std::span<const Choice> choicesOf<ContainerEngine>();
template <> std::span<const Choice> choicesOf<BuildOrigin>();
template <> std::span<const Choice> choicesOf<Protocol>();
template <> std::span<const Choice> choicesOf<ApplicationProtocol>();
template <> std::span<const Choice> choicesOf<Exposure>();
template <> std::span<const Choice> choicesOf<StorageKind>();
template <> std::span<const Choice> choicesOf<Direction>();
template <> std::span<const Choice> choicesOf<PeerKind>();
template <> std::span<const Choice> choicesOf<SecretUse>();
template <> std::span<const Choice> choicesOf<ProbeKind>();

template <class Enum> std::string_view wordOf(Enum value)
{
    for (const Choice &choice : choicesOf<Enum>())
        if (choice.value == static_cast<int>(value))
            return choice.word;
    return {};
}

template <class Enum> std::optional<Enum> fromWord(std::string_view word)
{
    for (const Choice &choice : choicesOf<Enum>())
        if (choice.word == word)
            return static_cast<Enum>(choice.value);
    return std::nullopt;
}

} // namespace skanse
