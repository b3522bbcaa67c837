// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preset_views.h"
#include "session.h"
#include "settings.h"

#include <QMainWindow>
#include <QPointer>

#include <vector>

class QDockWidget;
class QMenu;
class QSplitter;

namespace rheobase {

class EquationPanel;
class KeyDisplay;
class Predictor;
class Presentation;
class ClassPage;
class ClassPage;
class LearnPage;
class PlotView;
class ClampPanel;
class ClampStage;
class ModeSwitch;
class LessonWriter;
class CircuitView;
class Cursors;
class Document;
class Gallery;
class Ghosts;
class HelpWindow;
class Hints;
struct HelpPart;
struct Sketch;
class LessonDock;
class Notice;
class ScopeBar;
class StimulusPanel;
class QuantityPanel;
class StatusLine;
class TopBar;
class TraceStack;
class WhyCard;
class WhyPanel;

/// The window: parameters at the left, plots in the middle, the circuit and other views as docks at the right.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Experiment& experiment, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }
    TraceStack& stack() { return *m_stack; }
    /// As Document::open; of a lesson's file as openLesson().
    void open(const QString& path);
    /// Opens the page of a class on a folder of reports; none: that of last time.
    void openClass(const QString& folder = {});
    /// Shows the hints of a first start that nobody has understood yet.
    void showHints();
    /// Begins a lesson, or says what is wrong with its file.
    void openLesson(const QString& path);
    /// Gives back what was before the lesson, if there is one.
    void leaveLesson();
    /// Keeps for the next start how the window is arranged.
    void saveSettings();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void customEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    static constexpr int leftWidth = 316, rightWidth = 400; // px at 100 %, of panels and views

    void makeMiddle();
    void makePresentation();
    QDockWidget* addView(const QString& id, const QString& title, const QString& name, const QString& shows, QWidget* view);
    void addViews();
    void addTools();
    void addPrediction();
    Sketch predictionAxes() const;
    void addWhy();
    void makeWhy();
    void showTitles();
    void makeMenus();
    void takePlaces();
    void prepareFor(const QString& path);
    void bringBack();
    template<class Slot> QAction* addEntry(QMenu* menu, const QString& text, const QKeySequence& keys, Slot slot);
    QMenu* makeMenu();
    QMenu* makeTeachMenu();
    void addClampedViews();
    void addWriter();
    QMenu* makeExportMenu();
    void exportPlots(const PlotView* wanted);
    void fillPlotsMenu(QMenu* menu);
    void addLookMenu(QMenu* menu);
    void addPresentation(QMenu* menu);
    void addTextSizes(QMenu* menu);
    void setTextScale(double scale);
    void addLanguageMenu(QMenu* menu);
    void linkHighlights();
    void highlight(Role role, int index);
    void choosePreset(const Preset& preset);
    void openGallery();
    void giveWay();
    void comeBack();
    void resetParameters();
    std::vector<QWidget*> panes() const;
    void orderAll();
    void goToPane(int direction);
    void openLearnPage();
    void makeClass();
    void copy();
    void about();
    QMenu* makeHelpMenu();
    QList<HelpPart> helpParts() const;
    void openHelp(const QString& part);
    void showHintsAgain();
    void applyShownRows();
    void addClamp();
    void followMode();
    void showFor(bool isClamped);
    void listViews();
    QWidget* plotsHome() const;
    bool spaceInjects(QObject* watched, QEvent* event);

    Settings m_settings;
    Session m_session;
    TopBar* m_top;
    QSplitter* m_splitter;
    Notice* m_notice;
    TraceStack* m_stack;
    ScopeBar* m_scope;
    PresetViews m_presetViews;
    Ghosts* m_ghosts;
    Cursors* m_cursors;
    QuantityPanel* m_parameters;
    StimulusPanel* m_stimulus;
    CircuitView* m_circuit;
    EquationPanel* m_equations;
    ModeSwitch* m_mode;
    ClampPanel* m_clampPanel;
    ClampStage* m_clamp;
    Document* m_document;
    StatusLine* m_status;
    QPointer<LessonDock> m_lesson; // while there is one
    std::vector<QDockWidget*> m_views;
    Gallery* m_gallery = nullptr; // once it was wanted
    QDockWidget* m_whyView = nullptr;
    WhyPanel* m_whyPanel = nullptr; // in it
    WhyCard* m_why = nullptr;
    HelpWindow* m_help = nullptr; // once it was wanted
    Hints* m_hints = nullptr;
    KeyDisplay* m_keys;
    Presentation* m_presentation;
    Predictor* m_predictor = nullptr;
    QRect m_place; // where it first is
    LessonWriter* m_writer = nullptr;
    QPointer<QDockWidget> m_viewed; // the view that was seen last, perhaps behind the writer
    LearnPage* m_learn = nullptr;   // once it was wanted
    ClassPage* m_class = nullptr;   // the same
    QPointer<QWidget> m_atPage;     // where the keyboard was before a page came
    bool m_ranAtPage = false;
    QList<QAction*> m_traceTools;          // what is done to the plots of a trace
    bool m_isClamped = false;              // as the window is arranged
    std::vector<QDockWidget*> m_laidAside; // views of the other mode that were open
    QPointer<QDockWidget> m_seenBefore;    // and the one that was seen
};

}
