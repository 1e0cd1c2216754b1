/* The filter's table of states, from the patterns of paths. See filter.h. */
#include "filter.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { ANY_TEXT = 1, ANY_NAME, ANY_BYTE };

/* What makes a path one that is not judged, as patterns of the atom RT_FILTER_UNCLEAN. */
static const struct rt_filter_pattern unclean[] = {
    {RT_FILTER_UNCLEAN, 4, RT_ANY_TEXT "//" RT_ANY_TEXT},
    {RT_FILTER_UNCLEAN, 5, RT_ANY_TEXT "/./" RT_ANY_TEXT},
    {RT_FILTER_UNCLEAN, 6, RT_ANY_TEXT "/../" RT_ANY_TEXT},
    {RT_FILTER_UNCLEAN, 3, "./" RT_ANY_TEXT},
    {RT_FILTER_UNCLEAN, 4, "../" RT_ANY_TEXT},
    {RT_FILTER_UNCLEAN, 2, RT_ANY_TEXT "/"},
    {RT_FILTER_UNCLEAN, 3, RT_ANY_TEXT "/."},
    {RT_FILTER_UNCLEAN, 4, RT_ANY_TEXT "/.."},
    {RT_FILTER_UNCLEAN, 1, "."},
    {RT_FILTER_UNCLEAN, 2, ".."},
};

#define UNCLEAN (sizeof unclean / sizeof unclean[0])

/* --- from patterns to states ---
 * A place is a pattern and an offset in it: so much of it has been matched. A state is a set of
 * places, in order, each once; states are found again by their sets. */

struct set {
    uint32_t *places;
    uint32_t n;
    bool settled; /* the row leads nowhere else */
};

struct maker {
    const struct rt_filter_pattern **patterns;
    uint32_t *first; /* of each pattern: the number of its first place; npatterns + 1 of them */
    uint32_t npatterns, nunclean; /* the first nunclean are of `unclean` */
    uint16_t *pattern_of;         /* by place */
    struct rt_filter_walk *walk;
    uint32_t base;    /* rows of the walk that were there before */
    struct set *sets; /* of each row from there on */
    uint32_t *slots;  /* hash table of these rows, counted from 1 */
    uint32_t nslots, sets_room, rows_room;
    uint32_t *scratch; /* a set in the making */
    uint32_t nscratch;
    uint8_t *marked; /* by place: is in the scratch */
    bool failed;     /* no memory */
};

static const struct rt_filter_pattern *pattern_at(const struct maker *m, uint32_t place,
                                                  uint32_t *offset)
{
    const uint32_t pattern = m->pattern_of[place];

    *offset = place - m->first[pattern];
    return m->patterns[pattern];
}

/* Adds a place, and what a wildcard for nothing leads to. */
static void add(struct maker *m, uint32_t place)
{
    for (;; place++) {
        uint32_t offset;
        const struct rt_filter_pattern *pattern = pattern_at(m, place, &offset);

        if (m->marked[place])
            return;
        m->marked[place] = 1;
        m->scratch[m->nscratch++] = place;
        if (offset >= pattern->len ||
            (pattern->text[offset] != ANY_TEXT && pattern->text[offset] != ANY_NAME))
            return;
    }
}

static void step(struct maker *m, const struct set *from, uint8_t byte)
{
    for (uint32_t i = 0; i < from->n; i++) {
        uint32_t offset;
        const struct rt_filter_pattern *pattern = pattern_at(m, from->places[i], &offset);

        if (offset >= pattern->len)
            continue;
        switch (pattern->text[offset]) {
        case ANY_TEXT:
            add(m, from->places[i]);
            break;
        case ANY_NAME:
            if (byte != '/')
                add(m, from->places[i]);
            break;
        case ANY_BYTE:
            add(m, from->places[i] + 1);
            break;
        default:
            if ((uint8_t)pattern->text[offset] == byte)
                add(m, from->places[i] + 1);
            break;
        }
    }
}

/* Sets are small and nearly in order. */
static void sort_places(uint32_t *places, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++) {
        const uint32_t place = places[i];
        uint32_t at = i;

        for (; at > 0 && places[at - 1] > place; at--)
            places[at] = places[at - 1];
        places[at] = place;
    }
}

static uint32_t hash(const uint32_t *places, uint32_t n)
{
    uint64_t h = n;

    for (uint32_t i = 0; i < n; i++)
        h = (h ^ places[i]) * UINT64_C(0x9e3779b97f4a7c15) + (h >> 29);
    return (uint32_t)(h >> 32);
}

