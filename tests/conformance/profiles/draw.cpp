// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "tests/conformance/profiles/draw.h"

#include "core/policy/effective.h"
#include "core/policy/resolve.h"
#include "tests/conformance/profiles/repair.h"

#include <algorithm>
#include <set>

namespace skanse::profiles {

namespace {

/// Many small workloads, some large ones: 1 to 30 services.
std::int64_t serviceCount(Random &random)
{
    const auto kind = random.between(1, 10);
    return kind <= 7 ? random.between(1, 6)
         : kind <= 9 ? random.between(7, 15)
                     : random.between(16, 30);
}

class Drawing
{
public:
    Drawing(std::uint64_t seed, std::uint64_t number, std::uint64_t again)
        : m_random(Random(seed).next() ^ Random(number * 1000 + again).next())
        , m_number(number)
    {
    }

    Answers draw()
    {
        nameServices();
        // With the presets alone, what they bring is known: items with those names override it.
        const Answers brought = effective();
        m_percent = oneOf(std::vector<int>{5, 20, 40, 70}, m_random);
        fill(answersType(), &m_answers, &brought);
        refer();
        tidy(answersType(), &m_answers);
        return std::move(m_answers);
    }

    Random &random() { return m_random; }
    [[nodiscard]] const Known &known() const { return m_known; }

private:
    [[nodiscard]] Answers effective() const
    {
        return effectiveAnswers(m_answers, resolve(m_answers, catalogue()).plan);
    }

    /// The first service goes through the presets, one profile after the other.
    void nameServices()
    {
        const Question &name = *serviceType().find("name");
        const auto count = serviceCount(m_random);
        while (static_cast<std::int64_t>(m_answers.services.size()) < count) {
            const auto text = std::get<std::string>(drawValue(name, m_known, m_random));
            if (std::ranges::find(m_known.services, text) != m_known.services.end())
                continue;
            m_known.services.push_back(text);
            Service &service = m_answers.services.emplace_back();
            service.name = text;
            const auto &presets = catalogue().presets;
            service.preset = m_answers.services.size() == 1 ? presets[m_number % presets.size()].id
                                                            : oneOf(presets, m_random).id;
        }
    }

    /// Answers what is required and some of the rest. `brought` is the same record
    /// as the plan sees it, or nothing.
    void fill(const RecordType &type, void *record, const void *brought)
    {
        for (const Question &question : type.questions) {
            if (question.kind == Kind::Group)
                fill(*question.items, question.access.childToEdit(record),
                     brought == nullptr ? nullptr : question.access.child(brought));
            else if (question.kind == Kind::Items)
                fillItems(question, record, brought);
            else if (!isSet(question.access.get(record))
                         ? question.required || m_random.chance(m_percent)
                         : !question.required && m_random.chance(m_percent))
                samples::set(question, record, drawValue(question, m_known, m_random));
        }
    }

    void fillItems(const Question &list, void *record, const void *brought)
    {
        const Question *identity = list.items->find(list.items->identity);
        // The services are there already.
        for (std::size_t i = 0; i < list.access.count(record); ++i)
            fill(*list.items, list.access.atToEdit(record, i),
                 brought == nullptr ? nullptr : list.access.at(brought, i));
        // Also a profile with few answers has some peers and ports: they are what a workload is about.
        if (list.access.count(record) > 0 || !m_random.chance(std::max(m_percent, 25)))
            return;
        for (auto left = m_random.between(1, 4); left > 0; --left) {
            void *item = list.access.append(record);
            fill(*list.items, item, nullptr);
            if (identity == nullptr)
                continue;
            const std::size_t offered = brought == nullptr ? 0 : list.access.count(brought);
            if (offered > 0 && m_random.chance(40)) {
                const auto which = m_random.between(0, static_cast<std::int64_t>(offered) - 1);
                samples::set(
                    *identity, item,
                    identity->access.get(list.access.at(brought, static_cast<std::size_t>(which))));
            }
        }
    }

    /// Ports that are referred to by number or name are some that exist, more often than not.
    void refer()
    {
        const Answers seen = effective();
        for (std::size_t i = 0; i < m_answers.services.size(); ++i) {
            Service &service = m_answers.services[i];
            if (!service.health.port.empty() && !seen.services[i].ports.empty())
                service.health.port = oneOf(seen.services[i].ports, m_random).name;
            for (Peer &peer : service.peers) {
                if (peer.kind != PeerKind::Service) {
                    if (!peer.port)
                        peer.port = m_random.between(1, 65535);
                    continue;
                }
                const std::string &name =
                    peer.direction == Direction::To ? peer.service : service.name;
                const auto target = std::ranges::find(seen.services, name, &Service::name);
                if (target == seen.services.end() || target->ports.empty() || !peer.port)
                    continue;
                const Port &port = oneOf(target->ports, m_random);
                peer.port = port.container;
                if (peer.protocol)
                    peer.protocol = port.protocol;
            }
        }
    }

    Random m_random;
    std::uint64_t m_number;
    Answers m_answers;
    Known m_known;
    int m_percent = 0;
};

/// "services.api.ports.http" is a problem of "services.api".
std::string subjectOf(const std::string &path)
{
    const auto first = path.find('.');
    const auto second = first == std::string::npos ? first : path.find('.', first + 1);
    return path.substr(0, path.starts_with("services.") ? second : path.size());
}

/// One repair for each service and each other answer, then the engine looks again.
bool makeValid(Drawing &drawing, Answers &answers, int &rounds)
{
    constexpr int kRounds = 150;
    for (int round = 0; round < kRounds; ++round) {
        const Diagnostics diagnostics = resolve(answers, catalogue()).diagnostics;
        if (!hasError(diagnostics))
            return true;
        ++rounds;
        std::set<std::string> touched;
        for (const Diagnostic &problem : diagnostics)
            if (problem.severity == Severity::Error
                && touched.insert(subjectOf(problem.path)).second)
                repair(answers, problem, drawing.known(), drawing.random());
        tidy(answersType(), &answers);
        if (answers.services.empty())
            return false;
    }
    return false;
}

} // namespace

std::optional<Drawn> draw(std::uint64_t seed, std::uint64_t number)
{
    constexpr int kTries = 8;
    Drawn drawn;
    for (drawn.tries = 1; drawn.tries <= kTries; ++drawn.tries) {
        Drawing drawing(seed, number, static_cast<std::uint64_t>(drawn.tries));
        drawn.answers = drawing.draw();
        if (makeValid(drawing, drawn.answers, drawn.rounds))
            return drawn;
    }
    return std::nullopt;
}

} // namespace skanse::profiles
