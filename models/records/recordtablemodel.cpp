// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/recordtablemodel.h"

#include "core/logging.h"
#include "database/databasesession.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

// Below this a whole sort or scan costs less than a frame or two, so it can be repeated for each page.
static constexpr qint64 smallTable = 20'000;
// Above this a list of all keys would take more memory than a desk should.
static constexpr qint64 largestKeyList = 20'000'000;

RecordTableModel::RecordTableModel(QObject *parent) : QAbstractTableModel(parent) { }

RecordTableModel::~RecordTableModel()
{
    cancelAll();
}

void RecordTableModel::cancelAll()
{
    if (!m_session)
        return;
    for (const WorkTokenPtr &token : std::as_const(m_pending))
        m_session->reader().cancel(token);
    m_pending.clear();
    m_waiting.clear();
    m_session->reader().cancel(std::exchange(m_firstWork, {}));
    m_session->counter().cancel(std::exchange(m_indexWork, {}));
}

void RecordTableModel::setSource(DatabaseSession *session, const QString &table, const QStringList &columns,
                                 const TableQuery &query)
{
    cancelAll();
    m_session = session;
    const LiveTable *live = session && session->schema() ? session->schema()->table(table) : nullptr;
    if (!live) {
        clear();
        return;
    }
    m_nextSource = std::make_shared<RecordSource>(session->schema(), *live, query, session->dialect(), columns);
    start();
}

void RecordTableModel::clear()
{
    cancelAll();
    ++m_generation;
    beginResetModel();
    m_session = nullptr;
    m_source.reset();
    m_nextSource.reset();
    m_pages.clear();
    m_rowCount = 0;
    m_exact = false;
    m_index.reset(RowIndex::Kind::JumpKeys);
    endResetModel();
    emit countChanged();
    setState(State::Idle);
}

void RecordTableModel::reload()
{
    if (!m_session || !(m_nextSource || m_source))
        return;
    cancelAll();
    if (!m_nextSource)
        m_nextSource = m_source;
    start();
}

void RecordTableModel::start()
{
    const quint64 generation = ++m_generation;
    setState(State::Loading);
    if (!m_nextSource->table.readable) {
        takeFirstPage(
            generation,
            Error{ErrorKind::Permission,
                  !m_nextSource->table.hiddenBecause.isEmpty()
                      ? m_nextSource->table.hiddenBecause
                      : tr("You have no right to read %1 on this server. Ask the database's owner for SELECT on it.")
                            .arg(m_nextSource->table.table.name),
                  {}});
        return;
    }
    m_firstWork = std::make_shared<WorkToken>();
    m_session->reader()
        .run([source = m_nextSource](
                 Connection &connection) { return readForward(connection, *source, nullptr, true, 0, pageSize); },
             m_firstWork)
        .then(this, [this, generation](const Result<RecordPage> &page) { takeFirstPage(generation, page); });
}

void RecordTableModel::takeFirstPage(quint64 generation, const Result<RecordPage> &page)
{
    if (generation != m_generation)
        return;
    m_firstWork.reset();
    if (!page) {
        // What was shown before stays unless it was another table's.
        if (!m_source || &m_source->table != &m_nextSource->table) {
            beginResetModel();
            m_source = m_nextSource;
            m_pages.clear();
            m_rowCount = 0;
            m_exact = false;
            endResetModel();
            emit countChanged();
        }
        setState(State::Failed, page.error());
        return;
    }
    beginResetModel();
    m_source = std::exchange(m_nextSource, {});
    m_pages.clear();
    const qint64 estimate = m_source->query.isFiltered() ? -1 : m_source->table.estimatedRows;
    const bool whole = page->rows.size() < pageSize;
    m_rowCount = whole ? page->rows.size() : qMax<qint64>(page->rows.size(), estimate);
    m_rowCount = qMin<qint64>(m_rowCount, std::numeric_limits<int>::max());
    m_exact = whole;
    const bool oneIntegerKey = m_source->table.table.primaryKey.size() == 1
        && m_source->table.table.column(m_source->table.table.primaryKey.first())->type == ColumnType::Integer;
    const bool scans = m_source->query.isFiltered() || !m_source->order.isIndexed();
    const qint64 size = m_source->table.estimatedRows;
    m_index.reset(oneIntegerKey && scans && size > smallTable && size < largestKeyList ? RowIndex::Kind::KeyList
                                                                                       : RowIndex::Kind::JumpKeys);
    if (whole)
        m_index.finish(m_rowCount);
    Page entry;
    entry.rows = page->rows;
    entry.keys = page->keys;
    m_pages.insert(0, entry);
    endResetModel();
    emit countChanged();
    setState(State::Ready);
    if (!whole)
        buildIndex();
}

