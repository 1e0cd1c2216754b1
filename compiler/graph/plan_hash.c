/* Perfect hashes: every literal has a place of its own. See runtime/match/hash.h.
 *
 * Hash, displace and compress: keys are put into buckets by the low bits of their hashes; bucket by
 * bucket, the fullest first, a displacement is looked for that sends all its keys to free places.
 */
#include "graph/plan_table.h"

#include "../runtime/match/hash.h"
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#define MOST_DISPLACEMENTS 4096
#define SEEDS_TRIED        16

struct hashing {
    struct rc_plan_table *table;
    uint64_t *hashes;  /* of the keys */
    uint32_t *keys_of; /* keys, in the order of their buckets */
    uint32_t *first;   /* by bucket: of keys_of; and one more */
    uint32_t *order;   /* buckets, the fullest first */
    uint32_t *owner;   /* by place: key plus 1; 0: free */
    uint32_t *displacements;
};

static uint32_t bucket_size(const struct hashing *hashing, uint32_t bucket)
{
    return hashing->first[bucket + 1] - hashing->first[bucket];
}

static void fill_buckets(struct hashing *hashing, const struct rc_plan_key *keys, uint32_t nkeys)
{
    const uint32_t nbuckets = hashing->table->ndisplacements;
    uint32_t largest = 0, n = 0;

    memset(hashing->first, 0, (nbuckets + 1) * sizeof *hashing->first);
    for (uint32_t i = 0; i < nkeys; i++) {
        hashing->hashes[i] = rt_hash(keys[i].text, keys[i].len, hashing->table->seed);
        hashing->first[(hashing->hashes[i] & (nbuckets - 1)) + 1]++;
    }
    for (uint32_t i = 0; i < nbuckets; i++) {
        if (hashing->first[i + 1] > largest)
            largest = hashing->first[i + 1];
        hashing->first[i + 1] += hashing->first[i];
    }
    for (uint32_t i = nkeys; i-- > 0;) {
        const uint32_t bucket = hashing->hashes[i] & (nbuckets - 1);

        hashing->keys_of[--hashing->first[bucket + 1]] = i;
    }
    /* Each beginning was moved into the one before it. */
    memmove(hashing->first, hashing->first + 1, nbuckets * sizeof *hashing->first);
    hashing->first[nbuckets] = nkeys;
    for (uint32_t size = largest; size > 0; size--) {
        for (uint32_t i = 0; i < nbuckets; i++) {
            if (bucket_size(hashing, i) == size)
                hashing->order[n++] = i;
        }
    }
    hashing->order[n] = UINT32_MAX;
}

/* Puts a bucket's keys where the displacement sends them; false, and nothing changed, if a place is
 * taken. */
static bool place_bucket(struct hashing *hashing, uint32_t bucket, uint32_t displacement)
{
    const uint32_t *keys = hashing->keys_of + hashing->first[bucket];
    const uint32_t n = bucket_size(hashing, bucket);

    for (uint32_t i = 0; i < n; i++) {
        const uint32_t place =
            rt_hash_place(hashing->hashes[keys[i]], displacement, hashing->table->nplaces);

        if (hashing->owner[place] == 0) {
            hashing->owner[place] = keys[i] + 1;
            continue;
        }
        while (i-- > 0)
            hashing->owner[rt_hash_place(hashing->hashes[keys[i]], displacement,
                                         hashing->table->nplaces)] = 0;
        return false;
    }
    hashing->displacements[bucket] = displacement;
    return true;
}

static bool place_all(struct hashing *hashing)
{
    memset(hashing->owner, 0, hashing->table->nplaces * sizeof *hashing->owner);
    for (uint32_t i = 0; hashing->order[i] != UINT32_MAX; i++) {
        uint32_t displacement = 0;

        while (displacement < MOST_DISPLACEMENTS &&
               !place_bucket(hashing, hashing->order[i], displacement))
            displacement++;
        if (displacement == MOST_DISPLACEMENTS)
            return false;
    }
    return true;
}

static void open_hashing(struct hashing *hashing, struct rc_arena *arena, uint32_t nkeys)
{
    const uint32_t nbuckets = hashing->table->ndisplacements;

    hashing->hashes = malloc((nkeys + 1) * sizeof *hashing->hashes);
    hashing->keys_of = malloc((nkeys + 1) * sizeof *hashing->keys_of);
    hashing->first = malloc((nbuckets + 2) * sizeof *hashing->first);
    hashing->order = malloc((nbuckets + 1) * sizeof *hashing->order);
    hashing->owner = NULL;
    hashing->displacements = rc_arena_array(arena, nbuckets + 1, sizeof(uint32_t));
    if (!hashing->hashes || !hashing->keys_of || !hashing->first || !hashing->order)
        RC_BUG("out of memory");
}

static void make_places(struct rc_arena *arena, const struct hashing *hashing,
                        const struct rc_plan_key *keys)
{
    struct rc_plan_table *table = hashing->table;
    struct rt_table_place *places = rc_arena_array(arena, table->nplaces, sizeof *places);

    for (uint32_t i = 0; i < table->nplaces; i++) {
        const struct rc_plan_key *key;

        places[i].len = UINT32_MAX;
        if (hashing->owner[i] == 0)
            continue;
        key = &keys[hashing->owner[i] - 1];
        places[i] = (struct rt_table_place){
            .check = (uint32_t)(hashing->hashes[hashing->owner[i] - 1] >> 32),
            .text = key->at,
            .len = key->len,
            .tests = key->tests,
            .ntests = key->ntests,
        };
    }
    table->places = places;
    table->displacements = hashing->displacements;
}

void rc_plan_hash(struct rc_arena *arena, struct rc_plan_table *table,
                  const struct rc_plan_key *keys, uint32_t nkeys)
{
    struct hashing hashing = {.table = table};
    bool placed = false;

    table->ndisplacements = 1;
    while (table->ndisplacements < nkeys / 2)
        table->ndisplacements *= 2;
    for (table->nplaces = 2; table->nplaces < nkeys + nkeys / 4;)
        table->nplaces *= 2;
    open_hashing(&hashing, arena, nkeys);
    for (; !placed; table->nplaces *= placed ? 1 : 2) {
        free(hashing.owner);
        hashing.owner = malloc(table->nplaces * sizeof *hashing.owner);
        if (!hashing.owner)
            RC_BUG("out of memory");
        for (table->seed = 0; table->seed < SEEDS_TRIED && !placed;) {
            table->seed++;
            fill_buckets(&hashing, keys, nkeys);
            placed = place_all(&hashing);
        }
    }
    make_places(arena, &hashing, keys);
    for (uint32_t i = 0; i < nkeys; i++)
        table->lengths |= UINT64_C(1) << (keys[i].len < 63 ? keys[i].len : 63);
    free(hashing.hashes);
    free(hashing.keys_of);
    free(hashing.first);
    free(hashing.order);
    free(hashing.owner);
}
