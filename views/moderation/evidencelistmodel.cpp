// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencelistmodel.h"

#include "core/instant.h"
#include "moderation/listingmoderation.h"
#include "moderationwords.h"
#include "records/rowkey.h"
#include "support/indianformat.h"
#include "support/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTextDocument>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Plain text as styled text, lines kept.
QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

/// The same with the words that the pre-screen knows in bold.
QString marked(const QString &text)
{
    QString result;
    qsizetype from = 0;
    for (const PrescreenMatch &match : prescreenMatches(text)) {
        if (match.start < from)
            continue;
        result += escaped(text.sliced(from, match.start - from)) + u"<b><u>"_s
            + escaped(text.sliced(match.start, match.length)) + u"</u></b>"_s;
        from = match.start + match.length;
    }
    return result + escaped(text.sliced(from));
}

/// HTML of a description, as what it says: tags are for the app.
QString plain(const QString &html)
{
    return Qt::mightBeRichText(html) ? QTextDocumentFragment::fromHtml(html).toPlainText() : withoutEntities(html);
}

/// The photos of a listing, and the plan that belongs to them.
QStringList picturesOfListing(const EvidenceListing &listing)
{
    QStringList pictures = listing.photos;
    if (const QString plan = listing.values.value(u"floor_plan_url"_s).text(); !plan.isEmpty())
        pictures.append(plan);
    return pictures;
}

/// Something else may be attached to a message: only what is said or named to be a picture.
bool isPicture(const EvidenceMessage &message)
{
    static const QRegularExpression ending(u"\\.(jpe?g|png|webp|gif|avif)(\\?.*)?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return !message.attachment.isEmpty() && (message.kind == "image"_L1 || ending.match(message.attachment).hasMatch());
}

} // namespace

EvidenceListModel::EvidenceListModel(QObject *parent) : QAbstractListModel(parent) { }

void EvidenceListModel::addFact(const LiveSchema &live, const QString &tableName, const QString &columnName,
                                const QMap<QString, Value> &values, Privacy privacy)
{
    const LiveTable *table = live.table(tableName);
    const Column *column = table ? table->table.column(columnName) : nullptr;
    const Value value = values.value(columnName);
    if (!column || value.isNull() || value.text().isEmpty())
        return;
    CellText text = formatCell(*column, value, privacy);
    if (columnName == "available_from"_L1) { // a day, kept as its midnight in UTC
        if (const std::optional<QDateTime> day = instantFromText(value.text()))
            text.text = dateText(day->toUTC().date());
    }
    if (column->type == ColumnType::StringArray) {
        QStringList words;
        for (const QJsonValue &word : QJsonDocument::fromJson(value.text().toUtf8()).array())
            words.append(humanLabel(word.toString()));
        text.text = words.join(u", "_s);
    }
    // In the section of a person the word that all of them begin with says nothing.
    QString label = column->label;
    if (const QString prefix = u"Flatmates "_s; label.startsWith(prefix))
        label = label.mid(prefix.size(), 1).toUpper() + label.mid(prefix.size() + 1);
    m_lines.append({Kind::Fact, label, escaped(withoutEntities(text.text)), {}, {}, text.tone, {}, {}, false});
}

void EvidenceListModel::addReports(const Evidence &evidence, const QDateTime &now, Privacy privacy)
{
    bool isDecided = false;
    for (const EvidenceReport &report : evidence.reports) {
        const bool isOpen = report.status == "open"_L1 || report.status == "reviewed"_L1;
        if (m_lines.isEmpty() && isOpen)
            m_lines.append({Kind::Heading, tr("What was reported"), {}, {}, {}, CellTone::Neutral, {}, {}, false});
        if (!isOpen && !isDecided) {
            isDecided = true;
            m_lines.append({Kind::Heading, tr("Earlier reports"), {}, {}, {}, CellTone::Neutral, {}, {}, false});
        }
        QStringList caption{tr("by %1").arg(labelText(report.reporter, privacy))};
        if (report.reporterDecided > 0)
            caption.append(tr("right %1 of %2 times").arg(report.reporterRight).arg(report.reporterDecided));
        if (report.createdAt)
            caption.append(agoText(*report.createdAt, now));
        if (report.status != "open"_L1)
            caption.append(report.status == "reviewed"_L1 ? tr("escalated") : humanLabel(report.status));
        m_lines.append(
            {Kind::Report,
             {},
             report.notes.isEmpty() ? u"<i>"_s + tr("The reporter wrote nothing.") + u"</i>"_s : escaped(report.notes),
             caption.join(u" · "_s),
             reasonLabel(report.reason),
             reasonTone(report.reason),
             u"user_reports"_s,
             QString::number(report.id),
             false});
        if (m_conversation.isNull() && isOpen && !report.conversationId.isNull()) {
            m_conversation = report.conversationId;
            m_conversationTime = report.createdAt.value_or(now);
        }
    }
}

