// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoleases.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int formsPerBlock = 10;

/// The slug of the public form, about eleven characters that mean nothing.
QString slugOf(DemoRandom &random)
{
    static constexpr QStringView letters = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_";
    QString slug;
    for (int i = 0; i < 11; ++i)
        slug += letters.at(random.below(letters.size()));
    return slug;
}

void writeForm(DemoWorld &world, int block, int number)
{
    // Bare type names, full objects, both mixed, and nothing at all.
    const QJsonArray &questions = world.texts.records(u"leases.questions");
    const QStringList &titles = world.texts.list(u"leases.form_titles");
    const DemoListing &listing = world.listing(block, DemoCast::firstManaged + number * 6);
    DemoRow row = world.writer.table(u"rental_application_forms").row();
    DemoRandom &random = row.random();
    row.set(u"owner_id", listing.ownerId)
        .set(u"title", titles.at(number % titles.size()))
        .set(u"slug", slugOf(random) + (block ? QString::number(block) : QString()))
        .set(u"is_active", number % 5 != 4)
        .set(u"required_document_types",
             number % 3 == 2 ? u"{\"id_proof\": true}"_s
                             : u"{\"id_proof\": true, \"income_proof\": true, \"address_proof\": false}"_s)
        .set(u"questions", DemoJson::compact(questions.at(number % questions.size()).toObject()))
        .set(u"created_at", world.clock.ago(150 - number * 10, 300));
    if (number % 4 != 3) // a form without a home asks the applicant for it
        row.set(u"property_id", listing.id);
    if (number % 2 == 0)
        row.set(u"description", u"Please answer in English or Hindi. हिंदी में भी भर सकते हैं।"_s);
    if (number % 3 == 0)
        row.set(u"application_fee_amount", 250 * (1 + number % 2));
    if (number % 3 != 1)
        row.set(u"config",
                u"{\"deadline\": \"%1\", \"max_applicants\": 20, \"allow_multiple_applicants\": %2}"_s.arg(
                    demoDateText(world.clock.today().addDays(number * 7 - 20)), number % 2 ? u"true"_s : u"false"_s));
    row.write();
}

void writeApplication(DemoWorld &world, int block, int number)
{
    static const QStringList statuses{u"applicant"_s, u"approved"_s, u"active"_s,   u"notice_period"_s,
                                      u"vacated"_s,   u"rejected"_s, u"applicant"_s};
    const int form = number % formsPerBlock;
    const DemoListing &listing = world.listing(block, DemoCast::firstManaged + form * 6);
    // The platform never compares the home with the form's owner: one application names a stranger's.
    const DemoListing &home = number == 23 ? world.listing(block, DemoCast::firstManaged + 1) : listing;
    const QString &status = statuses.at(number % statuses.size());
    // The last two file again; the third is the one who got a lease.
    const DemoPerson &applicant =
        world.flatmate(block, number == 2 ? 30 + DemoLeasePlace::fromApplication : 55 + number % 34);
    DemoRow row = world.writer.table(u"rental_applications").row();
    DemoRandom random = row.random();
    const DemoInstant submitted = world.clock.ago(
        status == "applicant"_L1 ? random.between(0, 25) : random.between(20, 200), random.between(0, 380));
    row.set(u"form_id", qint64(block) * formsPerBlock + form + 1)
        .set(u"property_id", home.id)
        .set(u"owner_id", listing.ownerId)
        .set(u"status", status)
        .set(u"applicant_full_name", applicant.name)
        .set(u"applicant_phone", applicant.phone)
        .set(u"applicant_email", applicant.email)
        .set(u"submitted_at", submitted)
        .set(u"created_at", submitted);
    if (number % 9 == 8)
        row.set(u"applicant_user_id", applicant.id);
    if (status != "applicant"_L1)
        row.set(u"decision_at", submitted.plusDays(3))
            .set(u"decided_by_user_id", number % 2 ? world.admin(block, number).id : listing.ownerId)
            .set(u"updated_at", submitted.plusDays(3));
    DemoJson answers;
    answers.openObject(u"employment")
        .put(form % 2 ? u"employer_name" : u"company", random.pick(world.texts.list(u"leases.employers")));
    if (number % 6 != 4)
        answers.put(u"monthly_income", random.between(4, 30) * 10000);
    answers.close().putRaw(u"pets", form % 2 ? u"{\"has_pets\": false}" : u"true");
    row.set(u"answers", answers.text())
        .set(u"application_data",
             u"{\"rental_history\": {\"last_landlord\": \"%1\", \"duration_months\": %2}}"_s
                 .arg(world.flatmate(block, number).name)
                 .arg(random.between(3, 40)));
    const QString contact =
        u"{\"name\": \"%1\", \"phone\": \"+919999909%2\"}"_s.arg(world.flatmate(block, number + 9).name)
            .arg(100 + number);
    row.set(u"emergency_contacts", number % 12 == 7 ? u"[%1]"_s.arg(contact) : contact);
    const qint64 id = row.write();

    if (number % 3 == 0) {
        for (const QString &type : {u"id_proof"_s, u"income_proof"_s}) {
            DemoDocument paper;
            paper.type = type;
            paper.title = type == "id_proof"_L1 ? u"Passport, first page"_s : u"Salary slip"_s;
            paper.ownerId = listing.ownerId;
            paper.applicationId = id;
            paper.created = submitted.plusMinutes(8);
            writeDemoDocument(world, paper);
        }
    }
}

} // namespace

void makeDemoApplications(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < formsPerBlock; ++number)
            writeForm(world, block, number);
        for (int number = 0; number < 36; ++number)
            writeApplication(world, block, number);
    }
}

} // namespace Ghar
