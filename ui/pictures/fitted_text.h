// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QColor>
#include <QWidget>

namespace skanse::ui {

/// A line or two that never ask for room: what does not fit is in the tooltip.
class FittedText : public QWidget
{
    Q_OBJECT

public:
    explicit FittedText(int lines = 1, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Of the text; an invalid one is the palette's.
    void setColour(const QColor &colour);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] bool fits(const QString &text) const;
    [[nodiscard]] QString shown() const;
    void updateToolTip();

    int m_lines;
    QString m_text;
    QColor m_colour;
};

} // namespace skanse::ui
