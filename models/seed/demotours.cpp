// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demotours.h"

#include "seed/demojson.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoTour;

const QString &panorama(int number)
{
    static const QStringList pictures{u"ghar-demo:/panoramas/room.jpg"_s,    u"ghar-demo:/panoramas/empty-flat.jpg"_s,
                                      u"ghar-demo:/panoramas/site.jpg"_s,    u"ghar-demo:/tour-flat/living.jpg"_s,
                                      u"ghar-demo:/tour-flat/kitchen.jpg"_s, u"ghar-demo:/tour-flat/bedroom.jpg"_s};
    return pictures.at(number % pictures.size());
}

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

QString viewJson(const QString &yaw, const QString &pitch)
{
    DemoJson json;
    json.putRaw(u"yaw", yaw).putRaw(u"pitch", pitch);
    return json.text();
}

QString settingsOf(int block, int tour)
{
    if (tour == camelCase) // older clients wrote these names, and plans that the public page never shows
        return u"{\"autoRotate\": true, \"autoRotateSpeed\": 0.5, \"floor_plans\": [{\"id\": \"fp_demo1\", \"name\": "
               "\"Ground floor\", \"image_url\": \"ghar-demo:/tour-flat/floorplan.svg\", \"floor_number\": 1, "
               "\"markers\": [{\"scene_id\": \"%1\", \"x\": 40.5, \"y\": 55}]}]}"_s.arg(sceneKey(block, tour, 0));
    if (tour == empty)
        return {};
    DemoJson json;
    // A duplicate keeps the start scene of the tour it was made from.
    const QString start = tour == duplicate ? sceneKey(block, flat, 0) : sceneKey(block, tour, 0);
    json.put(u"auto_rotate", tour % 2 == 0)
        .putRaw(u"auto_rotate_speed", u"1.0")
        .put(u"initial_scene_id", start)
        .putRaw(u"initial_view", viewJson(u"0"_s, u"-5"_s))
        .put(u"show_navbar", true)
        .put(u"enable_fullscreen", true)
        .put(u"enable_vr", tour != 3)
        .put(u"enable_gyroscope", true)
        .put(u"gyroscope_auto_start", false);
    if (tour % 3 == 0) {
        json.openObject(u"branding")
            .put(u"logo_url", DemoWorld::mediaUrl(u"brand/logo.png"))
            .put(u"primary_color", tour ? u"#0ea5e9" : u"#22c55e")
            .put(u"secondary_color", u"#FFC857")
            .put(u"text_color", tour == 6 ? u"#C8C8C8" : u"#0A0A0B")
            .put(u"background_color", u"#FAFAFA")
            .put(u"font_family", u"Inter")
            .put(u"button_style", tour ? u"pill" : u"rounded")
            .put(u"show_watermark", true)
            .put(u"watermark_position", u"bottom-right");
        if (tour == 6)
            json.put(u"custom_css", u".navbar { letter-spacing: 1px; }");
        json.close();
    }
    return json.text();
}

void writeTour(DemoWorld &world, int block, int tour)
{
    const QJsonObject text = world.texts.records(u"tours.tours").at(tour).toObject();
    const QString status = text[u"status"_s].toString();
    const QString visibility = text[u"visibility"_s].toString();
    DemoRow row = world.writer.table(u"tours").row();
    DemoRandom &random = row.random();
    const DemoInstant created = world.clock.ago(20 + tour * 23, 250);
    const DemoInstant updated = world.clock.ago(tour % 9, 120 + tour);
    row.set(u"id", DemoWorld::tourKey(block, tour))
        .set(u"user_id", tour % 2 ? world.person(block, DemoCast::firstOwner + tour).id : world.admin(block, tour).id)
        .set(u"title", text[u"title"_s].toString())
        .set(u"description", text[u"text"_s].toString())
        .set(u"status", status)
        .set(u"visibility", visibility)
        // Publishing without choosing a visibility leaves the two columns apart.
        .set(u"is_public", visibility == "public"_L1 || tour == 2)
        .set(u"is_featured", tour == flat || tour == 8)
        .set(u"view_count", status == "published"_L1 ? random.between(40, 4000) : random.below(12))
        .set(u"like_count", status == "published"_L1 ? random.between(2, 90) : 0)
        .set(u"share_count", status == "published"_L1 ? random.between(0, 40) : 0)
        .set(u"created_at", created)
        .set(u"updated_at", updated);
    const QString settings = settingsOf(block, tour);
    row.set(u"settings", settings.isEmpty() ? Value::null() : Value(settings));
    if (tour != empty)
        row.set(u"thumbnail_url", tour == flat ? u"ghar-demo:/tour-flat/living.jpg"_s : panorama(tour));
    if (status == "published"_L1)
        row.set(u"published_at", created.plusDays(3));
    if (status == "archived"_L1 && tour != deleted)
        row.set(u"archived_at", updated);
    if (tour == deleted)
        row.set(u"deleted_at", world.clock.ago(5, 222));
    row.write();
}

