// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/style/theme.h"

#include <QWidget>

#include <optional>

namespace skanse::ui {

/// A line or two that never ask for room: what does not fit is in the tooltip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr, int lines = 1);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Of the text; without one it is the palette's colour.
    void setTone(std::optional<Tone> tone);

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
    std::optional<Tone> m_tone;
};

} // namespace skanse::ui
