// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/catalogue.h"

#include "core/catalogue/fields.h"
#include "core/yaml/packed.h"

#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace skanse {

const Preset *Catalogue::preset(std::string_view id) const
{
    const auto found = std::ranges::lower_bound(presets, id, {}, &Preset::id);
    return found == presets.end() || found->id != id ? nullptr : &*found;
}

const Region *Catalogue::region(std::string_view iso) const
{
    const auto found = std::ranges::find(regions, iso, &Region::iso);
    return found == regions.end() ? nullptr : &*found;
}

const LegalBasis *Catalogue::basis(std::string_view id) const
{
    const auto found = std::ranges::find(bases, id, &LegalBasis::id);
    return found == bases.end() ? nullptr : &*found;
}

const SystemFacts &Catalogue::system(OperatingSystem system) const
{
    return *std::ranges::find(host.systems, wordOf(system), &SystemFacts::id);
}

std::vector<const Control *> Catalogue::controlsInOrder() const
{
    std::vector<const Control *> ordered;
    for (const Control &control : controls)
        ordered.push_back(&control);
    std::ranges::sort(ordered, {}, &Control::order);
    return ordered;
}

std::vector<const Preset *> Catalogue::presetsByKind() const
{
    std::vector<const Preset *> ordered;
    for (const Preset &preset : presets)
        ordered.push_back(&preset);
    std::ranges::stable_sort(ordered, {}, &Preset::kind);
    return ordered;
}

namespace {

/// Ids of items are what profiles keep: each stands for one thing.
void checkChecklist(const Catalogue &catalogue)
{
    std::vector<std::string_view> ids;
    for (const ChecklistSection &section : catalogue.checklist)
        for (const ChecklistFact &item : section.items)
            ids.push_back(item.id);
    std::ranges::sort(ids);
    if (const auto twice = std::ranges::adjacent_find(ids); twice != ids.end())
        throw BadCatalogue{"checklist: twice: " + std::string(*twice)};
    for (const Duty &duty : catalogue.duties)
        if (std::ranges::find(catalogue.checklist, duty.section, &ChecklistSection::id)
            == catalogue.checklist.end())
            throw BadCatalogue{"law.yaml: " + duty.id + ": no such section: " + duty.section};
}

/// What one fact promises another: checked once, so that nobody has to check again.
void checkConsistency(const Catalogue &catalogue)
{
    for (const Region &region : catalogue.regions)
        if (catalogue.basis(region.basis) == nullptr)
            throw BadCatalogue{"regions.yaml: " + region.iso + ": unknown basis " + region.basis};
    for (const Choice &choice : choicesOf<OperatingSystem>())
        if (std::ranges::find(catalogue.host.systems, choice.word, &SystemFacts::id)
            == catalogue.host.systems.end())
            throw BadCatalogue{"host.yaml: system missing: " + std::string(choice.word)};
    checkChecklist(catalogue);
    for (const LintException &exception : catalogue.exceptions)
        if (exception.rules.empty())
            throw BadCatalogue{"exceptions: a file is missing"};
    for (const Preset &preset : catalogue.presets)
        if (!preset.health.port.empty()
            && std::ranges::find(preset.ports, preset.health.port, &PresetPort::name)
                   == preset.ports.end())
            throw BadCatalogue{"presets/" + preset.id + ".yaml: health.port: no such port"};
}

void readFile(const std::string &path, const yaml::Value &value, Catalogue &catalogue)
{
    Fields fields(value, path + ": ");
    if (path.starts_with("presets/")) {
        catalogue.presets.push_back(readPreset(fields));
        if (path != "presets/" + catalogue.presets.back().id + ".yaml")
            fields.fail("id", "does not match the file name");
    } else if (path.starts_with("controls/")) {
        Control control = readControl(fields);
        if (path != "controls/" + std::string(toString(control.id)) + ".yaml")
            fields.fail("id", "does not match the file name");
        const auto at = static_cast<std::size_t>(control.id);
        catalogue.controls.at(at) = std::move(control);
    } else if (path.starts_with("exceptions/")) {
        LintException exception = readException(fields);
        const auto at = static_cast<std::size_t>(exception.id);
        if (path != "exceptions/" + std::string(kExceptionNames.at(at)) + ".yaml")
            fields.fail("id", "does not match the file name");
        catalogue.exceptions.at(at) = std::move(exception);
    } else if (path.starts_with("checklist/")) {
        catalogue.checklist.push_back(readChecklist(fields));
        if (path != "checklist/" + catalogue.checklist.back().id + ".yaml")
            fields.fail("id", "does not match the file name");
    } else if (path == "regions.yaml") {
        readRegions(fields, catalogue);
    } else if (path == "law.yaml") {
        readLaw(fields, catalogue);
    } else if (path == "host.yaml") {
        catalogue.host = readHostFacts(fields);
    } else {
        throw BadCatalogue{path + ": nobody reads this file"};
    }
    fields.finish();
}

} // namespace

std::expected<Catalogue, CatalogueError> loadCatalogue(std::string_view packed)
{
    const auto all = yaml::unpack(packed);
    if (!all || !packed.empty())
        return std::unexpected(CatalogueError{"the packed catalogue is damaged"});
    try {
        Catalogue catalogue;
        for (const auto &file : all->entries)
            readFile(file.key, file.value, catalogue);
        std::ranges::sort(catalogue.presets, {}, &Preset::id);
        std::ranges::sort(catalogue.checklist, {}, &ChecklistSection::order);
        checkConsistency(catalogue);
        return catalogue;
    } catch (const BadCatalogue &bad) {
        return std::unexpected(CatalogueError{bad.message});
    }
}

const Catalogue &catalogue()
{
    static const Catalogue kCatalogue = [] {
        QFile file(QStringLiteral(":/skanse/catalogue.bin"));
        if (!file.open(QIODevice::ReadOnly)) {
            std::cerr << "skanse: the catalogue is not embedded in this program\n";
            std::abort();
        }
        const auto size = file.size();
        const auto *bytes = reinterpret_cast<const char *>(file.map(0, size)); // NOLINT
        auto loaded = loadCatalogue({bytes, static_cast<std::size_t>(size)});
        if (!loaded) {
            std::cerr << "skanse: " << loaded.error().message << '\n';
            std::abort();
        }
        return std::move(*loaded);
    }();
    return kCatalogue;
}

} // namespace skanse
