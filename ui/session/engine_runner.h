// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/engine/engine.h"

#include <QObject>

#include <memory>
#include <optional>

class QThread;

namespace skanse::ui {

/// A result of the engine. Shared and never changed, so that views may keep an older one.
struct Result {
    Outcome outcome;
    Answers
        effective; ///< the answers with everything filled in that was derived; empty without a plan
    double milliseconds = 0; ///< what the engine took
};
using ResultPtr = std::shared_ptr<const Result>;
using EvidencePtr = std::shared_ptr<const Evidence>;

/// Reads, resolves and renders `answers` by the same road as the command line: through the profile's text.
/// `evidence` may be null.
ResultPtr runEngine(const Answers &answers, const EvidencePtr &evidence = {});

/// Runs the engine beside the window. Only the newest answers count: what is asked for while it works
/// replaces what waits, and results of older answers are dropped.
class EngineRunner : public QObject
{
    Q_OBJECT

public:
    explicit EngineRunner(QObject *parent = nullptr);
    ~EngineRunner() override;

    void request(const Answers &answers, const EvidencePtr &evidence);
    [[nodiscard]] bool isBusy() const { return m_running; }

signals:
    /// In the window's thread, for the newest answers only.
    void finished(skanse::ui::ResultPtr result);

private:
    struct Work {
        Answers answers;
        EvidencePtr evidence;
    };

    void start(Work work);
    void take(const ResultPtr &result);

    std::unique_ptr<QThread> m_thread;
    QObject *m_worker = nullptr; ///< lives in the thread; ends with it
    bool m_running = false;
    std::optional<Work> m_waiting;
};

} // namespace skanse::ui
