// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demotours.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoTour;

struct File
{
    QString name;
    QString url;
    QString mime;
    qint64 size = 0;
    int width = 0;
    int height = 0;
    int seconds = 0;
    int tour = -1; ///< uploads of the web editor know no tour
};

/// What ships with the desk, with its true sizes.
const QList<File> &shippedFiles()
{
    static const QList<File> files{
        {u"living.jpg"_s, u"ghar-demo:/tour-flat/living.jpg"_s, u"image/jpeg"_s, 388193, 2048, 1024, 0, flat},
        {u"kitchen.jpg"_s, u"ghar-demo:/tour-flat/kitchen.jpg"_s, u"image/jpeg"_s, 350657, 2048, 1024, 0, flat},
        {u"bedroom.jpg"_s, u"ghar-demo:/tour-flat/bedroom.jpg"_s, u"image/jpeg"_s, 272751, 2048, 1024, 0, flat},
        {u"balcony.jpg"_s, u"ghar-demo:/tour-flat/balcony.jpg"_s, u"image/jpeg"_s, 721191, 2048, 1024, 0, flat},
        {u"walk.mp4"_s, u"ghar-demo:/tour-flat/walk.mp4"_s, u"video/mp4"_s, 998499, 960, 480, 6, flat},
        {u"walk.webm"_s, u"ghar-demo:/tour-flat/walk.webm"_s, u"video/webm"_s, 845456, 960, 480, 6, flat},
        {u"floorplan.svg"_s, u"ghar-demo:/tour-flat/floorplan.svg"_s, u"image/svg+xml"_s, 3805, 1100, 1180, 0, flat},
        {u"room.jpg"_s, u"ghar-demo:/panoramas/room.jpg"_s, u"image/jpeg"_s, 290723, 2048, 1024, 0, -1},
        {u"empty-flat.jpg"_s, u"ghar-demo:/panoramas/empty-flat.jpg"_s, u"image/jpeg"_s, 46178, 1024, 512, 0, -1},
        {u"site.jpg"_s, u"ghar-demo:/panoramas/site.jpg"_s, u"image/jpeg"_s, 287868, 2048, 1024, 0, -1},
    };
    return files;
}

void writeFile(DemoWorld &world, int block, int number, const File &file)
{
    static const QStringList visibilities{u"private"_s, u"public"_s, u"unlisted"_s};
    DemoRow row = world.writer.table(u"media_files").row();
    const qint64 userId = world.person(block, DemoCast::firstOwner + number % DemoCast::owners).id;
    const DemoInstant created = world.clock.ago(3 + number * 4, 310);
    const QString prefix = u"%1-"_s.arg(row.random().next() & 0xFFFFFFFF, 8, 16, QChar(u'0'));
    const QString folder =
        file.tour >= 0 ? u"tours/"_s + DemoWorld::tourKey(block, file.tour) : u"uploads/%1"_s.arg(userId);
    row.set(u"user_id", userId)
        .set(u"filename", prefix + file.name)
        .set(u"original_filename", file.name)
        .set(u"file_url", file.url)
        .set(u"file_size", file.size)
        .set(u"mime_type", file.mime)
        .set(u"folder", folder)
        .set(u"storage_path", folder + u'/' + prefix + file.name)
        .set(u"bucket_name", number % 3 ? u"cloudinary"_s : u"360ghar-storage"_s)
        .set(u"visibility", visibilities.at(number % 3))
        .set(u"is_processed", number % 7 != 6)
        .set(u"upload_status",
             number == 14       ? u"pending"_s
                 : number == 15 ? u"failed"_s
                                : u"complete"_s)
        .set(u"created_at", created);
    if (file.tour >= 0)
        row.set(u"tour_id", DemoWorld::tourKey(block, file.tour));
    if (file.width > 0)
        row.set(u"width", file.width).set(u"height", file.height);
    if (file.mime == "image/jpeg"_L1)
        row.set(u"thumbnail_url", file.url).set(u"cdn_url", file.url);
    if (file.seconds > 0)
        row.set(u"duration", file.seconds);
    if (number % 11 == 10)
        row.set(u"expires_at", world.clock.ago(number % 2 ? 2 : -30, 0));
    const QString key = row.key();
    row.write();
    if (file.seconds == 0)
        return;
    DemoRow video = world.writer.table(u"video_metadata").row();
    video.set(u"media_file_id", key)
        .set(u"duration", file.seconds)
        .set(u"width", file.width)
        .set(u"height", file.height)
        .set(u"format", file.mime.mid(6))
        .set(u"bitrate", file.size * 8 / file.seconds)
        .set(u"framerate", 30)
        .set(u"thumbnail_url", u"ghar-demo:/tour-flat/balcony.jpg"_s)
        .set(u"stream_url", file.url)
        .set(u"created_at", created)
        .set(u"updated_at", created);
    video.write();
}

