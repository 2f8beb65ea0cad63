// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/commands.h"
#include "core/report/explain.h"
#include "core/report/lists.h"
#include "core/report/reference.h"
#include "core/yaml/json.h"

#include <algorithm>
#include <ostream>

namespace skanse::cli {

namespace {

int print(const Input &input, const Streams &streams, std::string (*text)(Language),
          yaml::Node (*node)(Language))
{
    if (input.wantsJson())
        streams.out << yaml::toJson(node(input.language()), true) << '\n';
    else
        streams.out << text(input.language());
    return Success;
}

int unknown(std::string_view what, std::string_view name, std::string_view advice,
            const Streams &streams)
{
    streams.err << "skanse-cli: there is no " << what << " “" << name << "”\n    " << advice
                << '\n';
    return WrongUse;
}

} // namespace

int runControls(const Input &input, const Streams &streams)
{
    const std::string_view name = input.argument(0);
    if (name.empty())
        return print(input, streams, report::listControls, report::controlsNode);
    const auto *found = std::ranges::find(kControlNames, name);
    if (found == kControlNames.end())
        return unknown("control", name, "“skanse-cli controls” lists them.", streams);
    const auto id = static_cast<ControlId>(found - kControlNames.begin());
    if (input.wantsJson())
        streams.out << yaml::toJson(report::controlNode(id, input.language()), true) << '\n';
    else
        streams.out << report::explainControl(id, input.language());
    return Success;
}

int runPresets(const Input &input, const Streams &streams)
{
    const std::string_view name = input.argument(0);
    if (name.empty())
        return print(input, streams, report::listPresets, report::presetsNode);
    const Preset *preset = catalogue().preset(name);
    if (preset == nullptr)
        return unknown("preset", name, "“skanse-cli presets” lists them.", streams);
    if (input.wantsJson())
        streams.out << yaml::toJson(report::presetNode(*preset, input.language()), true) << '\n';
    else
        streams.out << report::describePreset(*preset, input.language());
    return Success;
}

int runRegions(const Input &input, const Streams &streams)
{
    return print(input, streams, report::listRegions, report::regionsNode);
}

int runReference(const Input &input, const Streams &streams)
{
    const std::string_view page = input.argument(0);
    if (page == "questions")
        streams.out << report::referenceQuestions(input.language());
    else if (page == "controls")
        streams.out << report::referenceControls(input.language());
    else if (page == "presets")
        streams.out << report::referencePresets(input.language());
    else
        return unknown("reference page", page, "Known: questions, controls, presets.", streams);
    return Success;
}

} // namespace skanse::cli
