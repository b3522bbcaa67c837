// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QWidget>

#include <optional>

namespace rheobase {

class ClampPicture;
class Session;

/// Where the run is now in a row of a family, over it: an upright line, and a dot at what is recorded.
class PlayHead : public QWidget {
public:
    explicit PlayHead(ClampPicture& picture);
    /// At this time and value; nowhere.
    void setAt(std::optional<QPointF> at);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ClampPicture& m_picture;
    std::optional<QPointF> m_at;
};

/// When in its episode the run of a clamped neuron is, in ms; nowhere while it waits, and between two episodes.
std::optional<double> timeInEpisode(const Session& session);
/// What is recorded now of a row of a scene.
double valueNow(const Session& session, std::size_t row);

}
