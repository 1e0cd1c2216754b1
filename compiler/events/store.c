#include "events/store.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LONGEST_NAME 512 /* bytes; of longer ones the beginning */

const char *const rc_store_by_names[RC_BY__COUNT] = {"rule", "priority", "process", "container"};

const struct rc_store_view rc_store_everything = {
    .names = {RC_STORE_ANY, RC_STORE_ANY, RC_STORE_ANY, RC_STORE_ANY}};

/* Memory that was asked for; there is no going on without it. */
static void *must(void *memory)
{
    if (!memory) {
        fputs("rulec: out of memory\n", stderr);
        exit(70);
    }
    return memory;
}

static void *grow(void *memory, size_t count, size_t size)
{
    return must(reallocarray(memory, count, size));
}

/* --- names --- */

static uint64_t hash_of(const char *text)
{
    uint64_t hash = 0xcbf29ce484222325;

    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3;
    return hash ^ hash >> 32;
}

static uint32_t *slot_of(const struct rc_store_names *names, const char *text)
{
    uint32_t i = (uint32_t)hash_of(text) & (names->nslots - 1);

    while (names->slots[i] && strcmp(names->texts[names->slots[i]], text) != 0)
        i = (i + 1) & (names->nslots - 1);
    return &names->slots[i];
}

static void more_names(struct rc_store_names *names)
{
    const uint32_t nslots = names->nslots ? names->nslots * 2 : 64;

    names->texts = grow(names->texts, nslots / 2 + 1, sizeof *names->texts);
    names->counts = grow(names->counts, nslots / 2 + 1, sizeof *names->counts);
    free(names->slots);
    names->slots = must(calloc(nslots, sizeof *names->slots));
    names->nslots = nslots;
    for (uint32_t i = 1; i < names->n; i++)
        *slot_of(names, names->texts[i]) = i;
}

static uint32_t add_name(struct rc_store_names *names, char *text)
{
    names->texts[names->n] = text;
    names->counts[names->n] = (struct rc_store_count){0};
    return names->n++;
}

/* The number of a name, which is new or known; 0 if there are too many. */
static uint32_t name_number(struct rc_store_names *names, const char *text)
{
    char cut[LONGEST_NAME + 1];
    uint32_t *slot;

    if (strlen(text) > LONGEST_NAME) {
        memcpy(cut, text, LONGEST_NAME);
        cut[LONGEST_NAME] = '\0';
        text = cut;
    }
    slot = slot_of(names, text);
    if (*slot || names->n == RC_STORE_NAMES)
        return *slot;
    if (names->n > names->nslots / 2)
        more_names(names);
    slot = slot_of(names, text);
    *slot = names->n;
    return add_name(names, must(strdup(text)));
}

static void count(struct rc_store_count *to, int64_t time)
{
    to->n++;
    if (time == 0)
        return;
    if (to->first == 0 || time < to->first)
        to->first = time;
    if (time > to->last)
        to->last = time;
}

/* --- the filter --- */

static const char *process_of(const struct rc_line_alert *alert)
{
    const char *name = rc_line_field(alert, "proc.name");

    if (!name)
        name = rc_line_field(alert, "proc.exepath");
    return name ? name : "(none)";
}

static const char *container_of(const struct rc_line_alert *alert)
{
    const char *name = rc_line_field(alert, "container.name");

    if (!name || !*name)
        name = rc_line_field(alert, "container.id");
    return name && *name ? name : "(none)";
}

static bool fits(const char *pattern, const char *text)
{
    return !pattern || fnmatch(pattern, text, 0) == 0;
}

/* NAME=PATTERN; a field that the alert lacks fits an empty pattern only. */
static bool field_fits(const struct rc_line_alert *alert, const char *test)
{
    const size_t len = strcspn(test, "=");
    char name[256], number[32];
    const json_t *value;

    if (len >= sizeof name)
        return false;
    memcpy(name, test, len);
    name[len] = '\0';
    test += len + (test[len] == '=');
    value = json_object_get(alert->fields, name);
    if (json_is_integer(value)) {
        snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
        return fits(test, number);
    }
    if (json_is_boolean(value))
        return fits(test, json_is_true(value) ? "true" : "false");
    return fits(test, json_is_string(value) ? json_string_value(value) : "");
}

static bool passes(const struct rc_store_filter *filter, const struct rc_line_alert *alert,
                   const char *line)
{
    const int severity = rc_line_severity(alert->priority);

    if (filter->severity >= 0 && (severity < 0 || severity > filter->severity))
        return false;
    if (!fits(filter->rule, alert->rule) || !fits(filter->process, process_of(alert)) ||
        !fits(filter->container, container_of(alert)))
        return false;
    for (uint32_t i = 0; i < filter->nfields; i++) {
        if (!field_fits(alert, filter->fields[i]))
            return false;
    }
    return !filter->search || strcasestr(line, filter->search);
}

/* --- the ring --- */

static size_t weight(const struct rc_store_alert *alert)
{
    return sizeof *alert + alert->len + 1;
}

static void drop_oldest(struct rc_store *store)
{
    struct rc_store_alert *oldest = &store->ring[store->ring_first];

    store->bytes -= weight(oldest);
    store->kept -= !oldest->outside;
    free(oldest->line);
    oldest->line = NULL;
    store->ring_first = (store->ring_first + 1) & (store->ring_size - 1);
    store->ring_count--;
    store->first_number++;
}

