// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data_file.h"
#include "figure.h"
#include "plot.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QMenu;

namespace rheobase {

class Session;
struct Exhibit;

/// A view beside the plots of the trace. It does nothing while nobody sees it, draws no more often than eyes follow, and can be exported.
class PlotView : public QWidget {
    Q_OBJECT
public:
    /// How much time a picture takes: what is quick to draw follows changes sooner, and waits for no other.
    enum class Cost { usual, low };
    explicit PlotView(QWidget* parent = nullptr, Cost cost = Cost::usual);
    ~PlotView() override;

    /// Brings up to date what is exported, which may never have been seen.
    void prepare();
    /// What is shown now: it draws itself.
    virtual ViewFigure figure() = 0;
    /// The same as a table: a header, and rows.
    virtual QByteArray table() = 0;
    /// The same where it may take long; null where `progress` gave it up.
    virtual QByteArray longTable(const Progress& progress);
    /// True unless something is still being computed.
    virtual bool isSettled() const { return true; }

public slots:
    /// Draws soon, where it is visible.
    void refresh();
    /// Draws now, where it is visible.
    void refreshNow();

protected:
    /// Brings up to date what is shown.
    virtual void draw() = 0;
    /// Gives a plot of this view the look in force.
    void restyle(Plot* plot) const;
    void showEvent(QShowEvent* event) override;

private:
    void refreshInTurn();

    Cost m_cost;
    QTimer m_pace;
    QElapsedTimer m_drawn;
};

/// What a picture of this kind draws of a scene, as a figure.
template<class Picture, class Scene> ViewFigure figureOf(const Experiment& experiment, Scene scene)
{
    return {experiment, [scene = std::move(scene)](QPainter& painter, QSize size, const PlotStyle& style) {
                Picture picture;
                picture.setPlotStyle(style);
                picture.setScene(scene);
                picture.render(painter, size);
            }};
}
/// Draws two plots one below the other; the first has this share of the height.
void renderStacked(QPainter& painter, QSize size, Plot& first, Plot& second, double share = 0.5);

/// A view for the dialog of exports, under its name.
Exhibit exhibitOf(PlotView& view, const QString& name);
/// Adds the export of a view to a menu: as a figure (that is the caller's), to the clipboard, as a table.
void addExports(QMenu* menu, PlotView* view, const Session& session, const std::function<void()>& exportFigure);

}
