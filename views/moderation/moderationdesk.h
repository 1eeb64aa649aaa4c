// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkdecision.h"
#include "consequencelistmodel.h"
#include "core/clock.h"
#include "database/databaseworker.h"
#include "decisionactionlistmodel.h"
#include "decisionfilterchoices.h"
#include "effectlistmodel.h"
#include "evidencelistmodel.h"
#include "insightboard.h"
#include "integritychecklistmodel.h"
#include "itemclaim.h"
#include "moderationsettings.h"
#include "queueitemlistmodel.h"
#include "queuelistmodel.h"
#include "records/staffmember.h"
#include "waitingdecisions.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include <memory>
#include <optional>

namespace Ghar {

class DatabaseSession;
class NotificationListener;
class StagedChanges;

/// The moderators' screen: queues, the item in hand with its evidence, what a decision would do, and the decision. An
/// item in hand is claimed, so that no colleague decides it too. Decisions wait in `waiting` before they run; the next
/// item is there meanwhile, read beforehand. Owned by the Desk.
class ModerationDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// Why nothing can be decided here; empty when it can.
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY changed)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
    Q_PROPERTY(int queueIndex READ queueIndex WRITE setQueueIndex NOTIFY queueChanged)
    Q_PROPERTY(QString queueLabel READ queueText NOTIFY queueChanged)
    /// The oldest and the next due time of the queue, in words.
    Q_PROPERTY(QString queueDetail READ queueDetail NOTIFY queueDetailChanged)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY searchChanged)
    Q_PROPERTY(int current READ current NOTIFY currentChanged)
    /// The record of the item in hand; empty without one.
    Q_PROPERTY(QString itemTable READ itemTable NOTIFY currentChanged)
    Q_PROPERTY(QString itemKey READ itemKey NOTIFY currentChanged)
    Q_PROPERTY(bool evidenceLoading READ isEvidenceLoading NOTIFY currentChanged)
    Q_PROPERTY(QString evidenceError READ evidenceError NOTIFY currentChanged)
    /// The item before one's eyes was settled by somebody else; or empty.
    Q_PROPERTY(QString settledText READ settledText NOTIFY currentChanged)
    Q_PROPERTY(QString claimText READ claimText NOTIFY currentChanged)
    /// Something waits or is in hand, see leave().
    Q_PROPERTY(bool holding READ isHolding NOTIFY currentChanged)
    Q_PROPERTY(bool revisable READ isRevisable NOTIFY currentChanged)
    /// The decision in hand waits for a second person; anybody can refuse it, somebody else than its maker confirm it.
    Q_PROPERTY(bool refusable READ isRefusable NOTIFY currentChanged)
    Q_PROPERTY(bool confirmable READ isConfirmable NOTIFY currentChanged)
    /// Only the decisions with this text are listed; empty for all.
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    /// What else narrows the queue down, in words; empty when nothing does.
    Q_PROPERTY(QString filterText READ filterText NOTIFY searchChanged)
    /// Pictures of the items that come next, for loading them beforehand.
    Q_PROPERTY(QStringList picturesAhead READ picturesAhead NOTIFY picturesAheadChanged)
    Q_PROPERTY(bool hasConversation READ hasConversation NOTIFY currentChanged)
    Q_PROPERTY(QString previewAction READ previewAction NOTIFY previewChanged)
    Q_PROPERTY(QString previewLabel READ previewLabel NOTIFY previewChanged)
    Q_PROPERTY(bool previewLoading READ isPreviewLoading NOTIFY previewChanged)
    Q_PROPERTY(QString previewError READ previewError NOTIFY previewChanged)
    Q_PROPERTY(QString reason MEMBER m_reason NOTIFY wordsChanged)
    Q_PROPERTY(QString note MEMBER m_note NOTIFY wordsChanged)
    Q_PROPERTY(QString untilText MEMBER m_untilText NOTIFY wordsChanged)
    Q_PROPERTY(QString untilProblem READ untilProblem NOTIFY wordsChanged)
    Q_PROPERTY(int undoSeconds READ undoSeconds WRITE setUndoSeconds NOTIFY undoSecondsChanged)
    Q_PROPERTY(Ghar::QueueListModel *queues READ queues CONSTANT)
    Q_PROPERTY(Ghar::QueueItemListModel *items READ items CONSTANT)
    Q_PROPERTY(Ghar::EvidenceListModel *evidence READ evidence CONSTANT)
    Q_PROPERTY(Ghar::DecisionActionListModel *actions READ actions CONSTANT)
    Q_PROPERTY(Ghar::ConsequenceListModel *consequences READ consequences CONSTANT)
    Q_PROPERTY(Ghar::ModerationSettings *settings READ settings CONSTANT)
    Q_PROPERTY(Ghar::EffectListModel *effects READ effects CONSTANT)
    Q_PROPERTY(Ghar::BulkDecision *bulk READ bulk CONSTANT)
    Q_PROPERTY(Ghar::IntegrityCheckListModel *checks READ checks CONSTANT)
    Q_PROPERTY(Ghar::DecisionFilterChoices *filterChoices READ filterChoices CONSTANT)
    Q_PROPERTY(Ghar::InsightBoard *insight READ insight CONSTANT)
    Q_PROPERTY(Ghar::WaitingDecisions *waiting READ waiting CONSTANT)

