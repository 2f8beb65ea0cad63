// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host/checklist.h"

#include "core/base/fill.h"
#include "core/render/host/checklist_items.h"
#include "core/render/host/files.h"
#include "core/render/labels.h"
#include "core/render/template_block.h"
#include "core/text/encode.h"

#include <algorithm>

namespace skanse::render {

namespace {

using enum ControlId;

/// Writes CHECKLIST.md: the items of the plan in numbered sections, with the facts that belong to a section
/// as tables around them.
class Checklist
{
public:
    Checklist(const Request &request, const std::vector<InstalledFile> &files)
        : m_request(request)
        , m_plan(request.plan())
        , m_files(files)
    {
    }

    Text write()
    {
        m_page.block(filled(m_request.language() == Language::Bokmal ? "host/nb/intro.md"
                                                                     : "host/en/intro.md",
                            {{"name", m_plan.name},
                             {"system", systemName(m_plan)},
                             {"notes", m_request.say(m_plan.host.system->notes)},
                             {"progress", progress()},
                             {"files", filesTable()}})
                         .text);
        for (const ChecklistPart &part : m_plan.checklist)
            section(part);
        m_page.paragraph("<!-- " + m_request.stampLine() + " -->");
        return m_page.take();
    }

private:
    [[nodiscard]] std::string say(const StaticProse &text) const
    {
        return std::string(m_request.say(text));
    }

    [[nodiscard]] std::string progress() const
    {
        std::size_t done = 0;
        std::size_t all = 0;
        for (const ChecklistPart &part : m_plan.checklist) {
            all += part.items.size();
            done += static_cast<std::size_t>(std::ranges::count_if(
                part.items, [](const ChecklistItem &item) { return !item.done.empty(); }));
        }
        return fill(
            m_request.say(StaticProse{"{} of {} items are done.", "{} av {} punkter er gjort."}),
            done, all);
    }

    [[nodiscard]] std::string filesTable() const
    {
        std::vector<Markdown::Row> rows;
        for (const InstalledFile &file : m_files)
            rows.push_back({{encode::markdownCodeCell(file.path.substr(file.path.find('/') + 1)),
                             encode::markdownCodeCell(file.target)}});
        Markdown table;
        table.table({say({"File", "Fil"}), say({"Place on the server", "Plass på serveren"})},
                    rows);
        return table.take().text;
    }

    void section(const ChecklistPart &part)
    {
        const ChecklistSection &section = *part.section;
        m_page.heading(2, std::to_string(++m_section) + ". " + m_request.say(section.title));
        if (const std::string intro = checklistIntro(m_plan, section, m_request.language());
            !intro.empty())
            m_page.paragraph(intro);
        factsBefore(section.id);
        if (section.id == "incident"
            && std::ranges::any_of(part.items,
                                   [](const ChecklistItem &item) { return item.duty != nullptr; }))
            checklistAuthorities(m_request, m_page);
        for (const ChecklistItem &item : part.items)
            this->item(item);
        factsAfter(section.id);
    }

    /// What one has to know to do the section.
    void factsBefore(std::string_view id)
    {
        if (id == "place")
            checklistRegion(m_request, m_page);
        else if (id == "size")
            checklistSize(m_request, m_page);
        else if (id == "reach" && m_plan.applied(latency_check))
            checklistLatency(m_request, m_page);
        else if (id == "access")
            keys();
        else if (id == "packet-filter")
            m_page.paragraph(checklistOpenings(m_request),
                             hostWhy(m_request, {packet_filter, edge_proxy}));
        else if (id == "secrets")
            m_page.block(checklistSecrets(m_request), hostWhy(m_request, secret_files));
        else if (id == "backup")
            m_page.block(checklistMounts(m_request), hostWhy(m_request, backup));
    }

    /// What one looks up while doing it.
    void factsAfter(std::string_view id)
    {
        if (id == "disk") {
            checklistDisk(m_request, m_page);
        } else if (id == "kernel-settings") {
            m_page.block(checklistSysctlNotes(m_request),
                         hostWhy(m_request, {kernel_baseline, unprivileged_port}));
            m_page.paragraph(say({"Left out on purpose, although hardening lists ask for it:",
                                  "Utelatt med vilje, selv om sikringslister ber om det:"}),
                             hostWhy(m_request, kernel_baseline));
            m_page.block(checklistAvoided(m_request), hostWhy(m_request, kernel_baseline));
        } else if (id == "docker" && m_plan.host.engine != ContainerEngine::Podman) {
            m_page.paragraph(say({"What each key of `daemon.json` does, and what it costs:",
                                  "Hva hver nøkkel i `daemon.json` gjør, og hva den koster:"}),
                             hostWhy(m_request, daemon_network));
            checklistDaemon(m_request, m_page);
        }
    }

    void keys()
    {
        for (const std::string &key : m_plan.host.sshKeys)
            m_page.bullet(encode::markdownCode(key),
                          hostWhy(m_request, ssh_keys_only, "host.sshKeys"));
    }

    void item(const ChecklistItem &item)
    {
        const ChecklistText text = checklistText(m_plan, item, m_request.language());
        const Origin origin =
            hostWhy(m_request, shownOnHost(text.controls),
                    text.questions.empty() ? std::string_view() : text.questions.front());
        std::string line = "**" + encode::markdown(text.title) + "**";
        if (!item.done.empty())
            line += fill(m_request.say(StaticProse{" (done {})", " (gjort {})"}), item.done);
        line += " `" + item.id + "`";
        addDetail(line, {"Why", "Hvorfor"}, text.why);
        if (!text.command.empty())
            line += "\n```sh\n" + text.command + "```";
        addDetail(line, {"A good answer", "Et godt svar"}, text.good);
        addDetail(line, {"Reference", "Referanse"}, text.reference);
        addDetail(line, {"From the answers", "Fra svarene"}, answers(text));
        if (!m_plan.evidence.files.empty())
            addDetail(line, {"Evidence", "Bevis"}, evidence(text));
        m_page.task(line, origin, 0, !item.done.empty());
    }

    /// An item may be about a control that the host's files cannot express; the matrix says so, and no line
    /// of theirs may say otherwise.
    [[nodiscard]] ControlSet shownOnHost(const ControlSet &controls) const
    {
        ControlSet shown;
        controls.forEach([&](ControlId control) {
            const auto &targets = m_request.catalogue().control(control).targets;
            if (!targets.at(static_cast<std::size_t>(Column::Host)).shows.empty())
                shown.insert(control);
        });
        return shown;
    }

    void addDetail(std::string &out, const StaticProse &what, const std::string &text) const
    {
        if (text.empty())
            return;
        out += "\n- ";
        out += m_request.say(what);
        out += ": ";
        out += text;
    }

    [[nodiscard]] static std::string answers(const ChecklistText &text)
    {
        std::string all;
        for (const std::string_view question : text.questions) {
            all += all.empty() ? "`" : ", `";
            all += question;
            all += '`';
        }
        return all;
    }

    [[nodiscard]] std::string evidence(const ChecklistText &text) const
    {
        std::string all;
        text.controls.forEach([&](ControlId control) {
            all += all.empty() ? "`" : ", `";
            all += toString(control);
            all += "` ";
            all += standingText(m_plan.evidence.of(control), m_request.language());
        });
        return all;
    }

    const Request &m_request;
    const Plan &m_plan;
    const std::vector<InstalledFile> &m_files;
    Markdown m_page;
    int m_section = 0;
};

} // namespace

Text hostChecklist(const Request &request, const std::vector<InstalledFile> &files)
{
    return Checklist(request, files).write();
}

} // namespace skanse::render
