// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/review/export_request.h"

#include <QObject>

#include <atomic>
#include <memory>

class QThread;

namespace skanse::ui {

/// How an export ended.
struct ExportOutcome {
    ExportRequest request;
    std::expected<WriteReport, WriteError> report;
    bool cancelled = false; ///< somebody asked for it in time: nothing was changed
};
using ExportOutcomePtr = std::shared_ptr<const ExportOutcome>;

/// One export at a time, beside the window.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject *parent = nullptr);
    /// Cancels and waits.
    ~ExportJob() override;

    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }
    /// Must not be running.
    void start(const ExportRequest &request);
    /// From any thread. Too late does no harm: then the export has been done.
    void cancel() { m_cancel = true; }

signals:
    /// From the thread of the export; queued to receivers in the window's.
    void progress(int done, int total);
    /// In the window's thread.
    void finished(skanse::ui::ExportOutcomePtr outcome);

private:
    void take(const ExportOutcomePtr &outcome);

    std::unique_ptr<QThread> m_thread;
    std::atomic_bool m_cancel = false;
};

} // namespace skanse::ui
