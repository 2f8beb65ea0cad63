// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "ui/context.h"
#include "ui/preview/comparison.h"
#include "ui/preview/question_trace.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace skanse::ui {

class ArtifactTree;
class CodeFooter;
class EmptyFiles;
class ExplanationPanel;
class FileBar;
class FileStage;
class FindBar;
class NoticeStrip;

/// The files as they are now: which there are, what is in them, why each line is there, and how they
/// differ from others.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(const Context &context, QWidget *parent = nullptr);
    ~PreviewPane() override;

    /// Makes code and explanation large, for people at the back of a room.
    void setProjector(bool on);
    [[nodiscard]] bool isProjector() const { return m_projector; }
    void setCompared(Comparison::With with);

signals:
    /// A control is to be switched off for a service; the person has to give a reason.
    void waiverWanted(skanse::ControlId control, int service);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildContent();
    void connectParts();
    void addShortcuts();

    void startOver();
    void takeResult();
    void showFiles();
    void showPaths();
    void showProblems();
    void showArtifact(const QString &path, int line);
    void showSelection();
    void compare();

    void trace(const AnswerPlace &place);
    void showTrace();
    void goToTraced();

    void copyFile();
    void zoom(int steps);
    void showTree();
    void applyScale();

    Session &m_session;
    Navigator &m_navigator;
    Comparison m_comparison;
    ResultPtr m_now; ///< what is shown; nothing at first
    QSet<QString> m_changed;
    AnswerPlace m_traced;
    std::vector<TracedFile> m_trace;  ///< in m_now
    std::optional<bool> m_treeWanted; ///< what the person chose
    bool m_projector = false;
    int m_zoom = 0;
    QTimer m_problemDelay;

    QStackedWidget *m_pages;
    EmptyFiles *m_empty;
    QWidget *m_content;
    NoticeStrip *m_problems;
    FileBar *m_bar;
    FindBar *m_find;
    ArtifactTree *m_tree;
    FileStage *m_stage;
    CodeFooter *m_footer;
    ExplanationPanel *m_explanation;
};

} // namespace skanse::ui
