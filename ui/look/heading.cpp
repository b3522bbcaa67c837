// SPDX-License-Identifier: GPL-3.0-or-later
#include "heading.h"

#include "theme.h"

#include <QLabel>

namespace rheobase {

QWidget* sectionHeading(const QString& text)
{
    auto* heading = new QLabel(text.toUpper());
    heading->setProperty("role", QStringLiteral("section"));
    setFace(heading, 8.5, QFont::DemiBold);
    heading->setAccessibleName(text);
    return heading;
}

}
