// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/context.h"
#include "ui/session/step.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace skanse::ui {

class RecordForm;
class ServiceBar;

/// A step made from the question table: for the workload, the host, or the service that is selected.
class QuestionPage : public QWidget
{
    Q_OBJECT

public:
    QuestionPage(const Context &context, Step step, QWidget *parent = nullptr);

    /// Gives the field the keyboard; false when it is not on this page.
    bool reveal(const AnswerPlace &place);

    /// Puts a picture between the services and the questions.
    void addPicture(QWidget *picture);

private:
    void refresh();
    /// Makes the form for the record that is shown now.
    void rebuild();
    [[nodiscard]] bool isAboutService() const;
    [[nodiscard]] RecordPath record() const;

    Context m_context;
    Step m_step;
    QVBoxLayout *m_layout = nullptr;
    ServiceBar *m_services = nullptr; ///< only for steps per service
    QLabel *m_empty = nullptr;
    QVBoxLayout *m_pictures = nullptr;
    RecordForm *m_form = nullptr;
};

} // namespace skanse::ui
