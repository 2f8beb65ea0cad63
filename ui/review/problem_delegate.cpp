// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/problem_delegate.h"

#include "ui/review/problem_model.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QListView>
#include <QPainter>

#include <array>

namespace skanse::ui {

namespace {

constexpr int kMargin = 2 * kGrid;
constexpr int kIcon = 4 * kGrid;

struct Line {
    QString text;
    bool muted = false;
};

std::array<Line, 3> linesOf(const QModelIndex &index)
{
    return {{{index.data(Qt::DisplayRole).toString(), false},
             {index.data(ProblemModel::AdviceRole).toString(), false},
             {index.data(ProblemModel::WhereRole).toString(), true}}};
}

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant own = index.data(Qt::FontRole);
    return own.isValid() ? own.value<QFont>().resolve(option.font) : option.font;
}

int textStart(const QModelIndex &index)
{
    return index.data(ProblemModel::HeadingRole).toBool() ? kMargin : 2 * kMargin + kIcon;
}

int heightOf(const QString &text, const QFont &font, int width)
{
    return text.isEmpty() ? 0
                          : QFontMetrics(font)
                                .boundingRect(QRect(0, 0, width, 1 << 20), Qt::TextWordWrap, text)
                                .height();
}

} // namespace

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *list = qobject_cast<const QListView *>(option.widget);
    const int full = list != nullptr ? list->viewport()->width() : option.rect.width();
    const int width = std::max(full - textStart(index) - kMargin, 20 * kGrid);
    const QFont font = fontOf(option, index);
    int height = 2 * kMargin;
    for (const Line &line : linesOf(index))
        height += heightOf(line.text, font, width);
    return {full, height};
}

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QPalette &palette = option.palette;
    if (selected)
        painter->fillRect(option.rect, palette.highlight());
    const QFont font = fontOf(option, index);
    painter->setFont(font);
    const QVariant sign = index.data(Qt::DecorationRole);
    if (sign.isValid())
        sign.value<QIcon>().paint(
            painter, QRect(option.rect.topLeft() + QPoint(kMargin, kMargin), QSize(kIcon, kIcon)),
            Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    QRect area = option.rect.adjusted(textStart(index), kMargin, -kMargin, -kMargin);
    const QColor plain = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    for (const Line &line : linesOf(index)) {
        painter->setPen(line.muted && !selected ? colour(Tone::Muted) : plain);
        painter->drawText(area, Qt::TextWordWrap, line.text);
        area.setTop(area.top() + heightOf(line.text, font, area.width()));
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter,
                                              option.widget);
    }
    painter->restore();
}

} // namespace skanse::ui
