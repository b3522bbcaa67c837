// SPDX-License-Identifier: GPL-3.0-or-later
#include "heading.h"

#include <QLabel>

namespace rheobase {

QWidget* sectionHeading(const QString& text)
{
    auto* heading = new QLabel(text.toUpper());
    heading->setProperty("role", QStringLiteral("section"));
    heading->setAccessibleName(text);
    return heading;
}

}
