// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/preset.h"

/// Facts about countries and law. Planning data with sources and dates, not legal advice.
namespace skanse {

struct Region {
    std::string iso;
    Prose name;
    bool eu = false;
    bool eea = false;
    std::string basis; ///< id of a LegalBasis
    std::string authority;
    std::string authorityUrl;
    Basis authorityBasis = Basis::Knowledge;
    std::int64_t rttOslo = 0; ///< milliseconds, round trip
    Basis rttBasis = Basis::Estimate;
    Prose rttNote;
    std::string asOf;
    std::vector<std::string> hubs;
};

/// On what a transfer of personal data to a country can rest.
struct LegalBasis {
    std::string id;
    std::int64_t level =
        4; ///< 1 EEA, 2 adequate, 3 adequate for listed companies, 4 safeguards needed
    bool transfer = true;
    Prose label;
    Prose note;
    std::string asOf;
    std::string expires;
    std::string source;
    bool verified = false;
};

struct Duty {
    std::string id;
    std::string when;    ///< a closed word list; see core/policy/region.cpp
    std::string section; ///< of the checklist
    Prose title;
    Prose text;
    std::string source;
    std::string asOf;
    bool verified = false;
};

struct OwnershipRisk {
    std::string owner;
    std::string server;
    std::string risk;
    Prose note;
};

} // namespace skanse
