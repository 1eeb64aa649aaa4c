// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldedit.h"

#include "core/geopoint.h"
#include "records/originalrow.h"
#include "records/shapecheck.h"
#include "records/valuecheck.h"
#include "records/writecheck.h"
#include "support/cellformatter.h"
#include "support/indianformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

FieldEdit::FieldEdit(QObject *parent) : QObject(parent) { }

FieldEdit::Editor FieldEdit::editorOf(const LiveSchema &live, const LiveTable &table, const Column &column)
{
    if (const ForeignKey *key = table.table.foreignKeyOf(column.name); key && live.table(key->refTable))
        return Editor::LinkEditor;
    switch (column.type) {
    case ColumnType::TextSearchVector:
    case ColumnType::Vector:
        return Editor::NoEditor;
    case ColumnType::Boolean:
        return Editor::BooleanEditor;
    case ColumnType::Json:
        return column.jsonRoot == "array_of_strings"_L1 ? Editor::ListEditor : Editor::JsonEditor;
    case ColumnType::StringArray:
        return Editor::ListEditor;
    case ColumnType::Date:
        return Editor::DateEditor;
    case ColumnType::DateTime:
        return column.dateOnly ? Editor::DateEditor : Editor::TimeEditor;
    case ColumnType::GeographyPoint:
        return Editor::PointEditor;
    case ColumnType::Uuid:
        return Editor::UuidEditor;
    case ColumnType::Integer:
    case ColumnType::Numeric:
    case ColumnType::Float:
        return Editor::NumberEditor;
    default:
        break;
    }
    if (!live.enumLabels(column).isEmpty())
        return Editor::ChoiceEditor;
    if (column.isUuidText)
        return Editor::UuidEditor;
    if (column.name.endsWith("_url"_L1) || column.name == "url"_L1)
        return Editor::UrlEditor;
    return column.type == ColumnType::Text ? Editor::TextEditor : Editor::LineEditor;
}

QString FieldEdit::hintOf(const Column &column)
{
    QStringList parts{column.name};
    if (!column.serverType.isEmpty())
        parts.append(column.serverType);
    if (!column.unit.isEmpty())
        parts.append(column.unit);
    parts.append(column.nullable ? tr("may be empty") : tr("required"));
    return parts.join(u" · "_s);
}

const Column *FieldEdit::known() const
{
    return m_target.table ? m_target.table->table.column(m_target.column) : nullptr;
}

bool FieldEdit::begin(const Target &target)
{
    m_target = target;
    if (!known() || editor() == Editor::NoEditor) {
        end();
        return false;
    }
    emit begun();
    return true;
}

void FieldEdit::end()
{
    m_target = {};
    emit begun();
}

QString FieldEdit::check(const QString &input) const
{
    const Column *column = known();
    if (!column || (input == text() && !input.isEmpty()))
        return {};
    const Result<Value> value = valueToWrite(*column, m_target.live->enumLabels(*column), input);
    if (!value)
        return value.error().userText;
    return column->type == ColumnType::Json ? shapeProblem(*m_target.live, *column, value->text()) : QString();
}

QString FieldEdit::stage(const QString &input)
{
    const Column *column = known();
    // The editor shows times by the minute and JSON with indents: what nobody changed is not written in another form.
    if (!column || (input == text() && !input.isEmpty()))
        return {};
    const Result<Value> value = valueToWrite(*column, m_target.live->enumLabels(*column), input);
    if (!value)
        return value.error().userText;
    m_target.stage({isSameValue(*column, *value, m_target.original) ? m_target.original : *value, false});
    return {};
}

QString FieldEdit::stageNull()
{
    const Column *column = known();
    if (!column)
        return {};
    if (const Result<void> allowed = checkNull(*column, Value::null()); !allowed)
        return allowed.error().userText;
    m_target.stage({Value::null(), false});
    return {};
}

void FieldEdit::stageDefault()
{
    if (known())
        m_target.stage({Value::null(), true});
}

void FieldEdit::takeBack()
{
    if (known() && m_target.takeBack)
        m_target.takeBack();
}

