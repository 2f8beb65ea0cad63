// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/export_job.h"

#include <QThread>

namespace skanse::ui {

ExportJob::ExportJob(QObject *parent) : QObject(parent) {}

ExportJob::~ExportJob()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void ExportJob::start(const ExportRequest &request)
{
    Q_ASSERT(!isRunning());
    m_cancel = false;
    m_thread.reset(QThread::create([this, request] {
        bool stopped = false;
        const auto goesOn = [&](std::size_t done, std::size_t total) {
            emit progress(static_cast<int>(done), static_cast<int>(total));
            stopped = m_cancel;
            return !stopped;
        };
        auto outcome = std::make_shared<ExportOutcome>(
            ExportOutcome{request, runExport(request, goesOn), false});
        outcome->cancelled = stopped && !outcome->report;
        // The thread is joined before this object goes, so `this` is alive here.
        QMetaObject::invokeMethod(
            this, [this, outcome = ExportOutcomePtr(std::move(outcome))] { take(outcome); },
            Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("export"));
    m_thread->start();
}

void ExportJob::take(const ExportOutcomePtr &outcome)
{
    m_thread->wait();
    m_thread.reset();
    emit finished(outcome);
}

} // namespace skanse::ui
