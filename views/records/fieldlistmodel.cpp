// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldlistmodel.h"

#include "fieldedit.h"
#include "records/writecheck.h"

using namespace Qt::StringLiterals;

namespace Ghar {

// A text longer than this gets room of its own under its label.
static constexpr qsizetype shortText = 60;

FieldListModel::FieldListModel(QObject *parent) : QAbstractListModel(parent) { }

void FieldListModel::setRow(const LiveSchemaPtr &live, const LiveTable *table, const Row &row, Privacy privacy)
{
    reset(live, table, row, privacy, false);
}

void FieldListModel::setNewRow(const LiveSchemaPtr &live, const LiveTable *table, Privacy privacy)
{
    reset(live, table, {}, privacy, true);
}

void FieldListModel::reset(const LiveSchemaPtr &live, const LiveTable *table, const Row &row, Privacy privacy,
                           bool isNew)
{
    beginResetModel();
    if (m_table != table)
        m_revealed.clear();
    m_live = live;
    m_table = table;
    m_row = row;
    m_privacy = privacy;
    m_isNew = isNew;
    m_links.clear();
    m_staged.clear();
    m_stagedLinks.clear();
    m_problems.clear();
    m_revealed.clear();
    refilter();
    endResetModel();
    emit countChanged();
}

void FieldListModel::clear()
{
    setRow({}, nullptr, {}, m_privacy);
}

void FieldListModel::refilter()
{
    m_shown.clear();
    if (!m_table)
        return;
    for (int i = 0; i < m_table->table.columns.size(); ++i) {
        const Column &column = m_table->table.columns.at(i);
        if (column.type == ColumnType::TextSearchVector)
            continue;
        if (m_hideEmpty && !m_isNew && (m_row.value(i).isNull() || m_row.value(i).text().isEmpty()))
            continue;
        if (m_filter.isEmpty() || column.label.contains(m_filter, Qt::CaseInsensitive)
            || column.name.contains(m_filter, Qt::CaseInsensitive))
            m_shown.append(i);
    }
}

void FieldListModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    refilter();
    endResetModel();
    emit filterChanged();
    emit countChanged();
}

void FieldListModel::setHideEmpty(bool hide)
{
    if (hide == m_hideEmpty)
        return;
    beginResetModel();
    m_hideEmpty = hide;
    refilter();
    endResetModel();
    emit filterChanged();
    emit countChanged();
}

void FieldListModel::setLinks(const QHash<QString, RowLabel> &links)
{
    m_links = links;
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(count() - 1), {LinkTextRole});
}

void FieldListModel::setStaged(const QMap<QString, StagedValue> &staged)
{
    if (staged == m_staged)
        return;
    m_staged = staged;
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(count() - 1));
}

void FieldListModel::setStagedLinks(const QHash<QString, RowLabel> &links)
{
    m_stagedLinks = links;
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(count() - 1), {LinkTextRole});
}

void FieldListModel::setProblems(const QHash<QString, QString> &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(count() - 1), {FieldProblemRole});
}

void FieldListModel::setPrivacy(Privacy privacy)
{
    if (privacy == m_privacy)
        return;
    m_privacy = privacy;
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(count() - 1));
}

void FieldListModel::reveal(const QString &column)
{
    m_revealed.insert(column);
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(count() - 1));
}

Privacy FieldListModel::privacyOf(const Column &column) const
{
    return m_revealed.contains(column.name) ? Privacy::Revealed : m_privacy;
}

FieldListModel::Kind FieldListModel::kindOf(const Column &column, const Value &value, const CellText &cell) const
{
    if (value.isNull())
        return Kind::Empty;
    if (cell.kind == CellKind::Masked)
        return Kind::Masked;
    if (m_table->table.foreignKeyOf(column.name))
        return Kind::Link;
    for (const LooseReference &reference : m_table->table.looseReferences) {
        if (reference.column == column.name && !reference.refColumn.contains(u' '))
            return Kind::Link;
    }
    switch (column.type) {
    case ColumnType::Json:
    case ColumnType::StringArray:
        return Kind::Json;
    case ColumnType::GeographyPoint:
        return Kind::Point;
    case ColumnType::Boolean:
        return Kind::Boolean;
    default:
        break;
    }
    if (cell.kind == CellKind::Chip)
        return Kind::Chip;
    if (cell.kind == CellKind::Number)
        return Kind::Number;
    const QString &text = value.text();
    if (text.startsWith("https://"_L1) || text.startsWith("http://"_L1))
        return Kind::Url;
    return text.size() > shortText || text.contains(u'\n') ? Kind::LongText : Kind::Plain;
}

int FieldListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FieldListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return valueOf(m_shown.at(index.row()), role);
}

QVariant FieldListModel::valueOf(int position, int role) const
{
    const Column &column = m_table->table.columns.at(position);
    const auto staged = m_staged.constFind(column.name);
    const bool isStaged = staged != m_staged.cend();
    const Value value = isStaged ? staged->value : m_row.value(position);
    const bool isLeftOut =
        isStaged ? staged->isDefault : m_isNew && (!column.nullable || !column.serverDefault.isNull());
    Column shown = column;
    if (m_revealed.contains(column.name))
        shown.sensitivity = Sensitivity::None;
    const CellText cell = formatCell(shown, value, privacyOf(column));
    const Kind kind = !isLeftOut                  ? kindOf(column, value, cell)
        : m_isNew && needsValue(*m_table, column) ? Kind::Missing
                                                  : Kind::Default;
    switch (role) {
    case FieldNameRole:
        return column.name;
    case FieldLabelRole:
        return column.label;
    case FieldKindRole:
        return int(kind);
    case FieldTextRole:
        if (kind == Kind::Point) {
            const QString &point = value.text();
            const qsizetype open = point.indexOf(u'(');
            const QStringList numbers = point.mid(open + 1).chopped(1).split(u' ');
            if (open < 0 || numbers.size() != 2)
                return point;
            // Six places are a tenth of a metre.
            const auto degrees = [](const QString &number, const QString &positive, const QString &negative) {
                const double angle = number.toDouble();
                QString text = QString::number(qAbs(angle), 'f', 6);
                while (text.endsWith(u'0') && !text.endsWith(".0"_L1))
                    text.chop(1);
                return text + u"°\u00a0"_s + (angle < 0 ? negative : positive);
            };
            return degrees(numbers.at(1), tr("N"), tr("S")) + u", "_s + degrees(numbers.at(0), tr("E"), tr("W"));
        }
        return cell.text;
    case FieldExactRole:
        return kind == Kind::Masked ? QString() : value.text();
    case FieldToneRole:
        return int(cell.tone);
    case FieldHintRole:
        return FieldEdit::hintOf(column);
    case LinkTableRole:
        if (const ForeignKey *key = m_table->table.foreignKeyOf(column.name))
            return key->refTable;
        for (const LooseReference &reference : m_table->table.looseReferences) {
            if (reference.column == column.name)
                return reference.refTable;
        }
        return QString();
    case FieldChangedRole:
        return isStaged && !m_isNew;
    case FieldOriginalRole: {
        if (!isStaged || m_isNew)
            return QString();
        const Value &old = m_row.at(position);
        return old.isNull()        ? tr("NULL")
            : old.text().isEmpty() ? tr("(empty text)")
                                   : formatCell(shown, old, privacyOf(column)).text;
    }
    case FieldEditableRole:
        return kind != Kind::Masked && FieldEdit::editorOf(*m_live, *m_table, column) != FieldEdit::Editor::NoEditor;
    case FieldProblemRole:
        return m_problems.value(column.name);
    case LinkTextRole:
        return labelText((isStaged ? m_stagedLinks : m_links).value(column.name), m_privacy);
    default:
        return {};
    }
}

QHash<int, QByteArray> FieldListModel::roleNames() const
{
    return {
        {FieldNameRole, "fieldName"},       {FieldLabelRole, "fieldLabel"},       {FieldKindRole, "fieldKind"},
        {FieldTextRole, "fieldText"},       {FieldExactRole, "fieldExact"},       {FieldToneRole, "fieldTone"},
        {FieldHintRole, "fieldHint"},       {LinkTableRole, "linkTable"},         {LinkTextRole, "linkText"},
        {FieldChangedRole, "fieldChanged"}, {FieldOriginalRole, "fieldOriginal"}, {FieldEditableRole, "fieldEditable"},
        {FieldProblemRole, "fieldProblem"}};
}

} // namespace Ghar