static void keep(struct rc_store *store, const struct rc_store_alert *alert)
{
    if (store->ring_count == store->ring_size) {
        const size_t size = store->ring_size ? store->ring_size * 2 : 256;
        struct rc_store_alert *ring = grow(NULL, size, sizeof *ring);

        for (size_t i = 0; i < store->ring_count; i++)
            ring[i] = *rc_store_at(store, i);
        free(store->ring);
        store->ring = ring;
        store->ring_size = size;
        store->ring_first = 0;
    }
    store->ring[(store->ring_first + store->ring_count) & (store->ring_size - 1)] = *alert;
    store->ring_count++;
    store->bytes += weight(alert);
    store->kept += !alert->outside;
    while (store->bytes > store->most_bytes && store->ring_count > 0)
        drop_oldest(store);
}

const struct rc_store_alert *rc_store_at(const struct rc_store *store, size_t i)
{
    return &store->ring[(store->ring_first + i) & (store->ring_size - 1)];
}

const struct rc_store_alert *rc_store_numbered(const struct rc_store *store, uint64_t number)
{
    if (number < store->first_number || number - store->first_number >= store->ring_count)
        return NULL;
    return rc_store_at(store, number - store->first_number);
}

/* --- in --- */

void rc_store_open(struct rc_store *store, const struct rc_store_filter *filter, size_t most_bytes)
{
    *store = (struct rc_store){.filter = *filter, .most_bytes = most_bytes};
    for (int by = 0; by < RC_BY__COUNT; by++) {
        more_names(&store->names[by]);
        add_name(&store->names[by], must(strdup("(others)")));
    }
}

void rc_store_close(struct rc_store *store)
{
    while (store->ring_count > 0)
        drop_oldest(store);
    free(store->ring);
    for (int by = 0; by < RC_BY__COUNT; by++) {
        for (uint32_t i = 0; i < store->names[by].n; i++)
            free(store->names[by].texts[i]);
        free(store->names[by].texts);
        free(store->names[by].counts);
        free(store->names[by].slots);
    }
}

static void take_alert(struct rc_store *store, const struct rc_line_alert *alert)
{
    char *line = json_dumps(alert->root, JSON_COMPACT);
    struct rc_store_alert kept = {.time = alert->time, .line = line};
    const char *texts[RC_BY__COUNT] = {alert->rule, alert->priority, process_of(alert),
                                       container_of(alert)};

    if (!line) {
        store->malformed++;
        return;
    }
    kept.len = (uint32_t)strlen(line);
    kept.outside = !passes(&store->filter, alert, line);
    store->filtered += kept.outside;
    if (kept.outside && !store->keep_outside) {
        free(line);
        return;
    }
    for (int by = 0; by < RC_BY__COUNT; by++) {
        kept.names[by] = name_number(&store->names[by], texts[by]);
        if (!kept.outside)
            count(&store->names[by].counts[kept.names[by]], alert->time);
    }
    if (!kept.outside) {
        struct rc_store_count all = {.first = store->first, .last = store->last};

        store->alerts++;
        count(&all, alert->time);
        store->first = all.first;
        store->last = all.last;
    }
    keep(store, &kept);
}

void rc_store_line(struct rc_store *store, const char *line, size_t len)
{
    struct rc_line_alert alert;

    store->lines++;
    switch (rc_line_read(line, len, &alert)) {
    case RC_LINE_ALERT:
        take_alert(store, &alert);
        json_decref(alert.root);
        break;
    case RC_LINE_OTHER:
        store->other++;
        break;
    case RC_LINE_MALFORMED:
        store->malformed++;
        break;
    }
}

void rc_store_too_long(struct rc_store *store)
{
    store->lines++;
    store->malformed++;
}

/* --- out --- */

bool rc_store_in_view(const struct rc_store_view *view, const struct rc_store_alert *alert)
{
    if (alert->outside)
        return false;
    for (int by = 0; by < RC_BY__COUNT; by++) {
        if (view->names[by] != RC_STORE_ANY && view->names[by] != alert->names[by])
            return false;
    }
    return !view->search[0] || strcasestr(alert->line, view->search);
}

void rc_store_count_view(const struct rc_store *store, const struct rc_store_view *view,
                         enum rc_store_by by, struct rc_store_count *counts)
{
    memset(counts, 0, store->names[by].n * sizeof *counts);
    for (size_t i = 0; i < store->ring_count; i++) {
        const struct rc_store_alert *alert = rc_store_at(store, i);

        if (rc_store_in_view(view, alert))
            count(&counts[alert->names[by]], alert->time);
    }
}

struct order {
    const struct rc_store_names *names;
    const struct rc_store_count *counts;
    bool priorities;
};

static int compare(const void *a, const void *b, void *context)
{
    const struct order *order = context;
    const uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;

    if (order->priorities) {
        const unsigned left = (unsigned)rc_line_severity(order->names->texts[i]);
        const unsigned right = (unsigned)rc_line_severity(order->names->texts[k]);

        if (left != right)
            return left < right ? -1 : 1;
    } else if (order->counts[i].n != order->counts[k].n) {
        return order->counts[i].n > order->counts[k].n ? -1 : 1;
    }
    return strcmp(order->names->texts[i], order->names->texts[k]);
}

uint32_t rc_store_order(const struct rc_store *store, enum rc_store_by by,
                        const struct rc_store_count *counts, uint32_t *order)
{
    struct order context = {&store->names[by], counts, by == RC_BY_PRIORITY};
    uint32_t n = 0;

    for (uint32_t i = 0; i < store->names[by].n; i++) {
        if (counts[i].n > 0)
            order[n++] = i;
    }
    qsort_r(order, n, sizeof *order, compare, &context);
    return n;
}
