// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictureproblem.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PictureProblem)
};

} // namespace

QString pictureProblemText(PictureProblem problem, const QString &host)
{
    const QString who = host.isEmpty() ? Text::tr("The demo") : host;
    switch (problem) {
    case PictureProblem::None:
        return {};
    case PictureProblem::HostNotAllowed:
        return Text::tr("Pictures of %1 are not loaded.").arg(who);
    case PictureProblem::BadAddress:
        return Text::tr("This is not the address of a picture on the web.");
    case PictureProblem::Gone:
        return Text::tr("%1 does not have this picture any more.").arg(who);
    case PictureProblem::Forbidden:
        return Text::tr("%1 does not give this picture to us.").arg(who);
    case PictureProblem::ServerTrouble:
        return Text::tr("%1 has a problem and gave no picture.").arg(who);
    case PictureProblem::NoNetwork:
        return Text::tr("%1 cannot be reached.").arg(who);
    case PictureProblem::TimedOut:
        return Text::tr("%1 did not answer in time.").arg(who);
    case PictureProblem::NotTrusted:
        return Text::tr("%1 could not prove that it is %1.").arg(who);
    case PictureProblem::NotEncrypted:
        return Text::tr("%1 would send this picture without encryption.").arg(who);
    case PictureProblem::TooManyBytes:
        return Text::tr("The picture is a larger file than the desk loads.");
    case PictureProblem::TooManyPixels:
        return Text::tr("The picture has more pixels than the desk can show.");
    case PictureProblem::NotAPicture:
        return host.isEmpty() ? Text::tr("This is not a picture.")
                              : Text::tr("What %1 sent is not a picture.").arg(who);
    case PictureProblem::Drawing:
        return Text::tr("This is a drawing (SVG). Drawings from the network are not shown.");
    case PictureProblem::UnknownKind:
        return Text::tr("This computer cannot read pictures of this kind.");
    case PictureProblem::Broken:
        return Text::tr("The picture is damaged.");
    }
    return {};
}

} // namespace Ghar
