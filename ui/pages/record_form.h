// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/context.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace skanse::ui {

class Field;
class ItemList;

/// The questions of one record that belong to one page, as fields, nested forms and lists. Made from the
/// question table alone; questions that are not asked now are hidden.
class RecordForm : public QWidget
{
    Q_OBJECT

public:
    enum class Lists : std::uint8_t { Shown, LeftOut };

    RecordForm(const Context &context, RecordPath record, Page page, QWidget *parent = nullptr,
               Lists lists = Lists::Shown);

    [[nodiscard]] const RecordPath &record() const { return m_record; }
    [[nodiscard]] bool isEmpty() const { return m_parts.isEmpty(); }
    /// After a change of answers or of the engine's result.
    void refresh();
    /// Gives the field of the place the keyboard; false when it is not in this form.
    bool reveal(const AnswerPlace &place);

    /// What one column needs; two are made only where there is room for them.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A field, a nested form or a list, and the question that decides whether it is shown.
    struct Part {
        const Question *question = nullptr;
        QWidget *widget = nullptr;
        Field *field = nullptr;
        RecordForm *form = nullptr;
        ItemList *list = nullptr;
    };

    void add(const Question &question);
    void addGroup(const Question &question);
    void showAsked();
    void arrange();

    Context m_context;
    RecordPath m_record;
    Page m_page;
    QList<Part> m_parts;
    QGridLayout *m_grid;
    int m_columns = 0;
    std::vector<bool> m_asked; ///< what m_grid was arranged for
};

} // namespace skanse::ui
