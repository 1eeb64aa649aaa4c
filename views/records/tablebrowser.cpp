// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablebrowser.h"

#include "database/databasesession.h"
#include "records/rowkey.h"
#include "records/valuecheck.h"
#include "savedviews.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

static constexpr qreal narrowestColumn = 40;
static constexpr qreal widestColumn = 1200;

TableBrowser::TableBrowser(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_grid(&m_records), m_bulk(m_clock, &m_records, &m_grid), m_export(&m_records)
{
    connect(&m_grid, &QAbstractItemModel::rowsInserted, this, &TableBrowser::newRowsChanged);
    connect(&m_grid, &QAbstractItemModel::rowsRemoved, this, &TableBrowser::newRowsChanged);
    connect(&m_grid, &QAbstractItemModel::modelReset, this, &TableBrowser::newRowsChanged);
    connect(&m_records, &RecordTableModel::countChanged, this, &TableBrowser::countTextChanged);
    connect(&m_records, &RecordTableModel::stateChanged, this, &TableBrowser::countTextChanged);
    connect(&m_records, &RecordTableModel::rowFound, this, [this](int row) { emit recordFound(m_grid.gridRow(row)); });
    connect(&m_records, &RecordTableModel::stateChanged, this, [this] {
        if (m_records.state() == RecordTableModel::State::Ready && !m_pendingRecord.isEmpty())
            m_records.findRow(std::exchange(m_pendingRecord, {}));
    });
}

void TableBrowser::setSession(DatabaseSession *session)
{
    m_session = session;
    m_records.clear();
    m_grid.setSession(session);
    m_inspector.setSession(session);
    m_bulk.setSession(session);
    m_export.setSession(session);
    m_picker.setSession(session);
    m_tableName.clear();
    m_look = {};
    m_filters.setFilters(nullptr, {});
    m_columns.setLook(nullptr, {});
    emit tableChanged();
    emit lookChanged();
}

void TableBrowser::setChanges(ChangeSet *changes)
{
    m_grid.setChanges(changes);
    m_inspector.setChanges(changes);
    m_bulk.setChanges(changes);
}

void TableBrowser::reload()
{
    m_records.reload();
    m_inspector.refresh();
}

void TableBrowser::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    m_grid.setPrivacy(privacy);
    m_inspector.setPrivacy(privacy);
    m_bulk.setPrivacy(privacy);
    m_export.setPrivacy(privacy);
    m_picker.setPrivacy(privacy);
}

const LiveTable *TableBrowser::live() const
{
    return m_session && m_session->schema() ? m_session->schema()->table(m_tableName) : nullptr;
}

const Table *TableBrowser::catalogueTable() const
{
    return m_session && m_session->schema() ? m_session->schema()->catalogue->table(m_tableName) : nullptr;
}

QString TableBrowser::settingsKey() const
{
    return u"looks/"_s + m_tableName;
}

void TableBrowser::open(const QString &table)
{
    m_tableName = table;
    m_viewName.clear();
    m_inspector.clear();
    m_pendingRecord.clear();
    const LiveTable *found = live();
    if (!found) {
        m_records.clear();
        useLook({});
    } else {
        TableLook look = storedLook(settingsKey(), found->table).value_or(defaultLook(found->table));
        // Conditions are of the moment: a table that opens half empty frightens people.
        look.query.filters.clear();
        look.query.text.clear();
        useLook(look);
    }
    emit tableChanged();
    emit viewsChanged();
    emit visited();
}

void TableBrowser::openWhere(const QString &table, const QList<Filter> &filters)
{
    open(table);
    const LiveTable *found = live();
    if (!found)
        return;
    m_look.query.filters = filters;
    m_look.query.filters.removeIf([found](const Filter &filter) { return !found->table.column(filter.column); });
    useLook(m_look);
}

void TableBrowser::openRecord(const QString &table, const QString &key)
{
    open(table);
    const LiveTable *found = live();
    if (!found)
        return;
    const QStringList parts = found->table.primaryKey.size() == 1 ? QStringList{key} : key.split(u'/');
    m_pendingRecord = parts;
    Row row;
    for (const QString &part : parts)
        row.append(Value(part));
    m_inspector.show(table, row);
}

void TableBrowser::useLook(const TableLook &look)
{
    m_look = look;
    const LiveTable *found = live();
    m_filters.setFilters(found, look.query.filters);
    m_columns.setLook(found, look);
    applyQuery();
    emit columnsReplaced();
    emit lookChanged();
}

void TableBrowser::applyQuery()
{
    if (live())
        m_records.setSource(m_session, m_tableName, m_look.columns, m_look.query);
}

