// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/conninfo.h"

#include <QCoreApplication>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConnInfo)
};

struct FreeOptions
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};

/// The fields that have a place of their own, by libpq's names.
QList<std::pair<QString, QString ConnInfo::*>> ownFields()
{
    return {{u"host"_s, &ConnInfo::host},       {u"port"_s, &ConnInfo::port},
            {u"dbname"_s, &ConnInfo::database}, {u"user"_s, &ConnInfo::user},
            {u"sslmode"_s, &ConnInfo::tlsMode}, {u"sslrootcert"_s, &ConnInfo::rootCertificate}};
}

QString quoted(const QString &value)
{
    QString escaped = value;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    const bool plain = !value.isEmpty() && escaped == value && !value.contains(u' ');
    return plain ? value : u'\'' + escaped + u'\'';
}

} // namespace

Result<ConnInfo> parseConnInfo(const QString &text)
{
    char *message = nullptr;
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(text.toUtf8().constData(), &message));
    if (!options) {
        const QString detail = QString::fromUtf8(message).trimmed();
        PQfreemem(message);
        return Error{ErrorKind::BadInput,
                     Text::tr("The connection text cannot be read: %1. Write it as “host=… port=… dbname=… user=…” or "
                              "as a postgresql:// address.")
                         .arg(detail),
                     detail};
    }
    ConnInfo info;
    const auto fields = ownFields();
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (!option->val)
            continue;
        const QString key = QString::fromUtf8(option->keyword);
        const QString value = QString::fromUtf8(option->val);
        const auto own =
            std::find_if(fields.cbegin(), fields.cend(), [&key](const auto &field) { return field.first == key; });
        if (own != fields.cend())
            info.*(own->second) = value;
        else if (key == "password"_L1)
            info.password = value;
        else
            info.others.insert(key, value);
    }
    return info;
}

QString connInfoText(const ConnInfo &info)
{
    QStringList parts;
    for (const auto &[key, member] : ownFields()) {
        if (!(info.*member).isEmpty())
            parts.append(key + u'=' + quoted(info.*member));
    }
    for (auto it = info.others.cbegin(); it != info.others.cend(); ++it)
        parts.append(it.key() + u'=' + quoted(it.value()));
    return parts.join(u' ');
}

/// The value that libpq will use, from the text, a service file, the environment or its defaults. Nothing is sent: the
/// connection is given up before its first byte.
static QString effectiveHost(const ConnInfo &info)
{
    const QByteArray text = connInfoText(info).toUtf8();
    const std::unique_ptr<PGconn, void (*)(PGconn *)> probe(PQconnectStart(text.constData()), PQfinish);
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfo(probe.get()));
    QString host;
    for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option) {
        const QString value = QString::fromUtf8(option->val);
        if (qstrcmp(option->keyword, "hostaddr") == 0 && !value.isEmpty())
            return value;
        if (qstrcmp(option->keyword, "host") == 0)
            host = value;
    }
    return host;
}

ConnInfo withDeskRules(ConnInfo info)
{
    const auto addUnlessGiven = [&info](const QString &key, const QString &value) {
        if (!info.others.contains(key))
            info.others.insert(key, value);
    };
    addUnlessGiven(u"connect_timeout"_s, u"10"_s);
    addUnlessGiven(u"keepalives_idle"_s, u"30"_s);
    addUnlessGiven(u"keepalives_interval"_s, u"10"_s);
    addUnlessGiven(u"keepalives_count"_s, u"3"_s);
    addUnlessGiven(u"tcp_user_timeout"_s, u"30000"_s);
    addUnlessGiven(u"application_name"_s, u"Ghar Desk"_s);
    info.others.insert(u"client_encoding"_s, u"UTF8"_s);
    if (!info.tlsMode.isEmpty())
        return info;
    const bool namedElsewhere = info.others.contains(u"service"_s) || info.others.contains(u"hostaddr"_s)
        || qEnvironmentVariableIsSet("PGSERVICE") || qEnvironmentVariableIsSet("PGHOST")
        || qEnvironmentVariableIsSet("PGHOSTADDR");
    if (!isLocalHost(namedElsewhere ? effectiveHost(info) : info.host))
        info.tlsMode = u"verify-full"_s;
    return info;
}

QStringList tlsModes()
{
    return {u"verify-full"_s, u"verify-ca"_s, u"require"_s, u"prefer"_s, u"allow"_s, u"disable"_s};
}

QString placeOf(const ConnInfo &info)
{
    if (info.others.contains(u"service"_s))
        return Text::tr("service %1").arg(info.others.value(u"service"_s));
    const bool isHere = info.host.isEmpty() || info.host.startsWith(u'/');
    const QString host = isHere ? Text::tr("this computer") : info.host;
    const QString database = info.database.isEmpty() ? info.user : info.database;
    if (database.isEmpty())
        return host;
    return info.user.isEmpty() ? Text::tr("%1 on %2").arg(database, host)
                               : Text::tr("%1 on %2 as %3").arg(database, host, info.user);
}

bool isLocalHost(const QString &host)
{
    return host.isEmpty() || host.startsWith(u'/') || host == "localhost"_L1 || host == "127.0.0.1"_L1
        || host == "::1"_L1;
}

} // namespace Ghar