void EvidenceListModel::addListing(const LiveSchema &live, const EvidenceListing &listing, Privacy privacy)
{
    const QString key = listing.values.value(u"id"_s).text();
    m_lines.append({Kind::Heading, tr("The listing"), {}, {}, {}, CellTone::Neutral, u"properties"_s, key, false});
    if (m_isExpired)
        m_lines.append({Kind::Flag,
                        {},
                        tr("An approval needs a new move-in date, or none."),
                        {},
                        tr("Move-in date passed"),
                        CellTone::Warning,
                        {},
                        {},
                        false});
    for (const PrescreenFlag &flag : listing.flags)
        m_lines.append({Kind::Flag,
                        {},
                        escaped(flag.reason),
                        {},
                        flag.isHigh ? tr("High") : tr("Check"),
                        flag.isHigh ? CellTone::Bad : CellTone::Warning,
                        {},
                        {},
                        false});
    if (listing.flags.isEmpty())
        m_lines.append(
            {Kind::Flag, {}, tr("The pre-screen finds nothing."), {}, tr("Clear"), CellTone::Good, {}, {}, false});
    QStringList captions(listing.photos.size());
    const QStringList pictures = picturesOfListing(listing);
    QString count = tr("%n photo(s)", nullptr, int(listing.photos.size()));
    if (pictures.size() > captions.size()) {
        captions.append(tr("Floor plan"));
        count = tr("%1 and a floor plan").arg(count);
    }
    addPictures(tr("Photos"), count, pictures, captions);
    m_lines.append({Kind::Words,
                    withoutEntities(listing.values.value(u"title"_s).text()),
                    marked(plain(listing.values.value(u"description"_s).text())),
                    {},
                    {},
                    CellTone::Neutral,
                    {},
                    {},
                    false});
    for (const char *column : {"property_type", "monthly_rent", "base_price", "security_deposit", "area_sqft",
                               "maintenance_charges", "bedrooms", "bathrooms", "available_from", "full_address",
                               "sub_locality", "locality", "city", "features", "tags", "owner_name", "is_available"})
        addFact(live, u"properties"_s, QString::fromLatin1(column), listing.values, privacy);
    addPreferences(listing);
    addPlace(listing.values);
    // Words of the owner elsewhere in the listing, where one of them is on the list.
    for (const PrescreenText &text : prescreenTexts(listing.values)) {
        if (text.field != "title"_L1 && text.field != "description"_L1 && !prescreenMatches(text.text).isEmpty())
            m_lines.append(
                {Kind::Words, humanLabel(text.field), marked(text.text), {}, {}, CellTone::Neutral, {}, {}, false});
    }
    for (const RowLabel &duplicate : listing.duplicates)
        m_lines.append({Kind::Record,
                        tr("Same home"),
                        escaped(labelText(duplicate, privacy)),
                        {},
                        tr("Duplicate"),
                        CellTone::Warning,
                        u"properties"_s,
                        rowKeyText(duplicate.primaryKey),
                        false});
}

