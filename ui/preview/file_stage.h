// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/comparison.h"
#include "ui/preview/line_explanation.h"
#include "ui/preview/question_trace.h"

#include <QHash>
#include <QStackedWidget>

namespace skanse::ui {

class CodeView;
class CompareView;

/// Shows one file of the newest result: alone, or beside another version of it.
class FileStage : public QStackedWidget
{
    Q_OBJECT

public:
    explicit FileStage(QWidget *parent = nullptr);

    /// `before` is what was shown until now, for what changed; it may be missing.
    void setResults(const ResultPtr &now, const ResultPtr &before);
    /// Compares from now on; with nothing it stops.
    void setComparison(Comparison::With with, const ResultPtr &other);
    /// Another file, or the same one anew. A line from 1 is selected.
    void showFile(const QString &path, int line = 0);
    [[nodiscard]] const QString &path() const { return m_path; }
    void setTrace(const std::vector<TracedFile> &trace);

    /// The number of the selected line; 0 for none.
    [[nodiscard]] int selectedLine() const;
    [[nodiscard]] int lineCount() const;
    /// Why the selected line is there; line 0 when none is selected.
    [[nodiscard]] LineExplanation explanation(const Answers &answers) const;
    /// The view that has the person's attention.
    [[nodiscard]] CodeView &view() const { return *m_attended; }
    [[nodiscard]] CodeView &code() const { return *m_code; }
    [[nodiscard]] CompareView &comparison() const { return *m_compare; }

    void setTextScale(double scale);
    void setWrapped(bool wrapped);

signals:
    void lineSelected();
    void zoomWanted(int steps);
    /// Another view has the person's attention.
    void viewChanged();

private:
    struct Stay {
        int line = 0;
        int scrolled = 0;
    };

    void follow(CodeView &view);
    void attend(CodeView &view);
    void showAlone(const Artifact &artifact);
    void showChanges(const Artifact &artifact);
    void showCompared();
    void markTrace();

    ResultPtr m_now;
    ResultPtr m_before;
    ResultPtr m_changesOf; ///< the result whose changes the code shows
    Comparison::With m_with = Comparison::With::Nothing;
    ResultPtr m_other;
    QString m_path;
    int m_wanted = 0; ///< the line to select as soon as there is something to compare with
    QHash<QString, Stay> m_stays; ///< where one was in each file
    QHash<QString, std::vector<LineRange>> m_trace;
    CodeView *m_code;
    CompareView *m_compare;
    CodeView *m_attended;
};

} // namespace skanse::ui
