// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/fill.h"
#include "core/render/parts.h"
#include "core/render/secret_files.h"
#include "core/text/encode.h"
#include "core/text/line_writer.h"
#include "core/text/markdown.h"

#include <algorithm>

namespace skanse::render {

using enum ControlId;

namespace {

Origin originOf(const Request &request, const SecretFile &file)
{
    return request.why(*file.readers.front().service, secret_files, "service.secrets");
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

/// A code block with one command for each file that `command` knows one for.
template <class Command>
void addCommands(const Request &request, const std::vector<SecretFile> &files, Markdown &out,
                 std::string first, const Command &command)
{
    for (const SecretFile &file : files)
        first += command(file);
    if (first.ends_with('\n'))
        first.pop_back();
    out.code("sh", first, originOf(request, files.front()));
}

void addCreation(const Request &request, const std::vector<SecretFile> &files, Markdown &out)
{
    out.heading(2, request.say(StaticProse{"Make the files", "Lag filene"}));
    const auto isRandom = [](const SecretFile &file) { return file.isRandom(); };
    if (std::ranges::any_of(files, isRandom)) {
        out.paragraph(request.say(StaticProse{
            "Passwords nobody has to remember: random, never shown on the screen and not in the "
            "history of the shell.",
            "Passord ingen trenger å huske: tilfeldige, aldri vist på skjermen og ikke i "
            "historikken til skallet."}));
        addCommands(request, files, out, "umask 077\n", [](const SecretFile &file) {
            return file.isRandom()
                     ? "openssl rand -base64 32 | tr -d '\\n' > " + file.shellPath() + "\n"
                     : std::string();
        });
    }
    if (std::ranges::all_of(files, isRandom))
        return;
    out.paragraph(request.say(StaticProse{
        "Files with a content of their own (a certificate, a key, settings, a password somebody "
        "gave you): make them empty and closed, then fill them with an editor. Where a random "
        "password will do, take one from `openssl rand -base64 32`.",
        "Filer med eget innhold (et sertifikat, en nøkkel, innstillinger, et passord noen har gitt "
        "deg): lag dem tomme og lukkede, og fyll dem i en editor. Der et tilfeldig passord "
        "holder, lager `openssl rand -base64 32` ett."}));
    addCommands(request, files, out, {}, [](const SecretFile &file) {
        return file.isRandom() ? std::string()
                               : "install -m 0600 /dev/null " + file.shellPath()
                                     + " && \"${EDITOR:-vi}\" " + file.shellPath() + "\n";
    });
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
    addCommands(request, files, out, {}, accessCommands);
    if (request.plan().host.userNamespaces)
        out.paragraph(request.say(StaticProse{
            "The Docker daemon remaps users: add the first number of dockremap in /etc/subuid and "
            "/etc/subgid to the numbers above.",
            "Docker-daemonen skriver om brukere: legg det første tallet for dockremap i "
            "/etc/subuid "
            "og /etc/subgid til tallene over."}));
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
    addCommands(request, files, out, {}, [&](const SecretFile &file) {
        return fill("kubectl -n {} create secret generic {} --from-file={}={}\n",
                    encode::shellWord(space), encode::shellWord(file.name),
                    encode::shellWord(file.name), file.shellPath());
    });
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
                  originOf(request, files.front()));
    addTable(request, files, out);
    addCreation(request, files, out);
    if (request.plan().wants(Target::Kubernetes))
        addKubernetes(request, files, out);
    if (request.plan().wants(Target::Compose))
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
    const auto files = secretFiles(request.plan());
    if (files.empty())
        return;
    Text readme = readmeText(request, files);
    Text ignore = ignoreText(request, originOf(request, files.front()));
    bundle.artifacts.push_back({"secrets/README.md", Syntax::Markdown, std::move(readme.text),
                                std::move(readme.spans), false});
    bundle.artifacts.push_back({"secrets/.gitignore", Syntax::Plain, std::move(ignore.text),
                                std::move(ignore.spans), false});
}

} // namespace skanse::render
