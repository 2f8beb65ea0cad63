// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/session/step.h"

#include <QObject>
#include <QString>

namespace skanse::ui {

/// Where the person is: step, service, question and file. Views ask it to go somewhere and follow its
/// signals; none of them knows another.
class Navigator : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] Step step() const { return m_step; }
    void goTo(Step step);

    /// The service that the per-service steps show; 0 also when there is none.
    [[nodiscard]] std::size_t service() const { return m_service; }
    void selectService(std::size_t index);

    /// The question that has the keyboard, or had it last. May be null.
    [[nodiscard]] const AnswerPlace &question() const { return m_question; }
    /// A field tells that it got the keyboard: the preview marks the lines it causes.
    void noteQuestion(const AnswerPlace &place);
    /// Shows the step and the service of a question and gives its field the keyboard.
    void jumpTo(const AnswerPlace &place);

    /// Path of the file that the preview shows.
    [[nodiscard]] const QString &artifact() const { return m_artifact; }
    /// Shows a file; a line from 1 is selected, 0 leaves the selection.
    void showArtifact(const QString &path, int line = 0);

signals:
    void stepChanged(skanse::ui::Step step);
    void serviceChanged(std::size_t index);
    void questionNoted(const skanse::AnswerPlace &place);
    void questionWanted(const skanse::AnswerPlace &place);
    void artifactWanted(const QString &path, int line);

private:
    Step m_step = Step::Start;
    std::size_t m_service = 0;
    AnswerPlace m_question;
    QString m_artifact;
};

/// The place that a span, a decision or a diagnostic means: by question and service, or by path.
AnswerPlace placeOf(const Answers &answers, std::string_view questionId, int service);
AnswerPlace placeAt(const Answers &answers, std::string_view path, std::string_view questionId);

} // namespace skanse::ui
