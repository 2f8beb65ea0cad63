// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace skanse::ui {

/// Stands where the files will be, and says what to do first.
class EmptyFiles : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyFiles(QWidget *parent = nullptr);

    void setState(bool hasServices, int errors);

signals:
    void servicesWanted();
    void reviewWanted();

private:
    QLabel *m_text;
    QPushButton *m_services;
    QPushButton *m_review;
};

} // namespace skanse::ui
