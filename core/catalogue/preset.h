// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "core/model/answers.h"

/// What is known about a runtime or an off-the-shelf image. Data; resources/catalogue/presets.
namespace skanse {

/// How well a fact is known; people see it.
enum class Basis : std::uint8_t { File, Docs, Issue, Sandbox, Measured, Knowledge, Estimate };
std::string_view toString(Basis basis);

/// Whether the fact still has to be checked by whoever relies on it.
inline bool isUnverified(Basis basis)
{
    return basis >= Basis::Knowledge;
}

enum class PresetKind : std::uint8_t {
    Runtime,
    Site,
    Proxy,
    Database,
    Cache,
    Broker,
    Search,
    Application,
    Monitoring,
    Custom,
};
std::string_view toString(PresetKind kind);

struct PresetPort {
    std::string name;
    std::int64_t port = 0;
    Protocol protocol = Protocol::Tcp;
    ApplicationProtocol application = ApplicationProtocol::Other;
};

struct PresetStorage {
    std::string path;
    Bytes size;
    StorageKind kind = StorageKind::Data;
    bool backup = true;
    Prose why;
    Basis basis = Basis::Knowledge;
};

struct PresetScratch {
    std::string path;
    Bytes size;
    bool exec = false;
    Prose why;
    Basis basis = Basis::Knowledge;
};

/// A configuration file that the image needs; the text is a template.
struct PresetFile {
    std::string path;
    std::string templateName; ///< below templates/config/<preset>/
};

/// What stands in the file of a secret that the image reads as settings.
struct SecretContent {
    std::string name;               ///< of the secret
    std::vector<std::string> lines; ///< `{other-secret}` is the value in that file
};

struct PresetHealth {
    std::vector<std::string> command; ///< empty: the image has nothing to check with
    ProbeKind probe = ProbeKind::Tcp;
    std::string path;
    std::string port;
    Duration interval;
    Duration timeout;
    std::int64_t retries = 3;
    Duration start;
    Basis basis = Basis::Knowledge;
    Prose note;
};

struct PresetResources {
    Bytes memory;
    Cpu cpu;
    Cpu cpuRequest;
    std::int64_t pids = 0;
    std::int64_t openFiles = 0;
    std::optional<Bytes> sharedMemory; ///< /dev/shm
    Bytes ephemeral;
    Basis basis = Basis::Estimate;
};

struct HostSysctl {
    std::string key;
    std::string value;
    Prose why;
};

/// One step of a build stage.
struct BuildStep {
    enum class Kind : std::uint8_t { Workdir, Copy, Run, Environment, Argument };
    Kind kind = Kind::Run;
    std::vector<std::string> sources; ///< Copy: what; Workdir, Run: one text
    std::string from;                 ///< Copy: stage or image
    std::string to;                   ///< Copy
    std::vector<Variable> variables;  ///< Environment, Argument
    std::vector<ControlId> controls;
};

struct BuildStage {
    std::string name;
    std::string from;
    Basis basis = Basis::Knowledge;
    std::vector<BuildStep> steps;
};

struct BuildRecipe {
    bool needsSource =
        true; ///< the user's folder is the context; otherwise only the base is derived
    std::vector<BuildStage> stages;
    std::vector<std::string> entrypoint;
    std::vector<std::string> command;
    std::vector<std::string> ignore;
};

struct Preset {
    std::string id;
    Prose title;
    Prose summary;
    PresetKind kind = PresetKind::Custom;
    std::string image;
    Basis imageBasis = Basis::Knowledge;
    std::string imageAsOf;
    std::string imageSource;
    std::int64_t uid = 0;
    std::int64_t gid = 0;
    Basis userBasis = Basis::Knowledge;
    std::string userSource;
    std::vector<PresetPort> ports;
    std::vector<PresetStorage> storage;
    std::vector<PresetScratch> scratch;
    std::vector<std::string> capabilities;
    std::vector<Variable> environment;
    std::vector<Secret> secrets;
    std::vector<SecretContent> secretContents; ///< of some of `secrets`
    std::vector<std::string> givenSecrets;     ///< names: values that another service sets
    std::vector<std::string> command;
    std::vector<std::string> arguments;
    std::vector<PresetFile> files;
    PresetHealth health;
    std::string stopSignal;
    Duration stopGrace;
    PresetResources resources;
    bool stateful = false;
    std::int64_t replicas = 1;
    bool init = false;
    bool ownCertificates = false;     ///< a proxy that fetches TLS certificates itself
    bool limitsClients = true;        ///< a proxy that can limit what one client may ask
    std::optional<Bytes> largestBody; ///< of a request, when it takes uploads
    std::vector<HostSysctl> sysctls;
    std::vector<std::string> cpuFlags;
    std::vector<Prose> surprises;
    std::optional<BuildRecipe> build;
    std::vector<std::string> sources;
};

} // namespace skanse
