/* The alerts that the page shows: in a file of SQLite, or in memory.
 *
 *     the queue's thread --rt_store_add--> database <--rt_store_read, rt_store_count-- who answers
 *
 * Each side has a connection to the database, so that neither waits long for the other: a file is
 * in WAL mode. It is bounded by size and by age: the oldest alerts go when new ones come, and those
 * that are too old are not shown either. Private to web/. */
#ifndef RULEC_WEB_STORE_H
#define RULEC_WEB_STORE_H

#include "../output/output.h"
#include "query.h"
#include "text.h"

struct rt_store;

/* path: "" for in memory. 0 and *out, or negative errno with a message in error. */
int rt_store_open(struct rt_store **out, const char *path, uint64_t bytes, uint64_t age_s,
                  char *error, size_t size);
void rt_store_close(struct rt_store *store); /* NULL is allowed */

/* Lines of JSON, all of them or none. 0, or negative errno with a message in error. From one thread
 * only. */
int rt_store_add(struct rt_store *store, const struct rt_alert_item *items, uint32_t n, char *error,
                 size_t size);

/* The number of the newest alert; 0: there is none. */
uint64_t rt_store_newest(struct rt_store *store);

/* {"alerts": [{"id": N, "alert": {...}}, ...], "newest": N}, the newest first. Both return false if
 * the database does not answer. */
bool rt_store_read(struct rt_store *store, const struct rt_query *query, struct rt_text *out);

/* {"rules": [[NAME, PRIORITY, COUNT, LAST], ...], "times": [[SECONDS, PRIORITY, COUNT], ...],
 *  "total": N} */
bool rt_store_count(struct rt_store *store, const struct rt_query *query, struct rt_text *out);

#endif
