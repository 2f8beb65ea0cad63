// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/style/plain_style.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace skanse::ui {

namespace {

constexpr qreal kRadius = 4;

void drawRound(QPainter *painter, const QRectF &area, const QColor &fill, const QColor &line,
               qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, width));
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter)
{
    const bool down = (option->state & (QStyle::State_Sunken | QStyle::State_On)) != 0;
    const bool hover = (option->state & QStyle::State_MouseOver) != 0;
    const bool enabled = (option->state & QStyle::State_Enabled) != 0;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool primary =
        enabled && button != nullptr && (button->features & QStyleOptionButton::DefaultButton) != 0;
    const QPalette &palette = option->palette;
    QColor fill = primary ? palette.color(QPalette::Highlight) : palette.color(QPalette::Button);
    if (enabled && down)
        fill = primary ? fill.darker(120) : palette.color(QPalette::Mid);
    else if (enabled && hover)
        fill = primary ? fill.lighter(112) : palette.color(QPalette::Midlight);
    const bool focus = (option->state & QStyle::State_HasFocus) != 0;
    drawRound(painter, option->rect, fill,
              focus ? colour(Tone::Accent) : (primary ? fill : palette.color(QPalette::Mid)),
              focus ? 2 : 1);
}

void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const bool focus = (option->state & QStyle::State_HasFocus) != 0;
    const bool wrong = widget != nullptr && widget->property("wrong").toBool();
    const QColor line = wrong ? colour(Tone::Bad)
                      : focus ? colour(Tone::Accent)
                              : option->palette.color(QPalette::Mid);
    drawRound(painter, option->rect, option->palette.color(QPalette::Base), line, focus ? 2 : 1);
}

} // namespace

PlainStyle::PlainStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void PlainStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        return;
    case PE_PanelLineEdit:
        // The line edit inside a combo or spin box has the frame of its parent.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0) {
            drawField(option, painter, widget);
            return;
        }
        break;
    case PE_FrameLineEdit:
        return; // drawn with the panel
    case PE_FrameFocusRect: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colour(Tone::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
        painter->restore();
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int PlainStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 3 * kGrid;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 2 * kGrid;
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize PlainStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox)
        result.setHeight(std::max(result.height(), 7 * kGrid));
    if (type == CT_PushButton)
        result.rwidth() += 2 * kGrid;
    return result;
}

} // namespace skanse::ui