void writeHotspot(DemoWorld &world, const QString &scene, const Spot &spot, int number, DemoInstant created)
{
    const int order = spot.order < 0 ? number : spot.order;
    DemoRow row = world.writer.table(u"hotspots").row();
    row.set(u"id", spotKey(scene, number))
        .set(u"scene_id", scene)
        .set(u"type", spot.type)
        .set(u"position", u"{\"yaw\": %1, \"pitch\": %2, \"radius\": null}"_s.arg(spot.yaw, spot.pitch))
        .set(u"title", spot.title)
        .set(u"order_index", order)
        .set(u"created_at", created)
        .set(u"updated_at", created.plusDays(1));
    if (!spot.target.isEmpty())
        row.set(u"target_scene_id", spot.target);
    if (!spot.text.isEmpty())
        row.set(u"description", spot.text);
    if (!spot.content.isEmpty())
        row.set(u"content", spot.content);
    static const QHash<QString, QString> icons{{u"navigation"_s, u"arrow-right"_s}, {u"info"_s, u"info"_s},
                                               {u"audio"_s, u"volume-2"_s},         {u"video"_s, u"play"_s},
                                               {u"link"_s, u"external-link"_s},     {u"custom"_s, u"code"_s}};
    row.set(u"icon_name", icons.value(spot.type));
    if (spot.type != "navigation"_L1)
        row.set(u"icon_color", order % 2 ? u"#22c55e"_s : u"#f59e0b"_s).set(u"icon_size", order % 3 ? 32 : 40);
    if (spot.isGenerated)
        row.set(u"custom_data", u"{\"auto_generated\": true, \"model\": \"demo\"}"_s);
    else if (!spot.target.isEmpty() && order == 0)
        row.set(u"custom_data", u"{\"arrival\": {\"yaw\": 180, \"pitch\": 0, \"zoom\": 20}}"_s);
    row.set(u"is_active", !spot.isHidden);
    row.write();
}

QString sceneMetadata(int tour, const QString &picture, const QString &yaw, const QString &pitch)
{
    const bool isSmall = picture.endsWith("empty-flat.jpg"_L1);
    DemoJson json;
    json.openObject(u"initial_view").putRaw(u"yaw", yaw).putRaw(u"pitch", pitch);
    if (tour % 4 == 1)
        json.put(u"zoom", 50);
    json.close();
    if (tour == 7)
        json.openObject(u"camera").put(u"fov", 70).put(u"min_fov", 30).put(u"max_fov", 90).close();
    if (tour == flat)
        json.openObject(u"gps").putRaw(u"latitude", u"28.4223").putRaw(u"longitude", u"77.0801").close();
    json.openObject(u"dimensions").put(u"width", isSmall ? 1024 : 2048).put(u"height", isSmall ? 512 : 1024).close();
    json.put(u"is_panorama", true);
    return json.text();
}

void writeScene(DemoWorld &world, int block, int tour, int number, const QString &title, const QString &picture,
                const QString &yaw, const QString &pitch, DemoInstant created)
{
    DemoRow row = world.writer.table(u"scenes").row();
    row.set(u"id", sceneKey(block, tour, number))
        .set(u"tour_id", DemoWorld::tourKey(block, tour))
        .set(u"image_url", picture)
        .set(u"order_index", tour == 8 ? 0 : number) // a slip of the platform: several scenes with place 0
        .set(u"scene_metadata", sceneMetadata(tour, picture, yaw, pitch))
        .set(u"is_processed", tour != 3)
        .set(u"created_at", created.plusMinutes(number))
        .set(u"updated_at", created.plusDays(1));
    if (tour != 6 || number != 1)
        row.set(u"title", title);
    if (number == 0)
        row.set(u"description", u"Start here."_s);
    if (!picture.endsWith("missing.jpg"_L1))
        row.set(u"thumbnail_url", picture);
    else
        row.set(u"processing_error", u"The picture could not be read: 404"_s);
    row.write();
}