QString FieldEdit::newUuid() const
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QStringList FieldEdit::coordinatesOf(const QString &input) const
{
    const std::optional<GeoPoint> point = geoPointFromInput(input);
    if (!point)
        return {};
    return {QString::number(point->latitude, 'f', QLocale::FloatingPointShortest),
            QString::number(point->longitude, 'f', QLocale::FloatingPointShortest)};
}

QString FieldEdit::pointOf(const QString &latitude, const QString &longitude) const
{
    const QString both = latitude.trimmed() + u", "_s + longitude.trimmed();
    if (latitude.trimmed().isEmpty() && longitude.trimmed().isEmpty())
        return {};
    const std::optional<GeoPoint> point = geoPointFromInput(both);
    return point ? storedText(*point) : both;
}

QStringList FieldEdit::entriesOf(const QString &json) const
{
    QStringList entries;
    for (const QJsonValue entry : QJsonDocument::fromJson(json.toUtf8()).array())
        entries.append(entry.toString());
    return entries;
}

QString FieldEdit::jsonOfEntries(const QStringList &entries) const
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(entries)).toJson(QJsonDocument::Compact));
}

QString FieldEdit::amountInWords(const QString &input) const
{
    const Column *column = known();
    if (!column || !column->isMoney)
        return {};
    const Result<Value> value = valueToWrite(*column, {}, input);
    if (!value || value->isNull())
        return {};
    const QString grouped = rupees(value->text());
    const double amount = qAbs(value->text().toDouble());
    // A helping word beside the exact figure, so rounding is no harm.
    const QLocale locale(QLocale::English, QLocale::India);
    if (amount >= 1e7)
        return tr("%1 — %2 crore").arg(grouped, locale.toString(amount / 1e7, 'f', 2));
    if (amount >= 1e5)
        return tr("%1 — %2 lakh").arg(grouped, locale.toString(amount / 1e5, 'f', 2));
    return grouped;
}

QString FieldEdit::label() const
{
    const Column *column = known();
    return column ? column->label : QString();
}

QString FieldEdit::hint() const
{
    const Column *column = known();
    return column ? hintOf(*column) : QString();
}

FieldEdit::Editor FieldEdit::editor() const
{
    const Column *column = known();
    return column ? editorOf(*m_target.live, *m_target.table, *column) : Editor::NoEditor;
}

bool FieldEdit::isNullable() const
{
    const Column *column = known();
    return column && column->nullable;
}

bool FieldEdit::isDefaultable() const
{
    const Column *column = known();
    return column && !needsValue(*m_target.table, *column);
}

QString FieldEdit::text() const
{
    const Column *column = known();
    const Value &value = m_target.value.value;
    if (!column || m_target.value.isDefault || value.isNull())
        return {};
    if (column->type == ColumnType::DateTime)
        return inputOfBound(*column, value, Bound::Lower);
    if (column->type == ColumnType::Json) {
        const QJsonDocument document = QJsonDocument::fromJson(value.text().toUtf8());
        if (!document.isNull())
            return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
    }
    return value.text();
}

QStringList FieldEdit::choices() const
{
    const Column *column = known();
    if (column && column->type == ColumnType::Boolean)
        return {u"true"_s, u"false"_s};
    return column ? m_target.live->enumLabels(*column) : QStringList();
}

QStringList FieldEdit::choiceLabels() const
{
    const Column *column = known();
    if (column && column->type == ColumnType::Boolean)
        return {tr("Yes"), tr("No")};
    QStringList labels = choices();
    std::transform(labels.begin(), labels.end(), labels.begin(), humanLabel);
    return labels;
}

QString FieldEdit::unit() const
{
    const Column *column = known();
    return !column ? QString() : column->isMoney ? u"₹"_s : column->unit;
}

QString FieldEdit::linkTable() const
{
    const ForeignKey *key = known() ? m_target.table->table.foreignKeyOf(m_target.column) : nullptr;
    return key ? key->refTable : QString();
}

} // namespace Ghar