void writeFiles(DemoWorld &world, int block)
{
    int number = 0;
    for (const File &file : shippedFiles())
        writeFile(world, block, number++, file);
    for (; number < 46; ++number) {
        const bool isDocument = number % 6 == 0;
        const QString name = isDocument ? u"lease-%1.pdf"_s.arg(number) : u"IMG_%1.webp"_s.arg(2000 + number);
        writeFile(world, block, number,
                  {name, DemoWorld::mediaUrl(u"uploads/%1/%2"_s.arg(block).arg(name)),
                   isDocument ? u"application/pdf"_s : u"image/webp"_s, 40000 + number * 7919, isDocument ? 0 : 2048,
                   isDocument ? 0 : 1024, 0, number % 9 == 2 ? 1 : -1});
    }
}

/// Results in the forms the platform writes, by kind of job.
QString jobResult(const DemoWorld &world, const QString &type, int block)
{
    const QString scene = sceneKey(block, flat, 1);
    const QString living = sceneKey(block, flat, 0);
    DemoJson json;
    if (type.startsWith("analyze"_L1) || type == "scene_analysis"_L1) {
        json.openArray(u"analysis").openObject();
        json.put(u"scene_id", scene).put(u"room_type", u"kitchen").putRaw(u"room_confidence", u"0.94");
        json.put(u"suggested_title", u"Kitchen with granite top")
            .put(u"suggested_description", u"Window above the sink.");
        json.put(u"quality_score", 78).put(u"quality_issues", QStringList{u"slightly dark"_s});
        json.put(u"features_detected", QStringList{u"hob"_s, u"refrigerator"_s, u"sink"_s}).close();
        json.openObject().put(u"scene_id", living).put(u"error", u"picture too large").close().close();
    } else if (type.startsWith("suggest"_L1) || type == "hotspot_generation"_L1) {
        json.openArray(u"hotspots").openObject();
        json.put(u"id", u"s1").put(u"scene_id", living).put(u"type", u"navigation");
        json.openObject(u"position").putRaw(u"yaw", u"100.2").putRaw(u"pitch", u"-14.1").close();
        json.put(u"target_scene_id", scene).put(u"suggested_title", u"To the kitchen");
        json.put(u"reasoning", u"An open doorway is visible.").putRaw(u"confidence", u"0.81").close();
        json.openObject().put(u"id", u"s2").put(u"type", u"info");
        json.openObject(u"position").putRaw(u"yaw", u"214.0").putRaw(u"pitch", u"-95").close(); // beyond its range
        json.put(u"suggested_title", u"Carpet").putRaw(u"confidence", u"0.35").close().close();
    } else if (type.startsWith("generate_description"_L1)) {
        json.openObject(u"descriptions").put(scene, u"A bright kitchen with space for a small table.");
        json.put(living, u"बैठक से बालकनी तक खुला रास्ता।").close();
    } else if (type == "generate_tour"_L1) {
        json.put(u"tour_id", DemoWorld::tourKey(block, showHome)).openArray(u"generated").openObject();
        json.put(u"scene_id", sceneKey(block, showHome, 0))
            .put(u"title", u"Entrance")
            .put(u"room_type", u"entrance")
            .close()
            .close();
        json.put(u"created_hotspots", QStringList{});
    } else if (type == "optimize_tour"_L1) {
        json.put(u"tour_id", DemoWorld::tourKey(block, flat)).openObject(u"overview");
        json.put(u"scene_count", 4)
            .put(u"missing_titles", 0)
            .put(u"missing_descriptions", 3)
            .put(u"hotspot_count", 13)
            .close();
        json.put(u"overview_recommendations", world.texts.list(u"tours.recommendations"));
        json.openArray(u"scene_suggestions").close();
    }
    return json.text();
}