public:
    enum class State { Idle, Loading, Ready, Failed };
    Q_ENUM(State)

    /// `changes` gets the repairs of checks.
    ModerationDesk(const Clock &clock, StagedChanges &changes, QObject *parent = nullptr);
    ~ModerationDesk() override;

    /// The open database, or nullptr. `whyNot` says why nothing may be written, if so. The session must outlive this or
    /// be replaced before.
    void setSession(DatabaseSession *session, const QString &whyNot);
    void setStaff(const std::optional<StaffMember> &staff, bool isNeeded);
    void setPrivacy(Privacy privacy);

    /// Reads the queues when they were never read; called when the screen is shown. Looks for changes while it is.
    Q_INVOKABLE void activate();
    Q_INVOKABLE void deactivate();
    Q_INVOKABLE void reload();
    /// Shows only those of a queue's items that the filter leaves.
    void showRows(Ghar::ModerationQueue queue, const Ghar::QueueFilter &filter);
    Q_INVOKABLE void clearFilter();
    /// Begins to edit the settings, with the policy as it is.
    Q_INVOKABLE void openSettings() { m_settings.begin(m_policy); }
    Q_INVOKABLE void select(int row);
    Q_INVOKABLE void selectNext(int step);
    /// Decides the item in hand, by the name of the action; where some are marked, bulkWanted() follows for those.
    /// Nothing happens within a moment of the last decision, so that a key that bounces decides one item only.
    /// reasonWanted() asks for words first where the action needs them.
    Q_INVOKABLE void decide(const QString &action);
    /// Marks an item for a decision about several, or takes the mark off.
    Q_INVOKABLE void toggleMark(int row);
    /// Marks all from the item in hand to this one, which comes into hand.
    Q_INVOKABLE void markTo(int row);
    Q_INVOKABLE void markAll();
    Q_INVOKABLE void clearMarks();
    /// Shows what the action would do; an empty name hides it.
    Q_INVOKABLE void preview(const QString &action);
    /// Calls the latest decision back before it has run.
    Q_INVOKABLE void undo();
    /// Runs all waiting decisions now; finished() follows.
    Q_INVOKABLE void finish();
    /// Before the window is closed: runs what waits and gives back what is in hand; finished() follows. What is left
    /// behind otherwise keeps colleagues from the item until its claim ends.
    Q_INVOKABLE void leave();
    /// Takes the selected decision of the queue of decisions back.
    Q_INVOKABLE void revise(const QString &reason);
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void refuse();
    /// Approves a listing whose move-in date has passed with another one, or with none for an empty text. A sentence
    /// when the date cannot be used.
    Q_INVOKABLE QString approveFrom(const QString &date);
    /// Reads what the two wrote; the look is journalled.
    Q_INVOKABLE void openConversation();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] int queueIndex() const { return int(m_queue); }
    void setQueueIndex(int index);
    [[nodiscard]] QString queueText() const;
    [[nodiscard]] QString queueDetail() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QString itemTable() const;
    [[nodiscard]] QString itemKey() const;
    [[nodiscard]] bool isEvidenceLoading() const { return m_evidenceLoading; }
    [[nodiscard]] QString evidenceError() const { return m_evidenceError; }
    [[nodiscard]] QString settledText() const { return m_settledText; }
    [[nodiscard]] QString claimText() const { return m_claim.text(); }
    [[nodiscard]] bool isHolding() const { return m_waiting.count() > 0 || m_claim.isHeld(); }
    [[nodiscard]] bool isRevisable() const;
    [[nodiscard]] bool isRefusable() const;
    [[nodiscard]] bool isConfirmable() const;
    [[nodiscard]] QString search() const { return m_filter.search; }
    [[nodiscard]] QString filterText() const;
    void setSearch(const QString &text);
    [[nodiscard]] QStringList picturesAhead() const;
    [[nodiscard]] bool hasConversation() const { return !m_evidence.conversation().isNull(); }
    [[nodiscard]] QString untilProblem() const;
    [[nodiscard]] QString previewAction() const { return m_previewAction; }
    [[nodiscard]] QString previewLabel() const;
    [[nodiscard]] bool isPreviewLoading() const { return m_previewLoading; }
    [[nodiscard]] QString previewError() const { return m_previewError; }
    /// Decisions closer together than this are one key that bounced.
    void setBounce(int milliseconds) { m_bounce = milliseconds; }
    /// How often it looks for changes by itself; 0 = never.
    void setPollMilliseconds(int milliseconds);
    [[nodiscard]] int undoSeconds() const { return m_waiting.delay() / 1000; }
    void setUndoSeconds(int seconds);
    [[nodiscard]] QueueListModel *queues() { return &m_queues; }
    [[nodiscard]] QueueItemListModel *items() { return &m_items; }
    [[nodiscard]] EvidenceListModel *evidence() { return &m_evidence; }
    [[nodiscard]] DecisionActionListModel *actions() { return &m_actions; }
    [[nodiscard]] ConsequenceListModel *consequences() { return &m_consequences; }
    [[nodiscard]] ModerationSettings *settings() { return &m_settings; }
    [[nodiscard]] EffectListModel *effects() { return &m_effects; }
    [[nodiscard]] BulkDecision *bulk() { return &m_bulk; }
    [[nodiscard]] IntegrityCheckListModel *checks() { return &m_checks; }
    [[nodiscard]] DecisionFilterChoices *filterChoices() { return &m_filterChoices; }
    [[nodiscard]] InsightBoard *insight() { return &m_insight; }
    [[nodiscard]] WaitingDecisions *waiting() { return &m_waiting; }
    /// True while anything is being read or written, for pictures and tests.
    [[nodiscard]] bool isBusy() const;

