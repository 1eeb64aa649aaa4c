// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// The platform's rule: Latin letters, digits and hyphens only, so a Hindi title leaves nothing.
QString slugOf(const QString &title)
{
    QString slug;
    for (const QChar letter : title.toLower()) {
        const bool isKept = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (isKept)
            slug += letter;
        else if ((letter == u' ' || letter == u'-') && !slug.endsWith(u'-'))
            slug += u'-';
    }
    return slug;
}

/// At most 57 characters, cut at the last blank behind position 34.
QString metaTitle(const QString &title)
{
    if (title.size() <= 57)
        return title;
    const qsizetype blank = title.lastIndexOf(u' ', 56);
    return title.left(blank > 34 ? blank : 57) + u'…';
}

QString shortened(const QString &text)
{
    return text.size() <= 157 ? text : text.left(qMax<qsizetype>(95, text.lastIndexOf(u' ', 156))) + u'…';
}

void writeGroups(DemoWorld &world, QHash<QString, qint64> *categories, QHash<QString, qint64> *tags)
{
    const QJsonArray &records = world.texts.records(u"content.categories");
    for (const QJsonValue &entry : records) {
        DemoRow row = world.writer.table(u"blog_categories").row();
        const QString name = entry[u"name"_s].toString();
        row.set(u"name", name)
            .set(u"slug", slugOf(name))
            .set(u"description", entry[u"text"_s].toString())
            .set(u"created_at", world.clock.ago(400, 300));
        categories->insert(name, row.write());
    }
    const QJsonArray &posts = world.texts.records(u"content.posts");
    for (const QJsonValue &post : posts) {
        const QJsonArray names = post[u"tags"_s].toArray();
        for (const QJsonValue &name : names) {
            if (tags->contains(name.toString()))
                continue;
            DemoRow row = world.writer.table(u"blog_tags").row();
            row.set(u"name", name.toString())
                .set(u"slug", slugOf(name.toString()))
                .set(u"created_at", world.clock.ago(390, 300));
            tags->insert(name.toString(), row.write());
        }
    }
}

void setStatus(const DemoWorld &world, DemoRow &row, const QString &status, int number, DemoInstant created)
{
    row.set(u"status", status).set(u"active", status == "published"_L1);
    if (number == 12) // written by an older client: the two columns disagree
        row.set(u"active", false);
    if (status == "published"_L1 || status == "archived"_L1)
        row.set(u"published_at", created.plusDays(2));
    if (status == "scheduled"_L1) // the first one is overdue: the job that publishes is off by default
        row.set(u"scheduled_at", world.clock.ago(number % 2 ? -9 : 4, 870));
}

void writePost(DemoWorld &world, int block, int number, const QHash<QString, qint64> &categories,
               const QHash<QString, qint64> &tags)
{
    const QJsonObject post = world.texts.records(u"content.posts").at(number).toObject();
    const QStringList &paragraphs = world.texts.list(u"content.paragraphs");
    QString title = post[u"title"_s].toString();
    QString slug = slugOf(title);
    if (block > 0) {
        title += u" (%1)"_s.arg(block + 1);
        slug += u"-%1"_s.arg(block + 1);
    }
    QString content;
    int words = 0;
    for (int i = 0; i < 4 + number % 3; ++i) {
        const QString &paragraph = paragraphs.at((number + i) % paragraphs.size());
        content += u"<p>"_s + paragraph + u"</p>"_s;
        words += int(paragraph.count(u' ')) + 1;
    }
    const QString status = post[u"status"_s].toString();
    const DemoInstant created = world.clock.ago(10 + number * 17, 330);
    DemoRow row = world.writer.table(u"blog_posts").row();
    setStatus(world, row, status, number, created);
    DemoJson sources(DemoJson::Root::Array);
    if (number % 3 == 0) {
        sources.openObject().put(u"url", u"https://data.example.com/report").put(u"name", u"Demo data office");
        sources.put(u"type", number % 2 ? u"government" : u"article")
            .put(u"retrieved_at", demoDateText(created.date()))
            .close();
    }
    DemoJson seo;
    if (number % 2 == 0)
        seo.putRaw(u"trending_score", QString::number(20 + number * 4))
            .put(u"secondary_keywords", QStringList{u"gurugram"_s, u"rent"_s});
    row.set(u"title", title)
        .set(u"slug", slug)
        .set(u"content", content)
        .set(u"excerpt", shortened(paragraphs.at(number % paragraphs.size())))
        .set(u"meta_title", metaTitle(title))
        .set(u"meta_description", shortened(paragraphs.at(number % paragraphs.size())))
        .set(u"focus_keyword", post[u"tags"_s].toArray().first().toString())
        .set(u"word_count", words)
        .set(u"reading_time_minutes", qMax(1, (words + 199) / 200))
        .set(u"sources", sources.text())
        .set(u"seo_metadata", seo.text())
        .set(u"created_at", created)
        .set(u"updated_at", created.plusDays(1));
    if (number != 5) // its author's account was removed
        row.set(u"author_id", world.admin(block, number).id);
    if (number % 4 != 3) {
        const QString cover =
            number % 5 == 0 ? u"ghar-demo:/panoramas/site.jpg"_s : DemoWorld::mediaUrl(u"blog/%1.webp"_s.arg(row.id()));
        row.set(u"cover_image_url", cover).set(u"og_image_url", cover);
    }
    if (status == "draft"_L1 || status == "scheduled"_L1)
        row.set(u"preview_token", u"demo-%1"_s.arg(row.random().next(), 16, 16, QChar(u'0')));
    const qint64 postId = row.write();

    DemoRow category = world.writer.table(u"blog_post_categories").row();
    category.set(u"post_id", postId)
        .set(u"category_id", categories.value(post[u"category"_s].toString()))
        .set(u"created_at", created);
    category.write();
    const QJsonArray names = post[u"tags"_s].toArray();
    for (const QJsonValue &name : names) {
        DemoRow tag = world.writer.table(u"blog_post_tags").row();
        tag.set(u"post_id", postId).set(u"tag_id", tags.value(name.toString())).set(u"created_at", created);
        tag.write();
    }
}

} // namespace

void makeDemoBlog(DemoWorld &world)
{
    QHash<QString, qint64> categories;
    QHash<QString, qint64> tags;
    writeGroups(world, &categories, &tags);
    const int posts = int(world.texts.records(u"content.posts").size());
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < posts; ++number)
            writePost(world, block, number, categories, tags);
    }
}

} // namespace Ghar