void writeJobs(DemoWorld &world, int block)
{
    static const QStringList types{u"analyze_scene"_s,         u"analyze_scenes"_s,       u"generate_description"_s,
                                   u"generate_descriptions"_s, u"suggest_hotspots"_s,     u"suggest_tour_hotspots"_s,
                                   u"generate_tour"_s,         u"optimize_tour"_s,        u"scene_analysis"_s,
                                   u"hotspot_generation"_s,    u"floor_plan_processing"_s};
    static const QStringList statuses{u"completed"_s,  u"completed"_s, u"pending"_s,
                                      u"processing"_s, u"failed"_s,    u"cancelled"_s};
    for (int number = 0; number < 22; ++number) {
        DemoRow row = world.writer.table(u"ai_jobs").row();
        const QString &type = types.at(number % types.size());
        // The first round shows every result, the second every status.
        const QString &status = number < types.size() ? statuses.at(0) : statuses.at(number % statuses.size());
        const int age = status == "pending"_L1 || status == "processing"_L1 ? 0 : 1 + number * 2;
        const DemoInstant created = world.clock.ago(age, 200 + number * 5);
        row.set(u"user_id", world.person(block, DemoCast::firstOwner + number).id)
            .set(u"job_type", type)
            .set(u"status", status)
            .set(u"created_at", created)
            .set(u"updated_at", created.plusMinutes(4));
        // Jobs outlive their tour: one names a tour that no longer exists.
        row.set(u"tour_id", number == 13 ? row.key() : DemoWorld::tourKey(block, number % 2 ? flat : showHome));
        if (type.contains("scene"_L1))
            row.set(u"scene_id", sceneKey(block, flat, 1));
        if (status == "completed"_L1)
            row.set(u"result", jobResult(world, type, block)).set(u"progress", 100);
        if (status == "processing"_L1)
            row.set(u"progress", 45);
        if (status == "failed"_L1)
            row.set(u"error_message", u"The model did not answer in time."_s).set(u"retry_count", 3);
        if (status != "pending"_L1)
            row.set(u"started_at", created.plusMinutes(1));
        if (status != "pending"_L1 && status != "processing"_L1)
            row.set(u"completed_at", created.plusMinutes(4));
        row.write();
    }
}

void setEventData(DemoRow &row, const QString &type, int number)
{
    DemoRandom &random = row.random();
    DemoJson json;
    if (number % 3)
        json.put(u"referrer", number % 2 ? u"https://search.example.com/" : u"https://360ghar.com/");
    else
        json.putNull(u"referrer");
    if (type == "heatmap"_L1)
        json.putRaw(u"yaw", DemoDecimal{random.between(-1800, 1800), 1}.text())
            .putRaw(u"pitch", DemoDecimal{random.between(-450, 300), 1}.text())
            .put(u"intensity", 1);
    else if (type == "share"_L1 || type == "tour_share"_L1)
        json.put(u"platform", number % 2 ? u"whatsapp" : u"copy_link");
    else if (type == "session_end"_L1)
        json.put(u"duration_seconds", random.between(5, 900));
    else if (type == "session_duration"_L1)
        json.put(u"duration_ms", random.between(5000, 900000));
    else if (type == "fullscreen_enter"_L1 || type == "fullscreen_exit"_L1)
        json.put(u"is_fullscreen", type == "fullscreen_enter"_L1);
    else if (type == "tour_view"_L1)
        json.put(u"device", u"mobile");
    row.set(u"event_data", json.text());
}

