// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_set.h"
#include "core/base/network_address.h"
#include "core/base/quantity.h"
#include "core/catalogue/catalogue.h"
#include "core/evidence/evidence.h"
#include "core/model/answers.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// All decisions, made once. Renderers read the plan and nothing else, so two targets cannot disagree.
namespace skanse {

inline constexpr int kWholeWorkload = -1;

/// What an attacker inside a container would try; verify/drill.sh of the bundle tries it.
enum class AttemptKind : std::uint8_t {
    BeRoot,           ///< run as user 0
    WriteRoot,        ///< write to the root file system
    SetUserId,        ///< gain root by a set-user-ID program
    KeepCapabilities, ///< hold more capabilities than were added back
    ChangeRoot,       ///< use one of those that engines give by default
    RawSocket,
    NewNamespace,
    MountFileSystem,
    LoadModule,
    SetClock,
    FilteredCall, ///< a system call that the default seccomp profile refuses and nothing else does
    BindLowPort,
    RaiseOpenFiles,
    FillScratch,
    RunFromScratch,
    ReadSecret,    ///< of another service
    ReachService,  ///< that no flow leads to
    ReachMetadata, ///< the cloud's metadata service
    ReachInternet,
    Fork,      ///< until the limit; last, since nothing else can be started then
    Allocate,  ///< past the limit; last, since it may end the whole container
    ReadToken, ///< of the cluster's interface
};
inline constexpr std::size_t kAttemptKindCount = 22;
/// As it stands in the script: "write-root".
std::string_view toString(AttemptKind kind);

/// How Compose starts a service again after it ended; both are bounded or end by hand.
enum class Restart : std::uint8_t { OnFailure, UnlessStopped };

enum class DecisionState : std::uint8_t { Applied, Waived, NotApplicable };
std::string_view toString(DecisionState state);

/// What became of one control for one service (or for the whole workload), and why.
struct Decision {
    ControlId control{};
    int subject = kWholeWorkload; ///< index in Plan::services, or kWholeWorkload
    DecisionState state = DecisionState::NotApplicable;
    Prose reason;              ///< in words; for waivers the user's own
    std::string_view question; ///< id of the question that decided it; may be empty
};

/// Findings of scanners that stay, and the services they are about.
struct ExceptionPlan {
    ExceptionId id{};
    std::vector<int> subjects; ///< indices in Plan::services, or kWholeWorkload
};

struct ImagePlan {
    bool build = false;
    std::string context;   ///< folder of the source; empty when only the base image is derived
    std::string reference; ///< what is pulled, or the name of what is built
    std::string digest;    ///< empty: open
    const BuildRecipe *recipe = nullptr; ///< with build

    /// The reference with the digest, if there is one.
    [[nodiscard]] std::string pinned() const
    {
        return digest.empty() ? reference : reference + "@" + digest;
    }
};

/// A port opened on the host by Compose.
struct Publication {
    std::string address; ///< empty only when loopback-binding is waived
    std::int64_t hostPort = 0;
    bool everybody = false; ///< public

