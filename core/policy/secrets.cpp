// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/policy/service_plan.h"

#include <algorithm>

namespace skanse::policy {

namespace {

SecretPlan secretPlan(const Secret &secret)
{
    return {secret.name, secret.use, secret.variable,
            secret.use == SecretUse::Config ? secret.path : "/run/secrets/" + secret.name};
}

/// Names that usually carry a value that nobody else should see.
bool looksSecret(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (upper.ends_with("_FILE") || upper.ends_with("__FILE") || upper.ends_with("_PATH"))
        return false;
    for (const std::string_view word : {"PASSWORD", "PASSWD", "SECRET", "TOKEN", "API_KEY",
                                        "APIKEY", "PRIVATE_KEY", "CREDENTIAL"})
        if (upper.find(word) != std::string::npos)
            return true;
    return false;
}

} // namespace

std::vector<SecretPlan> secretsOf(Context &context, const Service &answers, const Preset &preset)
{
    std::vector<SecretPlan> secrets;
    for (const Secret &known : preset.secrets)
        secrets.push_back(secretPlan(known));
    std::vector<SecretPlan> own;
    for (const Secret &asked : answers.secrets) {
        const SecretPlan plan = secretPlan(asked);
        // The same name, variable or configuration file: the user's secret takes the preset's place.
        const auto meets = [&](const SecretPlan &known) {
            return known.name == plan.name
                || (!plan.variable.empty() && known.variable == plan.variable)
                || known.path == plan.path;
        };
        if (const auto other = std::ranges::find_if(own, meets); other != own.end())
            context.report(
                Severity::Error, "secret-twice", pathOf(answers) + ".secrets." + asked.name,
                "service.secret.name",
                fill(StaticProse{"The secrets “{}” and “{}” have the same variable or path.",
                                 "Hemmelighetene «{}» og «{}» har samme variabel eller sti."},
                     other->name, asked.name),
                {"Give each its own variable and path.", "Gi hver sin egen variabel og sti."});
        std::erase_if(secrets, meets);
        own.push_back(plan);
    }
    secrets.insert(secrets.end(), own.begin(), own.end());
    for (const Variable &variable : answers.environment)
        if (!variable.value.empty() && looksSecret(variable.name))
            context.report(
                Severity::Warning, "secret-in-environment",
                pathOf(answers) + ".environment." + variable.name, "service.variable.value",
                fill(
                    StaticProse{
                        "The variable “{}” looks like a secret; its value would stand in the "
                        "files.",
                        "Variabelen «{}» ligner en hemmelighet; verdien ville stått i filene."},
                    variable.name),
                {"Declare it under secrets and let the application read the file.",
                 "Oppgi den under secrets, og la applikasjonen lese filen."});
    return secrets;
}

std::vector<Variable> environmentOf(const Service &answers, const Preset &preset)
{
    std::vector<Variable> environment = preset.environment;
    for (const Variable &asked : answers.environment) {
        const auto found = std::ranges::find(environment, asked.name, &Variable::name);
        if (found == environment.end())
            environment.push_back(asked);
        else
            found->value = asked.value;
    }
    return environment;
}

} // namespace skanse::policy
