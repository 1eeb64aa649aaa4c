// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <QObject>
#include <QQmlEngine>

#include <functional>
#include <optional>

namespace Ghar {

/// The edit of one column, in one row or in many: what an editor has to know, and how what was typed is checked and
/// staged. GUI thread only.
class FieldEdit : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a RecordInspector or a BulkEditor")
    Q_PROPERTY(QString column READ column NOTIFY begun)
    Q_PROPERTY(QString label READ label NOTIFY begun)
    Q_PROPERTY(QString hint READ hint NOTIFY begun)
    Q_PROPERTY(Editor editor READ editor NOTIFY begun)
    Q_PROPERTY(bool nullable READ isNullable NOTIFY begun)
    Q_PROPERTY(bool defaultable READ isDefaultable NOTIFY begun)
    Q_PROPERTY(bool staged READ isStaged NOTIFY begun)
    Q_PROPERTY(QString text READ text NOTIFY begun)
    Q_PROPERTY(QStringList choices READ choices NOTIFY begun)
    Q_PROPERTY(QStringList choiceLabels READ choiceLabels NOTIFY begun)
    Q_PROPERTY(int choiceIndex READ choiceIndex NOTIFY begun)
    Q_PROPERTY(QString unit READ unit NOTIFY begun)
    Q_PROPERTY(QString linkTable READ linkTable NOTIFY begun)
    Q_PROPERTY(int rows READ rows NOTIFY begun)

public:
    /// What a value is edited with.
    enum class Editor {
        NoEditor,
        LineEditor,
        NumberEditor, ///< with a unit, or rupees
        TextEditor,
        JsonEditor,
        ListEditor, ///< texts in an order
        ChoiceEditor,
        BooleanEditor,
        DateEditor,
        TimeEditor, ///< a day and a time in the local zone
        PointEditor,
        LinkEditor, ///< a row of another table
        UuidEditor,
        UrlEditor
    };
    Q_ENUM(Editor)

    /// What is edited. `stage` gets the checked value.
    struct Target
    {
        LiveSchemaPtr live;
        const LiveTable *table = nullptr;
        QString column;
        StagedValue value; ///< as it is now
        Value original;    ///< as it was read; NULL for a new row
        bool isStaged = false;
        int rows = 1;
        std::function<void(const StagedValue &)> stage;
        std::function<void()> takeBack;
    };

    explicit FieldEdit(QObject *parent = nullptr);

    /// What a column of the table is edited with.
    [[nodiscard]] static Editor editorOf(const LiveSchema &live, const LiveTable &table, const Column &column);
    /// Type, unit and constraints in words.
    [[nodiscard]] static QString hintOf(const Column &column);

    /// False when the column cannot be edited.
    bool begin(const Target &target);
    void end();

    /// The rule that the input breaks; empty when it keeps all.
    Q_INVOKABLE QString check(const QString &input) const;
    /// Stages what was typed. Returns an empty text, or the rule that it breaks.
    Q_INVOKABLE QString stage(const QString &input);
    Q_INVOKABLE QString stageNull();
    Q_INVOKABLE void stageDefault();
    Q_INVOKABLE void takeBack();
    Q_INVOKABLE QString newUuid() const;
    /// Latitude and longitude in degrees of what may be a pair of numbers, a map's address or a stored point; empty
    /// when it is none.
    Q_INVOKABLE QStringList coordinatesOf(const QString &input) const;
    /// The point as it is stored.
    Q_INVOKABLE QString pointOf(const QString &latitude, const QString &longitude) const;
    /// The entries of a list, and the other way.
    Q_INVOKABLE QStringList entriesOf(const QString &json) const;
    Q_INVOKABLE QString jsonOfEntries(const QStringList &entries) const;
    /// An amount as people read it: grouped, and in lakh and crore; empty for what is no amount.
    Q_INVOKABLE QString amountInWords(const QString &input) const;

    [[nodiscard]] QString column() const { return m_target.column; }
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] Editor editor() const;
    /// The database has something to fill in.
    [[nodiscard]] bool isDefaultable() const;
    [[nodiscard]] bool isNullable() const;
    [[nodiscard]] bool isStaged() const { return m_target.isStaged; }
    /// The text that the editor begins with.
    [[nodiscard]] QString text() const;
    /// The stored labels that a value can have; empty when it can be anything.
    [[nodiscard]] QStringList choices() const;
    /// The same as people read them.
    [[nodiscard]] QStringList choiceLabels() const;
    /// The place of the present value among them; -1 for NULL.
    [[nodiscard]] int choiceIndex() const { return int(choices().indexOf(text())); }
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QString linkTable() const;
    [[nodiscard]] int rows() const { return m_target.rows; }

signals:
    void begun();

private:
    [[nodiscard]] const Column *known() const;

    Target m_target;
};

} // namespace Ghar