void TableBrowser::remember()
{
    storeLook(settingsKey(), m_look);
    emit lookChanged();
}

QString TableBrowser::columnName(int modelColumn) const
{
    return m_look.columns.value(modelColumn);
}

QString TableBrowser::columnLabel(int modelColumn) const
{
    const LiveTable *found = live();
    const Column *column = found ? found->table.column(columnName(modelColumn)) : nullptr;
    return column ? column->label : QString();
}

QString TableBrowser::columnKind(const QString &column) const
{
    const LiveTable *found = live();
    const Column *known = found ? found->table.column(column) : nullptr;
    return known ? ColumnListModel::filterKind(*found, *known) : QString();
}

qreal TableBrowser::columnWidth(int modelColumn) const
{
    const LiveTable *found = live();
    const Column *column = found ? found->table.column(columnName(modelColumn)) : nullptr;
    if (!column)
        return 160;
    // What a row is called by deserves the room to be read.
    const bool isLabel = column->type == ColumnType::String || column->type == ColumnType::Text
        ? found->table.rowLabel.startsWith(u'{' + column->name)
        : false;
    const qreal natural = isLabel ? 260 : found->table.foreignKeyOf(column->name) ? 200 : defaultWidth(*column);
    return m_look.widths.value(column->name, natural);
}

void TableBrowser::setColumnWidth(int modelColumn, qreal width)
{
    const QString name = columnName(modelColumn);
    if (name.isEmpty() || qFuzzyCompare(m_look.widths.value(name), width))
        return;
    m_look.widths.insert(name, width);
    remember();
}

void TableBrowser::resizeColumn(int modelColumn, qreal by)
{
    if (columnName(modelColumn).isEmpty())
        return;
    setColumnWidth(modelColumn, qBound(narrowestColumn, columnWidth(modelColumn) + by, widestColumn));
    emit columnsReplaced();
}

bool TableBrowser::isSortable(int modelColumn) const
{
    const LiveTable *found = live();
    const Column *column = found ? found->table.column(columnName(modelColumn)) : nullptr;
    return column && Dialect::isSortable(*column);
}

bool TableBrowser::isFigure(int modelColumn) const
{
    const QString kind = columnKind(columnName(modelColumn));
    return kind == "number"_L1 || kind == "money"_L1;
}

int TableBrowser::sortDirection(int modelColumn) const
{
    for (const SortColumn &sort : m_look.query.sort) {
        if (sort.column == columnName(modelColumn))
            return sort.descending ? -1 : 1;
    }
    return 0;
}

int TableBrowser::sortPlace(int modelColumn) const
{
    if (m_look.query.sort.size() < 2)
        return 0;
    for (int i = 0; i < m_look.query.sort.size(); ++i) {
        if (m_look.query.sort.at(i).column == columnName(modelColumn))
            return i + 1;
    }
    return 0;
}

void TableBrowser::toggleSort(int modelColumn, bool additional)
{
    if (!isSortable(modelColumn))
        return;
    const QString name = columnName(modelColumn);
    QList<SortColumn> &sort = m_look.query.sort;
    const auto found =
        std::find_if(sort.begin(), sort.end(), [&name](const SortColumn &s) { return s.column == name; });
    const int direction = sortDirection(modelColumn);
    if (!additional) {
        sort.clear();
        if (direction >= 0)
            sort.append({name, direction > 0});
    } else if (found == sort.end()) {
        sort.append({name, false});
    } else if (direction > 0) {
        found->descending = true;
    } else {
        sort.erase(found);
    }
    applyQuery();
    remember();
}

void TableBrowser::sortBy(const QString &column, bool descending)
{
    m_look.query.sort = {{column, descending}};
    applyQuery();
    remember();
}

void TableBrowser::setColumnShown(const QString &column, bool shown)
{
    const qsizetype place = m_look.columns.indexOf(column);
    if (shown == (place >= 0) || (!shown && m_look.columns.size() == 1))
        return;
    TableLook look = m_look;
    if (shown) {
        look.columns.append(column);
    } else {
        look.columns.remove(place);
        if (place < look.pinned)
            --look.pinned;
    }
    useLook(look);
    remember();
}

void TableBrowser::moveColumn(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= m_look.columns.size() || to >= m_look.columns.size())
        return;
    TableLook look = m_look;
    look.columns.move(from, to);
    useLook(look);
    remember();
}

void TableBrowser::setPinned(int count)
{
    m_look.pinned = qBound(0, count, int(m_look.columns.size()));
    m_columns.setLook(live(), m_look);
    emit columnsReplaced();
    remember();
}

