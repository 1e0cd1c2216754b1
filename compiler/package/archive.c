/* tar, ar, gzip. See archive.h. */
#include "package/archive.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define BLOCK    512
#define YEAR1980 315532800
#define MOST     077777777777ull /* of eleven octal digits */

/* POSIX.1-1988 ustar. */
struct tar_header {
    char name[100], mode[8], uid[8], gid[8], size[12], mtime[12], checksum[8], type;
    char link[100], magic[6], version[2], user[32], group[32], major[8], minor[8], prefix[155];
    char pad[12];
};

static_assert(sizeof(struct tar_header) == BLOCK, "a header is a block");

long long rc_archive_time(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    const long long time = epoch && *epoch ? strtoll(epoch, NULL, 10) : YEAR1980;

    return time < 0 ? 0 : time;
}

static void pad(struct rc_strbuf *out, size_t to)
{
    static const char zeros[BLOCK];

    if (out->len % to != 0)
        rc_strbuf_add(out, zeros, to - out->len % to);
}

static void put_header(struct rc_strbuf *tar, const char *path, unsigned mode, char type,
                       size_t size)
{
    struct tar_header header = {
        .type = type, .magic = "ustar", .version = {'0', '0'}, .user = "root", .group = "root"};
    unsigned sum = 0;

    snprintf(header.name, sizeof header.name, "%s", path);
    snprintf(header.mode, sizeof header.mode, "%07o", mode & 07777);
    snprintf(header.uid, sizeof header.uid, "%07o", 0);
    snprintf(header.gid, sizeof header.gid, "%07o", 0);
    snprintf(header.size, sizeof header.size, "%011llo", (unsigned long long)size & MOST);
    snprintf(header.mtime, sizeof header.mtime, "%011llo",
             (unsigned long long)rc_archive_time() & MOST);
    memset(header.checksum, ' ', sizeof header.checksum);
    for (size_t i = 0; i < sizeof header; i++)
        sum += ((const unsigned char *)&header)[i];
    snprintf(header.checksum, sizeof header.checksum, "%06o", sum);
    rc_strbuf_add(tar, &header, sizeof header);
}

void rc_tar_directory(struct rc_strbuf *tar, const char *path)
{
    put_header(tar, path, 0755, '5', 0);
}

void rc_tar_file(struct rc_strbuf *tar, const char *path, unsigned mode, const void *data,
                 size_t len)
{
    put_header(tar, path, mode, '0', len);
    rc_strbuf_add(tar, data, len);
    pad(tar, BLOCK);
}

void rc_tar_finish(struct rc_strbuf *tar)
{
    static const char zeros[2 * BLOCK];

    rc_strbuf_add(tar, zeros, sizeof zeros);
}

void rc_ar_begin(struct rc_strbuf *ar)
{
    rc_strbuf_adds(ar, "!<arch>\n");
}

void rc_ar_file(struct rc_strbuf *ar, const char *name, const struct rc_strbuf *data)
{
    rc_strbuf_printf(ar, "%-16s%-12lld%-6d%-6d%-8o%-10zu`\n", name, rc_archive_time(), 0, 0,
                     0100644u, data->len);
    rc_strbuf_add(ar, data->data, data->len);
    if (ar->len % 2 != 0)
        rc_strbuf_addc(ar, '\n');
}

bool rc_gzip(struct rc_strbuf *out, const struct rc_strbuf *data)
{
    z_stream stream = {0};
    unsigned char *room;
    uLong bound;
    bool good;

    /* 16: with the header of gzip, which zlib leaves without a time. */
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return false;
    bound = deflateBound(&stream, data->len);
    room = malloc(bound);
    stream.next_in = (unsigned char *)data->data;
    stream.avail_in = (uInt)data->len;
    stream.next_out = room;
    stream.avail_out = (uInt)bound;
    good = room && deflate(&stream, Z_FINISH) == Z_STREAM_END;
    if (good)
        rc_strbuf_add(out, room, stream.total_out);
    deflateEnd(&stream);
    free(room);
    return good;
}
