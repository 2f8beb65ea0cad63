// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/comparison.h"

#include "core/engine/derived.h"
#include "ui/session/session.h"

namespace skanse::ui {

Comparison::Comparison(const Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_engine, &EngineRunner::finished, this, [this](const ResultPtr &result) {
        if (m_with == With::Nothing)
            return;
        m_other = result;
        emit changed();
    });
    connect(&session, &Session::fileChanged, this, &Comparison::update);
    connect(&session, &Session::resultChanged, this, &Comparison::update);
}

void Comparison::setWith(With with)
{
    if (with == m_with)
        return;
    m_with = with;
    m_other.reset();
    m_asked.reset();
    update();
    emit changed();
}

void Comparison::update()
{
    if (m_with == With::Nothing)
        return;
    Answers answers = m_session.savedAnswers();
    if (m_with == With::Naive) {
        const auto &profile = m_session.shown()->outcome.profile;
        if (!profile)
            return;
        answers = naiveAnswers(profile->answers,
                               {"Shown for comparison only", "Vist bare til sammenligning"});
    }
    const EvidencePtr &evidence =
        m_session.evidence(); // so that only the answers make a difference
    if (answers == m_asked && evidence == m_askedEvidence)
        return;
    m_asked = answers;
    m_askedEvidence = evidence;
    m_engine.request(answers, evidence);
}

} // namespace skanse::ui