/// The furnished flat as it was modelled: scenes, links and plan come from tour.json.
void writeFlat(DemoWorld &world, int block, int tour)
{
    const QJsonArray &scenes = world.texts.records(u"tour-flat/tour.scenes");
    const DemoInstant created = world.clock.ago(20 + tour * 23, 250);
    QHash<QString, int> placeOf;
    DemoJson markers(DemoJson::Root::Array);
    for (int place = 0; place < scenes.size(); ++place) {
        const QJsonObject scene = scenes.at(place).toObject();
        placeOf.insert(scene[u"id"_s].toString(), place);
        const QJsonObject view = scene[u"initial_view"_s].toObject();
        writeScene(world, block, tour, place, scene[u"title"_s].toString(),
                   u"ghar-demo:/tour-flat/"_s + scene[u"image"_s].toString(), number(view[u"yaw"_s].toDouble()),
                   number(view[u"pitch"_s].toDouble()), created);
        const QJsonObject plan = scene[u"plan"_s].toObject();
        markers.openObject()
            .put(u"scene_id", sceneKey(block, tour, place))
            .putRaw(u"x", number(plan[u"x_percent"_s].toDouble()))
            .putRaw(u"y", number(plan[u"y_percent"_s].toDouble()))
            .put(u"label", scene[u"title"_s].toString())
            .close();
    }
    for (int place = 0; place < scenes.size(); ++place) {
        const QJsonArray spots = scenes.at(place)[u"hotspots"_s].toArray();
        for (int order = 0; order < spots.size(); ++order) {
            const QJsonObject source = spots.at(order).toObject();
            Spot spot;
            spot.type = source[u"type"_s].toString();
            spot.title = source[u"title"_s].toString();
            spot.text = source[u"text"_s].toString();
            spot.yaw = number(source[u"yaw"_s].toDouble());
            spot.pitch = number(source[u"pitch"_s].toDouble());
            DemoJson content;
            content.put(u"kind", spot.type);
            if (spot.type == "navigation"_L1)
                spot.target = sceneKey(block, tour, placeOf.value(source[u"target"_s].toString()));
            else
                content.put(u"text", spot.text);
            spot.content = content.text();
            writeHotspot(world, sceneKey(block, tour, place), spot, order, created);
        }
    }
    DemoRow plan = world.writer.table(u"floor_plans").row();
    plan.set(u"tour_id", DemoWorld::tourKey(block, tour))
        .set(u"name", u"Flat"_s)
        .set(u"image_url", u"ghar-demo:/tour-flat/floorplan.svg"_s)
        .set(u"markers", markers.text())
        .set(u"created_at", created)
        .set(u"updated_at", created);
    plan.write();
}

/// A ring of scenes that link forward and back.
void writeRing(DemoWorld &world, int block, int tour, int count)
{
    const QStringList &rooms = world.texts.list(u"tours.rooms");
    const DemoInstant created = world.clock.ago(20 + tour * 23, 250);
    for (int place = 0; place < count; ++place) {
        QString picture = tour == 8 ? panorama(2) : panorama(tour + place);
        if (tour == 7 && place == 1)
            picture = u"ghar-demo:/tour-flat/missing.jpg"_s; // is not shipped, on purpose
        else if (tour == 4)
            picture = DemoWorld::mediaUrl(u"tours/%1/scenes/%2/original.jpg"_s.arg(tour).arg(place));
        writeScene(world, block, tour, place, rooms.at((tour + place) % rooms.size()), picture,
                   QString::number(place * 45 - 45), u"-5"_s, created);
    }
    for (int place = 0; place < count && count > 1; ++place) {
        const int next = (place + 1) % count;
        const int before = (place + count - 1) % count;
        const QString scene = sceneKey(block, tour, place);
        Spot forward{u"navigation"_s,
                     rooms.at((tour + next) % rooms.size()),
                     {},
                     u"35.5"_s,
                     u"-28"_s,
                     sceneKey(block, tour, next),
                     u"{\"kind\": \"navigation\"}"_s,
                     tour == 12,
                     false};
        if (tour == 6 && place == 0)
            forward.target = sceneKey(block, tour, 17); // a scene that was deleted
        writeHotspot(world, scene, forward, 0, created);
        if (before != next) {
            Spot back{u"navigation"_s,
                      u"Back"_s,
                      {},
                      u"-140.25"_s,
                      u"-28"_s,
                      sceneKey(block, tour, before),
                      u"{\"kind\": \"navigation\"}"_s,
                      false,
                      tour == 1,
                      tour == 8 ? 0 : -1};
            writeHotspot(world, scene, back, 1, created);
        }
    }
}

