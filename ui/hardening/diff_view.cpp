// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/diff_view.h"

#include "ui/style/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

constexpr int kVisibleLines = 14;

/// The signs say what a line is; the colours only repeat it.
class DiffColours : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        QTextCharFormat format;
        if (text.startsWith(QStringLiteral("--- ")) || text.startsWith(QStringLiteral("+++ ")))
            format.setFontWeight(QFont::DemiBold);
        else if (text.startsWith(QStringLiteral("@@")))
            format.setForeground(colour(Tone::Muted));
        else if (text.startsWith(QLatin1Char('+')))
            format.setForeground(colour(Tone::Good));
        else if (text.startsWith(QLatin1Char('-')))
            format.setForeground(colour(Tone::Bad));
        else
            return;
        setFormat(0, static_cast<int>(text.size()), format);
    }
};

/// Colours again when the palette changes.
class DiffEdit : public QPlainTextEdit
{
public:
    explicit DiffEdit(QWidget *parent)
        : QPlainTextEdit(parent)
        , m_colours(new DiffColours(document()))
    {
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QPlainTextEdit::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            m_colours->rehighlight();
    }

private:
    DiffColours *m_colours;
};

} // namespace

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel)
    , m_file(new QComboBox)
    , m_text(new DiffEdit(this))
{
    m_count->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("diff-count"));
    m_file->setObjectName(QStringLiteral("diff-file"));
    m_file->setAccessibleName(tr("File whose changes are shown"));
    m_file->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_file->setMinimumContentsLength(8);
    m_text->setObjectName(QStringLiteral("diff-text"));
    m_text->setAccessibleName(tr("What changes in the files"));
    m_text->setReadOnly(true);
    // With a caret, so that the keyboard scrolls and selects.
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFont(codeFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * kVisibleLines + 4 * kGrid);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_count);
    layout->addWidget(m_file);
    layout->addWidget(m_text);
    connect(m_file, &QComboBox::currentIndexChanged, this, &DiffView::showFile);
    showNote({});
}

void DiffView::show(const BundleChanges &changes)
{
    if (changes.files.empty()) {
        showNote(tr("No file changes."));
        return;
    }
    const QString current = m_file->currentData().toString();
    m_files = changes.files;
    m_file->blockSignals(true);
    m_file->clear();
    m_file->addItem(tr("All changed files"));
    for (const FileChange &file : m_files)
        m_file->addItem(tr("%1  (+%2 −%3)").arg(file.path).arg(file.added).arg(file.removed),
                        file.path);
    m_file->setCurrentIndex(std::max(0, current.isEmpty() ? 0 : m_file->findData(current)));
    m_file->blockSignals(false);
    m_count->setText((m_files.size() == 1 ? tr("%3 file changes: %1 lines added, %2 removed.")
                                          : tr("%3 files change: %1 lines added, %2 removed."))
                         .arg(changes.added())
                         .arg(changes.removed())
                         .arg(m_files.size()));
    m_file->setVisible(true);
    m_text->setVisible(true);
    showFile(m_file->currentIndex());
}

void DiffView::showNote(const QString &note)
{
    m_files.clear();
    m_count->setText(note);
    m_file->clear();
    m_file->setVisible(false);
    m_text->setVisible(false);
    m_text->clear();
}

void DiffView::showFile(int index)
{
    QString text;
    for (std::size_t i = 0; i < m_files.size(); ++i)
        if (index <= 0 || static_cast<int>(i) == index - 1)
            text += m_files[i].diff;
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
}

} // namespace skanse::ui
