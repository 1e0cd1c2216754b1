/* Alerts on disk. See spool.h. */
#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define MAGIC   "rulec spool 1\n"
#define LEAST   (2 * (uint64_t)RT_ALERT_MAX) /* a ring holds one alert at least */
#define READING (2 * RT_ALERT_MAX)           /* bytes of records that are looked at together */

/* What the file begins with. */
struct head {
    char magic[16];
    uint64_t size;  /* of the ring behind the head */
    uint64_t begin; /* of the first record, in the ring */
    uint64_t end;   /* behind the last one */
    uint64_t count; /* of records; 0: begin and end say nothing */
};

/* What stands before each line; both are aligned to 8 in the ring. A record that would reach beyond
 * the end of the ring stands at its beginning, and len is SKIP where it would have been, if there
 * is room for that. */
struct record {
    uint32_t len;
    uint32_t checksum; /* of the line and its priority */
    uint8_t priority;
    uint8_t zero[7];
};

#define SKIP UINT32_MAX

struct rt_spool {
    int fd;
    struct head head;
    uint8_t *space; /* READING bytes: records as they were read */
    uint64_t *ends; /* of the records that rt_spool_first gave: where the next one may be */
    uint32_t ngiven;
    uint64_t limit; /* bytes of the ring, once the file is empty */
    char path[PATH_MAX];
};

#define MOST_GIVEN 1024

static uint64_t padded(uint64_t len)
{
    return (len + 7) & ~UINT64_C(7);
}

static uint32_t checksum_of(const char *line, uint32_t len, uint8_t priority)
{
    const uLong of_line = crc32(crc32(0, NULL, 0), (const Bytef *)line, len);

    return (uint32_t)crc32(of_line, &priority, 1);
}

static int write_at(int fd, const void *bytes, size_t len, uint64_t off)
{
    while (len > 0) {
        const ssize_t n = pwrite(fd, bytes, len, (off_t)off);

        if (n < 0 && errno != EINTR)
            return -errno;
        if (n > 0) {
            bytes = (const char *)bytes + n;
            len -= (size_t)n;
            off += (uint64_t)n;
        }
    }
    return 0;
}

static bool read_at(int fd, void *bytes, size_t len, uint64_t off)
{
    while (len > 0) {
        const ssize_t n = pread(fd, bytes, len, (off_t)off);

        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        if (n > 0) {
            bytes = (char *)bytes + n;
            len -= (size_t)n;
            off += (uint64_t)n;
        }
    }
    return true;
}

static int write_head(const struct rt_spool *spool)
{
    return write_at(spool->fd, &spool->head, sizeof spool->head, 0);
}

static void start_anew(struct rt_spool *spool)
{
    spool->head = (struct head){.magic = MAGIC, .size = spool->limit};
}

/* A head that was read makes sense. */
static bool is_head(const struct head *head)
{
    return memcmp(head->magic, (char[16]){MAGIC}, 16) == 0 && head->size >= LEAST &&
           head->begin <= head->size && head->end <= head->size && head->begin % 8 == 0 &&
           head->end % 8 == 0 && head->count <= head->size / sizeof(struct record);
}

