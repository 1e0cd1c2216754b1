#include "events/noise.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct key {
    uint32_t rule, process, container;
};

static int compare_keys(const void *a, const void *b)
{
    const struct key *left = a, *right = b;

    if (left->rule != right->rule)
        return left->rule < right->rule ? -1 : 1;
    if (left->process != right->process)
        return left->process < right->process ? -1 : 1;
    return left->container < right->container ? -1 : left->container > right->container;
}

static int compare_noise(const void *a, const void *b)
{
    const struct rc_noise *left = a, *right = b;

    if (left->n != right->n)
        return left->n > right->n ? -1 : 1;
    return left->rule < right->rule ? -1 : left->rule > right->rule;
}

/* Puts a kind among the most frequent ones. */
static void add_kind(struct rc_noise *noise, const struct rc_noise_kind *kind)
{
    uint32_t at = noise->nkinds;

    while (at > 0 && noise->kinds[at - 1].n < kind->n)
        at--;
    if (at == RC_NOISE_KINDS)
        return;
    if (noise->nkinds < RC_NOISE_KINDS)
        noise->nkinds++;
    memmove(&noise->kinds[at + 1], &noise->kinds[at],
            (noise->nkinds - 1 - at) * sizeof noise->kinds[0]);
    noise->kinds[at] = *kind;
}

/* The alerts of one rule, sorted by kind. */
static bool judge(const struct key *keys, size_t n, size_t all, struct rc_noise *noise)
{
    *noise = (struct rc_noise){.rule = keys[0].rule, .n = n};
    for (size_t i = 0, next; i < n; i = next) {
        struct rc_noise_kind kind = {keys[i].process, keys[i].container, 0};

        for (next = i; next < n && compare_keys(&keys[i], &keys[next]) == 0; next++)
            kind.n++;
        add_kind(noise, &kind);
    }
    for (uint32_t i = 0; i < noise->nkinds; i++)
        noise->of_kinds += noise->kinds[i].n;
    return n >= RC_NOISE_LEAST && n * 20 >= all && noise->of_kinds * 10 >= n * 9;
}

uint32_t rc_noise_find(const struct rc_store *store, const struct rc_store_view *view,
                       struct rc_noise **out)
{
    struct key *keys = calloc(store->ring_count + 1, sizeof *keys);
    uint32_t found = 0, capacity = 0;
    size_t n = 0;

    *out = NULL;
    for (size_t i = 0; keys && i < store->ring_count; i++) {
        const struct rc_store_alert *alert = rc_store_at(store, i);

        if (rc_store_in_view(view, alert))
            keys[n++] = (struct key){alert->names[RC_BY_RULE], alert->names[RC_BY_PROCESS],
                                     alert->names[RC_BY_CONTAINER]};
    }
    if (n > 0)
        qsort(keys, n, sizeof *keys, compare_keys);
    for (size_t i = 0, next; i < n; i = next) {
        struct rc_noise noise;

        for (next = i; next < n && keys[next].rule == keys[i].rule; next++)
            ;
        if (!judge(&keys[i], next - i, n, &noise))
            continue;
        if (found == capacity) {
            struct rc_noise *more = reallocarray(*out, capacity + 16, sizeof *more);
            if (!more)
                break;
            *out = more;
            capacity += 16;
        }
        (*out)[found++] = noise;
    }
    free(keys);
    if (found > 0)
        qsort(*out, found, sizeof **out, compare_noise);
    return found;
}
