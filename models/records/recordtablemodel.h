// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/databaseworker.h"
#include "database/liveschema.h"
#include "records/recordreader.h"
#include "records/rowindex.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>
#include <QQmlEngine>
#include <QSet>

namespace Ghar {

class DatabaseSession;

/// Rows of any table, exact at any size. Keeps a bounded number of pages, reads them by key on the session's reader and
/// finds distant rows by the jump keys that its counter builds in the background. Never blocks and never counts on
/// opening: until the exact number is known, rowCount() is an estimate and isExact() false.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by a TableBrowser")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY stateChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool exact READ isExact NOTIFY countChanged)
    Q_PROPERTY(qreal indexProgress READ indexProgress NOTIFY countChanged)
    Q_PROPERTY(bool indexing READ isIndexing NOTIFY countChanged)

public:
    enum class State {
        Idle,    ///< no table was set
        Loading, ///< the first rows are on their way; the old ones stay until they are here
        Ready,
        Failed
    };
    Q_ENUM(State)

    enum Role {
        RawTextRole = Qt::UserRole + 100, ///< canonical text, empty for NULL
        IsNullRole,                       ///< bool
        IsLoadedRole                      ///< bool: false while the row's page is on its way
    };

    static constexpr int pageSize = 200;
    static constexpr int maximumPages = 64;

    explicit RecordTableModel(QObject *parent = nullptr);
    ~RecordTableModel() override;

    /// Shows a table. The session must outlive the model or be replaced by nullptr before.
    void setSource(DatabaseSession *session, const QString &table, const QStringList &columns, const TableQuery &query);
    void clear();
    /// Reads everything again; rows stay until the new ones are here.
    Q_INVOKABLE void reload();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_error.userText; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] int count() const { return int(m_rowCount); }
    [[nodiscard]] bool isExact() const { return m_exact; }
    /// 0..1: how far the positions of rows are known.
    [[nodiscard]] qreal indexProgress() const;
    /// True while rows are counted and their places found out in the background.
    [[nodiscard]] bool isIndexing() const { return m_indexWork != nullptr; }
    /// Gives that up: the number of rows stays an estimate, and rows that are not placed yet stay out of reach until
    /// reload().
    Q_INVOKABLE void stopIndexing();
    [[nodiscard]] const RecordSource *source() const { return m_source.get(); }
    [[nodiscard]] const Column *columnAt(int column) const;

    /// Says which rows are looked at: they and their neighbours are read, reads for others are given up.
    Q_INVOKABLE void setVisibleRange(int first, int last);
    /// The value, or nothing while its row is not here.
    [[nodiscard]] std::optional<Value> value(int row, int column) const;
    /// The primary key of the row, or nothing while it is not here.
    [[nodiscard]] std::optional<Row> primaryKey(int row) const;
    /// Finds the place of the row with this primary key; the answer comes by rowFound().
    Q_INVOKABLE void findRow(const QStringList &primaryKey);

    /// Most rows that readRows() takes at once.
    static constexpr qint64 maximumReadRows = 100'000;
    /// Reads whole values of the given rows, for copying. Fails for more than maximumReadRows and for rows whose place
    /// is not known yet.
    [[nodiscard]] Answer<Result<QList<Row>>> readRows(const QList<std::pair<qint64, qint64>> &ranges,
                                                      const QStringList &columns);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void stateChanged();
    void countChanged();
    /// -1 when the row is not among those shown.
    void rowFound(int row);

private:
    struct Page
    {
        QList<Row> rows;
        QList<RecordOrder::Key> keys;
        quint64 lastUse = 0;
        bool provisional = false; ///< placed from the end before the exact count was known
    };

    void start();
    void takeFirstPage(quint64 generation, const Result<RecordPage> &page);
    void buildIndex();
    void indexGrew();
    void finishIndex(quint64 generation, const Result<qint64> &total);
    void requestPage(qint64 page) const;
    bool submitPage(qint64 page);
    void readPage(qint64 page, std::function<Result<RecordPage>(Connection &)> job, qint64 pages, bool provisional);
    void takePage(quint64 generation, qint64 page, qint64 pages, bool provisional, const Result<RecordPage> &result);
    void store(qint64 page, Page entry);
    void evict();
    void retryWaiting();
    void setRowCount(qint64 rows, bool exact);
    void setState(State state, const Error &error = {});
    void cancelAll();
    const Page *cached(qint64 row) const;

    DatabaseSession *m_session = nullptr;
    RecordSourcePtr m_source;
    RecordSourcePtr m_nextSource;
    State m_state = State::Idle;
    Error m_error;
    quint64 m_generation = 0;
    qint64 m_rowCount = 0;
    bool m_exact = false;
    RowIndex m_index;
    mutable QHash<qint64, Page> m_pages;
    mutable quint64 m_useCounter = 0;
    QHash<qint64, WorkTokenPtr> m_pending;
    mutable QSet<qint64> m_waiting; ///< pages whose place is not known yet
    WorkTokenPtr m_indexWork;
    WorkTokenPtr m_firstWork;
    qint64 m_visibleFirst = 0;
    qint64 m_visibleLast = 0;
};

} // namespace Ghar