void TableBrowser::resetLook()
{
    const LiveTable *found = live();
    if (!found)
        return;
    QSettings().remove(settingsKey());
    m_viewName.clear();
    useLook(defaultLook(found->table));
    emit viewsChanged();
}

QString TableBrowser::setFilter(const QString &column, const QString &op, const QStringList &values)
{
    const LiveTable *found = live();
    const Column *known = found ? found->table.column(column) : nullptr;
    if (!known)
        return tr("There is no column %1.").arg(column);
    static const QHash<QString, Filter::Op> operators{
        {u"equals"_s, Filter::Op::Equals},         {u"notEquals"_s, Filter::Op::NotEquals},
        {u"anyOf"_s, Filter::Op::AnyOf},           {u"contains"_s, Filter::Op::Contains},
        {u"startsWith"_s, Filter::Op::StartsWith}, {u"between"_s, Filter::Op::Between},
        {u"atLeast"_s, Filter::Op::AtLeast},       {u"atMost"_s, Filter::Op::AtMost},
        {u"isNull"_s, Filter::Op::IsNull},         {u"isNotNull"_s, Filter::Op::IsNotNull},
        {u"isEmpty"_s, Filter::Op::IsEmpty}};
    const auto wanted = operators.constFind(op);
    Q_ASSERT(wanted != operators.cend());
    Filter filter{column, *wanted, {}};
    const bool isText = filter.op == Filter::Op::Contains || filter.op == Filter::Op::StartsWith;
    for (const QString &value : values) {
        if (isText) {
            filter.values.append(Value(value));
            continue;
        }
        const bool isUpper = filter.op == Filter::Op::AtMost || filter.values.size() == 1;
        const bool isRange =
            filter.op == Filter::Op::Between || filter.op == Filter::Op::AtLeast || filter.op == Filter::Op::AtMost;
        const Result<Value> checked = isRange ? boundFromInput(*known, value, isUpper ? Bound::Upper : Bound::Lower)
                                              : valueFromInput(*known, value);
        if (!checked)
            return checked.error().userText;
        filter.values.append(*checked);
    }
    m_look.query.filters.removeIf([&column](const Filter &other) { return other.column == column; });
    const bool open =
        filter.op == Filter::Op::Between && filter.values.value(0).isNull() && filter.values.value(1).isNull();
    const bool nothing = (filter.op == Filter::Op::AnyOf || isText)
        && (filter.values.isEmpty() || (isText && filter.values.first().text().isEmpty()));
    if (!open && !nothing)
        m_look.query.filters.append(filter);
    m_filters.setFilters(found, m_look.query.filters);
    applyQuery();
    emit lookChanged();
    return {};
}

void TableBrowser::removeFilter(int filter)
{
    if (filter < 0 || filter >= m_look.query.filters.size())
        return;
    m_look.query.filters.remove(filter);
    m_filters.setFilters(live(), m_look.query.filters);
    applyQuery();
    emit lookChanged();
}

void TableBrowser::clearFilters()
{
    if (!m_look.query.isFiltered())
        return;
    m_look.query.filters.clear();
    m_look.query.text.clear();
    m_filters.setFilters(live(), {});
    applyQuery();
    emit lookChanged();
}

void TableBrowser::setText(const QString &text)
{
    if (text == m_look.query.text)
        return;
    m_look.query.text = text;
    applyQuery();
    emit lookChanged();
}

QStringList TableBrowser::enumLabels(const QString &column) const
{
    const LiveTable *found = live();
    const Column *known = found ? found->table.column(column) : nullptr;
    return known ? m_session->schema()->enumLabels(*known) : QStringList();
}

QVariantList TableBrowser::dateRanges() const
{
    const QDate today = m_clock.today();
    const QDate month(today.year(), today.month(), 1);
    const auto range = [](const QString &label, QDate from, QDate to) {
        return QStringList{label, from.toString(Qt::ISODate), to.toString(Qt::ISODate)};
    };
    return {range(tr("Today"), today, today),
            range(tr("Yesterday"), today.addDays(-1), today.addDays(-1)),
            range(tr("Last 7 days"), today.addDays(-6), today),
            range(tr("Last 30 days"), today.addDays(-29), today),
            range(tr("This month"), month, month.addMonths(1).addDays(-1)),
            range(tr("Last month"), month.addMonths(-1), month.addDays(-1)),
            range(tr("This year"), QDate(today.year(), 1, 1), QDate(today.year(), 12, 31))};
}

