// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QObject>

#include <memory>

namespace Ghar {

/// Base of test classes whose every function runs on a new platform database of each kind, with one connection to it.
class PlatformFixture : public QObject
{
    Q_OBJECT

protected:
    /// Rows that every function of the class needs.
    virtual void prepare() { }

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<RowMaker> m_rows;
    LiveSchemaPtr m_live;

private slots:
    void initTestCase_data();
    void init();
    void cleanup();
};

} // namespace Ghar