/// What the owner asks of tenants, and what moderation left in the listing; the platform's own bookkeeping is left out.
void EvidenceListModel::addPreferences(const EvidenceListing &listing)
{
    static const QStringList bookkeeping{u"ai_"_s,       u"approval_"_s,   u"auto_"_s,        u"boost"_s,
                                         u"expired_"_s,  u"first_"_s,      u"moderated_by"_s, u"owner_status"_s,
                                         u"previous_"_s, u"room_poster"_s, u"society_"_s,     u"video_"_s};
    const QJsonObject preferences =
        QJsonDocument::fromJson(listing.values.value(u"listing_preferences"_s).text().toUtf8()).object();
    for (auto it = preferences.begin(); it != preferences.end(); ++it) {
        const QString key = it.key();
        const bool isBookkeeping = std::any_of(bookkeeping.cbegin(), bookkeeping.cend(),
                                               [&key](const QString &start) { return key.startsWith(start); });
        if (isBookkeeping || !(it->isString() || it->isBool() || it->isDouble()))
            continue;
        QString text = it->toVariant().toString();
        if (const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs); it->isString() && time.isValid())
            text = localTimeText(time);
        else if (key != "moderation_reason"_L1)
            text = it->isBool() ? (it->toBool() ? tr("Yes") : tr("No")) : humanLabel(text);
        if (!text.isEmpty())
            m_lines.append({Kind::Fact,
                            humanLabel(key),
                            escaped(withoutEntities(text)),
                            {},
                            {},
                            CellTone::Neutral,
                            {},
                            {},
                            false});
    }
}

void EvidenceListModel::addPerson(const LiveSchema &live, const EvidencePerson &person, Privacy privacy)
{
    m_lines.append(
        {Kind::Heading, tr("The person"), {}, {}, {}, CellTone::Neutral, u"users"_s, person.id.text(), false});
    if (person.isDeleted)
        m_lines.append({Kind::Flag,
                        {},
                        tr("The account was deleted by its owner and made anonymous."),
                        {},
                        tr("Deleted account"),
                        CellTone::Neutral,
                        {},
                        {},
                        false});
    if (const QString picture = person.values.value(u"profile_image_url"_s).text(); !picture.isEmpty())
        addPictures(tr("Profile picture"), {}, {picture}, {tr("Profile")});
    for (const char *column : {"is_active", "role", "flatmates_profile_status", "phone", "email", "flatmates_bio"})
        addFact(live, u"users"_s, QString::fromLatin1(column), person.values, privacy);
    // Whoever filled in a profile: how they live and what they look for.
    if (const LiveTable *users = live.table(u"users"_s); users && !person.isDeleted) {
        for (const Column &column : users->table.columns) {
            const bool isTold = column.name == "flatmates_profile_status"_L1 || column.name == "flatmates_bio"_L1;
            if (column.name.startsWith("flatmates_"_L1) && !isTold && column.type != ColumnType::Boolean)
                addFact(live, u"users"_s, column.name, person.values, privacy);
        }
    }
    for (const char *column : {"created_at", "last_auth_method_at"})
        addFact(live, u"users"_s, QString::fromLatin1(column), person.values, privacy);
    m_lines.append({Kind::Fact,
                    tr("Reported"),
                    tr("%n time(s): %1 acted on, %2 dismissed", nullptr, person.reportsReceived)
                        .arg(person.reportsActioned)
                        .arg(person.reportsDismissed),
                    {},
                    {},
                    CellTone::Neutral,
                    {},
                    {},
                    false});
    m_lines.append({Kind::Fact,
                    tr("Has reported others"),
                    tr("%n time(s)", nullptr, person.reportsMade),
                    {},
                    {},
                    CellTone::Neutral,
                    {},
                    {},
                    false});
    m_lines.append({Kind::Fact,
                    tr("Blocked by"),
                    tr("%n person(s)", nullptr, person.blockedBy),
                    {},
                    {},
                    CellTone::Neutral,
                    {},
                    {},
                    false});
    m_lines.append({Kind::Fact,
                    tr("Has blocked"),
                    tr("%n person(s)", nullptr, person.blocksMade),
                    {},
                    {},
                    CellTone::Neutral,
                    {},
                    {},
                    false});
    addOtherAccounts(person, privacy);
    for (const RowLabel &listing : person.listings)
        m_lines.append({Kind::Record,
                        tr("Listing"),
                        escaped(labelText(listing, privacy)),
                        {},
                        {},
                        CellTone::Neutral,
                        u"properties"_s,
                        rowKeyText(listing.primaryKey),
                        false});
}

void EvidenceListModel::addOtherAccounts(const EvidencePerson &person, Privacy privacy)
{
    for (const RowLabel &account : person.otherAccounts)
        m_lines.append({Kind::Record,
                        tr("Other account"),
                        escaped(labelText(account, privacy)),
                        {},
                        tr("Same contact"),
                        CellTone::Warning,
                        u"users"_s,
                        rowKeyText(account.primaryKey),
                        false});
}

