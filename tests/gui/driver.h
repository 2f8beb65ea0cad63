// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/fields/field.h"
#include "ui/session/navigator.h"
#include "ui/text/language.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTreeWidget>

/// What a person does at the window, by simulated mouse and keyboard.
namespace skanse::test {

/// The widget with that name that can be seen; fails the test when there is none.
template <class Widget> Widget *seen(QWidget &in, const char *name)
{
    for (Widget *widget : in.findChildren<Widget *>(QString::fromLatin1(name)))
        if (widget->isVisibleTo(&in))
            return widget;
    return nullptr;
}

inline void press(QWidget *widget)
{
    QVERIFY(widget != nullptr);
    QTest::mouseClick(widget, Qt::LeftButton);
}

/// The field that asks a question and can be seen.
inline ui::Field *field(QWidget &in, const char *id)
{
    return seen<ui::Field>(in, id);
}

/// Types into the editor of a field, over what is in it.
inline void type(QWidget &in, const char *id, const QString &text)
{
    ui::Field *asked = field(in, id);
    QVERIFY2(asked != nullptr, id);
    asked->takeKeyboard();
    if (auto *line = asked->findChild<QLineEdit *>()) {
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, text);
    } else if (auto *lines = asked->findChild<QPlainTextEdit *>()) {
        lines->selectAll();
        if (text.isEmpty())
            QTest::keyClick(lines, Qt::Key_Delete);
        else
            QTest::keyClicks(lines, text);
    } else {
        QFAIL(id);
    }
}

/// Chooses an entry of a field's list by its text.
inline void choose(QWidget &in, const char *id, const QString &text)
{
    ui::Field *asked = field(in, id);
    QVERIFY2(asked != nullptr, id);
    auto *box = asked->findChild<QComboBox *>();
    QVERIFY2(box != nullptr, id);
    const int row = box->findText(text, Qt::MatchContains);
    QVERIFY2(row >= 0, qPrintable(text));
    box->setFocus();
    box->setCurrentIndex(row);
    emit box->activated(row);
}

inline void waitForResult(ui::MainWindow &window)
{
    QTRY_VERIFY_WITH_TIMEOUT(!window.session().isPending(), 10000);
}

inline std::string readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

} // namespace skanse::test
