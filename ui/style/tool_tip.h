// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QString>
#include <QTextDocument>

namespace skanse::ui {

/// Qt takes a tooltip that looks like HTML for HTML. This shows any text as it stands, and wraps it.
inline QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? text : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

} // namespace skanse::ui
