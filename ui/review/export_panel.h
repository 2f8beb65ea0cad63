// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"
#include "ui/review/export_job.h"
#include "ui/review/newest_job.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace skanse::ui {

class ArtifactPicker;
class ExportTarget;
class IconLabel;
class WritePlanView;

/// Which files, where to, what will happen, and doing it.
class ExportPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ExportPanel(const Context &context, QWidget *parent = nullptr);
    /// What was unticked and where to is kept with the session, for a panel that is made anew.

signals:
    /// To the first answer that has to be mended.
    void mendWanted();

protected:
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QLayout *makeButtons();
    [[nodiscard]] QLayout *makeOutcome();
    void remember();
    void recall();
    void restart();
    void takeResult();
    void takeChoice();
    void lookSoon();
    void look();
    void takePlan(const std::expected<ExportPlan, WriteError> &plan);
    void updateState();
    /// Why there is nothing to look at yet; empty when there is.
    [[nodiscard]] QString missing() const;
    /// Why nothing can be exported now; empty when it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] int toMend() const;
    [[nodiscard]] ExportRequest request() const;
    void startExport();
    void showProgress(int done, int total);
    void showOutcome(const ExportOutcome &outcome);
    void hideOutcome();
    void openFolder() const;
    void tint();

    Context m_context;
    NewestJob m_look;
    ExportJob m_job;
    QTimer m_delay; ///< a look when typing rests
    ArtifactPicker *m_files;
    ExportTarget *m_target;
    QLabel *m_summary;
    WritePlanView *m_plan;
    QCheckBox *m_force;
    QLabel *m_obstacle;
    QPushButton *m_mend = nullptr;
    QPushButton *m_export = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    IconLabel *m_outcomeIcon = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_open = nullptr;
    std::optional<ExportPlan> m_known;
    QString m_lookError;
    QString m_outcomePath; ///< of the last export that was done
};

} // namespace skanse::ui
