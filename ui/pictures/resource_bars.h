// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"

#include <QString>

#include <vector>

/// How the services fill the machine, as numbers and texts for the bars.
namespace skanse::ui {

struct BarPart {
    enum class Kind : std::uint8_t {
        Service,
        More, ///< small services together
        Reserve,
        Free,
    };
    Kind kind = Kind::Service;
    QString name;
    QString amountText;
    std::int64_t amount = 0; ///< bytes or thousandths of a core
    int service = -1;        ///< index in Plan::services, with Service
    int colour = 0;          ///< the same for the same service in every bar
    QString details;         ///< for the tooltip; the names behind More
    bool operator==(const BarPart &) const = default;
};

struct ResourceBar {
    QString title;
    std::int64_t capacity = 0;
    QString capacityText;
    std::vector<BarPart> parts;    ///< services, the host's reserve, what is free
    std::vector<BarPart> outlines; ///< upper limits that may be shared; only for CPU
    std::int64_t used = 0;         ///< all parts but what is free
    QString summary;               ///< "1.5 GiB free", "1.2 GiB more than the machine has"
    std::string_view question;     ///< that a service's part leads to
    std::string_view reserveQuestion;

    [[nodiscard]] bool isOver() const { return used > capacity; }
};

struct MachineBars {
    QString machine; ///< what it has, and whether it was derived
    bool derived = false;
    std::vector<ResourceBar> bars; ///< memory, CPU, disk
};

MachineBars machineBarsOf(const Plan &plan);

/// "1.5 GiB" in the language of the window.
QString bytesText(std::int64_t bytes);

} // namespace skanse::ui
