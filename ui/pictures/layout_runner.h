// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/pictures/graph_layout.h"

#include <QObject>

#include <memory>
#include <optional>

class QThread;

namespace skanse::ui {

/// Lays out beside the window, so that typing never waits for it. Only the newest graph counts.
class LayoutRunner : public QObject
{
    Q_OBJECT

public:
    explicit LayoutRunner(QObject *parent = nullptr);
    ~LayoutRunner() override;

    void request(const Graph &graph);

signals:
    /// For the newest graph only.
    void finished(const skanse::ui::GraphPlaces &places);

private:
    void start(const Graph &graph);
    void take(const GraphPlaces &places);

    std::unique_ptr<QThread> m_thread;
    QObject *m_worker = nullptr; ///< lives in the thread; ends with it
    bool m_running = false;
    std::optional<Graph> m_waiting;
};

} // namespace skanse::ui
