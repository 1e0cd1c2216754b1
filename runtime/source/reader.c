/* Single processes, read again in /proc. See live.h. */
#include "live.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct rt_reader {
    struct rt_state *state;
    struct rt_seen_list *seen;
    struct rt_proc_texts *texts;
    struct rt_sockets *sockets; /* of this pass; NULL: none was met yet */
    int64_t *numbers;           /* n of them, found in a folder */
    uint32_t n, room;
};

struct rt_reader *rt_reader_open(struct rt_state *state, struct rt_seen_list *seen)
{
    struct rt_reader *reader = calloc(1, sizeof *reader);

    if (!reader)
        return NULL;
    reader->state = state;
    reader->seen = seen;
    reader->texts = rt_proc_texts_create();
    if (reader->texts)
        return reader;
    free(reader);
    return NULL;
}

void rt_reader_done(struct rt_reader *reader)
{
    rt_sockets_destroy(reader->sockets);
    reader->sockets = NULL;
    rt_state_correct_done(reader->state);
}

void rt_reader_close(struct rt_reader *reader)
{
    if (!reader)
        return;
    rt_sockets_destroy(reader->sockets);
    free(reader->numbers);
    free(reader->texts);
    free(reader);
}

static int by_number(const void *left, const void *right)
{
    const int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

    return (a > b) - (a < b);
}

/* The numbers that name something in the folder, ascending. False: there is no such folder, or no
 * memory. */
static bool list_numbers(struct rt_reader *reader, int dir, const char *name)
{
    const int folder = openat(dir, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = folder >= 0 ? fdopendir(folder) : NULL;
    const struct dirent *entry;
    bool good = list != NULL;

    if (!list && folder >= 0)
        close(folder);
    reader->n = 0;
    while (good && (entry = readdir(list))) {
        if (entry->d_name[0] < '0' || entry->d_name[0] > '9')
            continue;
        if (reader->n == reader->room) {
            const uint32_t room = reader->room ? 2 * reader->room : 256;
            int64_t *numbers = realloc(reader->numbers, room * sizeof *numbers);
            if (!numbers) {
                good = false;
                break;
            }
            reader->numbers = numbers;
            reader->room = room;
        }
        reader->numbers[reader->n++] = strtoll(entry->d_name, NULL, 10);
    }
    if (list)
        closedir(list);
    if (reader->n > 0)
        qsort(reader->numbers, reader->n, sizeof *reader->numbers, by_number);
    return good;
}

static void read_thread(struct rt_reader *reader, int process, int64_t tid)
{
    struct rt_thread thread;
    char name[48];

    snprintf(name, sizeof name, "task/%lld", (long long)tid);
    const int dir = openat(process, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        return;
    if (rt_seen_note(reader->seen, tid) == 0 &&
        rt_proc_read_thread(dir, tid, NULL, reader->texts, &thread))
        rt_state_correct_thread(reader->state, &thread);
    close(dir);
}

static void read_threads(struct rt_reader *reader, int process, int64_t pid)
{
    if (!list_numbers(reader, process, "task"))
        return;
    read_thread(reader, process, pid); /* the others use what it has */
    for (uint32_t i = 0; i < reader->n; i++) {
        if (reader->numbers[i] != pid)
            read_thread(reader, process, reader->numbers[i]);
    }
    rt_state_keep_threads(reader->state, pid, reader->numbers, reader->n);
}

static void read_fds(struct rt_reader *reader, int process, int64_t pid)
{
    if (!list_numbers(reader, process, "fd"))
        return;
    if (!reader->sockets)
        reader->sockets = rt_sockets_create();
    for (uint32_t i = 0; i < reader->n; i++)
        rt_proc_scan_fd(reader->state, process, pid, reader->numbers[i], reader->sockets,
                        rt_state_correct_fd);
    rt_state_keep_fds(reader->state, pid, reader->numbers, reader->n);
}

void rt_reader_process(struct rt_reader *reader, int64_t pid, bool threads)
{
    char path[64];

    snprintf(path, sizeof path, "/proc/%lld", (long long)pid);
    const int process = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (process < 0) {
        rt_state_keep_threads(reader->state, pid, NULL, 0);
        return;
    }
    if (threads || !rt_state_thread(reader->state, pid))
        read_threads(reader, process, pid);
    read_fds(reader, process, pid);
    close(process);
}
