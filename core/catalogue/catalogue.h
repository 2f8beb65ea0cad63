// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/checklist_facts.h"
#include "core/catalogue/control.h"
#include "core/catalogue/host_facts.h"
#include "core/catalogue/lint_exception.h"
#include "core/catalogue/place_facts.h"
#include "core/catalogue/preset.h"

#include <array>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

/// Everything Skanse knows. Embedded, loaded strictly, with sources and dates in the data.
namespace skanse {

struct Catalogue {
    std::vector<Preset> presets;                           ///< by id
    std::array<Control, kControlCount> controls;           ///< by ControlId
    std::array<LintException, kExceptionCount> exceptions; ///< by ExceptionId
    std::vector<Region> regions;                           ///< by ISO code
    std::vector<LegalBasis> bases;
    std::vector<Duty> duties;
    std::vector<OwnershipRisk> ownership;
    Prose legalDisclaimer;
    Prose rttMethod;
    HostFacts host;
    std::vector<ChecklistSection> checklist; ///< in the order of the work

    [[nodiscard]] const Preset *preset(std::string_view id) const;
    [[nodiscard]] const Control &control(ControlId id) const
    {
        return controls.at(static_cast<std::size_t>(id));
    }
    [[nodiscard]] const LintException &exception(ExceptionId id) const
    {
        return exceptions.at(static_cast<std::size_t>(id));
    }
    [[nodiscard]] const Region *region(std::string_view iso) const;
    [[nodiscard]] const LegalBasis *basis(std::string_view id) const;
    [[nodiscard]] const SystemFacts &system(OperatingSystem system) const;
    /// Controls in the order of the documents.
    [[nodiscard]] std::vector<const Control *> controlsInOrder() const;
    /// Presets as they are offered: those of a kind together.
    [[nodiscard]] std::vector<const Preset *> presetsByKind() const;
};

/// What is wrong with a catalogue file: `presets/redis.yaml: ports[0].port: not a number`.
struct CatalogueError {
    std::string message;
};

/// Loads the packed catalogue (see packed.h). Every key must be known and every fact present.
std::expected<Catalogue, CatalogueError> loadCatalogue(std::string_view packed);

/// The embedded catalogue, loaded on first use. A broken one cannot pass the build's tests, so this
/// ends the program with a message.
const Catalogue &catalogue();

} // namespace skanse