void RecordTableModel::buildIndex()
{
    // Keys are handed over in portions: the first screens can be reached long before the last key is known.
    const quint64 generation = m_generation;
    const QPointer<RecordTableModel> self(this);
    const RecordSourcePtr source = m_source;
    const RowIndex::Kind kind = m_index.kind();
    const WorkTokenPtr token = m_indexWork = std::make_shared<WorkToken>();
    auto job = [self, source, kind, token, generation](Connection &connection) -> Result<qint64> {
        constexpr int portionMilliseconds = 40;
        if (kind == RowIndex::Kind::KeyList) {
            return readKeyList(connection, *source, [&](std::vector<qint64> keys) {
                // The pointer is looked at on its own thread only.
                QMetaObject::invokeMethod(
                    qApp,
                    [self, generation, keys = std::move(keys)] {
                        if (self && self->m_generation == generation) {
                            self->m_index.append(keys);
                            self->indexGrew();
                        }
                    },
                    Qt::QueuedConnection);
                return !token->isCancelled();
            });
        }
        QElapsedTimer sinceLast;
        sinceLast.start();
        std::vector<RecordOrder::Key> portion;
        const auto send = [&] {
            QMetaObject::invokeMethod(
                qApp,
                [self, generation, keys = std::exchange(portion, {})] {
                    if (self && self->m_generation == generation) {
                        self->m_index.append(keys);
                        self->indexGrew();
                    }
                },
                Qt::QueuedConnection);
            sinceLast.restart();
        };
        Result<qint64> total = readJumpKeys(connection, *source, RowIndex::step, [&](RecordOrder::Key key) {
            portion.push_back(std::move(key));
            if (sinceLast.elapsed() > portionMilliseconds)
                send();
            return !token->isCancelled();
        });
        send();
        return total;
    };
    emit countChanged();
    m_session->counter().run(std::move(job), token).then(this, [this, generation](const Result<qint64> &total) {
        finishIndex(generation, total);
    });
}

void RecordTableModel::stopIndexing()
{
    if (m_session && m_indexWork)
        m_session->counter().cancel(m_indexWork);
}

void RecordTableModel::indexGrew()
{
    // A filtered table shows the rows found so far; an estimate is corrected when it was too low.
    if (m_index.kind() == RowIndex::Kind::KeyList && m_index.coveredRows() > m_rowCount)
        setRowCount(m_index.coveredRows(), false);
    else
        emit countChanged();
    retryWaiting();
}

void RecordTableModel::finishIndex(quint64 generation, const Result<qint64> &total)
{
    if (generation != m_generation)
        return;
    m_indexWork.reset();
    emit countChanged();
    if (!total) {
        if (total.error().kind != ErrorKind::Cancelled) {
            qCInfo(lcRecords) << "Counting failed:" << total.error().detail;
            setState(State::Failed, total.error());
        }
        return;
    }
    m_index.finish(*total);
    const bool moved = *total != m_rowCount;
    setRowCount(*total, true);
    if (moved) {
        // Pages counted from an estimated end stand at the wrong rows.
        QList<qint64> wrong;
        for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
            if (it->provisional)
                wrong.append(it.key());
        }
        for (const qint64 page : std::as_const(wrong)) {
            m_pages.remove(page);
            const qint64 first = page * pageSize;
            if (first < m_rowCount)
                emit dataChanged(index(int(first), 0),
                                 index(int(qMin(first + pageSize, m_rowCount) - 1), columnCount() - 1));
        }
    }
    retryWaiting();
}

qreal RecordTableModel::indexProgress() const
{
    if (m_exact || m_rowCount == 0)
        return 1.0;
    return qMin(1.0, qreal(m_index.coveredRows()) / qreal(m_rowCount));
}