static int open_file(struct rt_spool *spool, char *error, size_t size)
{
    struct stat info;

    spool->fd = open(spool->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (spool->fd < 0 || fstat(spool->fd, &info) != 0) {
        const int number = -errno;

        snprintf(error, size, "cannot open the spool %s: %s", spool->path, strerror(errno));
        return number;
    }
    if (flock(spool->fd, LOCK_EX | LOCK_NB) != 0) {
        snprintf(error, size, "the spool %s is in use", spool->path);
        return -EBUSY;
    }
    if (info.st_size == 0) {
        start_anew(spool);
        return 0;
    }
    if (!read_at(spool->fd, &spool->head, sizeof spool->head, 0) || !is_head(&spool->head)) {
        snprintf(error, size, "%s is no spool", spool->path);
        return -EBADMSG;
    }
    if (spool->head.count == 0)
        start_anew(spool);
    return 0;
}

int rt_spool_open(struct rt_spool **out, const char *dir, const char *name, uint64_t bytes,
                  char *error, size_t size)
{
    struct rt_spool *spool = calloc(1, sizeof *spool);
    int result = -ENOMEM;

    snprintf(error, size, "no memory");
    if (!spool)
        return result;
    spool->fd = -1;
    spool->limit = padded(bytes < LEAST ? LEAST : bytes);
    spool->space = malloc(READING);
    spool->ends = calloc(MOST_GIVEN, sizeof *spool->ends);
    if (spool->space && spool->ends) {
        if (snprintf(spool->path, sizeof spool->path, "%s/%s.spool", dir, name) >=
            (int)sizeof spool->path) {
            snprintf(error, size, "the path of the spool is too long");
            result = -ENAMETOOLONG;
        } else {
            result = open_file(spool, error, size);
        }
    }
    if (result == 0) {
        *out = spool;
        return 0;
    }
    if (spool->fd >= 0)
        close(spool->fd);
    free(spool->space);
    free(spool->ends);
    free(spool);
    return result;
}

uint64_t rt_spool_count(const struct rt_spool *spool)
{
    return spool->head.count;
}

/* Where a record of that many bytes goes; false: there is no room. *skip: the ring's end is left
 * unused first. */
static bool find_room(const struct rt_spool *spool, uint64_t bytes, uint64_t *at, bool *skip)
{
    const struct head *head = &spool->head;

    *skip = false;
    *at = head->count == 0 ? 0 : head->end;
    if (head->count == 0)
        return bytes <= head->size;
    if (head->end > head->begin) {
        if (bytes <= head->size - head->end)
            return true;
        *at = 0;
        *skip = true;
        /* Never quite full: then end would be begin. */
        return bytes < head->begin;
    }
    return head->end + bytes < head->begin;
}

static int put(struct rt_spool *spool, const struct rt_alert_item *item, uint64_t at, bool skip)
{
    const struct record record = {.len = item->len,
                                  .checksum = checksum_of(item->line, item->len, item->priority),
                                  .priority = item->priority};
    const struct record mark = {.len = SKIP};
    const uint64_t base = sizeof spool->head, end = spool->head.end;
    int error = 0;

    if (skip && end + sizeof mark <= spool->head.size)
        error = write_at(spool->fd, &mark, sizeof mark, base + end);
    if (error == 0)
        error = write_at(spool->fd, &record, sizeof record, base + at);
    if (error == 0)
        error = write_at(spool->fd, item->line, item->len, base + at + sizeof record);
    return error;
}

uint32_t rt_spool_append(struct rt_spool *spool, const struct rt_alert_item *items, uint32_t n,
                         int *error)
{
    const struct head before = spool->head;
    uint32_t done = 0;

    *error = 0;
    for (; done < n; done++) {
        const uint64_t bytes = padded(sizeof(struct record) + items[done].len);
        uint64_t at;
        bool skip;

        if (!find_room(spool, bytes, &at, &skip))
            break;
        *error = put(spool, &items[done], at, skip);
        if (*error != 0)
            break;
        if (spool->head.count == 0)
            spool->head.begin = 0;
        spool->head.end = at + bytes;
        spool->head.count++;
    }
    if (done == 0)
        return 0;
    if (fdatasync(spool->fd) != 0 || write_head(spool) != 0) {
        *error = -errno;
        spool->head = before;
        return 0;
    }
    return done;
}

/* Gives up what cannot be read. */
static void give_up(struct rt_spool *spool, uint64_t *damaged, uint64_t good)
{
    *damaged += spool->head.count - good;
    spool->head.count = good;
}

uint32_t rt_spool_first(struct rt_spool *spool, struct rt_alert_item *items, uint32_t most,
                        uint64_t *damaged)
{
    const struct head *head = &spool->head;
    uint64_t at = head->begin;
    uint32_t used = 0;

    spool->ngiven = 0;
    *damaged = 0;
    if (most > MOST_GIVEN)
        most = MOST_GIVEN;
    while (spool->ngiven < most && spool->ngiven < head->count) {
        const uint64_t base = sizeof *head;
        struct record record = {.len = SKIP};
        bool good = at + sizeof record > head->size ||
                    read_at(spool->fd, &record, sizeof record, base + at);

        if (good && record.len == SKIP && at != 0) {
            at = 0;
            continue;
        }
        good = good && record.len > 0 && record.len <= RT_ALERT_MAX &&
               at + sizeof record + record.len <= head->size;
        if (good && used + record.len > READING)
            break;
        good =
            good && read_at(spool->fd, spool->space + used, record.len, base + at + sizeof record);
        good = good && record.checksum == checksum_of((const char *)spool->space + used, record.len,
                                                      record.priority);
        if (!good) {
            give_up(spool, damaged, spool->ngiven);
            break;
        }
        items[spool->ngiven] = (struct rt_alert_item){.line = (const char *)spool->space + used,
                                                      .len = record.len,
                                                      .priority = record.priority};
        used += record.len;
        at += padded(sizeof record + record.len);
        spool->ends[spool->ngiven++] = at;
    }
    return spool->ngiven;
}

void rt_spool_drop(struct rt_spool *spool, uint32_t n)
{
    struct head *head = &spool->head;

    if (n == 0 || n > spool->ngiven)
        return;
    head->begin = spool->ends[n - 1];
    head->count -= n;
    spool->ngiven = 0;
    if (head->count == 0)
        start_anew(spool);
    /* If that fails, they are delivered once more after the next start. */
    (void)write_head(spool);
}

void rt_spool_close(struct rt_spool *spool)
{
    if (!spool)
        return;
    if (spool->head.count == 0)
        unlink(spool->path);
    close(spool->fd);
    free(spool->space);
    free(spool->ends);
    free(spool);
}
