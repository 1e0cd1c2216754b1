/* Alerts in SQLite. See store.h. */
#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BUSY_MS    2000 /* that one connection waits for the other */
#define PRUNE_S    60   /* between looks for what is too old */
#define STEPS      50   /* thousands of steps of SQLite's machine, between looks at the clock */
#define PATIENCE_S 3    /* that a question may take */

struct rt_store {
    sqlite3 *writer, *reader;
    sqlite3_stmt *insert;
    uint64_t bytes, age_s;
    time_t pruned_s; /* when, last; the writer's */
    atomic_uint_fast64_t newest;
    pthread_mutex_t lock; /* of reader */
    time_t deadline_s;    /* of the question in hand */
};

static const char schema[] =
    "PRAGMA page_size = 4096;"
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = NORMAL;"
    "PRAGMA journal_size_limit = 1048576;"
    "CREATE TABLE IF NOT EXISTS alerts(id INTEGER PRIMARY KEY AUTOINCREMENT, seconds INTEGER NOT "
    "NULL, priority INTEGER NOT NULL, rule TEXT NOT NULL, text TEXT NOT NULL);"
    "CREATE INDEX IF NOT EXISTS by_seconds ON alerts(seconds);";

static time_t now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

static int fail(sqlite3 *database, char *error, size_t size)
{
    snprintf(error, size, "%s", database ? sqlite3_errmsg(database) : "no memory");
    return -EIO;
}

/* --- writing --- */

