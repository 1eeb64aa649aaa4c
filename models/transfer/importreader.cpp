// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importreader.h"

#include "database/connection.h"
#include "records/writecheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportReader)
};

} // namespace

ImportReader::ImportReader(Connection &connection, const LiveSchema &live, const LiveTable &table,
                           const ImportPlan &plan, RowSourceFactory factory)
    : m_connection(connection), m_live(live), m_table(table), m_plan(plan), m_factory(std::move(factory))
{ }

Result<void> ImportReader::begin()
{
    Result<std::unique_ptr<RowSource>> source = m_factory();
    if (!source)
        return source.error();
    m_source = std::move(source).value();
    m_size = m_source->size();
    if (const Result<void> begun = m_source->begin(); !begun)
        return begun;
    if (const Result<void> fits = checkMapping(m_table, m_plan.mapping); !fits)
        return fits;
    for (const MappedColumn &mapped : m_plan.mapping) {
        if (mapped.column.isEmpty())
            continue;
        const qsizetype cell = m_source->names().indexOf(mapped.name);
        if (cell < 0)
            return Error{ErrorKind::BadInput,
                         Text::tr("The file has no column “%1” any more. Nothing was written.").arg(mapped.name),
                         {}};
        const Column &column = *m_table.table.column(mapped.column);
        Place place{cell, !column.nullable && !needsValue(m_table, column), ValueParser(m_live, column), nullptr};
        place.parser.setDateOrder(m_plan.dateOrder);
        // Rows that are there may have older shapes, and a file that changes other columns brings them along.
        place.parser.setChecksShape(m_plan.mode == ImportMode::Insert);
        place.parser.setUnguards(m_plan.format == TransferFormat::Csv);
        place.parser.setReadsJson(m_plan.format == TransferFormat::Json || m_plan.format == TransferFormat::JsonLines);
        if (const ForeignKey *key = m_table.table.foreignKeyOf(column.name))
            place.resolver =
                std::make_unique<ForeignKeyResolver>(m_connection, m_live, m_table, *key, mapped.isByLabel);
        m_places.push_back(std::move(place));
        m_columns.append(column);
    }
    return {};
}

Result<void> ImportReader::decideDates()
{
    std::vector<DateEvidence> evidence(m_places.size());
    const Result<std::unique_ptr<RowSource>> opened = m_factory();
    if (!opened)
        return opened.error();
    RowSource &source = **opened;
    if (const Result<void> begun = source.begin(); !begun)
        return begun;
    SourceRow row;
    for (;;) {
        const Result<bool> more = source.next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (size_t i = 0; i < m_places.size(); ++i) {
            const SourceCell &cell = row.cells.at(m_places[i].cell);
            if (m_places[i].parser.isDate() && cell.kind == SourceKind::Text)
                evidence[i].see(cell.text, row.line);
        }
    }
    for (size_t i = 0; i < m_places.size(); ++i) {
        if (!m_places[i].parser.isDate() || m_plan.dateOrder != DateOrder::Unknown)
            continue;
        const Result<DateOrder> order = evidence[i].order(m_columns.at(qsizetype(i)).name);
        if (!order)
            return order.error();
        // Where nothing is open any order will do; it must only not be asked again.
        m_places[i].parser.setDateOrder(*order == DateOrder::Unknown ? DateOrder::DayFirst : *order);
    }
    return {};
}

Result<void> ImportReader::parse(Batch &batch, ImportRow &row)
{
    for (size_t i = 0; i < m_places.size(); ++i) {
        const Place &place = m_places[i];
        const auto index = qsizetype(i);
        const SourceCell &cell = m_row.cells.at(place.cell);
        const bool isBlankCell = ValueParser::isBlank(cell, place.parser.column());
        if (cell.kind == SourceKind::Absent || (isBlankCell && place.mayBeLeftOut)) {
            row.isGiven[index] = false;
            row.values[index] = Value::null();
            continue;
        }
        row.isGiven[index] = true;
        if (place.resolver && !isBlankCell) {
            batch.wanted[i].push_back({cell, {}, {}});
            batch.wantedRows[i].push_back(row.number - batch.rows.constFirst().number);
            continue;
        }
        QString problem;
        ValueParser::Outcome outcome = place.parser.parse(cell, row.values[index], problem);
        if (outcome == ValueParser::Outcome::NeedsOrder) {
            if (const Result<void> decided = decideDates(); !decided)
                return decided;
            outcome = place.parser.parse(cell, row.values[index], problem);
        }
        if (outcome == ValueParser::Outcome::Problem) {
            row.refuse(problem, place.parser.column().name);
            return {};
        }
    }
    return {};
}

Result<void> ImportReader::resolve(Batch &batch)
{
    for (size_t i = 0; i < m_places.size(); ++i) {
        if (batch.wanted[i].empty())
            continue;
        QList<ForeignKeyResolver::Wanted *> wanted;
        for (ForeignKeyResolver::Wanted &one : batch.wanted[i])
            wanted.append(&one);
        if (const Result<void> resolved = m_places[i].resolver->resolve(wanted); !resolved)
            return resolved;
        for (size_t k = 0; k < batch.wanted[i].size(); ++k) {
            ImportRow &row = batch.rows[batch.wantedRows[i][k]];
            row.values[qsizetype(i)] = std::move(batch.wanted[i][k].value);
            if (!batch.wanted[i][k].problem.isEmpty() && row.outcome != ImportOutcome::Refused)
                row.refuse(batch.wanted[i][k].problem, m_columns.at(qsizetype(i)).name);
        }
    }
    return {};
}

Result<void> ImportReader::read(Batch &batch, qsizetype count)
{
    batch.wanted.resize(m_places.size());
    batch.wantedRows.resize(m_places.size());
    for (size_t i = 0; i < m_places.size(); ++i) {
        batch.wanted[i].clear();
        batch.wantedRows[i].clear();
    }
    QList<ImportRow> &rows = batch.rows;
    rows.resize(count);
    qsizetype filled = 0;
    for (; filled < count; ++filled) {
        const Result<bool> more = m_source->next(m_row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        ImportRow &row = rows[filled];
        row.number = ++m_number;
        row.line = m_row.line;
        row.outcome = ImportOutcome::Inserted;
        row.key.clear();
        row.column.clear();
        row.sentence.clear();
        row.values.resize(m_columns.size());
        row.isGiven.resize(m_columns.size());
        if (!m_row.problem.isEmpty()) {
            row.refuse(m_row.problem);
            continue;
        }
        if (const Result<void> parsed = parse(batch, row); !parsed)
            return parsed;
    }
    rows.resize(filled);
    batch.position = m_source->position();
    return {};
}

} // namespace Ghar
