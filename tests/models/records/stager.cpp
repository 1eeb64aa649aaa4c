// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stages edits in the file it is given and prints their number after each, until it is killed: for tst_changeset.
#include "records/changeset.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Ghar;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    ChangeSet set;
    if (argc != 2 || !set.keepIn(QString::fromLocal8Bit(argv[1])))
        return 2;
    // With an end, should nobody kill it.
    for (int i = 0; i < 100'000; ++i) {
        const auto id = qint64(set.count());
        set.setValues(u"edit"_s, {{u"leases"_s, {Value::integer(id)}, {{u"notes"_s, Value::null()}}, Value::null()}},
                      {{u"notes"_s, {Value(QString(200, u'ख')), false}}});
        std::printf("%lld\n", static_cast<long long>(set.count()));
        std::fflush(stdout);
    }
    return 0;
}
