// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QPixmap>
#include <QWidget>

namespace skanse::ui {

class CodeView;

/// Left of the code: signs of the marks, line numbers, and a shield where controls begin.
class CodeGutter : public QWidget
{
    Q_OBJECT

public:
    explicit CodeGutter(CodeView &view);

    [[nodiscard]] int wantedWidth() const;
    void forgetDrawings() { m_shield = {}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintLine(QPainter &painter, int line, const QRect &area);
    void paintSign(QPainter &painter, int line, const QRect &area) const;
    void paintShield(QPainter &painter, int line, const QRect &area);
    [[nodiscard]] int lineAt(int y) const;
    [[nodiscard]] QString textFor(int line) const;
    [[nodiscard]] int numberWidth() const;

    CodeView &m_view;
    QPixmap m_shield; ///< drawn once for each size and palette
};

} // namespace skanse::ui