void RecordTableModel::setRowCount(qint64 rows, bool exact)
{
    rows = qMin<qint64>(rows, std::numeric_limits<int>::max());
    if (rows > m_rowCount) {
        beginInsertRows({}, int(m_rowCount), int(rows - 1));
        m_rowCount = rows;
        m_exact = exact;
        endInsertRows();
    } else if (rows < m_rowCount) {
        beginRemoveRows({}, int(rows), int(m_rowCount - 1));
        m_rowCount = rows;
        m_exact = exact;
        m_pages.removeIf([rows](const auto &it) { return it.key() * pageSize >= rows; });
        endRemoveRows();
    }
    m_exact = exact;
    emit countChanged();
}

const RecordTableModel::Page *RecordTableModel::cached(qint64 row) const
{
    const auto it = m_pages.find(row / pageSize);
    if (it == m_pages.end())
        return nullptr;
    it->lastUse = ++m_useCounter;
    return &*it;
}

void RecordTableModel::requestPage(qint64 page) const
{
    if (m_pages.contains(page) || m_pending.contains(page) || m_waiting.contains(page))
        return;
    // Loading is how a lazy model answers; nothing that a caller of data() can observe changes before the next event.
    auto *self = const_cast<RecordTableModel *>(this);
    if (!self->submitPage(page))
        m_waiting.insert(page);
}

bool RecordTableModel::submitPage(qint64 page)
{
    if (!m_session || !m_source || page < 0 || page * pageSize >= m_rowCount)
        return true;
    const qint64 first = page * pageSize;
    const RecordSourcePtr source = m_source;
    if (m_index.kind() == RowIndex::Kind::KeyList) {
        std::vector<qint64> keys = m_index.keysAt(first, pageSize);
        if (keys.empty() || (qint64(keys.size()) < pageSize && !m_index.isComplete()))
            return false;
        readPage(
            page,
            [source, keys = std::move(keys)](Connection &connection) {
                return readByKeys(connection, *source, keys, 0, qsizetype(keys.size()));
            },
            1, false);
        return true;
    }
    if (const auto jump = m_index.jumpTo(first)) {
        readPage(
            page,
            [source, jump](Connection &connection) {
                return readForward(connection, *source, &jump->key, true, jump->offset, pageSize);
            },
            1, false);
        return true;
    }
    if (const auto before = m_pages.constFind(page - 1);
        before != m_pages.cend() && before->keys.size() == pageSize && !before->provisional) {
        readPage(
            page,
            [source, key = before->keys.last()](Connection &connection) {
                return readForward(connection, *source, &key, false, 0, pageSize);
            },
            1, false);
        return true;
    }
    // The end can be read from the end, whatever the exact number of rows turns out to be.
    const qint64 fromEnd = m_rowCount - first;
    if (fromEnd <= 4 * pageSize) {
        readPage(
            page,
            [source, fromEnd](Connection &connection) { return readBackward(connection, *source, nullptr, fromEnd); },
            (fromEnd + pageSize - 1) / pageSize, true);
        return true;
    }
    if (const auto after = m_pages.constFind(page + 1);
        after != m_pages.cend() && after->provisional && !after->keys.isEmpty()) {
        readPage(
            page,
            [source, key = after->keys.first()](Connection &connection) {
                return readBackward(connection, *source, &key, pageSize);
            },
            1, true);
        return true;
    }
    return false;
}

void RecordTableModel::readPage(qint64 page, std::function<Result<RecordPage>(Connection &)> job, qint64 pages,
                                bool provisional)
{
    const WorkTokenPtr token = std::make_shared<WorkToken>();
    for (qint64 i = 0; i < pages; ++i)
        m_pending.insert(page + i, token);
    m_session->reader()
        .run(std::move(job), token)
        .then(this, [this, generation = m_generation, page, pages, provisional](const Result<RecordPage> &result) {
            takePage(generation, page, pages, provisional, result);
        });
}

