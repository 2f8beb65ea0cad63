// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace skanse::ui {

/// How strongly changed lines are shown: fully at first, fading away within some seconds. Where the
/// desktop asks for fewer animations they stay as they are.
class Glow : public QObject
{
    Q_OBJECT

public:
    explicit Glow(QObject *parent = nullptr);

    void start();
    void stop();
    /// From 1 to 0.
    [[nodiscard]] double strength() const;

signals:
    void faded();

private:
    QElapsedTimer m_since;
    QTimer m_step;
    bool m_on = false;
    bool m_stays = false;
};

} // namespace skanse::ui
