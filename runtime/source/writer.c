/* Writing captures. See writer.h; the layouts are those of capture.h.
 *
 * zlib's file functions do both forms: with "T" they write plainly, through the same buffer. Only
 * the buffer of the largest block is ours; an event allocates nothing once a block of its size has
 * been written.
 */
#include "writer.h"

#include "../state/state.h"
#include "capture.h"
#include "capture_block.h"
#include "capture_text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#define FILE_BUFFER (256u << 10)

/* Libs reads blocks of the plain event types into a buffer of 64 KiB. */
#define LARGE_EVENT 65000u

struct rt_writer {
    gzFile file;
    struct capture_block block;
    const struct rt_state *state; /* while a start state is written only */
    int error;                    /* the first one; then nothing more is written */
};

/* What zlib says went wrong. */
static int file_error(gzFile file)
{
    int code;
    gzerror(file, &code);
    if (code == Z_ERRNO)
        return errno ? -errno : -EIO;
    return code == Z_MEM_ERROR ? -ENOMEM : -EIO;
}

/* Ends the block in hand and writes it. */
static int write_block(struct rt_writer *writer)
{
    int error = block_end(&writer->block);
    size_t done = 0;

    while (!error && done < writer->block.len) {
        size_t left = writer->block.len - done;
        unsigned step = left < (1u << 30) ? (unsigned)left : 1u << 30;
        int n = gzwrite(writer->file, writer->block.data + done, step);
        if (n <= 0)
            error = file_error(writer->file);
        else
            done += (size_t)n;
    }
    if (error && !writer->error)
        writer->error = error;
    return error;
}

static void put_fd(void *context, const struct rt_fd *fd)
{
    struct capture_block *block = context;
    if (fd->type == RT_FD_UNKNOWN || fd->type >= RT_FD_UNINIT)
        return;
    size_t entry = block_entry_begin(block);
    uint32_t size = fd->type == RT_FD_IPV4_SOCK || fd->type == RT_FD_IPV4_SERVSOCK ? 4 : 16;
    block_u64(block, (uint64_t)fd->number);
    block_u64(block, fd->ino);
    block_u8(block, (uint8_t)fd->type);
    switch (fd->type) {
    case RT_FD_IPV4_SOCK:
    case RT_FD_IPV6_SOCK:
        block_put(block, fd->local_ip, size);
        block_put(block, fd->remote_ip, size);
        block_u16(block, fd->local_port);
        block_u16(block, fd->remote_port);
        block_u8(block, (uint8_t)fd->l4);
        break;
    case RT_FD_IPV4_SERVSOCK:
    case RT_FD_IPV6_SERVSOCK:
        block_put(block, fd->local_ip, size);
        block_u16(block, fd->local_port);
        block_u8(block, (uint8_t)fd->l4);
        break;
    case RT_FD_UNIX_SOCK:
        block_u64(block, fd->unix_source);
        block_u64(block, fd->unix_dest);
        block_text(block, fd->name, CAPTURE_MAX_PATH - 1);
        break;
    case RT_FD_FILE_V2:
        block_u32(block, fd->open_flags);
        block_text(block, fd->name, CAPTURE_MAX_PATH - 1);
        block_u32(block, fd->dev);
        break;
    default:
        block_text(block, fd->name, CAPTURE_MAX_PATH - 1);
        break;
    }
    block_entry_end(block, entry, true);
}

/* The fds of one thread, if it has a table of its own. */
static void write_fds(void *context, const struct rt_thread *thread)
{
    struct rt_writer *writer = context;
    if (writer->error || thread->flags & (RT_THREAD_DEAD | RT_THREAD_INVALID))
        return;
    block_begin(&writer->block, CAPTURE_FDLIST_V2);
    block_u64(&writer->block, (uint64_t)thread->tid);
    size_t before = writer->block.len;
    rt_state_each_fd(writer->state, thread, put_fd, &writer->block);
    if (writer->block.len > before)
        write_block(writer);
}

static void begin_section(struct capture_block *block, const struct rt_state *state)
{
    (void)state;
    block_begin(block, CAPTURE_SECTION_HEADER);
    block_u32(block, CAPTURE_BYTE_ORDER_MAGIC);
    block_u16(block, CAPTURE_MAJOR_VERSION);
    block_u16(block, CAPTURE_MINOR_VERSION);
    block_u64(block, UINT64_MAX); /* length of the section: not known yet */
}

static int write_lists(struct rt_writer *writer)
{
    static void (*const lists[])(struct capture_block *, const struct rt_state *) = {
        begin_section, block_machine_info, block_iflist, block_userlist, block_proclist};

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        lists[i](&writer->block, writer->state);
        int error = write_block(writer);
        if (error)
            return error;
    }
    rt_state_each_thread(writer->state, write_fds, writer);
    return writer->error;
}

int rt_writer_section(struct rt_writer *writer, const struct rt_state *start)
{
    if (writer->error)
        return writer->error;
    writer->state = start;
    const int error = write_lists(writer);
    writer->state = NULL;
    return error;
}

int rt_writer_open(struct rt_writer **out, const char *path, const struct rt_state *start)
{
    size_t len = strlen(path);
    bool gzip = len > 3 && strcmp(path + len - 3, ".gz") == 0;

    struct rt_writer *writer = calloc(1, sizeof(*writer));
    if (!writer)
        return -ENOMEM;
    /* Captures hold what people typed and read: for the owner only. */
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) {
        int error = -errno;
        free(writer);
        return error;
    }
    writer->file = gzdopen(fd, gzip ? "wb" : "wbT");
    if (!writer->file) {
        close(fd);
        free(writer);
        return -ENOMEM;
    }
    gzbuffer(writer->file, FILE_BUFFER);
    int error = rt_writer_section(writer, start);
    if (error) {
        rt_writer_close(writer);
        return error;
    }
    *out = writer;
    return 0;
}

int rt_writer_event(struct rt_writer *writer, uint16_t cpu, uint32_t flags, const uint8_t *data,
                    uint32_t len)
{
    if (writer->error)
        return writer->error;
    if (len < RT_EVENT_HEADER_SIZE || rt_load32(data + 16) != len)
        return -EINVAL;

    bool large = len > LARGE_EVENT;
    struct capture_block *block = &writer->block;
    if (flags != 0) {
        block_begin(block, large ? CAPTURE_EVENT_FLAGS_LARGE : CAPTURE_EVENT_FLAGS_V2);
        block_u16(block, cpu);
        block_u32(block, flags);
    } else {
        block_begin(block, large ? CAPTURE_EVENT_LARGE : CAPTURE_EVENT_V2);
        block_u16(block, cpu);
    }
    block_put(block, data, len);
    return write_block(writer);
}

int rt_writer_close(struct rt_writer *writer)
{
    if (!writer)
        return 0;
    int error = writer->error;
    errno = 0;
    int closed = gzclose(writer->file);
    if (closed != Z_OK && !error)
        error = closed == Z_ERRNO && errno ? -errno : -EIO;
    block_free(&writer->block);
    free(writer);
    return error;
}