void RecordTableModel::takePage(quint64 generation, qint64 page, qint64 pages, bool provisional,
                                const Result<RecordPage> &result)
{
    if (generation != m_generation)
        return;
    for (qint64 i = 0; i < pages; ++i)
        m_pending.remove(page + i);
    if (!result) {
        if (result.error().kind != ErrorKind::Cancelled)
            setState(State::Failed, result.error());
        return;
    }
    if (m_state == State::Failed)
        setState(State::Ready);
    // Rows that were read from the end while the count changed no longer belong here.
    if (provisional && m_exact && (page + pages) * pageSize < m_rowCount)
        return;
    for (qint64 i = 0; i < pages; ++i) {
        Page entry;
        entry.rows = result->rows.mid(i * pageSize, pageSize);
        entry.keys = result->keys.mid(i * pageSize, pageSize);
        entry.provisional = provisional && !m_exact;
        store(page + i, std::move(entry));
    }
    retryWaiting();
}

void RecordTableModel::store(qint64 page, Page entry)
{
    entry.lastUse = ++m_useCounter;
    m_pages.insert(page, std::move(entry));
    evict();
    const qint64 first = page * pageSize;
    if (first < m_rowCount)
        emit dataChanged(index(int(first), 0), index(int(qMin(first + pageSize, m_rowCount) - 1), columnCount() - 1));
}

void RecordTableModel::evict()
{
    while (m_pages.size() > maximumPages) {
        auto oldest = m_pages.begin();
        for (auto it = m_pages.begin(); it != m_pages.end(); ++it) {
            if (it->lastUse < oldest->lastUse)
                oldest = it;
        }
        m_pages.erase(oldest);
    }
}

void RecordTableModel::retryWaiting()
{
    if (m_waiting.isEmpty())
        return;
    const QSet<qint64> waiting = std::exchange(m_waiting, {});
    for (const qint64 page : waiting)
        requestPage(page);
}

void RecordTableModel::setVisibleRange(int first, int last)
{
    if (!m_source || m_rowCount == 0)
        return;
    const bool forwards = first >= m_visibleFirst;
    m_visibleFirst = first;
    m_visibleLast = last;
    const qint64 firstPage = qMax(0, first) / pageSize;
    const qint64 lastPage = qMin<qint64>(last, m_rowCount - 1) / pageSize;
    // One screen beyond what is seen, more in the direction of travel.
    const qint64 wantedFirst = qMax<qint64>(0, firstPage - (forwards ? 1 : 2));
    const qint64 wantedLast = qMin((m_rowCount - 1) / pageSize, lastPage + (forwards ? 2 : 1));
    const auto unwanted = [&](qint64 page) { return page < wantedFirst - 1 || page > wantedLast + 1; };
    for (auto it = m_pending.begin(); it != m_pending.end();) {
        if (unwanted(it.key())) {
            m_session->reader().cancel(it.value());
            it = m_pending.erase(it);
        } else {
            ++it;
        }
    }
    m_waiting.removeIf(unwanted);
    for (qint64 page = firstPage; page <= lastPage; ++page)
        requestPage(page);
    for (qint64 page = wantedFirst; page <= wantedLast; ++page)
        requestPage(page);
}

std::optional<Value> RecordTableModel::value(int row, int column) const
{
    if (row < 0 || column < 0)
        return std::nullopt;
    const Page *page = cached(row);
    if (!page) {
        requestPage(row / pageSize);
        return std::nullopt;
    }
    const qint64 offset = row % pageSize;
    if (offset >= page->rows.size())
        return std::nullopt;
    const Row &values = page->rows.at(offset);
    return column < values.size() ? std::optional<Value>(values.at(column)) : std::nullopt;
}

std::optional<Row> RecordTableModel::primaryKey(int row) const
{
    if (row < 0)
        return std::nullopt;
    const Page *page = cached(row);
    const qint64 offset = row % pageSize;
    if (!page || offset >= page->keys.size() || page->keys.at(offset).values.isEmpty())
        return std::nullopt;
    Row key;
    const QList<RecordOrder::Term> &terms = m_source->order.terms();
    for (const QString &name : m_source->table.table.primaryKey) {
        for (qsizetype i = 0; i < terms.size(); ++i) {
            if (terms.at(i).column.name == name)
                key.append(page->keys.at(offset).values.at(i));
        }
    }
    return key;
}

void RecordTableModel::findRow(const QStringList &primaryKey)
{
    if (!m_session || !m_source)
        return;
    Row key;
    for (const QString &part : primaryKey)
        key.append(Value(part));
    m_session->details()
        .run([source = m_source, key](Connection &connection) { return findPlace(connection, *source, key); })
        .then(this, [this, generation = m_generation](const Result<qint64> &row) {
            if (generation == m_generation)
                emit rowFound(row ? int(*row) : -1);
        });
}

