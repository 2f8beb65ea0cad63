// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/glow.h"

#include "ui/style/theme.h"

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kFull = 700; ///< milliseconds
constexpr int kGone = 2500;
constexpr int kStep = 50;
constexpr double kResting = 0.6; ///< what does not fade is weaker, so that text on it reads well

} // namespace

Glow::Glow(QObject *parent) : QObject(parent)
{
    m_step.setInterval(kStep);
    connect(&m_step, &QTimer::timeout, this, [this] {
        if (m_since.elapsed() >= kGone)
            stop();
        emit faded();
    });
}

void Glow::start()
{
    m_on = true;
    m_stays = reducedMotion();
    m_since.start();
    if (m_stays)
        m_step.stop();
    else
        m_step.start();
}

void Glow::stop()
{
    m_on = false;
    m_step.stop();
}

double Glow::strength() const
{
    if (!m_on || m_stays)
        return m_on ? kResting : 0;
    const auto time = static_cast<double>(m_since.elapsed() - kFull);
    return std::clamp(1 - time / (kGone - kFull), 0.0, 1.0);
}

} // namespace skanse::ui