signals:
    void changed();
    void queueChanged();
    void queueDetailChanged();
    void currentChanged();
    void searchChanged();
    void picturesAheadChanged();
    void previewChanged();
    void wordsChanged();
    void undoSecondsChanged();
    /// Rows behind a number are shown now.
    void rowsShown();
    /// The action needs a reason that people will read.
    void reasonWanted(const QString &action);
    /// `bulk` looks what a decision about the marked items would do.
    void bulkWanted();
    /// The listing's move-in date has passed: approveFrom() goes on.
    void moveInDateWanted();
    /// The messages begin in this row of the evidence.
    void conversationShown(int row);
    void decided(const QString &sentence);
    void failed(const QString &sentence);
    /// Nothing waits and nothing runs any more.
    void finished();

private:
    void setState(State state, const QString &errorText = {});
    [[nodiscard]] QueueQuery queueQuery(ModerationQueue queue, const QueueFilter &filter) const;
    void showQueue(ModerationQueue queue, const QueueFilter &filter);
    void readPolicy();
    void takePolicy(const ModerationPolicy &policy);
    void writePolicy(const ModerationPolicy &expected, const ModerationPolicy &wanted, const QString &reason);
    void readDeciders();
    void readItems();
    void readCounts();
    void listen();
    void lookForChanges();
    void takeItems(const QueuePage &page);
    void readEvidence(bool keepsShown = false);
    /// Reads what is shown again, e.g. after it was changed.
    void refreshEvidence();
    /// The row at or behind this one that no colleague works on.
    [[nodiscard]] int freeRow(int row) const;
    void prefetch();
    void takeEvidence(const Evidence &evidence);
    void offerActions();
    void claim(const QueueItem &item);
    void decideMarked(ModerationAction action);
    void run(const WaitingDecision &decision);
    void takeOutcome(const WaitingDecision &decision, const Result<DecisionOutcome> &outcome);
    /// Runs a job that ends with an outcome on the writing connection.
    void
    write(const std::function<Result<DecisionOutcome>(Connection &, const LiveSchema &, const ChangeHeader &)> &job,
          const QString &reason, const std::function<void(const Result<DecisionOutcome> &)> &then);
    [[nodiscard]] std::optional<DecisionRequest> requestFor(const QueueItem &item, ModerationAction action);
    [[nodiscard]] const QueueItem *currentItem() const;
    bool previewStored(const QString &name, quint64 generation);
    void takePreview(const Result<DecisionOutcome> &outcome, quint64 generation);
    void clearWords();
    [[nodiscard]] static Result<QDate> dayOf(const QString &text);
    void ended();

    const Clock m_clock;
    DatabaseSession *m_session = nullptr;
    LiveSchemaPtr m_live;
    QString m_whyNot;
    std::optional<StaffMember> m_staff;
    bool m_isStaffNeeded = false;
    Privacy m_privacy = Privacy::Masked;
    ModerationPolicy m_policy = ModerationPolicy::standard();
    bool m_isPolicyKnown = false; ///< nothing is decided before
    bool m_isPolicyLoading = false;
    QString m_policyError;
    State m_state = State::Idle;
    QString m_errorText;
    bool m_hasMore = false;
    bool m_isActive = false;
    ModerationQueue m_queue = ModerationQueue::Reports;
    int m_current = -1;
    bool m_evidenceLoading = false;
    QString m_evidenceError;
    QString m_settledText;
    int m_nextRow = 0; ///< after an item that was settled by somebody else
    QueueFilter m_filter;
    QString m_reason;
    QString m_note;
    QString m_untilText;
    std::optional<Value> m_availableFrom; ///< of an approval; nothing when it is not asked for
    QString m_previewAction;
    bool m_previewLoading = false;
    QString m_previewError;
    int m_running = 0; ///< jobs on the writing connection
    quint64 m_generation = 0;
    quint64 m_previewGeneration = 0;
    QElapsedTimer m_sinceDecision;
    int m_bounce;
    QHash<QString, Evidence> m_prefetched; ///< by item
    QSet<QString> m_decided;               ///< items that wait or run, and are not to come back from a reading
    ItemClaim m_claim;
    QTimer m_poll;
    std::unique_ptr<NotificationListener> m_listener;
    QTimer m_heard; ///< several decisions at once are one reading

    QueueListModel m_queues;
    QueueItemListModel m_items;
    EvidenceListModel m_evidence;
    DecisionActionListModel m_actions;
    ConsequenceListModel m_consequences;
    ModerationSettings m_settings;
    EffectListModel m_effects;
    BulkDecision m_bulk;
    IntegrityCheckListModel m_checks;
    DecisionFilterChoices m_filterChoices;
    InsightBoard m_insight;
    WaitingDecisions m_waiting;
};

} // namespace Ghar