void writeEvents(DemoWorld &world, int block)
{
    static const QStringList types{u"session_start"_s,
                                   u"view"_s,
                                   u"scene_view"_s,
                                   u"hotspot_click"_s,
                                   u"heatmap"_s,
                                   u"scene_view"_s,
                                   u"heatmap"_s,
                                   u"session_end"_s,
                                   u"view"_s,
                                   u"share"_s,
                                   u"like"_s,
                                   u"fullscreen_enter"_s,
                                   u"fullscreen_exit"_s,
                                   u"session_duration"_s,
                                   u"vr_enter"_s,
                                   u"vr_exit"_s,
                                   u"unlike"_s,
                                   u"heatmap"_s,
                                   u"view"_s,
                                   u"scene_view"_s};
    static const QStringList seedTypes{u"tour_view"_s, u"tour_share"_s, u"tour_like"_s, u"scene_navigate"_s};
    static const QStringList devices{u"mobile"_s, u"desktop"_s, u"tablet"_s, u"vr"_s};
    static const QList<int> tours{flat, 1, 7, 8, flat, 10};
    const QStringList &agents = world.texts.list(u"tours.agents");
    DemoTable &table = world.writer.table(u"tour_analytics_events");
    for (int number = 0; number < 260; ++number) {
        DemoRow row = table.row();
        DemoRandom &random = row.random();
        const int session = number / 4;
        const int tour = tours.at(session % tours.size());
        const QString &type = number >= 250 ? seedTypes.at(number % 4) : types.at(number % types.size());
        // The last sessions are running right now.
        const int age = session >= 60 ? 0 : random.below(35);
        const int device = session % 10 == 9 ? 3 : session % 3;
        row.set(u"tour_id", DemoWorld::tourKey(block, tour))
            .set(u"event_type", type)
            .set(u"session_id", u"v-%1-%2"_s.arg(block).arg(session))
            .set(u"user_agent", agents.at(device))
            .set(u"device_type", devices.at(device))
            .set(u"ip_address", number % 9 ? u"203.0.113.%1"_s.arg(session % 250) : u"2001:db8::%1"_s.arg(session))
            .set(u"created_at",
                 session >= 60 ? world.clock.now().plusMinutes(-(number % 5))
                               : world.clock.ago(age, random.between(0, 380)));
        setEventData(row, type, number);
        if (type == "scene_view"_L1 || type == "heatmap"_L1 || type == "hotspot_click"_L1) {
            const QString scene = sceneKey(block, tour, number % 40 == 3 ? 19 : number % 2); // some scenes are gone
            row.set(u"scene_id", scene);
            if (type == "hotspot_click"_L1)
                row.set(u"hotspot_id", spotKey(scene, 0));
        }
        row.write();
    }
}

void writeSurroundings(DemoWorld &world, int block)
{
    for (int tour = 0; tour < 10; ++tour) {
        const DemoLocality &place = world.texts.localities().at((tour * 11 + 46) % world.texts.localities().size());
        DemoRow row = world.writer.table(u"tour_locations").row();
        row.set(u"tour_id", DemoWorld::tourKey(block, tour))
            .set(u"name", place.name)
            .set(u"address", u"Plot %1, %2"_s.arg(tour * 7 + 3).arg(place.name))
            .set(u"city", place.city)
            .set(u"state", place.state)
            .set(u"country", u"India"_s)
            .set(u"postal_code", place.pin)
            .set(u"timezone", u"Asia/Kolkata"_s)
            .set(u"elevation", 210 + tour)
            .set(u"created_at", world.clock.ago(20, 300));
        if (tour != 9)
            row.set(u"latitude", DemoDecimal{place.latitude / 100, 4})
                .set(u"longitude", DemoDecimal{place.longitude / 100, 4});
        row.write();
    }
    for (int tour = 0; tour < 4; ++tour) {
        DemoRow row = world.writer.table(u"tour_branding").row();
        row.set(u"tour_id", DemoWorld::tourKey(block, tour))
            .set(u"settings",
                 u"{\"primaryColor\": \"#22c55e\", \"logoUrl\": \"https://media.example.com/brand/logo.png\", "
                 "\"companyName\": \"Demo Homes\"}"_s);
        row.write();
    }
    const QStringList &words = world.texts.list(u"tours.search_words");
    for (int number = 0; number < 5; ++number) {
        DemoRow row = world.writer.table(u"search_index").row();
        row.set(u"tour_id", DemoWorld::tourKey(block, flat))
            .set(u"search_vector", words.at(qMax(0, number - 1)))
            .set(u"weight_tsrank", DemoDecimal{number ? 6 : 10, 1});
        if (number > 0)
            row.set(u"scene_id", sceneKey(block, flat, number - 1));
        row.write();
    }
}