    /// Whether only this machine itself reaches it.
    [[nodiscard]] bool isLocal() const { return address == kLoopback; }
    static constexpr std::string_view kLoopback = "127.0.0.1";
};

struct PortPlan {
    std::string name;
    std::int64_t port = 0;
    Protocol protocol = Protocol::Tcp;
    ApplicationProtocol application = ApplicationProtocol::Other;
    std::optional<Publication> publication;
};

struct MountPlan {
    std::string volume; ///< name of the volume
    std::string path;
    Bytes size;
    StorageKind kind = StorageKind::Data;
    bool readOnly = false;
    bool shared = false;
    bool othersRead = false; ///< shared with a service that runs as another user
    bool backup = false;
    bool seeded =
        false; ///< a new volume starts as a copy of the folder in the image, as Docker makes it
};

struct ScratchPlan {
    std::string path;
    Bytes size;
    bool exec = false;
};

struct ResourcePlan {
    Bytes memory;
    Bytes memoryRequest;
    Cpu cpu;
    Cpu cpuRequest;
    std::int64_t pids = 0;
    std::int64_t openFiles = 0;
    Bytes ephemeral;
    std::optional<Bytes> sharedMemory;
    std::optional<std::int64_t> ioWeight;
};

struct SecretPlan {
    std::string name;
    SecretUse use = SecretUse::File;
    std::string variable;
    std::string path; ///< where the application finds the file
};

/// A configuration file made for the service.
struct ConfigFilePlan {
    std::string path;         ///< in the container
    std::string fileName;     ///< in docker/<service>/ and as key of the ConfigMap
    std::string templateName; ///< "nginx/default.conf", below templates/config
};

struct HealthPlan {
    std::vector<std::string> command; ///< empty: nothing in the image can check
    ProbeKind probe = ProbeKind::Tcp;
    std::string path;
    std::int64_t port = 0; ///< 0: the service has no port to probe
    Duration interval;
    Duration timeout;
    std::int64_t retries = 3;
    Duration start;
};

/// The one script that answers every request over FastCGI.
struct FrontController {
    std::string folder; ///< the public folder of the application: "/app/public"
    std::string script; ///< in it: "index.php"
};

/// How a proxy reaches a service behind it.
struct Route {
    std::string prefix; ///< "/" or "/name/"
    /// The proxy takes the prefix off: a service is written as if it had the host to itself, and does not
    /// know under which name it stands beside others.
    bool strips = false;
    int service = 0;
    std::int64_t port = 0;
    ApplicationProtocol application = ApplicationProtocol::Http;
    std::optional<FrontController> front; ///< with FastCGI, where the proxy names the script
};

/// The port that the cluster's ingress leads to.
struct EntryPlan {
    int service = 0;
    std::size_t port = 0; ///< index in ServicePlan::ports
};

/// What the container engine keeps of each container's output, where log-rotation is applied. Enough to
/// look back when something broke, and 50 MiB at most: output that grows without end fills the disk.
struct LogPlan {
    std::string_view driver = "local"; ///< Podman does not know it and gets k8s-file
    Bytes fileSize{10LL << 20U};
    std::int64_t files = 5;
};

/// What one client may ask of the proxy, whichever it is. The templates of nginx and Traefik, where they
/// hold for everybody, say the same; a test holds them to it.
struct ClientPlan {
    std::int64_t requestsPerSecond = 20;
    std::int64_t burst = 100;      ///< requests at once, above that rate
    std::int64_t connections = 50; ///< open at the same time
    Bytes body{10LL << 20U};       ///< of a request, unless the preset behind takes more
};

/// One attempt of the drill and the control that has to refuse it.
struct AttemptPlan {
    AttemptKind kind{};
    ControlId control{};
    bool waived = false; ///< the control is: nothing is expected of it
    std::string path;    ///< with FillScratch, RunFromScratch, ReadSecret
    std::int64_t amount =
        0;           ///< limit: processes, open files, MiB; the expected user; capabilities as bits
    int service = 0; ///< with ReachService, ReadSecret: whose
    std::int64_t port = 0;  ///< with ReachService
    bool compose = true;    ///< whether Compose can express the control at all
    bool kubernetes = true; ///< whether Kubernetes can
    bool operator==(const AttemptPlan &) const = default;
};

struct ServicePlan {
    std::string name;
    const Preset *preset = nullptr;
    bool generated = false; ///< added by the plan: the edge proxy
    ImagePlan image;
    std::vector<std::string> command;
    std::vector<std::string> arguments;
    std::int64_t uid = 0;
    std::int64_t gid = 0;
    std::vector<PortPlan> ports;
    std::vector<MountPlan> storage;
    std::vector<ScratchPlan> scratch;
    ResourcePlan resources;
    std::vector<Variable> environment;
    std::vector<SecretPlan> secrets;
    std::vector<ConfigFilePlan> files;
    HealthPlan health;
    std::vector<std::string> capabilities; ///< added back after dropping all
    bool lowPortSysctl = false;            ///< net.ipv4.ip_unprivileged_port_start=0 in the pod
    std::string stopSignal;
    Duration stopGrace;
    bool stateful = false;
    std::int64_t replicas = 1;
    Restart restart = Restart::OnFailure;
    bool init = false;
    bool ownUserNamespace = false;
    bool needsDns = false;
    bool tls = false;                  ///< serves HTTPS with the files tls-certificate and tls-key
    std::vector<Route> routes;         ///< for proxies
    std::vector<int> dependsOn;        ///< services that must run first; without cycles
    std::vector<std::size_t> networks; ///< indices in Plan::networks
    std::vector<Decision> decisions;   ///< one for every control of scope service
    std::vector<AttemptPlan> attempts; ///< in the order of the drill
    ControlSet appliedControls;        ///< those of the decisions that are applied