QStringList TableBrowser::filterOf(const QString &column) const
{
    static const QHash<Filter::Op, QString> names{
        {Filter::Op::Equals, u"equals"_s},         {Filter::Op::NotEquals, u"notEquals"_s},
        {Filter::Op::AnyOf, u"anyOf"_s},           {Filter::Op::Contains, u"contains"_s},
        {Filter::Op::StartsWith, u"startsWith"_s}, {Filter::Op::Between, u"between"_s},
        {Filter::Op::AtLeast, u"atLeast"_s},       {Filter::Op::AtMost, u"atMost"_s},
        {Filter::Op::IsNull, u"isNull"_s},         {Filter::Op::IsNotNull, u"isNotNull"_s},
        {Filter::Op::IsEmpty, u"isEmpty"_s}};
    for (const Filter &filter : m_look.query.filters) {
        if (filter.column != column)
            continue;
        QStringList result{names.value(filter.op)};
        const LiveTable *found = live();
        const Column *known = found ? found->table.column(column) : nullptr;
        for (qsizetype i = 0; i < filter.values.size(); ++i) {
            const bool isUpper = filter.op == Filter::Op::AtMost || (filter.op == Filter::Op::Between && i == 1);
            const bool isRange = isUpper || filter.op == Filter::Op::Between || filter.op == Filter::Op::AtLeast;
            const Value &value = filter.values.at(i);
            result.append(known && isRange ? inputOfBound(*known, value, isUpper ? Bound::Upper : Bound::Lower)
                                           : value.text());
        }
        return result;
    }
    return {};
}

void TableBrowser::filterByCell(int row, int modelColumn)
{
    const std::optional<Value> value = m_records.value(m_grid.recordRow(row), modelColumn);
    const LiveTable *found = live();
    if (!value || !found)
        return;
    const QString name = columnName(modelColumn);
    m_look.query.filters.removeIf([&name](const Filter &other) { return other.column == name; });
    m_look.query.filters.append({name, value->isNull() ? Filter::Op::IsNull : Filter::Op::Equals, {*value}});
    m_filters.setFilters(found, m_look.query.filters);
    applyQuery();
    emit lookChanged();
}

QStringList TableBrowser::viewNames() const
{
    return SavedViews(m_tableName).names();
}

void TableBrowser::saveView(const QString &name)
{
    if (name.trimmed().isEmpty())
        return;
    m_viewName = name.trimmed();
    SavedViews(m_tableName).save(m_viewName, m_look);
    emit viewsChanged();
}

void TableBrowser::applyView(const QString &name)
{
    const LiveTable *found = live();
    const std::optional<TableLook> look = found ? SavedViews(m_tableName).look(name, found->table) : std::nullopt;
    if (!look)
        return;
    m_viewName = name;
    useLook(*look);
    emit viewsChanged();
}

void TableBrowser::deleteView(const QString &name)
{
    SavedViews(m_tableName).remove(name);
    if (m_viewName == name)
        m_viewName.clear();
    emit viewsChanged();
}

void TableBrowser::inspect(int row)
{
    if (isNewRow(row))
        m_inspector.showNew(m_tableName, m_grid.newIdAt(row));
    else if (const std::optional<Row> key = m_records.primaryKey(m_grid.recordRow(row)))
        m_inspector.show(m_tableName, *key);
}

void TableBrowser::setVisibleRange(int first, int last)
{
    m_records.setVisibleRange(qMax(0, m_grid.recordRow(first)), qMax(0, m_grid.recordRow(last)));
}

QString TableBrowser::keyAt(int row) const
{
    if (isNewRow(row))
        return {};
    const std::optional<Row> key = m_records.primaryKey(m_grid.recordRow(row));
    return key ? rowKeyText(*key) : QString();
}

QStringList TableBrowser::linkOf(int row, int modelColumn) const
{
    const LiveTable *found = live();
    const std::optional<Value> value = m_grid.value(row, modelColumn);
    const ForeignKey *key = found ? found->table.foreignKeyOf(columnName(modelColumn)) : nullptr;
    if (!key || !value || value->isNull())
        return {};
    return {key->refTable, value->text()};
}

