// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/engine_runner.h"

#include "core/engine/derived.h"
#include "core/profile/writer.h"

#include <QElapsedTimer>
#include <QThread>

#include <utility>

namespace skanse::ui {

ResultPtr runEngine(const Answers &answers, const EvidencePtr &evidence)
{
    QElapsedTimer timer;
    timer.start();
    auto result = std::make_shared<Result>();
    result->outcome = makeBundle(writeProfile(answers), evidence);
    result->effective = effectiveAnswers(result->outcome);
    result->milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return result;
}

EngineRunner::EngineRunner(QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_worker(new QObject)
{
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->setObjectName(QStringLiteral("engine"));
    m_thread->start();
}

EngineRunner::~EngineRunner()
{
    m_thread->quit();
    m_thread->wait();
}

void EngineRunner::request(const Answers &answers, const EvidencePtr &evidence)
{
    if (m_running)
        m_waiting = Work{answers, evidence};
    else
        start({answers, evidence});
}

void EngineRunner::start(Work work)
{
    m_running = true;
    QMetaObject::invokeMethod(m_worker, [this, work = std::move(work)] {
        ResultPtr result = runEngine(work.answers, work.evidence);
        // The thread is joined before this object goes, so `this` is alive here.
        QMetaObject::invokeMethod(this, [this, result = std::move(result)] { take(result); });
    });
}

void EngineRunner::take(const ResultPtr &result)
{
    m_running = false;
    if (m_waiting) {
        start(*std::exchange(m_waiting, std::nullopt));
        return;
    }
    emit finished(result);
}

} // namespace skanse::ui