Answer<Result<QList<Row>>> RecordTableModel::readRows(const QList<std::pair<qint64, qint64>> &ranges,
                                                      const QStringList &columns)
{
    const auto refuse = [](const QString &sentence) {
        QPromise<Result<QList<Row>>> promise;
        promise.start();
        promise.addResult(Result<QList<Row>>(Error{ErrorKind::Refused, sentence, {}}));
        promise.finish();
        return Answer<Result<QList<Row>>>(promise.future());
    };
    if (!m_session || !m_source)
        return refuse(tr("No table is open."));

    struct Piece
    {
        std::optional<RecordOrder::Key> from; ///< nothing = from the start
        qint64 offset = 0;
        qint64 count = 0;
        std::vector<qint64> keys; ///< used instead where the index is a key list
    };
    std::vector<Piece> pieces;
    qint64 total = 0;
    qint64 next = 0;
    for (const auto &[first, last] : ranges) {
        const qint64 from = qMax(first, next); // ranges may overlap
        const qint64 to = qMin(last, m_rowCount - 1);
        if (from > to)
            continue;
        next = to + 1;
        total += to - from + 1;
        Piece piece;
        piece.count = to - from + 1;
        const auto page = m_pages.constFind(from / pageSize);
        if (m_index.kind() == RowIndex::Kind::KeyList && m_index.coveredRows() > to) {
            piece.keys = m_index.keysAt(from, piece.count);
        } else if (page != m_pages.cend() && from % pageSize < page->keys.size()) {
            piece.from = page->keys.at(from % pageSize);
        } else if (const auto jump = m_index.jumpTo(from)) {
            piece.from = jump->key;
            piece.offset = jump->offset;
        } else if (from > 0) {
            return refuse(tr("The place of these rows is not known yet. Wait until the rows are counted."));
        }
        pieces.push_back(std::move(piece));
    }
    if (total > maximumReadRows)
        return refuse(tr("These are more than %1 rows; select fewer.").arg(maximumReadRows));
    auto whole =
        std::make_shared<RecordSource>(m_source->live, m_source->table, m_source->query, m_source->dialect, columns);
    whole->cut = std::numeric_limits<int>::max();
    return m_session->details().run([whole, pieces](Connection &connection) -> Result<QList<Row>> {
        QList<Row> rows;
        for (const Piece &piece : pieces) {
            if (!piece.keys.empty()) {
                for (qint64 at = 0; at < qint64(piece.keys.size()); at += pageSize) {
                    const Result<RecordPage> page = readByKeys(connection, *whole, piece.keys, at, pageSize);
                    if (!page)
                        return page.error();
                    rows += page->rows;
                }
                continue;
            }
            const Result<RecordPage> page =
                readForward(connection, *whole, piece.from ? &*piece.from : nullptr, true, piece.offset, piece.count);
            if (!page)
                return page.error();
            rows += page->rows;
        }
        return rows;
    });
}

const Column *RecordTableModel::columnAt(int column) const
{
    return m_source && column >= 0 && column < m_source->columns.size() ? &m_source->columns.at(column) : nullptr;
}

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rowCount);
}

int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_source ? 0 : int(m_source->columns.size());
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case RawTextRole: {
        const std::optional<Value> found = value(index.row(), index.column());
        return found ? QVariant(found->text()) : QVariant();
    }
    case IsNullRole: {
        const std::optional<Value> found = value(index.row(), index.column());
        return found && found->isNull();
    }
    case IsLoadedRole:
        return m_pages.contains(index.row() / pageSize);
    default:
        return {};
    }
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    const Column *column = columnAt(section);
    return column ? column->label : QString();
}

QHash<int, QByteArray> RecordTableModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert(RawTextRole, "rawText");
    names.insert(IsNullRole, "isNull");
    names.insert(IsLoadedRole, "isLoaded");
    return names;
}

void RecordTableModel::setState(State state, const Error &error)
{
    if (state == m_state && error.userText == m_error.userText)
        return;
    m_state = state;
    m_error = error;
    if (state == State::Failed)
        qCInfo(lcRecords) << "Reading failed:" << error.detail;
    emit stateChanged();
}

} // namespace Ghar