static bool grow(struct maker *m, uint32_t nsets)
{
    if (nsets == m->sets_room) {
        const uint32_t room = m->sets_room ? 2 * m->sets_room : 256;
        struct set *sets = realloc(m->sets, room * sizeof *sets);
        if (!sets)
            return false;
        m->sets = sets;
        m->sets_room = room;
    }
    if (m->walk->nrows == m->rows_room) {
        const uint32_t room = m->rows_room ? 2 * m->rows_room : 256;
        struct rt_filter_row *rows = realloc(m->walk->rows, room * sizeof *rows);
        if (!rows)
            return false;
        m->walk->rows = rows;
        m->rows_room = room;
    }
    return true;
}

/* What is not judged needs no facts: states that stay so need but the pattern that says it. */
static void forget_unclean(struct maker *m)
{
    for (uint32_t i = 0; i < m->nscratch; i++) {
        uint32_t offset;
        const uint32_t number = m->pattern_of[m->scratch[i]];
        const struct rt_filter_pattern *pattern = pattern_at(m, m->scratch[i], &offset);

        if (number >= m->nunclean || offset != pattern->len ||
            pattern->text[offset - 1] != ANY_TEXT)
            continue;
        for (uint32_t k = 0; k < m->nscratch; k++)
            m->marked[m->scratch[k]] = 0;
        m->nscratch = 0;
        add(m, m->first[number] + pattern->len - 1u);
        return;
    }
}

/* A new row, for the set in the scratch. 0: there is no room, or no memory. */
static uint32_t add_row(struct maker *m)
{
    struct rt_filter_walk *walk = m->walk;
    const uint32_t nsets = walk->nrows - m->base, n = m->nscratch;

    if (walk->nrows == RT_FILTER_MAX_ROWS) {
        walk->too_large = true;
        return 0;
    }
    uint32_t *places = malloc((n + 1) * sizeof *places);
    if (!places || !grow(m, nsets)) {
        free(places);
        m->failed = true;
        return 0;
    }
    if (n > 0)
        memcpy(places, m->scratch, n * sizeof *places);
    m->sets[nsets] = (struct set){.places = places, .n = n};
    struct rt_filter_row *row = &walk->rows[walk->nrows];
    memset(row, 0, sizeof *row);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t offset;
        const struct rt_filter_pattern *pattern = pattern_at(m, places[i], &offset);

        if (offset == pattern->len)
            row->truth[pattern->atom / 64] |= UINT64_C(1) << (pattern->atom % 64);
    }
    return walk->nrows++;
}

/* The row of the set in the scratch, which is emptied. */
static uint32_t row_of_scratch(struct maker *m)
{
    uint32_t slot, row;

    forget_unclean(m);
    const uint32_t n = m->nscratch;
    sort_places(m->scratch, n);
    for (uint32_t i = 0; i < n; i++)
        m->marked[m->scratch[i]] = 0;
    for (slot = hash(m->scratch, n);; slot++) {
        const uint32_t found = m->slots[slot & (m->nslots - 1)];

        if (found == 0)
            break;
        if (m->sets[found - 1].n == n && (n == 0 || memcmp(m->sets[found - 1].places, m->scratch,
                                                           n * sizeof *m->scratch) == 0)) {
            m->nscratch = 0;
            return m->base + found - 1;
        }
    }
    row = add_row(m);
    m->nscratch = 0;
    if (!m->failed && !m->walk->too_large)
        m->slots[slot & (m->nslots - 1)] = row - m->base + 1;
    return row;
}

/* Where a row leads: bytes that none of its places names all lead where the first of them does. */
static void fill_row(struct maker *m, uint32_t number)
{
    const struct set set = m->sets[number - m->base];
    bool named[256] = {['/'] = true};
    int other = -1;

    for (uint32_t i = 0; i < set.n; i++) {
        uint32_t offset;
        const struct rt_filter_pattern *pattern = pattern_at(m, set.places[i], &offset);

        if (offset < pattern->len)
            named[(uint8_t)pattern->text[offset]] = true;
    }
    for (int byte = 0; byte < 256 && !m->failed && !m->walk->too_large; byte++) {
        uint32_t next;

        if (!named[byte] && other >= 0) {
            m->walk->rows[number].next[byte] = m->walk->rows[number].next[other];
            continue;
        }
        step(m, &set, (uint8_t)byte);
        next = row_of_scratch(m);
        m->walk->rows[number].next[byte] = (uint16_t)next;
        if (!named[byte])
            other = byte;
    }
}

