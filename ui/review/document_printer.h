// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"

#include <QSizeF>
#include <QString>

#include <expected>
#include <memory>
#include <vector>

class QPagedPaintDevice;
class QPainter;
class QTextDocument;

namespace skanse::ui {

/// One text on paper: Markdown as a document, everything else as code.
struct PrintedText {
    QString title; ///< the path
    QString text;
    Syntax syntax = Syntax::Plain;
};

/// Texts on pages, dark on white whatever the window looks like: the workload's name and the path at the
/// top, the page number at the bottom. Each text starts on a page of its own.
class DocumentPrinter
{
public:
    DocumentPrinter(QString workload, std::vector<PrintedText> texts);

    /// For a printer, its preview or a PDF writer; the page layout is the device's. False when nothing
    /// could be painted.
    bool print(QPagedPaintDevice &device) const;
    /// The file appears whole or not at all. The error is a sentence.
    [[nodiscard]] std::expected<void, QString> savePdf(const QString &path) const;

private:
    struct Part;
    [[nodiscard]] std::vector<Part> layOut(const QSizeF &page) const;
    void drawPage(QPainter &painter, const QSizeF &page, const Part &part, int number,
                  int pages) const;

    QString m_workload;
    std::vector<PrintedText> m_texts;
};

} // namespace skanse::ui
