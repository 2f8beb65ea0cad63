// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/aligned_texts.h"
#include "ui/session/engine_runner.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QToolButton;

namespace skanse::ui {

class CodeView;

/// Two versions of a file side by side, level with each other.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(QWidget *parent = nullptr);

    /// Either may be missing. `leftName` says what the left one is.
    void showFiles(const std::string &path, const QString &leftName, const Result *left,
                   const Result *right);
    /// Nothing to compare with (yet), and why.
    void showMessage(const QString &text);

    [[nodiscard]] CodeView &left() { return *m_left; }
    [[nodiscard]] CodeView &right() { return *m_right; }
    [[nodiscard]] int differences() const { return static_cast<int>(m_texts.differences.size()); }
    void goToDifference(int step);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSide(CodeView &view, const AlignedText &text, const Artifact *artifact,
                  const std::string &path);
    void showSummary(bool hasLeft, bool hasRight);
    [[nodiscard]] int currentDifference();

    AlignedTexts m_texts;
    QString m_leftName;
    QLabel *m_summary;
    QLabel *m_leftTitle;
    QLabel *m_rightTitle;
    QToolButton *m_previous;
    QToolButton *m_next;
    QSplitter *m_sides;
    CodeView *m_left;
    CodeView *m_right;
};

} // namespace skanse::ui
