// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/platformfixture.h"

namespace Ghar {

void PlatformFixture::initTestCase_data()
{
    forEachDatabase();
}

void PlatformFixture::init()
{
    QFETCH_GLOBAL(Backend, backend);
    GHAR_NEEDS_DATABASE(backend);
    m_database = std::make_unique<TemporaryDatabase>(backend);
    m_connection = m_database->open();
    m_live = m_database->introspected();
    m_rows = std::make_unique<RowMaker>(*m_connection, m_live);
    prepare();
}

void PlatformFixture::cleanup()
{
    m_rows.reset();
    m_connection.reset();
    m_database.reset();
}

} // namespace Ghar
