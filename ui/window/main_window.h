// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"
#include "ui/context.h"
#include "ui/session/navigator.h"
#include "ui/session/recovery.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QMainWindow>

#include <memory>

class QAction;
class QLabel;
class QSplitter;
class QTabBar;

namespace skanse::ui {

class CommandPalette;
class FileActions;
class MessageBar;
class PreviewPane;
class StepList;
class WizardPane;

/// Steps at the left, questions in the middle, the files at the right. What is inside is built anew when
/// the language changes; everything that must survive that is in the session and the navigator.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `recoveryFolder` is where unsaved work is kept.
    explicit MainWindow(const QString &recoveryFolder, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] Navigator &navigator() { return m_navigator; }
    [[nodiscard]] FileActions &files() { return *m_files; }
    [[nodiscard]] Recovery &recovery() { return m_recovery; }

    /// Opens a profile, as from the command line.
    void openFile(const QString &path);
    /// Switches the language of the window at once.
    void useLanguage(Language language);
    void useAppearance(Appearance appearance);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildToolBar();
    QAction *action(const QString &name, const QString &iconName, const QString &text,
                    const QKeySequence &keys);
    void connectActions();
    void showTitle();
    void showSummary();
    void showStart();
    void arrange();
    void setProjector(bool on);
    void startWaiver(ControlId control, int service);
    void rememberLayout();

    Session m_session;
    Navigator m_navigator;
    Recovery m_recovery;
    Context m_context;
    MessageBar *m_messages = nullptr;
    FileActions *m_files = nullptr;
    StepList *m_steps = nullptr;
    WizardPane *m_wizard = nullptr;
    PreviewPane *m_preview = nullptr;
    QSplitter *m_splitter = nullptr;
    QTabBar *m_tabs = nullptr; ///< questions or files, when there is no room for both
    QLabel *m_summary = nullptr;
    CommandPalette *m_palette = nullptr;
    QAction *m_new = nullptr;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    QAction *m_saveAs = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_find = nullptr;
    QAction *m_language = nullptr;
    QAction *m_appearance = nullptr;
    QAction *m_projector = nullptr;
};

} // namespace skanse::ui
