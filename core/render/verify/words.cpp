// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/verify/words.h"

#include "core/base/fill.h"

#include <array>

namespace skanse::render {

namespace {

struct Row {
    StaticProse attempt;
    StaticProse expected;
};

constexpr StaticProse kNotPermitted{"not permitted", "ikke tillatt"};
constexpr StaticProse kNoAnswer{"no answer", "ikke svar"};

/// In the order of AttemptKind. `{}` in turn: the detail, then the amount.
constexpr std::array<Row, kAttemptKindCount> kRows{{
    {{"run as root", "kjøre som root"}, {"user {}", "bruker {}"}},
    {{"create a file in the root file system", "opprette en fil i rotfilsystemet"},
     {"read-only file system", "skrivebeskyttet filsystem"}},
    {{"become root by a set-user-ID program", "bli root med et set-user-ID-program"},
     {"the bit is ignored", "biten ignoreres"}},
    {{"hold capabilities", "ha capabilities"}, {"none", "ingen"}},
    {{"change the root folder (chroot)", "bytte rotmappe (chroot)"}, kNotPermitted},
    {{"open a raw socket", "åpne en rå socket"}, kNotPermitted},
    {{"make a new mount namespace", "lage et nytt monteringsnavnerom"}, kNotPermitted},
    {{"mount a file system", "montere et filsystem"}, kNotPermitted},
    {{"load a kernel module", "laste en kjernemodul"}, kNotPermitted},
    {{"set the clock", "stille klokken"}, kNotPermitted},
    {{"make a system call that seccomp filters", "gjøre et systemkall som seccomp filtrerer"},
     kNotPermitted},
    {{"listen on port 81", "lytte på port 81"}, kNotPermitted},
    {{"open more than {} files", "åpne mer enn {} filer"}, {"limit {}", "grense {}"}},
    {{"fill {}", "fylle {}"}, {"full at {} MiB", "fullt ved {} MiB"}},
    {{"run a program from {}", "kjøre et program fra {}"}, kNotPermitted},
    {{"read the secret of {}: {}", "lese hemmeligheten til {}: {}"},
     {"no such file", "filen finnes ikke"}},
    {{"reach {}, port {}", "nå {}, port {}"}, kNoAnswer},
    {{"reach the metadata service", "nå metadatatjenesten"}, kNoAnswer},
    {{"reach the internet", "nå internett"}, kNoAnswer},
    {{"start processes without end", "starte prosesser uten ende"},
     {"stops at {}", "stopper ved {}"}},
    {{"use more than {} MiB of memory", "bruke mer enn {} MiB minne"},
     {"killed or refused", "drept eller nektet"}},
    {{"read the token of the cluster's interface", "lese tokenet til klyngens grensesnitt"},
     {"no such file", "filen finnes ikke"}},
}};

const std::string &serviceOf(const Plan &plan, const AttemptPlan &attempt)
{
    return plan.services[static_cast<std::size_t>(attempt.service)].name;
}

} // namespace

AttemptWords wordsOf(const Plan &plan, const AttemptPlan &attempt)
{
    const Row &row = kRows.at(static_cast<std::size_t>(attempt.kind));
    const std::string_view tried = row.attempt.in(plan.language);
    const std::string_view expected = row.expected.in(plan.language);
    switch (attempt.kind) {
    case AttemptKind::ReachService:
        return {fill(tried, serviceOf(plan, attempt), attempt.port), std::string(expected)};
    case AttemptKind::ReadSecret:
        return {fill(tried, serviceOf(plan, attempt), attempt.path), std::string(expected)};
    case AttemptKind::FillScratch:
        return {fill(tried, attempt.path), fill(expected, attempt.amount)};
    case AttemptKind::RunFromScratch:
        return {fill(tried, attempt.path), std::string(expected)};
    case AttemptKind::RaiseOpenFiles:
        return {fill(tried, attempt.amount), fill(expected, attempt.amount)};
    case AttemptKind::Allocate:
        return {fill(tried, attempt.amount), std::string(expected)};
    case AttemptKind::KeepCapabilities: {
        static constexpr StaticProse kAdded{"only those added back", "bare de som er lagt tilbake"};
        return {std::string(tried),
                std::string(attempt.amount == 0 ? expected : kAdded.in(plan.language))};
    }
    case AttemptKind::BeRoot:
    case AttemptKind::Fork:
        return {std::string(tried), fill(expected, attempt.amount)};
    default:
        return {std::string(tried), std::string(expected)};
    }
}

std::string_view whyNot(const Plan &plan, AttemptKind kind)
{
    static constexpr StaticProse kShared{
        "they share a network, and Compose filters neither by port nor by direction",
        "de deler nett, og Compose filtrerer verken på port eller retning"};
    static constexpr StaticProse kOutside{
        "egress is declared, and Compose does not filter by destination",
        "utgående trafikk er oppgitt, og Compose filtrerer ikke på mål"};
    static constexpr StaticProse kScratch{
        "Kubernetes has no noexec, and looks after the size later: it evicts the pod",
        "Kubernetes har ikke noexec, og ser på størrelsen senere: poden kastes ut"};
    switch (kind) {
    case AttemptKind::ReachService:
        return kShared.in(plan.language);
    case AttemptKind::ReachMetadata:
        return kOutside.in(plan.language);
    case AttemptKind::RunFromScratch:
    case AttemptKind::FillScratch:
        return kScratch.in(plan.language);
    default:
        return {};
    }
}

} // namespace skanse::render
