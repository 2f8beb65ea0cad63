// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/code_view.h"

namespace skanse::ui {

template <class Visit> void CodeView::forVisible(Visit &&visit) const
{
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top < viewport()->height()) {
        const double height = blockBoundingRect(block).height();
        const int first = qRound(top);
        visit(block.blockNumber() + 1, first, qRound(top + height) - first);
        top += height;
        block = block.next();
    }
}

} // namespace skanse::ui
