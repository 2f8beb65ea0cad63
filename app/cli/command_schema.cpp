// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "core/catalogue/catalogue.h"
#include "core/profile/json_schema.h"

#include <ostream>

namespace skanse::cli {

int runSchema(const Input & /*input*/, const Streams &streams)
{
    SchemaWords words;
    for (const Preset &preset : catalogue().presets)
        words.presets.push_back(preset.id);
    for (const Control *control : catalogue().controlsInOrder())
        if (control->waivable)
            words.controls.emplace_back(toString(control->id));
    for (const Region &region : catalogue().regions)
        words.countries.push_back(region.iso);
    for (const ChecklistSection &section : catalogue().checklist)
        for (const ChecklistFact &item : section.items)
            words.checklist.push_back(item.id);
    for (const Duty &duty : catalogue().duties)
        words.checklist.push_back("duty-" + duty.id);
    streams.out << jsonSchema(words);
    return Success;
}

int runCompletion(const Input &input, const Streams &streams)
{
    const std::string script = completionScript(input.argument(0));
    if (script.empty()) {
        streams.err << "skanse-cli completion: unknown shell “" << input.argument(0)
                    << "”\n    Known: bash, zsh, fish.\n";
        return WrongUse;
    }
    streams.out << script;
    return Success;
}

int runMan(const Input & /*input*/, const Streams &streams)
{
    streams.out << manPage();
    return Success;
}

} // namespace skanse::cli
