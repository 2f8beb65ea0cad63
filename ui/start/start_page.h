// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"
#include "ui/session/recovery.h"

#include <QWidget>

class QGridLayout;

namespace skanse::ui {

class ExampleCard;

/// Where work begins: recover, go on with a recent file, open, create from presets, or begin with an
/// example. It only tells what was chosen.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(const QList<LeftBehind> &leftBehind, const QStringList &recentFiles,
              QWidget *parent = nullptr);

signals:
    void created(const skanse::Answers &answers);
    void openWanted();
    void fileWanted(const QString &path);
    void recoveryWanted(const skanse::ui::LeftBehind &work);
    void recoveryDiscarded(const skanse::ui::LeftBehind &work);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addRecovery(const QList<LeftBehind> &works);
    void addRecent(const QStringList &files);
    void addExamples();
    void arrangeExamples();
    void heading(const QString &text);

    QList<ExampleCard *> m_examples;
    QGridLayout *m_exampleGrid = nullptr;
    int m_columns = 0;
};

} // namespace skanse::ui