    [[nodiscard]] DecisionState state(ControlId control) const;
    [[nodiscard]] bool applied(ControlId control) const
    {
        return appliedControls.contains(control);
    }
    [[nodiscard]] const PortPlan *port(std::string_view portName) const;
    [[nodiscard]] bool isPublished() const;
};

/// One end of a flow.
struct Endpoint {
    enum class Kind : std::uint8_t { Service, Network, Name, Ingress, Internet };
    Kind kind = Kind::Service;
    int service = 0;  ///< with Service
    Network network;  ///< with Network
    std::string name; ///< with Name
    bool operator==(const Endpoint &) const = default;

    /// Whether it is beyond the workload and what leads into it.
    [[nodiscard]] bool isOutside() const
    {
        return kind == Kind::Network || kind == Kind::Name || kind == Kind::Internet;
    }
};

/// One allowed flow. Everything that is not a flow is denied.
struct Flow {
    Endpoint from;
    Endpoint to;
    std::int64_t port = 0; ///< 0: any port (only towards the internet)
    Protocol protocol = Protocol::Tcp;
    std::string purpose;  ///< the user's words
    std::string country;  ///< of the end outside, ISO code; empty when it was not said
    bool derived = false; ///< not declared by the user: proxy to service, ingress to proxy
};

/// A Compose network.
struct NetworkPlan {
    std::string name;
    bool internal = true;
    bool masquerade = false; ///< may open connections to the outside; never with internal
    bool ipv6 = false;
    std::vector<int> members;
};

/// A published port that answers beyond the machine itself: what the host's packet filter lets in.
struct OpenPort {
    std::size_t service = 0; ///< index in Plan::services
    std::size_t port = 0;    ///< index in ServicePlan::ports
    /// The networks that the answers let reach it, none inside another. Empty: nothing was said, or
    /// everybody may.
    std::vector<Network> senders;
};

/// What one service adds to the machine.
struct MachineShare {
    int service = 0;
    std::int64_t instances = 1; ///< that run on this machine
    std::int64_t copies = 1;    ///< of its storage
    Bytes memory;               ///< limit of one instance
    Cpu cpuRequest;
    Cpu cpuLimit;
    Bytes storage; ///< of one copy
};

struct MachinePlan {
    std::int64_t vcpu = 0;
    Bytes memory;
    Bytes disk;
    bool derived = false; ///< not given by the user
    Bytes limits;         ///< sum of the services' memory limits
    Bytes reserve;        ///< kept for the host
    Cpu cpuRequests;
    Cpu cpuLimits;
    Bytes storage;      ///< sum of the services' storage
    Bytes memoryNeeded; ///< limits and reserve: what the memory must hold
    Cpu cpuNeeded;      ///< requests and the host's share, or the largest limit when that is more
    Bytes diskNeeded;   ///< the storage twice and the system's share
    Bytes swap;
    std::vector<MachineShare> shares; ///< what each service adds
};

/// What one sender may open before the packet filter drops the rest: far above what people and the proxies'
/// own limits need, only to blunt a flood. A sender is an IPv4 address or an IPv6 network of length 64.
/// Nothing limits all senders together, which would let one of them lock everybody out.
struct FloodLimits {
    std::int64_t sshPerMinute = 10;
    std::int64_t sshBurst = 10;
    std::int64_t newPerSecond = 100; ///< to published ports together
    std::int64_t newBurst = 300;
    std::int64_t open = 400; ///< connections at the same time
    bool operator==(const FloodLimits &) const = default;
};

struct HostPlan {
    const SystemFacts *system = nullptr;
    MachinePlan machine;
    DiskKind diskKind = DiskKind::Unknown;
    std::vector<Network> adminNetworks;
    std::int64_t sshPort = 22;
    std::string adminUser;
    std::vector<std::string> sshKeys;
    ContainerEngine engine = ContainerEngine::Docker;
    bool userNamespaces = false; ///< only with ContainerEngine::Docker
    /// Whose containers they are where the engine does not run as root; else empty.
    std::string engineUser;
    /// Where the engine takes the networks of containers from; none overlaps a network of the answers.
    std::vector<Network> addressPools;
    std::int64_t subnetLength = 24; ///< of each network out of the pools
    FloodLimits limits;
    std::vector<HostSysctl> sysctls;   ///< in file order
    std::vector<std::string> cpuFlags; ///< the services need these
    std::vector<OpenPort> openPorts;
};

/// Where one kind of data is.
struct DataLocation {
    enum class Kind : std::uint8_t { Hosting, Backup, Logs, Registry };
    Kind kind = Kind::Hosting;
    const Region *region = nullptr;
    const LegalBasis *basis = nullptr;
};

struct Latency {
    const Region *users = nullptr;
    std::optional<std::int64_t> milliseconds; ///< empty: no figure is known
    Basis basis = Basis::Estimate;
};

/// A declared peer outside the workload.
struct PeerLocation {
    std::size_t flow = 0;           ///< index in Plan::flows
    const Region *region = nullptr; ///< absent when it was not said or nothing is known about it
    const LegalBasis *basis = nullptr;
    bool flagged = false; ///< personal data is handled and the place is outside the EEA
};

struct RegionPlan {
    const Region *hosting = nullptr;
    std::string provider;
    const Region *providerCountry = nullptr;  ///< may be absent
    const OwnershipRisk *ownership = nullptr; ///< may be absent
    std::vector<DataClass> data;
    std::vector<DataLocation> locations;
    std::vector<PeerLocation> peers;
    std::vector<const Duty *> duties;
    std::vector<Latency> latencies;
};

/// One line of the checklist: an item of the catalogue or a duty.
struct ChecklistItem {
    std::string id;
    const ChecklistFact *fact = nullptr; ///< absent for a duty
    const Duty *duty = nullptr;
    std::string done; ///< the day; empty: open
};

struct ChecklistPart {
    const ChecklistSection *section = nullptr;
    std::vector<ChecklistItem> items;
};

/// What evidence says of a control that is meant to be in force.
enum class Standing : std::uint8_t {
    Open,        ///< nothing was seen of it yet
    Verified,    ///< everything that was seen of it held
    Contradicted ///< something that was seen of it did not hold
};

/// The newest evidence about one control for one service, or for the whole workload.
struct Sighting {
    ControlId control{};
    int subject = kWholeWorkload;
    std::size_t file = 0; ///< index in EvidencePlan::files
    const EvidenceRecord *record = nullptr;
};

/// Where a control stands. `date` is that of the newest evidence that counts; empty when it names none.
struct ControlStanding {
    Standing state = Standing::Open;
    std::string date;
    std::vector<Sighting> sightings;
    std::vector<int> unseen; ///< services that have the control and of which nothing was seen
};

struct EvidencePlan {
    std::vector<const EvidenceFile *> files;  ///< of this workload, oldest first
    std::vector<const EvidenceFile *> others; ///< of another workload: not used
    std::array<ControlStanding, kControlCount> standings;

