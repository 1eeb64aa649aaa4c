// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int bookingsPerBlock = 80;

struct Stay
{
    int daysAgo = 0; ///< of the arrival
    int nights = 1;
};

/// Dates that suit the state; a few do not, because nothing on the platform checks them.
Stay stayOf(const QString &status, int number, DemoRandom &random)
{
    Stay stay;
    stay.nights = random.between(1, 6);
    if (status == "pending"_L1)
        stay.daysAgo = number % 12 == 0 ? 5 : -random.between(3, 60); // asked for, never answered
    else if (status == "confirmed"_L1)
        stay.daysAgo = -random.between(1, 45);
    else if (status == "checked_in"_L1)
        stay.daysAgo = random.below(stay.nights);
    else if (status == "cancelled"_L1)
        stay.daysAgo = random.between(-20, 60);
    else
        stay.daysAgo = stay.nights + random.between(1, 200);
    return stay;
}

void setMoney(DemoRow &row, const DemoListing &listing, int nights, int number, const QString &payment)
{
    const qint64 base = (listing.dailyRate > 0 ? listing.dailyRate : listing.price) * 100 * nights;
    const qint64 discount = number % 14 == 3 ? base / 10 : 0;
    const qint64 taxes = (base - discount) * 18 / 100;
    const qint64 service = (base - discount) * 5 / 100;
    qint64 total = base - discount + taxes + service;
    if (number == 71)
        total += 10000; // edited without repricing
    row.set(u"base_amount", DemoMoney{base})
        .set(u"discount_amount", DemoMoney{discount})
        .set(u"taxes_amount", DemoMoney{taxes})
        .set(u"service_charges", DemoMoney{service})
        .set(u"total_amount", DemoMoney{total});
    if (payment == "refunded"_L1)
        row.set(u"refund_amount", DemoMoney{number % 4 ? total : total / 2});
}

