// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"
#include "ui/review/document_printer.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace skanse::ui {

/// A document or a file of the bundle on paper, as PDF or on the clipboard.
class DocumentPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentPanel(const Context &context, QWidget *parent = nullptr);

    /// Writes the chosen document; what went wrong stands in the panel.
    void savePdf(const QString &path);

private:
    void fill();
    [[nodiscard]] std::vector<PrintedText> chosen() const;
    [[nodiscard]] DocumentPrinter printer() const;
    void print();
    void askForPdf();
    void copy();

    Context m_context;
    QComboBox *m_document;
    QPushButton *m_print;
    QPushButton *m_pdf;
    QPushButton *m_copy;
    QLabel *m_message;
};

} // namespace skanse::ui
