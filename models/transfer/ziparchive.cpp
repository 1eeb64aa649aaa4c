// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/ziparchive.h"

#include <QCoreApplication>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(XlsxReader)
};

Error damaged(const QString &detail = {})
{
    return {ErrorKind::BadInput,
            Text::tr("The workbook is damaged or was cut: its parts cannot be unpacked. Nothing was written."), detail};
}

Error bomb()
{
    return {
        ErrorKind::BadInput,
        Text::tr("The workbook unpacks to far more than any sheet of rows has. It is not read. Nothing was written."),
        {}};
}

/// A device as libzip reads it.
struct DeviceSource
{
    QIODevice *device;
    zip_error_t error;
};

zip_int64_t readDevice(void *state, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    auto &source = *static_cast<DeviceSource *>(state);
    switch (command) {
    case ZIP_SOURCE_OPEN:
        return source.device->seek(0) ? 0 : -1;
    case ZIP_SOURCE_READ:
        return source.device->read(static_cast<char *>(data), qint64(length));
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_STAT: {
        auto *stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->size = zip_uint64_t(source.device->size());
        stat->valid |= ZIP_STAT_SIZE;
        return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_SEEK: {
        const zip_int64_t to = zip_source_seek_compute_offset(
            zip_uint64_t(source.device->pos()), zip_uint64_t(source.device->size()), data, length, &source.error);
        return to >= 0 && source.device->seek(to) ? 0 : -1;
    }
    case ZIP_SOURCE_TELL:
        return source.device->pos();
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&source.error, data, length);
    case ZIP_SOURCE_FREE:
        zip_error_fini(&source.error);
        delete &source;
        return 0;
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                              ZIP_SOURCE_SUPPORTS, -1);
    default:
        zip_error_set(&source.error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

/// One part as a device that is read from its start to its end.
class PartDevice final : public QIODevice
{
public:
    PartDevice(zip_file_t *file, qint64 packed, qint64 most) : m_file(file), m_packed(packed), m_most(most) { }
    ~PartDevice() override { zip_fclose(m_file); }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_isAtEnd && QIODevice::atEnd(); }

protected:
    qint64 readData(char *data, qint64 length) override
    {
        if (m_isAtEnd)
            return -1;
        const zip_int64_t count = zip_fread(m_file, data, zip_uint64_t(length));
        if (count < 0) {
            setErrorString(damaged().userText);
            m_isAtEnd = true;
            return -1;
        }
        m_isAtEnd = count == 0;
        m_unpacked += count;
        // The directory may lie, so what really comes out is counted.
        if (m_unpacked > m_most
            || (m_unpacked > ZipArchive::harmless
                && m_unpacked / qMax<qint64>(1, m_packed) > ZipArchive::highestRatio)) {
            setErrorString(bomb().userText);
            m_isAtEnd = true;
            return -1;
        }
        return count == 0 ? -1 : count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
    const qint64 m_packed;
    const qint64 m_most;
    qint64 m_unpacked = 0;
    bool m_isAtEnd = false;
};

} // namespace

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(QIODevice &device)
{
    zip_error_t error;
    zip_error_init(&error);
    auto *state = new DeviceSource{&device, {}};
    zip_error_init(&state->error);
    zip_source_t *source = zip_source_function_create(readDevice, state, &error);
    if (!source) {
        delete state;
        return damaged();
    }
    zip_t *handle = zip_open_from_source(source, ZIP_RDONLY, &error);
    const QString detail = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!handle) {
        zip_source_free(source);
        return damaged(detail);
    }
    std::unique_ptr<ZipArchive> archive(new ZipArchive(handle));
    if (const Result<void> checked = archive->checkSizes(); !checked)
        return checked.error();
    return archive;
}

ZipArchive::~ZipArchive()
{
    zip_discard(m_archive);
}

Result<void> ZipArchive::checkSizes() const
{
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    if (count > 10'000)
        return bomb();
    qint64 total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_archive, zip_uint64_t(i), 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)
            || !(stat.valid & ZIP_STAT_COMP_SIZE))
            return damaged();
        if (stat.size > zip_uint64_t(mostUnpacked))
            return bomb();
        const auto size = qint64(stat.size);
        total += size;
        const auto packed = qMax<qint64>(1, qint64(qMin<zip_uint64_t>(stat.comp_size, mostUnpacked)));
        if (total > mostUnpacked || (size > harmless && size / packed > highestRatio))
            return bomb();
    }
    return {};
}

bool ZipArchive::contains(const QString &name) const
{
    return zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_ENC_UTF_8) >= 0;
}

qint64 ZipArchive::sizeOf(const QString &name) const
{
    zip_stat_t stat;
    return zip_stat(m_archive, name.toUtf8().constData(), ZIP_FL_ENC_UTF_8, &stat) == 0 ? qint64(stat.size) : 0;
}

Result<std::unique_ptr<QIODevice>> ZipArchive::part(const QString &name, qint64 most)
{
    zip_stat_t stat;
    const QByteArray utf8 = name.toUtf8();
    if (zip_stat(m_archive, utf8.constData(), ZIP_FL_ENC_UTF_8, &stat) != 0)
        return damaged(name);
    if (stat.encryption_method != ZIP_EM_NONE)
        return Error{ErrorKind::BadInput,
                     Text::tr("The workbook is protected by a password. Save it without one. Nothing was written."),
                     {}};
    zip_file_t *file = zip_fopen(m_archive, utf8.constData(), ZIP_FL_ENC_UTF_8);
    if (!file)
        return damaged(name);
    auto device = std::make_unique<PartDevice>(file, qint64(stat.comp_size), most);
    device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return std::unique_ptr<QIODevice>(std::move(device));
}

} // namespace Ghar