static int64_t number_of(sqlite3 *database, const char *question)
{
    sqlite3_stmt *statement = NULL;
    int64_t number = 0;

    if (sqlite3_prepare_v2(database, question, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

/* Bytes in use, without what is free inside. */
static uint64_t used(sqlite3 *database)
{
    const int64_t pages = number_of(database, "PRAGMA page_count"),
                  empty = number_of(database, "PRAGMA freelist_count");

    return (uint64_t)(pages - empty) * (uint64_t)number_of(database, "PRAGMA page_size");
}

/* The oldest go, a tenth at a time, until there is room for what comes next. */
static int make_room(struct rt_store *store, uint64_t more)
{
    char *message = NULL;
    int result = SQLITE_OK;

    while (result == SQLITE_OK && used(store->writer) + more > store->bytes &&
           number_of(store->writer, "SELECT count(*) FROM (SELECT 1 FROM alerts LIMIT 2)") > 1)
        result =
            sqlite3_exec(store->writer,
                         "DELETE FROM alerts WHERE id <= (SELECT min(id) + (max(id) - min(id)) "
                         "/ 10 FROM alerts)",
                         NULL, NULL, &message);
    sqlite3_free(message);
    return result;
}

static int prune(struct rt_store *store)
{
    char text[128];

    store->pruned_s = now_s();
    snprintf(text, sizeof text, "DELETE FROM alerts WHERE seconds < %lld",
             (long long)time(NULL) - (long long)store->age_s);
    return sqlite3_exec(store->writer, text, NULL, NULL, NULL);
}

static int insert(struct rt_store *store, const struct rt_alert_item *item)
{
    int result;

    sqlite3_bind_text(store->insert, 1, item->line, (int)item->len - 1, SQLITE_STATIC);
    sqlite3_bind_int(store->insert, 2, item->priority);
    result = sqlite3_step(store->insert);
    sqlite3_reset(store->insert);
    return result == SQLITE_DONE ? SQLITE_OK : result;
}

int rt_store_add(struct rt_store *store, const struct rt_alert_item *items, uint32_t n, char *error,
                 size_t size)
{
    uint64_t bytes = 0;
    int result = sqlite3_exec(store->writer, "BEGIN IMMEDIATE", NULL, NULL, NULL);

    if (result != SQLITE_OK)
        return fail(store->writer, error, size);
    if (now_s() - store->pruned_s >= PRUNE_S)
        result = prune(store);
    for (uint32_t i = 0; i < n; i++)
        bytes += items[i].len;
    if (result == SQLITE_OK)
        result = make_room(store, bytes);
    for (uint32_t i = 0; i < n && result == SQLITE_OK; i++)
        result = insert(store, &items[i]);
    if (result == SQLITE_OK)
        result = sqlite3_exec(store->writer, "COMMIT", NULL, NULL, NULL);
    if (result != SQLITE_OK) {
        fail(store->writer, error, size);
        sqlite3_exec(store->writer, "ROLLBACK", NULL, NULL, NULL);
        return result == SQLITE_FULL ? -ENOSPC : -EIO;
    }
    store->newest = (uint64_t)sqlite3_last_insert_rowid(store->writer);
    return 0;
}

uint64_t rt_store_newest(struct rt_store *store)
{
    return store->newest;
}

/* --- reading --- */

/* A question that takes too long is given up. */
static int on_progress(void *context)
{
    const struct rt_store *store = context;

    return now_s() > store->deadline_s;
}

/* The conditions of a query; ?1 to ?6 are its values. */
static const char where[] =
    " FROM alerts WHERE (?1 = 0 OR id < ?1) AND id > ?2 AND seconds >= ?3 AND seconds <= ?4 AND "
    "priority <= ?5 AND (?6 = '' OR rule = ?6) AND (?7 = '' OR text LIKE ?7 ESCAPE '\\')";

static sqlite3_stmt *ask(struct rt_store *store, const struct rt_query *query, const char *before,
                         const char *behind)
{
    const int64_t oldest = (int64_t)time(NULL) - (int64_t)store->age_s;
    sqlite3_stmt *statement;
    char *text = sqlite3_mprintf("%s%s%s", before, where, behind);
    int result;

    if (!text)
        return NULL;
    result = sqlite3_prepare_v2(store->reader, text, -1, &statement, NULL);
    sqlite3_free(text);
    if (result != SQLITE_OK)
        return NULL;
    sqlite3_bind_int64(statement, 1, (int64_t)query->before);
    sqlite3_bind_int64(statement, 2, (int64_t)query->after);
    sqlite3_bind_int64(statement, 3,
                       (int64_t)query->from_s > oldest ? (int64_t)query->from_s : oldest);
    sqlite3_bind_int64(statement, 4, query->to_s > 0 ? (int64_t)query->to_s : INT64_MAX);
    sqlite3_bind_int(statement, 5, query->priority);
    sqlite3_bind_text(statement, 6, query->rule, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 7, query->search, -1, SQLITE_STATIC);
    return statement;
}

/* Takes a row of the answer; `first` tells that none was before. */
typedef void row_fn(sqlite3_stmt *row, bool first, struct rt_text *out);

static bool rows(struct rt_store *store, const struct rt_query *query, const char *before,
                 const char *behind, row_fn *take, struct rt_text *out)
{
    sqlite3_stmt *statement = ask(store, query, before, behind);
    bool first = true;
    int result = SQLITE_ERROR;

    while (statement && (result = sqlite3_step(statement)) == SQLITE_ROW) {
        take(statement, first, out);
        first = false;
    }
    sqlite3_finalize(statement);
    return result == SQLITE_DONE;
}

static void begin_reading(struct rt_store *store)
{
    pthread_mutex_lock(&store->lock);
    store->deadline_s = now_s() + PATIENCE_S;
}

static void put_text(struct rt_text *out, sqlite3_stmt *row, int column)
{
    const char *text = (const char *)sqlite3_column_text(row, column);

    rt_text_json(out, text ? text : "", (size_t)sqlite3_column_bytes(row, column));
}

static void take_alert(sqlite3_stmt *row, bool first, struct rt_text *out)
{
    const char *text = (const char *)sqlite3_column_text(row, 1);

    rt_text_printf(out, "%s\n{\"id\":%lld,\"alert\":", first ? "" : ",",
                   (long long)sqlite3_column_int64(row, 0));
    rt_text_add(out, text ? text : "null", text ? (size_t)sqlite3_column_bytes(row, 1) : 4);
    rt_text_puts(out, "}");
}

bool rt_store_read(struct rt_store *store, const struct rt_query *query, struct rt_text *out)
{
    const uint64_t newest = store->newest; /* what comes while it is read may be there twice */
    char behind[64];
    bool good;

    snprintf(behind, sizeof behind, " ORDER BY id DESC LIMIT %" PRIu32, query->limit);
    begin_reading(store);
    rt_text_puts(out, "{\"alerts\":[");
    good = rows(store, query, "SELECT id, text", behind, take_alert, out);
    pthread_mutex_unlock(&store->lock);
    rt_text_printf(out, "],\"newest\":%" PRIu64 "}\n", newest);
    return good;
}

static void take_rule(sqlite3_stmt *row, bool first, struct rt_text *out)
{
    rt_text_puts(out, first ? "[" : ",[");
    put_text(out, row, 0);
    rt_text_printf(out, ",%d,%lld,%lld]", sqlite3_column_int(row, 1),
                   (long long)sqlite3_column_int64(row, 2),
                   (long long)sqlite3_column_int64(row, 3));
}

static void take_time(sqlite3_stmt *row, bool first, struct rt_text *out)
{
    rt_text_printf(out, "%s[%lld,%d,%lld]", first ? "" : ",",
                   (long long)sqlite3_column_int64(row, 0), sqlite3_column_int(row, 1),
                   (long long)sqlite3_column_int64(row, 2));
}

static void take_number(sqlite3_stmt *row, bool first, struct rt_text *out)
{
    (void)first;
    rt_text_printf(out, "%lld", (long long)sqlite3_column_int64(row, 0));
}

bool rt_store_count(struct rt_store *store, const struct rt_query *query, struct rt_text *out)
{
    const uint32_t step = query->step_s > 0 ? query->step_s : 3600;
    char before[128];
    bool good;

    begin_reading(store);
    rt_text_puts(out, "{\"rules\":[");
    good = rows(store, query, "SELECT rule, min(priority), count(*), max(seconds)",
                " GROUP BY rule ORDER BY count(*) DESC, rule LIMIT 500", take_rule, out);
    rt_text_puts(out, "],\"times\":[");
    snprintf(before, sizeof before,
             "SELECT seconds / %" PRIu32 " * %" PRIu32 " AS t, priority, count(*)", step, step);
    good = good && rows(store, query, before,
                        " GROUP BY t, priority ORDER BY t, priority LIMIT 5000", take_time, out);
    rt_text_puts(out, "],\"total\":");
    good = good && rows(store, query, "SELECT count(*)", "", take_number, out);
    rt_text_puts(out, "}\n");
    pthread_mutex_unlock(&store->lock);
    return good;
}

/* --- opening --- */

void rt_store_close(struct rt_store *store)
{
    if (!store)
        return;
    sqlite3_finalize(store->insert);
    sqlite3_close(store->reader);
    sqlite3_close(store->writer);
    pthread_mutex_destroy(&store->lock);
    free(store);
}

/* For nobody else to read; what SQLite puts beside it has the same mode. */
static bool make_file(const char *path)
{
    const int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);

    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

int rt_store_open(struct rt_store **out, const char *path, uint64_t bytes, uint64_t age_s,
                  char *error, size_t size)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | (*path ? 0 : SQLITE_OPEN_URI);
    /* A name with a slash in that file system of SQLite is shared within the process. */
    const char *name = *path ? path : "file:/rulec-alerts?vfs=memdb";
    struct rt_store *store = calloc(1, sizeof *store);
    int result;

    if (!store)
        return fail(NULL, error, size);
    store->bytes = bytes;
    store->age_s = age_s;
    pthread_mutex_init(&store->lock, NULL);
    if (*path && !make_file(path)) {
        snprintf(error, size, "cannot make %s: %s", path, strerror(errno));
        rt_store_close(store);
        return -EIO;
    }
    result = sqlite3_open_v2(name, &store->writer, flags | SQLITE_OPEN_CREATE, NULL);
    sqlite3_busy_timeout(store->writer, BUSY_MS);
    if (result == SQLITE_OK)
        result = sqlite3_exec(store->writer, schema, NULL, NULL, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_prepare_v3(
            store->writer,
            "INSERT INTO alerts(seconds, priority, rule, text) VALUES "
            "(unixepoch(substr(json_extract(?1, '$.time'), 1, 19)), ?2, json_extract(?1, "
            "'$.rule'), ?1)",
            -1, SQLITE_PREPARE_PERSISTENT, &store->insert, NULL);
    if (result == SQLITE_OK)
        result = prune(store);
    if (result == SQLITE_OK) {
        store->newest = (uint64_t)number_of(store->writer, "SELECT max(id) FROM alerts");
        result = sqlite3_open_v2(name, &store->reader, flags, NULL);
        sqlite3_busy_timeout(store->reader, BUSY_MS);
        sqlite3_progress_handler(store->reader, 1000 * STEPS, on_progress, store);
    }
    if (result != SQLITE_OK) {
        fail(store->reader ? store->reader : store->writer, error, size);
        rt_store_close(store);
        return -EIO;
    }
    *out = store;
    return 0;
}
