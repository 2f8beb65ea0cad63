// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/comparison.h"

#include <QWidget>

class QActionGroup;
class QComboBox;
class QToolButton;

namespace skanse::ui {

/// Above the code: which file, and what can be done with it.
class FileBar : public QWidget
{
    Q_OBJECT

public:
    explicit FileBar(QWidget *parent = nullptr);

    void setPaths(const QStringList &paths);
    void setCurrent(const QString &path);
    void setTreeShown(bool shown);
    void setCompared(Comparison::With with);
    /// A comparison has no wrapped lines: both sides would lose step.
    void setWrapEnabled(bool enabled);
    /// To the next file, or the one before.
    void goBy(int files);
    /// With the buttons that are always there.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void treeToggled(bool shown);
    void chosen(const QString &path);
    void findWanted();
    void copyWanted();
    void wrapToggled(bool wrapped);
    /// Steps; 0 is the usual size.
    void zoomWanted(int steps);
    void compareWanted(skanse::ui::Comparison::With with);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWhatFits(int width);
    void makeCompareMenu();
    void makeMoreMenu();

    QToolButton *m_tree;
    QToolButton *m_previous;
    QToolButton *m_next;
    QComboBox *m_chooser;
    QToolButton *m_wrap;
    QToolButton *m_zoomOut;
    QToolButton *m_zoomIn;
    QToolButton *m_compare;
    QToolButton *m_more; ///< has what there is no room for
    QActionGroup *m_compared;
};

} // namespace skanse::ui
