// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/newest_job.h"

#include <QThread>

#include <utility>

namespace skanse::ui {

NewestJob::NewestJob(QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_worker(new QObject)
{
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

NewestJob::~NewestJob()
{
    m_thread->quit();
    m_thread->wait();
}

void NewestJob::request(Work work)
{
    m_forgotten = false;
    if (m_running)
        m_waiting = std::move(work);
    else
        start(std::move(work));
}

void NewestJob::forget()
{
    m_waiting.reset();
    m_forgotten = m_running;
}

void NewestJob::start(Work work)
{
    m_running = true;
    QMetaObject::invokeMethod(m_worker, [this, work = std::move(work)] {
        Delivery delivery = work();
        // The thread is joined before this object goes, so `this` is alive here.
        QMetaObject::invokeMethod(this, [this, delivery = std::move(delivery)] { take(delivery); });
    });
}

void NewestJob::take(const Delivery &delivery)
{
    m_running = false;
    if (m_waiting) {
        start(*std::exchange(m_waiting, std::nullopt));
        return;
    }
    if (!std::exchange(m_forgotten, false))
        delivery();
}

} // namespace skanse::ui
