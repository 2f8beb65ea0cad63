// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/network_address.h"
#include "core/base/quantity.h"
#include "core/model/enums.h"

#include <optional>
#include <string>
#include <vector>

/// What the user said. Plain values; what they mean together is decided in core/policy.
/// An empty optional or string means "not said": the preset or a derived value takes its place.
namespace skanse {

struct Port {
    std::string name;                      ///< DNS label, at most 15 characters (IANA service name)
    std::optional<std::int64_t> container; ///< port inside the container
    std::optional<Protocol> protocol;
    std::optional<ApplicationProtocol> application;
    Exposure exposure = Exposure::Internal;
    std::string hostAddress;          ///< only with Exposure::Private
    std::optional<std::int64_t> host; ///< port on the host
    bool viaProxy = true;             ///< public HTTP goes through the proxy service
    bool operator==(const Port &) const = default;
};

struct Storage {
    std::string path;
    std::optional<Bytes> size;
    StorageKind kind = StorageKind::Data;
    bool readOnly = false;
    bool shared = false; ///< several services or replicas mount it
    bool backup = true;
    bool operator==(const Storage &) const = default;
};

struct Scratch {
    std::string path;
    std::optional<Bytes> size;
    std::optional<bool> exec; ///< programs or libraries are started from here
    bool operator==(const Scratch &) const = default;
};

struct Resources {
    std::optional<Bytes> memory; ///< limit
    std::optional<Bytes> memoryRequest;
    std::optional<Cpu> cpu; ///< limit
    std::optional<Cpu> cpuRequest;
    std::optional<std::int64_t> pids;
    std::optional<std::int64_t> openFiles;
    std::optional<Bytes> ephemeral;       ///< writable layer, logs and emptyDirs in Kubernetes
    std::optional<std::int64_t> ioWeight; ///< 10 to 1000
    bool operator==(const Resources &) const = default;
};

struct Peer {
    Direction direction = Direction::To;
    PeerKind kind = PeerKind::Service;
    std::string service;            ///< with PeerKind::Service
    std::optional<Network> network; ///< with PeerKind::Network
    std::string name;               ///< with PeerKind::Name
    std::optional<std::int64_t> port;
    std::optional<Protocol> protocol;
    std::string country; ///< where the other side is, when that is outside the workload
    std::string purpose;
    bool operator==(const Peer &) const = default;
};

struct Secret {
    std::string name;
    SecretUse use = SecretUse::File;
    std::string variable; ///< with SecretUse::Variable
    std::string path;     ///< with SecretUse::Config
    bool operator==(const Secret &) const = default;
};

struct Variable {
    std::string name;
    std::string value;
    bool operator==(const Variable &) const = default;
};

struct Health {
    std::vector<std::string> command;
    std::optional<ProbeKind> probe;
    std::string path; ///< for HTTP probes
    std::string port; ///< name of one of the service's ports
    std::optional<Duration> interval;
    std::optional<Duration> timeout;
    std::optional<std::int64_t> retries;
    std::optional<Duration> start;
    bool operator==(const Health &) const = default;
};

struct Waiver {
    std::string control;
    std::string reason;
    bool operator==(const Waiver &) const = default;
};

struct Service {
    std::string name;
    std::string preset;
    std::optional<BuildOrigin> origin;
    std::string context; ///< folder of the source, relative to the bundle
    std::string image;
    std::string digest; ///< sha256:...; never invented
    std::vector<std::string> command;
    std::vector<std::string> arguments;
    std::optional<std::int64_t> uid;
    std::optional<std::int64_t> gid;
    std::optional<std::int64_t> replicas;
    std::vector<Port> ports;      ///< added to the preset's; the same name overrides
    std::vector<Storage> storage; ///< likewise, by path
    std::vector<Scratch> scratch; ///< likewise, by path
    Resources resources;
    std::vector<Peer> peers;
    std::vector<Secret> secrets;       ///< added to the preset's; the same name overrides
    std::vector<Variable> environment; ///< likewise
    Health health;
    std::string stopSignal;
    std::optional<Duration> stopGrace;
    bool userNamespace = false; ///< hostUsers: false in Kubernetes
    std::vector<Waiver> waivers;
    bool operator==(const Service &) const = default;
};

struct Workload {
    std::string name;
    std::string description;
    std::string owner;
    std::string client;
    Environment environment = Environment::Production;
    std::string nameSpace;           ///< empty: the workload's name
    std::string hostname;            ///< public DNS name
    std::string registry;            ///< where built images go: registry.example.org/team
    TlsChoice tls = TlsChoice::None; ///< how the proxy gets a certificate
    std::vector<Target> targets{Target::Compose, Target::Kubernetes, Target::Host, Target::Ci};
    CommentChoice comments = CommentChoice::Ids;
    LanguageChoice language = LanguageChoice::English;
    std::string ingressNamespace; ///< namespace of the ingress controller; empty: ingress-nginx
    bool operator==(const Workload &) const = default;
};

/// A line of the host's checklist that somebody has done.
struct Tick {
    std::string item; ///< id in the catalogue, or "duty-" and the id of a duty
    std::string date; ///< 2026-11-20
    bool operator==(const Tick &) const = default;
};

struct Host {
    std::string region; ///< ISO 3166-1 alpha-2
    std::string provider;
    std::string providerCountry; ///< whose law governs the provider
    std::vector<std::string> userCountries;
    std::vector<DataClass> data; ///< empty: none
    std::string backupRegion;    ///< empty: the hosting region
    std::string logRegion;
    std::string registryRegion;
    OperatingSystem system = OperatingSystem::Debian13;
    std::optional<std::int64_t> vcpu; ///< empty: derived from the services
    std::optional<Bytes> memory;
    std::optional<Bytes> disk;
    std::optional<Bytes> swap; ///< empty: none
    DiskKind diskKind = DiskKind::Unknown;
    std::vector<Network> adminNetworks;
    std::int64_t sshPort = 22;
    std::string adminUser{"admin"};
    std::vector<std::string> sshKeys;
    ContainerEngine engine = ContainerEngine::Docker;
    bool userNamespaces = false; ///< userns-remap for the Docker daemon
    std::vector<Tick> checklist;
    bool operator==(const Host &) const = default;
};

/// All answers: what a profile holds.
struct Answers {
    Workload workload;
    Host host;
    std::vector<Service> services;
    bool operator==(const Answers &) const = default;
};

} // namespace skanse
