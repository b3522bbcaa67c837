// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace rheobase {

/// The heading of a group of editors or values.
QWidget* sectionHeading(const QString& text);

}
