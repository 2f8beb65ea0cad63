// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/service_plan.h"

#include <algorithm>

namespace skanse::policy {

namespace {

/// A tag that does not move: there is one, and it is not "latest".
bool hasFixedTag(std::string_view image)
{
    const auto slash = image.rfind('/');
    const auto colon = image.rfind(':');
    if (colon == std::string_view::npos || (slash != std::string_view::npos && colon < slash))
        return false;
    const auto tag = image.substr(colon + 1);
    return tag != "latest" && tag != "nonroot" && tag != "debug";
}

/// A name without a registry would mean somebody else's on Docker Hub; `.invalid` resolves nowhere
/// (RFC 2606).
std::string builtImagePrefix(const Context &context)
{
    const std::string &registry = context.answers.workload.registry;
    return (registry.empty() ? std::string("registry.invalid") : registry) + "/"
         + context.plan.name;
}

ImagePlan imageOf(Context &context, const Service &answers, const Preset &preset, std::size_t index)
{
    ImagePlan image;
    const BuildOrigin usual = preset.build ? BuildOrigin::Build : BuildOrigin::Image;
    image.build = answers.origin.value_or(usual) == BuildOrigin::Build && preset.build.has_value();
    if (answers.origin == BuildOrigin::Build && !preset.build)
        context.report(
            Severity::Error, "no-build-recipe", pathOf(answers) + ".origin", "service.origin",
            fill(StaticProse{"The preset “{}” has no build recipe.",
                             "Forvalget «{}» har ingen byggeoppskrift."},
                 preset.id),
            {"Choose the origin image, or a preset that builds, such as custom-build.",
             "Velg opphavet image, eller et forvalg som bygger, for eksempel custom-build."});
    const bool custom = !answers.image.empty();
    if (image.build) {
        image.recipe = &*preset.build;
        if (image.recipe->needsSource)
            image.context = answers.context.empty() ? "src/" + answers.name : answers.context;
        image.reference =
            custom ? answers.image : builtImagePrefix(context) + "/" + answers.name + ":0.1.0";
    } else {
        image.reference = custom ? answers.image : preset.image;
        image.digest = answers.digest;
    }
    if (image.reference.empty())
        context.report(
            Severity::Error, "image-missing", pathOf(answers) + ".image", "service.image",
            fill(
                StaticProse{"The service “{}” needs an image.", "Tjenesten «{}» trenger et image."},
                answers.name),
            {"Give registry, name and a fixed tag.", "Oppgi register, navn og en fast merkelapp."});
    else if (custom && !hasFixedTag(image.reference) && image.digest.empty()
             && !context.waives(index, ControlId::image_pinned))
        context.report(Severity::Error, "image-floating-tag", pathOf(answers) + ".image",
                       "service.image",
                       fill(StaticProse{"The image “{}” has no fixed tag: it can change under you.",
                                        "Imaget «{}» har ingen fast merkelapp: det kan endre seg."},
                            image.reference),
                       image.build ? Prose{"Give the version that the build makes as its tag.",
                                           "Oppgi versjonen som bygget lager, som merkelapp."}
                                   : Prose{"Give a version tag, or the digest.",
                                           "Oppgi en versjonsmerkelapp, eller digesten."});
    return image;
}

} // namespace

ServicePlan planService(Context &context, const Service &answers, const Preset &preset,
                        std::size_t index)
{
    ServicePlan plan;
    plan.name = answers.name;
    plan.preset = &preset;
    plan.image = imageOf(context, answers, preset, index);
    plan.command = answers.command.empty() ? preset.command : answers.command;
    plan.arguments = answers.arguments.empty() ? preset.arguments : answers.arguments;
    if (!answers.command.empty() && answers.arguments.empty())
        plan.arguments.clear(); // the preset's arguments belong to the preset's command
    plan.uid = answers.uid.value_or(preset.uid);
    plan.gid = answers.gid.value_or(answers.uid ? *answers.uid : preset.gid);
    plan.ports = portsOf(context, answers, preset, index);
    plan.storage = storageOf(context, answers, preset);
    plan.scratch = scratchOf(answers, preset);
    plan.secrets = secretsOf(context, answers, preset);
    plan.environment = environmentOf(answers, preset);
    plan.health = healthOf(context, answers, preset, plan.ports);
    for (const PresetFile &file : preset.files)
        plan.files.push_back(
            {file.path, file.templateName, "config/" + preset.id + "/" + file.templateName});
    plan.capabilities = preset.capabilities;
    plan.stopSignal = answers.stopSignal.empty() ? preset.stopSignal : answers.stopSignal;
    plan.stopGrace = answers.stopGrace.value_or(preset.stopGrace);
    const bool ownsData = std::ranges::any_of(
        plan.storage, [](const MountPlan &mount) { return !mount.readOnly && !mount.shared; });
    plan.stateful = preset.stateful || ownsData;
    plan.replicas = answers.replicas.value_or(plan.stateful ? 1 : preset.replicas);
    // Data must come back after a restart of the host; anything else may give up after a few tries.
    plan.restart = plan.stateful ? Restart::UnlessStopped : Restart::OnFailure;
    plan.init = preset.init;
    plan.ownUserNamespace = answers.userNamespace;
    return plan;
}

void planServices(Context &context)
{
    const Catalogue &catalogue = context.catalogue;
    context.plan.services.reserve(context.answers.services.size() + 1);
    for (std::size_t i = 0; i < context.answers.services.size(); ++i) {
        const Service &answers = context.answers.services[i];
        const Preset *preset = catalogue.preset(answers.preset);
        if (preset == nullptr) {
            context.report(
                Severity::Error, "preset-unknown", pathOf(answers) + ".preset", "service.preset",
                fill(StaticProse{"There is no preset “{}”.", "Det finnes ikke noe forvalg «{}»."},
                     answers.preset),
                {"“skanse-cli presets” lists them; custom-image and custom-build fit anything.",
                 "«skanse-cli presets» lister dem; custom-image og custom-build passer til alt."});
            preset = catalogue.preset("custom-image");
        }
        context.plan.services.push_back(planService(context, answers, *preset, i));
    }
    nameVolumes(context.plan);
}

} // namespace skanse::policy
