// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pages/text_labels.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QLabel>

namespace skanse::ui {

namespace {

/// Follows the palette when the appearance changes.
class MutedLabel : public QLabel
{
public:
    using QLabel::QLabel;

    void ink()
    {
        QPalette muted = palette();
        muted.setColor(QPalette::WindowText, colour(Tone::Muted));
        if (muted != palette())
            setPalette(muted);
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange)
            ink();
        return QLabel::event(event);
    }
};

template <class Label> Label *make(const QString &text, QWidget *parent, qreal factor, int weight)
{
    auto *label = new Label(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(static_cast<QFont::Weight>(weight));
    label->setFont(font);
    return label;
}

} // namespace

QLabel *titleLabel(const QString &text, QWidget *parent)
{
    return make<QLabel>(text, parent, 1.5, QFont::DemiBold);
}

QLabel *headingLabel(const QString &text, QWidget *parent)
{
    return make<QLabel>(text, parent, 1.15, QFont::DemiBold);
}

QLabel *bodyLabel(const QString &text, QWidget *parent)
{
    return make<QLabel>(text, parent, 1, QFont::Normal);
}

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    auto *label = make<MutedLabel>(text, parent, 1, QFont::Normal);
    label->ink();
    return label;
}

} // namespace skanse::ui
