// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/session/engine_runner.h"

#include <QObject>

namespace skanse::ui {

class Session;

/// The files that the shown ones are compared with; made beside the window, and anew when they change.
class Comparison : public QObject
{
    Q_OBJECT

public:
    enum class With : std::uint8_t { Nothing, Saved, Naive };

    explicit Comparison(const Session &session, QObject *parent = nullptr);

    void setWith(With with);
    [[nodiscard]] With with() const { return m_with; }
    /// What is compared with; nothing while it is being made for the first time.
    [[nodiscard]] const ResultPtr &other() const { return m_other; }

signals:
    void changed();

private:
    void update();

    const Session &m_session;
    With m_with = With::Nothing;
    ResultPtr m_other;
    EngineRunner m_engine;
    std::optional<Answers> m_asked;
    EvidencePtr m_askedEvidence;
};

} // namespace skanse::ui