/// Who reports is looked at as well: somebody who is reported often themselves, or from two accounts.
void EvidenceListModel::addReporters(const QList<EvidencePerson> &reporters, Privacy privacy)
{
    if (reporters.isEmpty())
        return;
    m_lines.append({Kind::Heading, tr("Who reports"), {}, {}, {}, CellTone::Neutral, {}, {}, false});
    for (const EvidencePerson &person : reporters) {
        const bool isActive = person.values.value(u"is_active"_s).text() != "false"_L1;
        QStringList past{tr("%n report(s) made", nullptr, person.reportsMade)};
        past.append(person.reportsReceived == 0
                        ? tr("never reported")
                        : tr("reported %n time(s): %1 acted on, %2 dismissed", nullptr, person.reportsReceived)
                              .arg(person.reportsActioned)
                              .arg(person.reportsDismissed));
        past.append(tr("blocked by %n", nullptr, person.blockedBy));
        past.append(tr("has blocked %n", nullptr, person.blocksMade));
        m_lines.append({Kind::Record,
                        labelText(person.label, privacy),
                        escaped(past.join(u" · "_s)),
                        {},
                        person.isDeleted ? tr("Deleted account")
                            : isActive   ? QString()
                                         : tr("Suspended"),
                        person.isDeleted ? CellTone::Neutral : CellTone::Bad,
                        u"users"_s,
                        person.id.text(),
                        false});
        addOtherAccounts(person, privacy);
    }
}

void EvidenceListModel::addPictures(const QString &title, const QString &body, const QStringList &pictures,
                                    const QStringList &captions)
{
    m_lines.append({Kind::Pictures, title, body, {}, {}, CellTone::Neutral, {}, {}, false, pictures, captions});
}

QStringList EvidenceListModel::pictures() const
{
    QStringList pictures;
    for (const Line &line : m_lines)
        pictures += line.pictures;
    return pictures;
}

QStringList EvidenceListModel::pictureCaptions() const
{
    QStringList captions;
    for (const Line &line : m_lines)
        captions += line.pictureCaptions;
    return captions;
}

QStringList EvidenceListModel::picturesOf(const Evidence &evidence)
{
    QStringList pictures;
    if (evidence.listing)
        pictures = picturesOfListing(*evidence.listing);
    if (const QString picture =
            evidence.subject ? evidence.subject->values.value(u"profile_image_url"_s).text() : QString();
        !picture.isEmpty())
        pictures.append(picture);
    return pictures;
}

void EvidenceListModel::addDecisions(const Evidence &evidence)
{
    if (evidence.decisions.isEmpty())
        return;
    m_lines.append({Kind::Heading, tr("Decided before"), {}, {}, {}, CellTone::Neutral, {}, {}, false});
    for (const StoredDecision &decision : evidence.decisions) {
        const auto action = moderationActionNamed(decision.action);
        QStringList caption;
        if (!decision.staffName.isEmpty())
            caption.append(tr("by %1").arg(decision.staffName));
        caption.append(localTimeText(decision.decidedAt));
        if (decision.until)
            caption.append(tr("until %1").arg(dateText(*decision.until)));
        if (decision.state == DecisionState::Revised)
            caption.append(tr("taken back"));
        else if (decision.state == DecisionState::Pending)
            caption.append(tr("waits for a second person"));
        m_lines.append({Kind::Decision,
                        {},
                        escaped(decision.reason),
                        caption.join(u" · "_s),
                        actionLabelNamed(decision.action),
                        action ? actionTone(*action) : CellTone::Neutral,
                        {},
                        {},
                        false});
    }
}

