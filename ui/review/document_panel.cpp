// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/document_panel.h"

#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace skanse::ui {

namespace {

constexpr std::array<std::string_view, 2> kDocuments{"README.md", "HARDENING.md"};

} // namespace

DocumentPanel::DocumentPanel(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_document(new QComboBox)
    , m_print(new QPushButton(icon(QStringLiteral("print")), tr("&Print…")))
    , m_pdf(new QPushButton(icon(QStringLiteral("pdf")), tr("Save as P&DF…")))
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), tr("&Copy")))
    , m_message(new QLabel)
{
    setObjectName(QStringLiteral("document-panel"));
    m_document->setObjectName(QStringLiteral("document-choice"));
    m_document->setAccessibleName(tr("Document to print or copy"));
    m_document->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_document->setMinimumContentsLength(12);
    m_print->setObjectName(QStringLiteral("document-print"));
    m_print->setShortcut(QKeySequence::Print);
    m_print->setToolTip(QKeySequence(QKeySequence::Print).toString(QKeySequence::NativeText));
    m_pdf->setObjectName(QStringLiteral("document-pdf"));
    m_copy->setObjectName(QStringLiteral("document-copy"));
    m_copy->setToolTip(tr("Copies the text to the clipboard"));
    m_message->setObjectName(QStringLiteral("document-message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_print);
    buttons->addWidget(m_pdf);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_document);
    layout->addLayout(buttons);
    layout->addWidget(m_message);
    connect(m_print, &QPushButton::clicked, this, &DocumentPanel::print);
    connect(m_pdf, &QPushButton::clicked, this, &DocumentPanel::askForPdf);
    connect(m_copy, &QPushButton::clicked, this, &DocumentPanel::copy);
    connect(m_document, &QComboBox::currentIndexChanged, m_message, &QLabel::clear);
    connect(&context.session, &Session::resultChanged, this, &DocumentPanel::fill);
    fill();
}

/// The documents first, both together on top; then every file.
void DocumentPanel::fill()
{
    const Bundle &bundle = m_context.session.shown()->outcome.bundle;
    QStringList paths;
    for (const std::string_view path : kDocuments)
        if (bundle.find(path) != nullptr)
            paths.append(toQString(path));
    const bool both = paths.size() == static_cast<qsizetype>(kDocuments.size());
    const QString together =
        tr("%1 and %2").arg(toQString(kDocuments[0]), toQString(kDocuments[1]));
    for (const Artifact &artifact : bundle.artifacts)
        if (std::ranges::find(kDocuments, artifact.path) == kDocuments.end())
            paths.append(toQString(artifact.path));
    if (both)
        paths.prepend(together);
    QStringList before;
    for (int i = 0; i < m_document->count(); ++i)
        before.append(m_document->itemText(i));
    if (before != paths) {
        const QString current = m_document->currentText();
        const QSignalBlocker quiet(m_document);
        m_document->clear();
        for (const QString &path : paths)
            m_document->addItem(path, path == together ? QString() : path);
        m_document->setCurrentIndex(std::max(0, m_document->findText(current)));
    }
    for (QWidget *control : std::initializer_list<QWidget *>{m_document, m_print, m_pdf, m_copy})
        control->setEnabled(!paths.isEmpty());
}

std::vector<PrintedText> DocumentPanel::chosen() const
{
    std::vector<std::string> paths;
    if (const QString path = m_document->currentData().toString(); !path.isEmpty())
        paths.push_back(toUtf8(path));
    else
        paths.assign(kDocuments.begin(), kDocuments.end());
    std::vector<PrintedText> texts;
    for (const std::string &path : paths)
        if (const Artifact *artifact = m_context.session.shown()->outcome.bundle.find(path))
            texts.push_back({toQString(path), toQString(artifact->text), artifact->syntax});
    return texts;
}

DocumentPrinter DocumentPanel::printer() const
{
    return {toQString(m_context.session.answers().workload.name), chosen()};
}

void DocumentPanel::print()
{
    QPrinter device(QPrinter::HighResolution);
    device.setDocName(m_context.session.displayName());
    constexpr double kMargin = 15;
    device.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
    QPrintPreviewDialog preview(&device, this);
    connect(&preview, &QPrintPreviewDialog::paintRequested, this,
            [documents = printer()](QPrinter *target) { documents.print(*target); });
    preview.exec();
}

void DocumentPanel::askForPdf()
{
    const QString file = m_context.session.filePath();
    const QString folder = file.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                             : QFileInfo(file).absolutePath();
    const QString name = toQString(m_context.session.answers().workload.name);
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save as PDF"), QDir(folder).absoluteFilePath(name + QStringLiteral(".pdf")),
        tr("PDF files (*.pdf)"));
    if (!path.isEmpty())
        savePdf(path);
}

void DocumentPanel::savePdf(const QString &path)
{
    const auto saved = printer().savePdf(path);
    m_message->setText(saved ? tr("Saved: %1").arg(path) : saved.error());
}

void DocumentPanel::copy()
{
    QStringList texts;
    for (const PrintedText &text : chosen())
        texts.append(text.text);
    QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')));
    m_message->setText(tr("Copied: %1").arg(m_document->currentText()));
}

} // namespace skanse::ui