/// One spot of every kind, with the spellings that occur.
void writeEveryKind(DemoWorld &world, int block)
{
    const QString scene = sceneKey(block, showHome, 0);
    const QJsonArray &records = world.texts.records(u"tours.every_kind");
    for (int number = 0; number < records.size(); ++number) {
        const QJsonObject record = records.at(number).toObject();
        Spot spot;
        spot.type = record[u"type"_s].toString();
        spot.title = record[u"title"_s].toString();
        spot.text = record[u"text"_s].toString();
        spot.yaw = record[u"yaw"_s].toString();
        spot.pitch = record[u"pitch"_s].toString();
        spot.isGenerated = record[u"generated"_s].toBool();
        spot.isHidden = record[u"hidden"_s].toBool();
        if (record.contains(u"content"_s))
            spot.content = DemoJson::compact(record[u"content"_s].toObject());
        writeHotspot(world, scene, spot, number + 2, world.clock.ago(30, 250));
    }
}

void writePlans(DemoWorld &world, int block)
{
    struct Plan
    {
        int tour;
        int floor;
        QString name;
        QString markers;
    };
    const QString known =
        u"[{\"scene_id\": \"%1\", \"x\": 32, \"y\": 40.5, \"label\": \"Study\"}]"_s.arg(sceneKey(block, 7, 0));
    const QString gone =
        u"[{\"scene_id\": \"%1\", \"x\": 70, \"y\": 18, \"label\": null}]"_s.arg(sceneKey(block, 6, 17));
    for (const Plan &plan : {Plan{7, 1, u"Ground floor"_s, known}, Plan{7, 2, u"Upper floor"_s, u"[]"_s},
                             Plan{6, 1, u"Plan of 2019"_s, gone}}) {
        DemoRow row = world.writer.table(u"floor_plans").row();
        row.set(u"tour_id", DemoWorld::tourKey(block, plan.tour))
            .set(u"name", plan.name)
            .set(u"image_url",
                 plan.floor == 1 ? u"ghar-demo:/tour-flat/floorplan.svg"_s : DemoWorld::mediaUrl(u"plans/upper.png"))
            .set(u"floor_number", plan.floor)
            .set(u"markers", plan.markers)
            .set(u"created_at", world.clock.ago(40, 300));
        row.write();
    }
}

} // namespace

QString DemoTour::sceneKey(int block, int tour, int number)
{
    DemoRandom random(DemoRandom::seedOf(u"scene", (quint64(block) * DemoTour::count + tour) * 32 + number));
    return demoUuid(random);
}

QString DemoTour::spotKey(const QString &scene, int number)
{
    DemoRandom random(DemoRandom::seedOf(scene, quint64(number)));
    return demoUuid(random);
}

void makeDemoTours(DemoWorld &world)
{
    static const QList<int> scenesOf{0, 3, 2, 3, 2, 1, 3, 3, 2, 0, 2, 0, 4};
    for (int block = 0; block < world.scale; ++block) {
        for (int tour = 0; tour < DemoTour::count; ++tour)
            writeTour(world, block, tour);
        writeFlat(world, block, flat);
        writeFlat(world, block, duplicate);
        for (int tour = 0; tour < DemoTour::count; ++tour)
            writeRing(world, block, tour, scenesOf.at(tour));
        writeEveryKind(world, block);
        writePlans(world, block);
    }
}

} // namespace Ghar