static bool is_settled(const struct rt_filter_walk *walk, uint32_t row)
{
    for (int byte = 0; byte < 256; byte++) {
        if (walk->rows[row].next[byte] != row)
            return false;
    }
    return true;
}

/* Says of all steps into settled rows that they are. */
static void settle(struct maker *m)
{
    for (uint32_t row = m->base; row < m->walk->nrows; row++)
        m->sets[row - m->base].settled = is_settled(m->walk, row);
    for (uint32_t row = m->base; row < m->walk->nrows; row++) {
        for (int byte = 0; byte < 256; byte++) {
            uint16_t *next = &m->walk->rows[row].next[byte];

            if (m->sets[*next - m->base].settled)
                *next |= RT_FILTER_SETTLED;
        }
    }
}

static void close_maker(struct maker *m)
{
    for (uint32_t i = m->base; m->sets && i < m->walk->nrows; i++)
        free(m->sets[i - m->base].places);
    free(m->sets);
    free(m->slots);
    free(m->scratch);
    free(m->marked);
    free(m->pattern_of);
    free(m->first);
    free(m->patterns);
}

static void take_patterns(struct maker *m, const struct rt_filter_pattern *patterns, size_t n,
                          bool floating)
{
    for (size_t i = 0; i < n; i++) {
        if ((patterns[i].len > 0 && patterns[i].text[0] == ANY_TEXT) == floating)
            m->patterns[m->npatterns++] = &patterns[i];
    }
}

/* Takes the patterns that begin with RT_ANY_TEXT, or all others. */
static bool open_maker(struct maker *m, const struct rt_filter *filter, bool floating)
{
    uint32_t nplaces = 0;

    m->patterns = calloc(filter->npatterns + UNCLEAN, sizeof *m->patterns);
    m->first = calloc(filter->npatterns + UNCLEAN + 1, sizeof *m->first);
    m->nslots = 4 * RT_FILTER_MAX_ROWS;
    m->slots = calloc(m->nslots, sizeof *m->slots);
    if (!m->patterns || !m->first || !m->slots)
        return false;
    take_patterns(m, unclean, UNCLEAN, floating);
    m->nunclean = m->npatterns;
    take_patterns(m, filter->patterns, filter->npatterns, floating);
    for (uint32_t i = 0; i < m->npatterns; i++) {
        m->first[i] = nplaces;
        nplaces += m->patterns[i]->len + 1u;
    }
    m->first[m->npatterns] = nplaces;
    m->scratch = calloc(nplaces + 1, sizeof *m->scratch);
    m->marked = calloc(nplaces + 1, sizeof *m->marked);
    m->pattern_of = calloc(nplaces + 1, sizeof *m->pattern_of);
    if (!m->scratch || !m->marked || !m->pattern_of)
        return false;
    for (uint32_t i = 0; i < m->npatterns; i++) {
        for (uint32_t place = m->first[i]; place < m->first[i + 1]; place++)
            m->pattern_of[place] = (uint16_t)i;
    }
    return true;
}

/* Adds the rows of one kind of patterns. False: no memory. */
static bool make(struct rt_filter_walk *walk, const struct rt_filter *filter, bool floating)
{
    struct maker m = {.walk = walk, .base = walk->nrows, .rows_room = walk->nrows};

    m.failed = !open_maker(&m, filter, floating);
    for (uint32_t i = 0; i < m.npatterns && !m.failed; i++)
        add(&m, m.first[i]);
    if (!m.failed)
        row_of_scratch(&m);
    for (uint32_t i = m.base; i < walk->nrows && !m.failed && !walk->too_large; i++)
        fill_row(&m, i);
    if (!m.failed && !walk->too_large)
        settle(&m);
    close_maker(&m);
    return !m.failed;
}

int rt_filter_walk_open(struct rt_filter_walk *walk, const struct rt_filter *filter)
{
    *walk = (struct rt_filter_walk){0};
    if (filter->npatterns + UNCLEAN > UINT16_MAX) {
        walk->too_large = true;
        return 0;
    }
    bool made = make(walk, filter, false);
    walk->floating = walk->nrows;
    if (made && !walk->too_large)
        made = make(walk, filter, true);
    if (!made)
        rt_filter_walk_close(walk);
    return made ? 0 : -ENOMEM;
}

void rt_filter_walk_close(struct rt_filter_walk *walk)
{
    free(walk->rows);
    *walk = (struct rt_filter_walk){0};
}
