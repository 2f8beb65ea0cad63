// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/parts.h"
#include "core/render/secrets/files.h"
#include "core/text/encode.h"
#include "core/text/line_writer.h"
#include "core/text/markdown.h"

#include <algorithm>

namespace skanse::render {

using enum ControlId;

namespace {

Origin originOf(const Request &request, const std::vector<SecretFile> &files)
{
    if (files.empty())
        return request.why(ControlSet{}, "workload.hostname");
    return request.why(*files.front().readers.front().service, secret_files, "service.secrets");
}

/// "`/run/secrets/x`, named by `X_FILE`"
std::string usageOf(const Request &request, const SecretReader &reader)
{
    const std::string path = encode::markdownCodeCell(reader.secret->path);
    if (reader.secret->use != SecretUse::Variable)
        return path;
    return fill(request.say(StaticProse{"{}, named by {}", "{}, oppgitt i {}"}), path,
                encode::markdownCodeCell(reader.secret->variable));
}

/// One line for each reader.
void addTable(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    std::vector<Markdown::Row> rows;
    for (const SecretFile &file : files) {
        bool isFirst = true;
        for (const SecretReader &reader : file.readers) {
            const std::string user =
                std::to_string(reader.service->uid) + ":" + std::to_string(reader.service->gid);
            rows.push_back(
                {{isFirst ? encode::markdownCodeCell(file.name) : std::string(),
                  encode::markdownCell(reader.service->name), user, usageOf(request, reader)},
                 request.why(*reader.service, secret_files, "service.secrets")});
            isFirst = false;
        }
    }
    out.table({std::string(request.say(StaticProse{"File", "Fil"})),
               std::string(request.say(StaticProse{"Service", "Tjeneste"})),
               std::string(request.say(StaticProse{"User", "Bruker"})),
               std::string(request.say(StaticProse{"In the container", "I containeren"}))},
              rows);
}

/// The commands of all files that `wanted` takes; empty when there are none.
template <class Wanted, class Command>
std::string commandsOf(const std::vector<SecretFile> &files, const Wanted &wanted,
                       const Command &command)
{
    std::string commands;
    for (const SecretFile &file : files)
        if (wanted(file))
            commands += command(file);
    return commands;
}

auto from(SecretOrigin origin)
{
    return [origin](const SecretFile &file) { return file.origin == origin; };
}

bool isRead(const SecretFile &file)
{
    return !file.readers.empty();
}

void addCode(const Request &request, const std::vector<SecretFile> &files, Markdown &out,
             std::string commands)
{
    if (commands.ends_with('\n'))
        commands.pop_back();
    out.code("sh", commands, originOf(request, files));
}

void addRandom(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    const std::string commands =
        commandsOf(files, from(SecretOrigin::Random), [](const SecretFile &file) {
            return "  openssl rand -hex 32 | tr -d '\\n' > " + file.shellPath() + "\n";
        });
    if (commands.empty())
        return;
    out.paragraph(request.say(StaticProse{
        "Passwords and keys that are first set here, by a service of this bundle: random, never "
        "shown on the screen and not in the history of the shell. A file that exists is left as it "
        "is (`set -C`).",
        "Passord og nøkler som settes første gang her, av en tjeneste i denne pakken: tilfeldige, "
        "aldri vist på skjermen og ikke i historikken til skallet. En fil som finnes, blir ikke "
        "rørt (`set -C`)."}));
    addCode(request, files, out, "(\n  umask 077; set -C\n" + commands + ")");
}

/// Passwords that a service checks but that no other service is said to read.
void addUnread(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    for (const SecretFile &file : files)
        if (!isRead(file))
            out.paragraph(skanse::fill(
                request.say(StaticProse{
                    "No service reads {}: it is only the source of a file below. Whatever logs in "
                    "there needs this password; declare it under secrets of that service.",
                    "Ingen tjeneste leser {}: den er bare kilden til en fil under. Det som skal "
                    "logge inn der, trenger dette passordet; oppgi det under secrets for den "
                    "tjenesten."}),
                encode::markdownCode("secrets/" + file.name)));
}

void addGiven(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    const std::string commands =
        commandsOf(files, from(SecretOrigin::Given), [](const SecretFile &file) {
            return "( umask 077; \"${EDITOR:-vi}\" " + file.shellPath() + " )\n";
        });
    if (commands.empty())
        return;
    out.paragraph(request.say(StaticProse{
        "Values that somebody else decides or that the application defines: a certificate, a key "
        "from a provider, the password of an account elsewhere, a settings file. A random value "
        "would not work unless the other side gets the same one. Run one line at a time and paste "
        "the value; most editors end the file with a line feed, which the application has to "
        "accept.",
        "Verdier som noen andre bestemmer, eller som applikasjonen definerer: et sertifikat, en "
        "nøkkel fra en leverandør, passordet til en konto et annet sted, en innstillingsfil. En "
        "tilfeldig verdi virker ikke med mindre den andre siden får den samme. Kjør én linje om "
        "gangen og lim inn verdien; de fleste editorer avslutter filen med linjeskift, og det må "
        "applikasjonen tåle."}));
    addCode(request, files, out, commands);
}

void addComposed(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    const std::string commands = commandsOf(files, from(SecretOrigin::Composed), composeCommand);
    if (commands.empty())
        return;
    out.paragraph(request.say(StaticProse{
        "Settings files that hold a password from above. Make them again when that password "
        "changes (with `sudo sh` once the files belong to the services):",
        "Innstillingsfiler som inneholder et passord fra filene over. Lag dem på nytt når "
        "passordet "
        "endres (med `sudo sh` når filene først tilhører tjenestene):"}));
    addCode(request, files, out, commands);
}

void addCreation(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    out.heading(2, request.say(StaticProse{"Make the files", "Lag filene"}));
    addRandom(request, files, out);
    addUnread(request, files, out);
    addGiven(request, files, out);
    addComposed(request, files, out);
}

void addCompose(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    out.heading(2, "Docker Compose");
    out.paragraph(request.say(StaticProse{
        "Compose mounts each file with the owner and mode it has on the host, so a file belongs to "
        "the user of the service that reads it. With a second reader it also belongs to the group "
        "of "
        "that one; more readers are let in by an access list (package acl). Last step, after the "
        "files are filled:",
        "Compose monterer hver fil med eieren og rettighetene den har på verten, så en fil "
        "tilhører "
        "brukeren til tjenesten som leser den. Med en leser til tilhører den også gruppen til "
        "denne; "
        "flere lesere slipper inn med en tilgangsliste (pakken acl). Siste steg, når filene er "
        "fylt:"}));
    const HostPlan &host = request.plan().host;
    const std::string shift = shiftCommands(host);
    addCode(request, files, out, shift + commandsOf(files, isRead, [&](const SecretFile &file) {
                                     return accessCommands(file, host);
                                 }));
    if (!shift.empty())
        out.paragraph(request.say(StaticProse{
            "The engine shifts the users of containers: user N of a container has another number "
            "on "
            "the machine, counted from the first one in /etc/subuid and /etc/subgid. The lines "
            "above "
            "do that sum; the table shows the numbers inside.",
            "Motoren forskyver brukerne i containere: bruker N i en container har et annet nummer "
            "på "
            "maskinen, talt fra det første i /etc/subuid og /etc/subgid. Linjene over gjør den "
            "summen; tabellen viser numrene på innsiden."}));
}

/// The certificate of the Ingress: a secret of another type, with a name that the Ingress asks for.
void addIngress(const Request &request, Markdown &out)
{
    const Plan &plan = request.plan();
    const Origin origin = request.why(ControlSet{}, "workload.hostname");
    out.paragraph(
        skanse::fill(request.say(StaticProse{
                         "The Ingress shows the certificate in the secret {}. Put the certificate "
                         "with its chain and the key into these two files (PEM):",
                         "Ingress viser sertifikatet i hemmeligheten {}. Legg sertifikatet med "
                         "kjeden og nøkkelen i disse to filene (PEM):"}),
                     encode::markdownCode(plan.name + "-tls")),
        origin);
    out.code("sh",
             skanse::fill("kubectl -n {} create secret tls {} --cert=secrets/tls-certificate "
                          "--key=secrets/tls-key",
                          encode::shellWord(plan.nameSpace), encode::shellWord(plan.name + "-tls")),
             origin);
    out.paragraph(request.say(StaticProse{
        "With cert-manager in the cluster, leave that command out: the annotation "
        "`cert-manager.io/cluster-issuer` on the Ingress, with the name of your issuer, makes "
        "cert-manager create and renew the secret.",
        "Med cert-manager i klyngen dropper du den kommandoen: annotasjonen "
        "`cert-manager.io/cluster-issuer` på Ingress, med navnet på utstederen din, får "
        "cert-manager til å lage og fornye hemmeligheten."}));
}

void addKubernetes(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    out.heading(2, "Kubernetes");
    out.paragraph(request.say(StaticProse{
        "The namespace must exist. Nothing of this is part of the manifests; to change a secret, "
        "delete it and create it again.",
        "Navnerommet må finnes. Ingenting av dette er del av manifestene; en hemmelighet endres "
        "ved å "
        "slette den og lage den på nytt."}));
    const std::string &space = request.plan().nameSpace;
    const std::string commands = commandsOf(files, isRead, [&](const SecretFile &file) {
        return skanse::fill("kubectl -n {} create secret generic {} --from-file={}={}\n",
                            encode::shellWord(space), encode::shellWord(file.name),
                            encode::shellWord(file.name), file.shellPath());
    });
    if (!commands.empty())
        addCode(request, files, out, commands);
    if (request.plan().entry)
        addIngress(request, out);
}

Text readmeText(const Request &request, const std::vector<SecretFile> &files)
{
    Markdown out;
    out.heading(1, request.say(StaticProse{"Secrets", "Hemmeligheter"}));
    out.paragraph(request.say(StaticProse{
                      "The values go into files in this folder, and nowhere else: not into "
                      "compose.yaml, the environment, an image or a repository. Skanse "
                      "neither asks for them nor writes them. All commands are run in the "
                      "folder above.",
                      "Verdiene legges i filer i denne mappen og ingen andre steder: ikke i "
                      "compose.yaml, miljøvariabler, et image eller et repo. Skanse verken "
                      "spør etter dem eller skriver dem. Alle kommandoer kjøres i mappen "
                      "over."}),
                  originOf(request, files));
    if (!files.empty()) {
        addTable(request, files, out);
        addCreation(request, files, out);
    }
    if (request.plan().wants(Target::Kubernetes))
        addKubernetes(request, files, out);
    if (request.plan().wants(Target::Compose) && !files.empty())
        addCompose(request, files, out);
    out.heading(2, request.say(StaticProse{"Never commit them", "Sjekk dem aldri inn"}));
    out.paragraph(request.say(StaticProse{
        "The .gitignore in this folder keeps every file but these two out of Git. Keep an "
        "encrypted "
        "copy somewhere else: a backup of the data is of little use without its keys.",
        "Filen .gitignore i denne mappen holder alle filer unntatt disse to utenfor Git. Ta vare "
        "på en "
        "kryptert kopi et annet sted: en sikkerhetskopi av dataene er til liten nytte uten "
        "nøklene."}));
    out.paragraph(request.stampLine());
    return out.take();
}

Text ignoreText(const Request &request, const Origin &origin)
{
    LineWriter out(request.commenter());
    out.header(
        request.header({"Keeps the secrets out of Git", "Holder hemmelighetene utenfor Git"}));
    out.line("*\n!.gitignore\n!README.md", origin);
    return out.take();
}

} // namespace

void secrets(const Request &request, Bundle &bundle)
{
    if (!hasSecretsReadme(request.plan()))
        return;
    const auto files = secretFiles(request.plan());
    Text readme = readmeText(request, files);
    Text ignore = ignoreText(request, originOf(request, files));
    bundle.artifacts.push_back({"secrets/README.md", Syntax::Markdown, std::move(readme.text),
                                std::move(readme.spans), false});
    bundle.artifacts.push_back({"secrets/.gitignore", Syntax::Plain, std::move(ignore.text),
                                std::move(ignore.spans), false});
}

} // namespace skanse::render
