// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demoplatform.h"

#include "seed/demoworld.h"

#include <QCoreApplication>

namespace Ghar {

Result<void> generateDemoPlatform(const Schema &schema, const DemoOptions &options, SeedSink &sink)
{
    if (options.scale < 1 || !options.today.isValid())
        return Error{
            ErrorKind::BadInput,
            QCoreApplication::translate("DemoPlatform", "The demo platform needs a scale of 1 or more and a day."),
            {}};
    const Result<DemoTexts> texts = DemoTexts::read();
    if (!texts)
        return texts.error();

    DemoWorld world(schema, options.today, options.scale, *texts, sink);
    makeDemoPeople(world);
    makeDemoListings(world);
    makeDemoFlatmates(world);
    makeDemoReports(world);
    makeDemoVisits(world);
    makeDemoBookings(world);
    makeDemoContent(world);
    makeDemoBlog(world);
    makeDemoTours(world);
    makeDemoMedia(world);
    makeDemoLeases(world);
    makeDemoRent(world);
    makeDemoUpkeep(world);
    makeDemoApplications(world);
    makeDemoPapers(world);
    makeDemoAuctions(world);
    makeDemoRegisters(world);
    makeDemoMarketRates(world);
    makeDemoAssistant(world);
    makeDemoNotices(world);
    return world.writer.finish();
}

} // namespace Ghar
