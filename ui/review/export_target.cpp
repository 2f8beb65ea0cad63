// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/export_target.h"

#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

const QString kZipEnding = QStringLiteral(".zip");

} // namespace

ExportTarget::ExportTarget(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_folder(new QRadioButton(tr("To a &folder")))
    , m_zip(new QRadioButton(tr("To a &zip file")))
    , m_path(new QLineEdit)
    , m_choose(new QPushButton(icon(QStringLiteral("folder")), tr("Choose…")))
{
    m_folder->setObjectName(QStringLiteral("export-folder"));
    m_folder->setChecked(true);
    m_zip->setObjectName(QStringLiteral("export-zip"));
    m_path->setObjectName(QStringLiteral("export-path"));
    m_path->setAccessibleName(tr("Folder or zip file to export to"));
    m_choose->setObjectName(QStringLiteral("export-choose"));
    auto *forms = new QHBoxLayout;
    forms->addWidget(m_folder);
    forms->addWidget(m_zip);
    forms->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(m_choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(forms);
    layout->addLayout(row);
    connect(m_zip, &QRadioButton::toggled, this, &ExportTarget::switchForm);
    connect(m_path, &QLineEdit::textChanged, this, &ExportTarget::changed);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_chosen = true; });
    connect(m_choose, &QPushButton::clicked, this, &ExportTarget::choose);
    const auto follow = [this] {
        if (!m_chosen)
            propose();
    };
    connect(&session, &Session::answersChanged, this, follow);
    connect(&session, &Session::fileChanged, this, follow);
    propose();
}

ExportForm ExportTarget::form() const
{
    return m_zip->isChecked() ? ExportForm::Zip : ExportForm::Folder;
}

QString ExportTarget::path() const
{
    QString path = m_path->text().trimmed();
    if (path.isEmpty())
        return {};
    if (path == QStringLiteral("~") || path.startsWith(QStringLiteral("~/")))
        path.replace(0, 1, QDir::homePath());
    return QDir::cleanPath(QDir(base()).absoluteFilePath(path));
}

void ExportTarget::setForm(ExportForm form)
{
    (form == ExportForm::Zip ? m_zip : m_folder)->setChecked(true);
}

void ExportTarget::setPath(const QString &path)
{
    m_chosen = true;
    m_path->setText(path);
}

void ExportTarget::propose()
{
    m_chosen = false;
    m_path->setText(proposal());
}

QString ExportTarget::base() const
{
    if (!m_session.filePath().isEmpty())
        return QFileInfo(m_session.filePath()).absolutePath();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo::exists(documents) ? documents : QDir::homePath();
}

QString ExportTarget::proposal() const
{
    const QString name = toQString(m_session.answers().workload.name);
    const QString path =
        QDir(base()).absoluteFilePath(name.isEmpty() ? QStringLiteral("skanse") : name);
    return QDir::toNativeSeparators(form() == ExportForm::Zip ? path + kZipEnding : path);
}

void ExportTarget::switchForm()
{
    QString text = m_path->text();
    const bool ends = text.endsWith(kZipEnding, Qt::CaseInsensitive);
    if (form() == ExportForm::Zip && !ends && !text.isEmpty())
        text += kZipEnding;
    else if (form() == ExportForm::Folder && ends)
        text.chop(kZipEnding.size());
    m_path->setText(text);
    emit changed();
}

void ExportTarget::choose()
{
    // Replacing is asked for in the page, where the files are listed.
    const QString chosen =
        form() == ExportForm::Zip
            ? QFileDialog::getSaveFileName(this, tr("Export to a zip file"), path(),
                                           tr("Zip files (*.zip)"), nullptr,
                                           QFileDialog::DontConfirmOverwrite)
            : QFileDialog::getExistingDirectory(this, tr("Export to a folder"),
                                                QFileInfo(path()).absolutePath());
    if (!chosen.isEmpty())
        setPath(chosen);
}

} // namespace skanse::ui
