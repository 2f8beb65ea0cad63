// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/style/plain_style.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPlainTextEdit>
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

/// The box of a check box or an item that can be ticked, or the ring of a radio button.
void drawIndicator(const QStyleOption *option, QPainter *painter, bool isRound)
{
    const bool on = (option->state & QStyle::State_On) != 0;
    const bool partly = (option->state & QStyle::State_NoChange) != 0;
    const bool enabled = (option->state & QStyle::State_Enabled) != 0;
    const bool focus = (option->state & QStyle::State_HasFocus) != 0;
    const QPalette &palette = option->palette;
    const QColor accent = enabled ? palette.color(QPalette::Highlight)
                                  : palette.color(QPalette::Disabled, QPalette::Highlight);
    const QColor line = enabled ? colour(Tone::Muted) : palette.color(QPalette::Mid);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->setPen(QPen(on || partly ? accent : line, focus ? 2 : 1.25));
    painter->setBrush(on || partly ? accent : palette.color(QPalette::Base));
    const qreal radius = isRound ? box.width() / 2 : 3;
    painter->drawRoundedRect(box, radius, radius);
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter->setPen(QPen(palette.color(QPalette::HighlightedText), 1.75, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    if (partly) {
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
    } else if (on && isRound) {
        painter->setBrush(palette.color(QPalette::HighlightedText));
        painter->drawEllipse(box.center(), box.width() / 6, box.width() / 6);
    } else if (on) {
        painter->drawPolyline(QPolygonF({at(0.22, 0.53), at(0.43, 0.73), at(0.78, 0.3)}));
    }
    painter->restore();
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
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(option, painter, true);
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
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget) != nullptr) {
            drawField(option, painter, widget);
            return;
        }
        break;
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

void PlainStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool primary = element == CE_PushButtonLabel && button != nullptr
                      && (button->features & QStyleOptionButton::DefaultButton) != 0
                      && (button->state & State_Enabled) != 0;
    if (!primary) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QStyleOptionButton label = *button;
    const QColor ink = label.palette.color(QPalette::HighlightedText);
    label.palette.setColor(QPalette::ButtonText, ink);
    label.icon = QIcon(label.icon.pixmap(
        label.iconSize, widget == nullptr ? 1 : widget->devicePixelRatioF(), QIcon::Selected));
    QProxyStyle::drawControl(element, &label, painter, widget);
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
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 4 * kGrid;
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
