// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace skanse::ui {

/// Runs work beside the window. Only the newest counts: what is asked for while it works replaces what
/// waits, and what older work found is dropped.
class NewestJob : public QObject
{
    Q_OBJECT

public:
    using Delivery = std::function<void()>; ///< runs in the window's thread
    using Work = std::function<Delivery()>; ///< runs beside it

    explicit NewestJob(QObject *parent = nullptr);
    ~NewestJob() override;

    void request(Work work);
    /// Drops what runs and what waits.
    void forget();
    [[nodiscard]] bool isBusy() const { return m_running && !m_forgotten; }

private:
    void start(Work work);
    void take(const Delivery &delivery);

    std::unique_ptr<QThread> m_thread;
    QObject *m_worker = nullptr; ///< lives in the thread; ends with it
    bool m_running = false;
    bool m_forgotten = false;
    std::optional<Work> m_waiting;
};

} // namespace skanse::ui