void writeDomains(DemoWorld &world, int block)
{
    static const QStringList verification{u"pending"_s, u"verified"_s, u"failed"_s};
    static const QStringList certificates{u"none"_s, u"pending"_s, u"active"_s, u"failed"_s, u"provisioning"_s};
    for (int number = 0; number < 7; ++number) {
        DemoRow row = world.writer.table(u"custom_domains").row();
        DemoRandom &random = row.random();
        QString token = demoUuid(random);
        row.set(u"user_id", world.person(block, DemoCast::firstOwner + number * 2).id)
            .set(u"domain", u"tours%1.owner%2.example.in"_s.arg(block).arg(number))
            .set(u"verification_status", verification.at(number % 3))
            .set(u"ssl_status", certificates.at(number % 5))
            .set(u"verification_token", u"360ghar-verify-"_s + token.remove(u'-'))
            .set(u"created_at", world.clock.ago(30 + number, 300))
            .set(u"updated_at", world.clock.ago(12 + number, 300));
        row.write();
    }
}

void writeSessions(DemoWorld &world, int block)
{
    const QStringList &agents = world.texts.list(u"tours.agents");
    for (int number = 0; number < 40; ++number) {
        DemoRow row = world.writer.table(u"user_sessions").row();
        DemoRandom &random = row.random();
        const QString hash = u"%1%2%3%4"_s.arg(random.next(), 16, 16, QChar(u'0'))
                                 .arg(random.next(), 16, 16, QChar(u'0'))
                                 .arg(random.next(), 16, 16, QChar(u'0'))
                                 .arg(random.next(), 16, 16, QChar(u'0'));
        const int age = random.between(0, 40);
        row.set(u"user_id", world.person(block, number * 5).id)
            .set(u"refresh_token_hash", hash)
            .set(u"access_token_hash", number % 4 ? Value(hash) : Value::null())
            .set(u"user_agent", agents.at(number % agents.size()))
            .set(u"ip_address", u"198.51.100.%1"_s.arg(number))
            .set(u"created_at", world.clock.ago(age + 5, 200))
            .set(u"last_accessed_at", world.clock.ago(age, 200))
            .set(u"expires_at", world.clock.ago(age - 30, 200))
            .set(u"is_revoked", number % 9 == 8);
        row.write();
    }
}

void writeCache(DemoWorld &world)
{
    for (int number = 0; number < 12; ++number) {
        DemoRow row = world.writer.table(u"cache").row();
        row.set(u"key", u"demo:section:%1"_s.arg(number))
            .set(u"value", number % 3 ? u"{\"items\": [%1, 2, 3]}"_s.arg(number) : u"\"warm\""_s)
            .set(u"created_at", world.clock.ago(4, 300))
            .set(u"updated_at", world.clock.ago(number % 4, 300));
        if (number % 4 != 3) // the others never expire
            row.set(u"expires_at", world.clock.ago(number % 2 ? 1 : -2, 300));
        row.write();
    }
}

} // namespace

void makeDemoMedia(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        writeFiles(world, block);
        writeJobs(world, block);
        writeEvents(world, block);
        writeSurroundings(world, block);
        writeDomains(world, block);
        writeSessions(world, block);
    }
    writeCache(world);
}

} // namespace Ghar
