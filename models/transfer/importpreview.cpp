// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importpreview.h"

#include "transfer/valueparser.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportPreview)
};

constexpr qsizetype longestShown = 200;

} // namespace

Result<ImportPreview> previewImport(const LiveSchema &live, const ImportPlan &plan, const RowSourceFactory &factory,
                                    qsizetype rows)
{
    const LiveTable *table = live.table(plan.table);
    if (!table)
        return Error{ErrorKind::NotFound, Text::tr("The database has no table %1.").arg(plan.table), {}};
    const Result<std::unique_ptr<RowSource>> opened = factory();
    if (!opened)
        return opened.error();
    RowSource &source = **opened;
    if (const Result<void> begun = source.begin(); !begun)
        return begun.error();
    ImportPreview preview;
    preview.names = source.names();
    preview.mapping = plan.mapping.isEmpty() ? mappingByName(*table, preview.names) : plan.mapping;
    if (const Result<void> fits = checkMapping(*table, preview.mapping); !fits)
        preview.problem = fits.error().userText;
    std::vector<std::optional<ValueParser>> parsers(size_t(preview.names.size()));
    for (const MappedColumn &mapped : std::as_const(preview.mapping)) {
        const qsizetype place = preview.names.indexOf(mapped.name);
        const Column *column = table->table.column(mapped.column);
        // Keys of other rows may be given by label, which only the database knows.
        if (place < 0 || !column || table->table.foreignKeyOf(mapped.column))
            continue;
        auto &parser = parsers[size_t(place)].emplace(live, *column);
        parser.setDateOrder(plan.dateOrder);
        parser.setChecksShape(plan.mode == ImportMode::Insert);
        parser.setUnguards(plan.format == TransferFormat::Csv);
        parser.setReadsJson(plan.format == TransferFormat::Json || plan.format == TransferFormat::JsonLines);
    }
    SourceRow row;
    while (preview.rows.size() < rows) {
        const Result<bool> more = source.next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        QList<PreviewCell> cells;
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            PreviewCell cell{row.cells.at(i).text.left(longestShown), row.problem};
            Value value;
            if (const auto &parser = parsers[size_t(i)]; parser && row.problem.isEmpty()
                && parser->parse(row.cells.at(i), value, cell.problem) == ValueParser::Outcome::NeedsOrder)
                cell.problem.clear(); // the whole column tells
            cells.append(cell);
        }
        preview.rows.append(cells);
    }
    return preview;
}

} // namespace Ghar
