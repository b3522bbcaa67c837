// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rheobase {

/// The stretch of model time that all plots of a stack show, in ms. It follows the newest sample until it is moved away
/// from the end, and never leaves what is recorded, except that before the run is as long as the window it shows 0 … length.
class TimeWindow {
public:
    double from() const { return m_from; }
    double to() const { return m_from + m_length; }
    double length() const { return m_length; }
    bool isFollowing() const { return m_following; }

    /// Takes over how far the trace reaches.
    void setExtent(double start, double newest);
    /// A new run: from its start, following.
    void restart();
    /// Changes the length; the end stays while following, else the middle.
    void setLength(double ms);
    /// Multiplies the length by `factor` and keeps the time `about` where it is.
    void zoom(double factor, double about);
    void pan(double ms);
    void toStart();
    void toEnd();

    static constexpr double leastLength = 0.1, greatestLength = 1e6;

private:
    double latest() const;
    void moveTo(double from);

    double m_start = 0, m_newest = 0, m_from = 0, m_length = 200;
    bool m_following = true;
};

}
