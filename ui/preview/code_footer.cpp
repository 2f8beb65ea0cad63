// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/code_footer.h"

#include "ui/style/elided_label.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace skanse::ui {

namespace {

constexpr int kFlash = 2000; ///< milliseconds
constexpr int kHeight = 9 * kGrid;

} // namespace

CodeFooter::CodeFooter(QWidget *parent)
    : QWidget(parent)
    , m_trace(new ElidedLabel(this))
    , m_next(new QPushButton(tr("Next line"), this))
    , m_position(new QLabel(this))
{
    setObjectName(QStringLiteral("codeFooter"));
    m_trace->setObjectName(QStringLiteral("traceText"));
    m_next->setObjectName(QStringLiteral("traceNext"));
    m_next->setAccessibleName(tr("Go to the next line that the question causes"));
    m_next->setToolTip(m_next->accessibleName());
    m_position->setObjectName(QStringLiteral("linePosition"));
    m_position->setForegroundRole(QPalette::PlaceholderText);
    setMinimumHeight(kHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 2, 3 * kGrid, 2);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_trace, 1);
    layout->addWidget(m_next);
    layout->addWidget(m_position);
    m_flash.setSingleShot(true);
    m_flash.setInterval(kFlash);
    connect(&m_flash, &QTimer::timeout, this, &CodeFooter::refresh);
    connect(m_next, &QPushButton::clicked, this, &CodeFooter::nextWanted);
    refresh();
}

void CodeFooter::setTrace(const QString &text)
{
    if (text == m_traceText)
        return;
    m_traceText = text;
    refresh();
}

void CodeFooter::setPosition(const QString &text)
{
    m_position->setText(text);
}

void CodeFooter::flash(const QString &text)
{
    m_flashText = text;
    m_flash.start();
    refresh();
}

void CodeFooter::refresh()
{
    m_trace->setText(m_flash.isActive() ? m_flashText : m_traceText);
    m_next->setVisible(!m_traceText.isEmpty());
}

} // namespace skanse::ui