void EvidenceListModel::setEvidence(const LiveSchemaPtr &live, const Evidence &evidence, const QDateTime &now,
                                    Privacy privacy)
{
    beginResetModel();
    m_lines.clear();
    m_conversation = Value::null();
    m_title.clear();
    m_subtitle = evidence.item.text();
    m_subject = evidence.subject ? evidence.subject->id : Value::null();
    ListingState listing = evidence.listing ? listingStateOf(evidence.listing->values) : ListingState();
    // As it would be after an approval.
    listing.isAvailable = true;
    m_isExpired = evidence.item.kind == ItemKind::Listing && listing.isExpired(now.toUTC().date());
    if (evidence.isGone) {
        m_title = tr("Not there any more");
        m_lines.append({Kind::Flag,
                        {},
                        tr("Somebody has deleted this since the queue was read. Nothing is left to decide."),
                        {},
                        tr("Gone"),
                        CellTone::Neutral,
                        {},
                        {},
                        false});
    } else if (evidence.item.kind == ItemKind::Listing && evidence.listing) {
        m_title = withoutEntities(labelText(evidence.listing->label, privacy));
    } else if (evidence.subject) {
        m_title = withoutEntities(labelText(evidence.subject->label, privacy));
    }
    if (evidence.item.kind == ItemKind::Report)
        addReports(evidence, now, privacy);
    if (evidence.listing)
        addListing(*live, *evidence.listing, privacy);
    addDecisions(evidence);
    if (evidence.subject)
        addPerson(*live, *evidence.subject, privacy);
    addReporters(evidence.reporters, privacy);
    if (evidence.item.kind != ItemKind::Report)
        addReports(evidence, now, privacy);
    endResetModel();
    emit countChanged();
}

void EvidenceListModel::setConversation(const ConversationWindow &conversation, Privacy privacy)
{
    QList<Line> added{{Kind::Heading,
                       tr("What they wrote"),
                       {},
                       conversation.hasEarlier ? tr("There is more before this.") : QString(),
                       {},
                       CellTone::Neutral,
                       {},
                       {},
                       false}};
    for (const EvidenceMessage &message : conversation.messages) {
        const QStringList pictures = isPicture(message) ? QStringList{message.attachment} : QStringList();
        const QString body = message.body.isEmpty() && pictures.isEmpty() ? message.attachment : message.body;
        added.append(
            {Kind::Message,
             {},
             marked(body),
             labelText(message.sender, privacy) + (message.at ? u" · "_s + localTimeText(*message.at) : QString()),
             message.kind == "text"_L1 ? QString() : humanLabel(message.kind),
             CellTone::Neutral,
             {},
             {},
             message.senderId == m_subject,
             pictures,
             QStringList(pictures.size())});
    }
    if (conversation.messages.isEmpty())
        added.append(
            {Kind::Flag, {}, tr("The conversation has no messages."), {}, {}, CellTone::Neutral, {}, {}, false});
    beginInsertRows({}, count(), count() + int(added.size()) - 1);
    m_lines += added;
    endInsertRows();
    m_conversation = Value::null();
    emit countChanged();
}

void EvidenceListModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_title.clear();
    m_subtitle.clear();
    m_isExpired = false;
    m_conversation = Value::null();
    endResetModel();
    emit countChanged();
}

int EvidenceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EvidenceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case KindRole:
        return QVariant::fromValue(line.kind);
    case Qt::DisplayRole:
    case TitleRole:
        return line.title;
    case BodyRole:
        return line.body;
    case CaptionRole:
        return line.caption;
    case BadgeRole:
        return line.badge;
    case BadgeToneRole:
        return int(line.badgeTone);
    case TableRole:
        return line.table;
    case KeyRole:
        return line.key;
    case MineRole:
        return line.isMine;
    case PicturesRole:
        return line.pictures;
    case PictureCaptionsRole:
        return line.pictureCaptions;
    case MapShownRole:
        return line.point.has_value();
    case LatitudeRole:
        return line.point.value_or(GeoPoint()).latitude;
    case LongitudeRole:
        return line.point.value_or(GeoPoint()).longitude;
    default:
        return {};
    }
}

QHash<int, QByteArray> EvidenceListModel::roleNames() const
{
    return {{KindRole, "kind"},
            {TitleRole, "title"},
            {BodyRole, "body"},
            {CaptionRole, "caption"},
            {BadgeRole, "badge"},
            {BadgeToneRole, "badgeTone"},
            {TableRole, "recordTable"},
            {KeyRole, "recordKey"},
            {MineRole, "mine"},
            {PicturesRole, "pictures"},
            {PictureCaptionsRole, "pictureCaptions"},
            {MapShownRole, "mapShown"},
            {LatitudeRole, "latitude"},
            {LongitudeRole, "longitude"}};
}

} // namespace Ghar
