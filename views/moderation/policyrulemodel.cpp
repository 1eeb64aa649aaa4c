// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policyrulemodel.h"

#include "moderationwords.h"

using namespace Qt::StringLiterals;

namespace Ghar {

PolicyRuleModel::PolicyRuleModel(QObject *parent) : QAbstractListModel(parent) { }

void PolicyRuleModel::setPolicy(const ModerationPolicy &policy)
{
    const QList<Rule> rules = rulesOf(policy);
    if (rules == m_rules) {
        m_policy = policy;
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_policy = policy;
    m_rules = rules;
    endResetModel();
}

QList<PolicyRuleModel::Rule> PolicyRuleModel::rulesOf(const ModerationPolicy &policy)
{
    QList<Rule> rules;
    const auto addSwitch = [&rules](const QString &section, const QString &label, const QString &hint,
                                    bool ModerationPolicy::*on) {
        Rule rule;
        rule.section = section;
        rule.label = label;
        rule.hint = hint;
        rule.on = on;
        rules.append(rule);
    };
    const QString suspending = tr("With a suspension");
    addSwitch(suspending, effectLabel(DecisionEffect::Profile), {}, &ModerationPolicy::pausesProfile);
    addSwitch(suspending, effectLabel(DecisionEffect::Listings), tr("PG and flatmate listings"),
              &ModerationPolicy::pausesListings);
    addSwitch(suspending, effectLabel(DecisionEffect::Conversations), {}, &ModerationPolicy::closesConversations);
    addSwitch(suspending, effectLabel(DecisionEffect::Matches), {}, &ModerationPolicy::closesMatches);
    const QString telling = tr("Telling people");
    addSwitch(telling, tr("Write notices in the app"), {}, &ModerationPolicy::writesNotices);
    addSwitch(telling, tr("Tell owners of a request to edit"), tr("The platform itself tells nobody."),
              &ModerationPolicy::tellsOwnerToEdit);
    const auto addNumbers = [&](const QString &section, const QString &hint,
                                QMap<QString, int> ModerationPolicy::*numbers) {
        // The standard's first, then what somebody added.
        QStringList keys = (ModerationPolicy::standard().*numbers).keys();
        for (const QString &key : (policy.*numbers).keys()) {
            if (!keys.contains(key))
                keys.append(key);
        }
        for (const QString &key : keys) {
            Rule rule;
            rule.kind = Kind::Number;
            rule.section = section;
            rule.label = causeLabel(key);
            rule.hint = hint;
            rule.numbers = numbers;
            rule.key = key;
            rules.append(rule);
        }
    };
    addNumbers(tr("Due after so many hours"), {}, &ModerationPolicy::dueHours);
    addNumbers(tr("Severity, 0 to 100"), {}, &ModerationPolicy::severity);
    const QString second = tr("A second person confirms");
    const auto addSecond = [&](const QString &key, const QString &label) {
        Rule rule;
        rule.section = second;
        rule.label = label;
        rule.key = key;
        rules.append(rule);
    };
    addSecond(suspensionWithoutEnd(), tr("Suspend without an end"));
    for (const ModerationAction action : allModerationActions())
        addSecond(nameOf(action), actionLabel(action));
    const auto addNumber = [&rules](const QString &section, const QString &label, const QString &hint,
                                    int ModerationPolicy::*number) {
        Rule rule;
        rule.kind = Kind::Number;
        rule.section = section;
        rule.label = label;
        rule.hint = hint;
        rule.number = number;
        rules.append(rule);
    };
    addNumber(second, tr("More items at once than"), tr("0 = never"), &ModerationPolicy::secondPersonBulk);
    addNumber(tr("Checks"), tr("Escalated reports are forgotten after days"), {}, &ModerationPolicy::forgottenDays);
    return rules;
}

bool PolicyRuleModel::isOn(const ModerationPolicy &policy, const Rule &rule)
{
    return rule.on ? policy.*rule.on : policy.secondPerson.contains(rule.key);
}

int PolicyRuleModel::numberOf(const ModerationPolicy &policy, const Rule &rule)
{
    return rule.number ? policy.*rule.number : (policy.*rule.numbers).value(rule.key);
}

void PolicyRuleModel::touch(int row)
{
    emit dataChanged(index(row), index(row), {OnRole, NumberRole, ChangedRole});
    emit edited();
}

void PolicyRuleModel::setOn(int row, bool isOn)
{
    if (row < 0 || row >= m_rules.size() || m_rules.at(row).kind != Kind::Switch)
        return;
    const Rule &rule = m_rules.at(row);
    if (isOn == PolicyRuleModel::isOn(m_policy, rule))
        return;
    if (rule.on)
        m_policy.*rule.on = isOn;
    else if (isOn)
        m_policy.secondPerson.append(rule.key);
    else
        m_policy.secondPerson.removeAll(rule.key);
    touch(row);
}

void PolicyRuleModel::setNumber(int row, int number)
{
    if (row < 0 || row >= m_rules.size() || m_rules.at(row).kind != Kind::Number)
        return;
    const Rule &rule = m_rules.at(row);
    if (number == numberOf(m_policy, rule))
        return;
    if (rule.number)
        m_policy.*rule.number = number;
    else
        (m_policy.*rule.numbers)[rule.key] = number;
    touch(row);
}

int PolicyRuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

QVariant PolicyRuleModel::data(const QModelIndex &index, int role) const
{
    static const ModerationPolicy standard = ModerationPolicy::standard();
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Rule &rule = m_rules.at(index.row());
    const bool isSwitch = rule.kind == Kind::Switch;
    switch (role) {
    case KindRole:
        return QVariant::fromValue(rule.kind);
    case SectionRole:
        return index.row() > 0 && m_rules.at(index.row() - 1).section == rule.section ? QString() : rule.section;
    case Qt::DisplayRole:
    case LabelRole:
        return rule.label;
    case HintRole:
        return rule.hint;
    case OnRole:
        return isSwitch && isOn(m_policy, rule);
    case NumberRole:
        return isSwitch ? 0 : numberOf(m_policy, rule);
    case ChangedRole:
        return isSwitch ? isOn(m_policy, rule) != isOn(standard, rule)
                        : numberOf(m_policy, rule) != numberOf(standard, rule);
    default:
        return {};
    }
}

QHash<int, QByteArray> PolicyRuleModel::roleNames() const
{
    return {{KindRole, "kind"}, {SectionRole, "section"}, {LabelRole, "label"},    {HintRole, "hint"},
            {OnRole, "on"},     {NumberRole, "number"},   {ChangedRole, "changed"}};
}

} // namespace Ghar
