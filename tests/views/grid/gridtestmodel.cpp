// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridtestmodel.h"

#include <array>

using namespace Qt::Literals::StringLiterals;
using Ghar::CellKind;
using Ghar::CellTone;

namespace {
constexpr std::array kinds{CellKind::Number,  CellKind::Text, CellKind::Text, CellKind::Chip,   CellKind::Number,
                           CellKind::Boolean, CellKind::Link, CellKind::Text, CellKind::Masked, CellKind::Text,
                           CellKind::Number,  CellKind::Text, CellKind::Text, CellKind::Text};
constexpr std::array headers{"id",           "title",       "city",       "status", "base_price",
                             "is_available", "owner_id",    "owner_name", "phone",  "created_at",
                             "area_sqft",    "description", "features",   "remarks"};
const std::array cities{u"Gurugram"_s, u"New Delhi"_s, u"Mumbai"_s, u"Bengaluru"_s, u"Thiruvananthapuram"_s, u"Pune"_s};
const std::array states{u"available"_s, u"under_review"_s, u"rejected"_s, u"rented"_s, u"draft"_s};
const std::array names{u"Asha Verma"_s, u"रवि कुमार"_s,       u"Farah Siddiqui"_s,
                       u"सुनीता शर्मा"_s, u"T. V. Krishnan"_s, u"محمد علی"_s};

quint64 mixed(qint64 row, int column)
{
    quint64 x = quint64(row) * 0x9e3779b97f4a7c15ULL ^ quint64(column + 1) * 0xc2b2ae3d27d4eb4fULL;
    x ^= x >> 29;
    x *= 0xbf58476d1ce4e5b9ULL;
    return x ^ (x >> 32);
}

/// Indian grouping: 1,23,45,678
QString grouped(qint64 number)
{
    QString text = QString::number(number);
    for (qsizetype at = text.size() - 3; at > 0; at -= 2)
        text.insert(at, u',');
    return text;
}
} // namespace

GridTestModel::GridTestModel(int rows, QObject *parent) : QAbstractTableModel(parent), m_rows(rows) { }

CellKind GridTestModel::kindOf(qint64 row, int column)
{
    if (column > 6 && column != 8 && mixed(row, column) % 9 == 0)
        return CellKind::Null;
    return kinds[size_t(column)];
}

QString GridTestModel::textOf(qint64 row, int column)
{
    const quint64 x = mixed(row, column);
    switch (column) {
    case 0:
        return QString::number(1'000'000 + row);
    case 1:
        return u"%1 BHK near Sector %2, tower %3"_s.arg(1 + x % 5)
            .arg(1 + x / 7 % 115)
            .arg(QChar(char16_t(u'A' + x / 64 % 26)));
    case 2:
        return cities[x % cities.size()];
    case 3:
        return states[x % states.size()];
    case 4:
        return u"₹"_s + grouped(qint64(x % 90'000'000)) + u".%1"_s.arg(x / 3 % 100, 2, 10, QLatin1Char('0'));
    case 5:
        return x % 3 == 0 ? u"true"_s : u"false"_s;
    case 6:
        return QString::number(x % 40'000);
    case 7:
        return names[x % names.size()];
    case 8:
        return u"+91 98100 %1"_s.arg(x % 100'000);
    case 9:
        return u"2026-%1-%2 %3:%4"_s.arg(1 + x % 12, 2, 10, QLatin1Char('0'))
            .arg(1 + x / 12 % 28, 2, 10, QLatin1Char('0'))
            .arg(x / 336 % 24, 2, 10, QLatin1Char('0'))
            .arg(x / 8064 % 60, 2, 10, QLatin1Char('0'));
    case 10:
        return grouped(qint64(300 + x % 6'000));
    case 11:
        return x % 2 ? u"Well lit corner flat with two balconies,\ncovered parking and a park next door"_s
                     : u"Ready to move, registry on completion of payment, gated society with power backup"_s;
    case 12:
        return u"[\"lift\", \"gym\", \"%1\"]"_s.arg(x % 2 ? u"pool"_s : u"security"_s);
    default:
        return x % 4 ? u"call after %1"_s.arg(10 + x % 9) : u"किराया अग्रिम देय है"_s;
    }
}

QVariant GridTestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    asked.insert(index.row());
    const qint64 row = index.row() + m_shift;
    switch (role) {
    case Qt::DisplayRole:
        return m_loading ? QVariant() : index.column() == 1 ? m_tag + textOf(row, 1) : textOf(row, index.column());
    case Qt::TextAlignmentRole:
        return kinds[size_t(index.column())] == CellKind::Number ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                                 : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Ghar::CellKindRole:
        return int(m_loading ? CellKind::Loading : kindOf(row, index.column()));
    case Ghar::CellToneRole:
        return int(mixed(row, 3) % 5);
    default:
        return {};
    }
}

QVariant GridTestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section < 0 || section >= 14)
        return {};
    return QString::fromLatin1(headers[size_t(section)]);
}

void GridTestModel::reset(int rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void GridTestModel::insert(int first, int count)
{
    beginInsertRows({}, first, first + count - 1);
    m_rows += count;
    endInsertRows();
}

void GridTestModel::remove(int first, int count)
{
    beginRemoveRows({}, first, first + count - 1);
    m_rows -= count;
    endRemoveRows();
}

void GridTestModel::touch(int first, int last, int firstColumn, int lastColumn)
{
    emit dataChanged(index(first, firstColumn), index(last, lastColumn));
}