    [[nodiscard]] const ControlStanding &of(ControlId control) const
    {
        return standings.at(static_cast<std::size_t>(control));
    }
};

struct Plan {
    // the workload
    std::string name;
    std::string description;
    std::string owner;
    std::string client;
    Environment environment = Environment::Production;
    std::string nameSpace;
    std::string hostname;
    std::string ingressNamespace;
    std::vector<Target> targets;
    CommentChoice comments = CommentChoice::Ids;
    Language language = Language::English;
    bool tls = false;

    std::vector<ServicePlan> services;
    std::vector<Flow> flows;
    std::vector<NetworkPlan> networks;
    std::optional<EntryPlan> entry; ///< only with a hostname
    LogPlan logs;
    ClientPlan clients;
    std::string podSecurity; ///< "restricted", or "baseline" when a waiver needs it
    HostPlan host;
    RegionPlan region;
    std::vector<ChecklistPart> checklist;   ///< sections that have items, in the order of the work
    std::shared_ptr<const Evidence> loaded; ///< what `evidence` points into; never null
    EvidencePlan evidence;
    std::vector<Decision> decisions; ///< one for every control of the other scopes
    std::vector<ExceptionPlan> exceptions;
    ControlSet appliedControls; ///< those of the decisions that are applied

    /// Whether a finding about the service, or about the workload, stays.
    [[nodiscard]] bool has(ExceptionId id, int subject) const;
    [[nodiscard]] bool wants(Target target) const;
    [[nodiscard]] bool builds() const; ///< at least one image is built
    [[nodiscard]] DecisionState state(ControlId control) const;
    [[nodiscard]] bool applied(ControlId control) const
    {
        return appliedControls.contains(control);
    }
    [[nodiscard]] std::vector<const Flow *> flowsTo(int service) const;
    [[nodiscard]] std::vector<const Flow *> flowsFrom(int service) const;
};

} // namespace skanse