void writeBooking(DemoWorld &world, int block, int number)
{
    static const QStringList states{u"pending"_s,     u"confirmed"_s, u"checked_in"_s,
                                    u"checked_out"_s, u"cancelled"_s, u"completed"_s};
    static const QStringList payments{u"pending"_s, u"partial"_s, u"paid"_s, u"refunded"_s, u"failed"_s};
    static const QStringList usualPayment{u"pending"_s, u"paid"_s, u"paid"_s, u"paid"_s, u"refunded"_s, u"paid"_s};
    // The first thirty show every pair of states, the rest the usual ones.
    const QString &state = states.at(number % 6);
    const QString &payment = number < 30 ? payments.at(number / 6) : usualPayment.at(number % 6);
    const DemoListing &listing = world.listing(block, DemoCast::firstStay + number * 7 % DemoCast::stays);
    const bool byAssistant = number % 26 == 12;
    const DemoPerson &guest = world.customer(block, number);

    DemoRow row = world.writer.table(u"bookings").row();
    DemoRandom &random = row.random();
    const Stay stay = stayOf(state, number, random);
    const DemoInstant arrival = world.clock.ago(stay.daysAgo, 450);
    const DemoInstant asked = arrival.plusDays(-random.between(2, 40));
    const DemoInstant departure = arrival.plusDays(stay.nights).plusMinutes(-60 * (number % 5 == 0 ? 2 : 0));
    const int guests = number == 50 ? listing.maxOccupancy + 2 : random.between(1, qMax(1, listing.maxOccupancy));
    row.set(u"user_id", guest.id)
        .set(u"property_id", listing.id)
        .set(u"booking_reference",
             u"BK%1"_s.arg(quint32(random.next() & 0xFFF) << 20 | quint32(row.id()), 8, 16, QChar(u'0')).toUpper())
        .set(u"check_in_date", arrival)
        .set(u"check_out_date", departure)
        // A stay of whole days less two hours counts as one night less.
        .set(u"nights", number % 5 == 0 ? qMax(1, stay.nights - 1) : stay.nights)
        .set(u"guests", guests)
        .set(u"booking_status", state)
        .set(u"payment_status", payment)
        .set(u"primary_guest_name", byAssistant ? u"Guest"_s : guest.name)
        .set(u"primary_guest_phone", byAssistant ? u"N/A"_s : guest.phone)
        .set(u"primary_guest_email", byAssistant ? u"guest@example.com"_s : guest.email)
        .set(u"created_at", asked < world.clock.now() ? asked : world.clock.ago(random.between(0, 20), 200))
        .set(u"updated_at", world.clock.ago(random.between(0, 4), 100));
    setMoney(row, listing, number % 5 == 0 ? qMax(1, stay.nights - 1) : stay.nights, number, payment);
    DemoJson details;
    details.put(u"adults", guests)
        .put(u"children", number % 4 == 2 ? 1 : 0)
        .put(u"id_proof", u"to be shown at the door");
    row.set(u"guest_details", details.text());
    if (number % 3 == 0)
        row.set(u"special_requests", random.pick(world.texts.list(u"social.guest_wishes")));
    if (number % 10 == 4)
        row.set(u"internal_notes", u"Caretaker informed, key under the desk of the guard."_s);
    if (payment == "paid"_L1 || payment == "refunded"_L1 || payment == "partial"_L1) {
        row.set(u"payment_method", number % 3 ? u"razorpay"_s : u"upi"_s)
            .set(u"transaction_id", u"pay_demo%1"_s.arg(row.id(), 8, 10, QChar(u'0')))
            .set(u"payment_date", arrival.plusDays(-1));
    }
    if (payment != "pending"_L1 && number % 3)
        row.set(u"razorpay_order_id", u"order_demo%1"_s.arg(row.id(), 8, 10, QChar(u'0')));
    const bool arrived = state == "checked_in"_L1 || state == "checked_out"_L1 || state == "completed"_L1;
    if (arrived && number % 2)
        row.set(u"actual_check_in", arrival.plusMinutes(random.between(-90, 200)))
            .set(u"early_check_in", number % 7 == 1);
    if (arrived && state != "checked_in"_L1 && number % 2)
        row.set(u"actual_check_out", departure.plusMinutes(random.between(-60, 120)))
            .set(u"late_check_out", number % 7 == 3);
    if (state == "cancelled"_L1)
        row.set(u"cancellation_date", world.clock.ago(qMax(1, stay.daysAgo + 2), 100))
            .set(u"cancellation_reason", random.pick(world.texts.list(u"social.cancel_reasons")));
    if (state == "completed"_L1 && number % 4 != 3) {
        row.set(u"guest_rating", random.between(2, 5))
            .set(u"guest_review", random.pick(world.texts.list(u"social.guest_reviews")));
        if (number % 2)
            row.set(u"host_rating", random.between(3, 5))
                .set(u"host_review", random.pick(world.texts.list(u"social.host_reviews")));
    }
    row.write();
}

void writePaymentMethods(DemoWorld &world, int block)
{
    static const QStringList types{u"card"_s, u"upi"_s, u"netbanking"_s};
    static const QStringList brands{u"Visa"_s, u"RuPay"_s, u"Mastercard"_s};
    DemoTable &table = world.writer.table(u"payment_methods");
    for (int number = 0; number < 30; ++number) {
        const QString &type = types.at(number % 3);
        DemoRow row = table.row();
        row.set(u"user_id", world.customer(block, number).id)
            .set(u"method_type", type)
            .set(u"is_default", number < DemoCast::customers)
            .set(u"nickname", number % 2 ? Value(u"Salary account"_s) : Value::null())
            .set(u"created_at", world.clock.ago(row.random().between(5, 300), 200));
        if (type == "card"_L1)
            row.set(u"brand", brands.at(number / 3 % 3))
                .set(u"last4", QString::number(row.random().between(1000, 9999)))
                .set(u"razorpay_token", u"token_demo_%1"_s.arg(row.id()));
        else
            row.set(u"razorpay_payment_id", u"pay_demo_%1"_s.arg(row.id()));
        row.write();
    }
}

} // namespace

void makeDemoBookings(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < bookingsPerBlock; ++number)
            writeBooking(world, block, number);
        writePaymentMethods(world, block);
    }
}

} // namespace Ghar