void TableBrowser::copy(const QList<GridRange> &ranges, const QList<int> &columnOrder, const QString &format)
{
    const RecordSource *source = m_records.source();
    if (!source || ranges.isEmpty())
        return;
    static const QHash<QString, TableTextFormat> formats{{u"tsv"_s, TableTextFormat::Tsv},
                                                         {u"csv"_s, TableTextFormat::Csv},
                                                         {u"json"_s, TableTextFormat::Json},
                                                         {u"markdown"_s, TableTextFormat::Markdown},
                                                         {u"sql"_s, TableTextFormat::Sql}};
    // Several ranges are copied as the rows and columns that any of them touches.
    QList<int> columns;
    QList<std::pair<qint64, qint64>> rows;
    for (const GridRange &range : ranges) {
        // Whole rows reach to the largest int.
        for (int visual = range.firstColumn; visual <= qMin(range.lastColumn, int(source->columns.size()) - 1);
             ++visual) {
            const int column = columnOrder.isEmpty() ? visual : columnOrder.value(visual, -1);
            if (column >= 0 && column < source->columns.size() && !columns.contains(column))
                columns.append(column);
        }
        const qint64 first = qMax<qint64>(range.firstRow, m_grid.newRowCount());
        if (first <= range.lastRow)
            rows.append({first - m_grid.newRowCount(), range.lastRow - m_grid.newRowCount()});
    }
    std::sort(rows.begin(), rows.end());
    QStringList names;
    for (const int column : std::as_const(columns))
        names.append(source->columns.at(column).name);
    // New rows stand above the others.
    QList<Row> newRows;
    for (int row = 0; row < m_grid.newRowCount(); ++row) {
        const bool isSelected = std::any_of(ranges.cbegin(), ranges.cend(), [row](const GridRange &range) {
            return row >= range.firstRow && row <= range.lastRow;
        });
        if (!isSelected)
            continue;
        newRows.append(Row());
        for (const int column : std::as_const(columns))
            newRows.last().append(m_grid.value(row, column).value_or(Value::null()));
    }
    // What is copied is what is seen: with the keys, so that staged values are found.
    const QStringList key = source->table.table.primaryKey;
    m_records.readRows(rows, names + key)
        .then(this,
              [this, names, newRows, table = m_tableName,
               wanted = formats.value(format)](const Result<QList<Row>> &read) {
                  if (!read) {
                      emit copied(0, read.error().userText);
                      return;
                  }
                  const LiveTable *found =
                      m_session && m_session->schema() ? m_session->schema()->table(table) : nullptr;
                  if (!found)
                      return;
                  QList<Column> known;
                  for (const QString &name : names)
                      known.append(*found->table.column(name));
                  QList<Row> visible = newRows;
                  for (const Row &values : *read) {
                      visible.append(values.first(names.size()));
                      m_grid.putStaged(table, values.sliced(names.size()), names, visible.last());
                  }
                  for (Row &row : visible) {
                      for (qsizetype i = 0; i < row.size(); ++i) {
                          if (formatCell(known.at(i), row.at(i), m_privacy).kind == CellKind::Masked)
                              row[i] = Value(u"••••"_s);
                      }
                  }
                  QGuiApplication::clipboard()->setText(tableText(wanted, table, known, visible));
                  emit copied(int(visible.size()), {});
              });
}

QString TableBrowser::tableLabel() const
{
    if (const LiveTable *found = live())
        return found->table.label;
    const Table *known = catalogueTable();
    return known ? known->label : m_tableName;
}

QString TableBrowser::tableIcon() const
{
    if (const LiveTable *found = live())
        return found->table.icon;
    const Table *known = catalogueTable();
    return known ? known->icon : u"table"_s;
}

QString TableBrowser::tableDescription() const
{
    const Table *known = catalogueTable();
    return known ? known->description : QString();
}

QString TableBrowser::moduleLabel() const
{
    const LiveTable *found = live();
    const Module *module = found ? m_session->schema()->catalogue->module(found->table.module) : nullptr;
    return module ? module->label : QString();
}

TableBrowser::Absence TableBrowser::absence() const
{
    if (m_tableName.isEmpty())
        return Absence::None;
    const LiveTable *found = live();
    if (!found)
        return Absence::Missing;
    return found->readable ? Absence::None : Absence::NoRights;
}

QString TableBrowser::hiddenBecause() const
{
    const LiveTable *found = live();
    return found ? found->hiddenBecause : QString();
}

bool TableBrowser::hasChangedLook() const
{
    const LiveTable *found = live();
    return found && !(m_look == defaultLook(found->table));
}

bool TableBrowser::isSlowOrder() const
{
    const RecordSource *source = m_records.source();
    return source && !source->order.isIndexed() && source->table.estimatedRows > 200'000;
}

QString TableBrowser::countText() const
{
    if (m_records.state() == RecordTableModel::State::Idle || absence() != Absence::None)
        return {};
    const QString number = QLocale(QLocale::English, QLocale::India).toString(m_records.count());
    if (m_records.isExact())
        return tr("%n row(s)", nullptr, m_records.count()).replace(QString::number(m_records.count()), number);
    return tr("about %1 rows").arg(number);
}

} // namespace Ghar
