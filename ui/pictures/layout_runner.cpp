// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/layout_runner.h"

#include <QThread>

#include <utility>

namespace skanse::ui {

LayoutRunner::LayoutRunner(QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_worker(new QObject)
{
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->setObjectName(QStringLiteral("layout"));
    m_thread->start(QThread::LowPriority);
}

LayoutRunner::~LayoutRunner()
{
    m_thread->quit();
    m_thread->wait();
}

void LayoutRunner::request(const Graph &graph)
{
    if (m_running)
        m_waiting = graph;
    else
        start(graph);
}

void LayoutRunner::start(const Graph &graph)
{
    m_running = true;
    QMetaObject::invokeMethod(m_worker, [this, graph] {
        // The thread is joined before this object goes, so `this` is alive here.
        QMetaObject::invokeMethod(this, [this, places = layOut(graph)] { take(places); });
    });
}

void LayoutRunner::take(const GraphPlaces &places)
{
    m_running = false;
    if (m_waiting)
        start(*std::exchange(m_waiting, std::nullopt));
    else
        emit finished(places);
}

} // namespace skanse::ui
