// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geopoint.h"
#include "moderation/evidence.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>

#include <optional>

namespace Ghar {

/// What stands beside an item, as one list to read from top to bottom: headings, facts, texts with the words that the
/// pre-screen knows marked, reports, messages, past decisions. Rows that stand for a record name it, so that it can be
/// opened.
class EvidenceListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString title READ title NOTIFY countChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY countChanged)
    /// Addresses of all pictures from top to bottom, and what they are where that is known.
    Q_PROPERTY(QStringList pictures READ pictures NOTIFY countChanged)
    Q_PROPERTY(QStringList pictureCaptions READ pictureCaptions NOTIFY countChanged)

public:
    enum class Kind { Heading, Fact, Words, Flag, Report, Message, Decision, Record, Pictures, Map };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,
        TitleRole,
        BodyRole,      ///< styled text: everything from the database is escaped, marked words are in <b>
        CaptionRole,   ///< when, by whom
        BadgeRole,     ///< a word, e.g. the reason of a report
        BadgeToneRole, ///< CellTone
        TableRole,     ///< of the record that it stands for, or empty
        KeyRole,
        MineRole,     ///< of a message: written by the person that the item is about
        PicturesRole, ///< addresses, as QStringList
        PictureCaptionsRole,
        MapShownRole, ///< of a line of kind Map: there is a place to show
        LatitudeRole, ///< degrees, 0 without a place
        LongitudeRole
    };

    explicit EvidenceListModel(QObject *parent = nullptr);

    void setEvidence(const LiveSchemaPtr &live, const Evidence &evidence, const QDateTime &now, Privacy privacy);
    /// Adds what two people wrote below the rest.
    void setConversation(const ConversationWindow &conversation, Privacy privacy);
    void clear();
    /// The conversation behind the first report that has one; NULL when there is none.
    [[nodiscard]] Value conversation() const { return m_conversation; }
    [[nodiscard]] QDateTime conversationTime() const { return m_conversationTime; }
    /// It is a listing whose move-in date has passed.
    [[nodiscard]] bool isExpired() const { return m_isExpired; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString subtitle() const { return m_subtitle; }
    [[nodiscard]] QStringList pictures() const;
    [[nodiscard]] QStringList pictureCaptions() const;
    /// The pictures that will be seen when this evidence comes, for loading them beforehand.
    [[nodiscard]] static QStringList picturesOf(const Evidence &evidence);

    [[nodiscard]] int count() const { return int(m_lines.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Line
    {
        Kind kind = Kind::Fact;
        QString title;
        QString body;
        QString caption;
        QString badge;
        CellTone badgeTone = CellTone::Neutral;
        QString table;
        QString key;
        bool isMine = false;
        QStringList pictures = {};
        QStringList pictureCaptions = {}; ///< of the same length
        std::optional<GeoPoint> point = {};
    };
    void addPlace(const QMap<QString, Value> &listing);
    void addPictures(const QString &title, const QString &body, const QStringList &pictures,
                     const QStringList &captions = {});
    void addReports(const Evidence &evidence, const QDateTime &now, Privacy privacy);
    void addListing(const LiveSchema &live, const EvidenceListing &listing, Privacy privacy);
    void addOtherAccounts(const EvidencePerson &person, Privacy privacy);
    void addReporters(const QList<EvidencePerson> &reporters, Privacy privacy);
    void addPreferences(const EvidenceListing &listing);
    void addPerson(const LiveSchema &live, const EvidencePerson &person, Privacy privacy);
    void addDecisions(const Evidence &evidence);
    void addFact(const LiveSchema &live, const QString &table, const QString &column,
                 const QMap<QString, Value> &values, Privacy privacy);

    QList<Line> m_lines;
    QString m_title;
    QString m_subtitle;
    Value m_subject;
    bool m_isExpired = false;
    Value m_conversation;
    QDateTime m_conversationTime;
};

} // namespace Ghar
