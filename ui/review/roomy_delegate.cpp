// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/roomy_delegate.h"

#include "ui/style/theme.h"

#include <algorithm>

namespace skanse::ui {

QSize RoomyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height() + 2 * kGrid, 6 * kGrid));
    return size;
}

} // namespace skanse::ui
