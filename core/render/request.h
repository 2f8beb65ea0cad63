// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/policy/plan.h"
#include "core/text/artifact.h"
#include "core/text/commenter.h"
#include "core/yaml/writer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skanse {

/// What made the bundle; stands in every file.
struct Stamp {
    std::string version;     ///< of the program
    std::string fingerprint; ///< of the answers, without the ticks of the checklist
    std::string profile;     ///< canonical profile text, becomes profile.skanse.yaml
};

/// A file that cannot be written because a key would stand in it twice. The plan names each thing once, so
/// this is a fault of the program.
struct RenderError {
    std::string path;
    std::string key;
    bool operator==(const RenderError &) const = default;
};

/// A bundle: every file, in the order in which people should see them.
struct Bundle {
    std::vector<Artifact> artifacts;
    /// While it is made: the first file that cannot be written. renderBundle() returns no such bundle.
    std::optional<RenderError> error;

    /// Adds a file, or remembers that it cannot be written.
    void addYaml(std::string path, yaml::Written written);
    [[nodiscard]] const Artifact *find(std::string_view path) const;
};

/// Everything a renderer may look at.
class Request
{
public:
    Request(const Plan &plan, const Catalogue &catalogue, const Stamp &stamp,
            const Diagnostics &diagnostics)
        : m_plan(plan)
        , m_catalogue(catalogue)
        , m_stamp(stamp)
        , m_diagnostics(diagnostics)
        , m_stampLine("Skanse " + stamp.version + ", "
                      + (plan.language == Language::Bokmal ? "profil " : "profile ")
                      + stamp.fingerprint)
    {
    }

    [[nodiscard]] const Plan &plan() const { return m_plan; }
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const Stamp &stamp() const { return m_stamp; }
    [[nodiscard]] const Diagnostics &diagnostics() const { return m_diagnostics; }
    [[nodiscard]] Language language() const { return m_plan.language; }

    /// In the language of the documents.
    [[nodiscard]] std::string_view say(const StaticProse &prose) const
    {
        return prose.in(m_plan.language);
    }
    [[nodiscard]] const std::string &say(const Prose &prose) const
    {
        return prose.in(m_plan.language);
    }

    /// Comment lines at the top of a file: what it is and what made it. Program text only.
    [[nodiscard]] std::vector<std::string> header(const StaticProse &what) const;
    /// "Skanse 0.1.0, profile 1a2b3c4d5e6f"
    [[nodiscard]] const std::string &stampLine() const { return m_stampLine; }
    /// A fresh commenter for one file, at the level the user chose.
    [[nodiscard]] Commenter commenter() const;

    /// The origin of a line that belongs to a service: only those of `controls` that are applied.
    [[nodiscard]] Origin why(const ServicePlan &service, const ControlSet &controls,
                             std::string_view question = {}) const;
    /// The same for the whole workload, the host or CI.
    [[nodiscard]] Origin why(const ControlSet &controls, std::string_view question = {}) const;
    /// The origin of a line that carries no control, only an answer.
    [[nodiscard]] Origin from(const ServicePlan &service, std::string_view question) const;

    [[nodiscard]] int indexOf(const ServicePlan &service) const
    {
        return static_cast<int>(&service - m_plan.services.data());
    }

private:
    const Plan &m_plan;
    const Catalogue &m_catalogue;
    const Stamp &m_stamp;
    const Diagnostics &m_diagnostics;
    std::string m_stampLine; ///< stands in every file
};

} // namespace skanse
