// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/style/severity.h"

namespace skanse::ui {

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Tone::Bad;
    case Severity::Warning:
        return Tone::Caution;
    case Severity::Open:
        return Tone::Open;
    case Severity::Note:
        break;
    }
    return Tone::Muted;
}

QIcon iconOf(Severity severity)
{
    const Tone tone = toneOf(severity);
    switch (severity) {
    case Severity::Error:
        return icon(QStringLiteral("error"), tone);
    case Severity::Warning:
        return icon(QStringLiteral("attention"), tone);
    case Severity::Open:
        return icon(QStringLiteral("open-item"), tone);
    case Severity::Note:
        break;
    }
    return icon(QStringLiteral("note"), tone);
}

} // namespace skanse::ui
