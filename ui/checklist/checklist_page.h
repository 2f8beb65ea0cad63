// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/policy/plan.h"
#include "ui/context.h"

#include <QWidget>

#include <set>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace skanse::ui {

class ChecklistRow;
class Section;

/// The host's checklist, to be ticked. The same items as in CHECKLIST.md, in the language of the window.
class ChecklistPage : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistPage(const Context &context, QWidget *parent = nullptr);

    /// Opens the section of the item and the item itself, and gives it the keyboard.
    void reveal(const std::string &item);

private:
    struct Part {
        std::string id;
        QString title; ///< with its number
        std::vector<std::string> items;
        Section *section = nullptr;
        QWidget *content = nullptr;
        std::vector<ChecklistRow *> rows; ///< made when the section is opened for the first time
    };

    void takeResult();
    void rebuild();
    void fill(std::size_t part);
    /// Ticks, counts and titles.
    void refresh();
    [[nodiscard]] const Plan *plan() const;

    Context m_context;
    QVBoxLayout *m_layout;
    QLabel *m_progress;
    QPushButton *m_file;
    QLabel *m_empty;
    std::vector<Part> m_parts;
    std::set<std::string> m_open; ///< sections that were opened
    std::string m_shown;          ///< what the rows were made from
};

} // namespace skanse::ui
