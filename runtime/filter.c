/* The filter's judgement on events at hand. See filter.h. */
#include "filter.h"

#include "event.h"
#include "state/path.h"

struct facts {
    const struct rt_event *event;
    int64_t result;
    uint32_t flags, mode; /* of an open */
    uint32_t name;        /* of an open: the parameter with the name; else 0 */
    uint32_t walked;      /* the parameter that `truth` is of, plus 1; 0: none yet */
    uint64_t truth[4];    /* of the text */
};

uint16_t rt_filter_start(const struct rt_filter *filter, uint32_t event,
                         enum rt_filter_variant variant)
{
    for (uint32_t i = 0; i < filter->nstarts; i++) {
        if (filter->starts[i].event == event && filter->starts[i].variant == variant)
            return filter->starts[i].node;
    }
    return RT_FILTER_KEEP;
}

static bool compare(uint8_t how, int64_t left, int64_t right)
{
    switch ((enum rt_filter_compare)how) {
    case RT_COMPARE_EQ:
        return left == right;
    case RT_COMPARE_LT:
        return left < right;
    case RT_COMPARE_LE:
        return left <= right;
    case RT_COMPARE_GT:
        return left > right;
    case RT_COMPARE_GE:
        return left >= right;
    }
    return false;
}

static int64_t number_of(const struct rt_event *event, uint32_t param)
{
    switch ((int)event->info->params[param].type) {
    case CAT_TYPE_INT8:
    case CAT_TYPE_INT16:
    case CAT_TYPE_INT32:
    case CAT_TYPE_INT64:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
        return rt_param_i64(event, param);
    default:
        return (int64_t)rt_param_u64(event, param);
    }
}

/* 1, 0, or -1: it cannot be said. */
static int holds(const struct rt_filter_atom *atom, const struct facts *facts)
{
    switch ((enum rt_filter_fact)atom->fact) {
    case RT_FACT_SUCCESS:
        return facts->result >= 0;
    case RT_FACT_FD:
        return compare(atom->compare, facts->result >= 0 ? facts->result : -1, atom->value);
    case RT_FACT_RESULT:
        return compare(atom->compare, facts->result, atom->value);
    case RT_FACT_FLAGS:
        return (facts->flags & atom->mask) != 0;
    case RT_FACT_MODE:
        return (facts->mode & atom->mask) != 0;
    case RT_FACT_PARAM:
    case RT_FACT_PARAM_BITS:
        if (atom->param >= facts->event->nparams || facts->event->params[atom->param].len == 0)
            return -1;
        if (atom->fact == RT_FACT_PARAM)
            return compare(atom->compare, number_of(facts->event, atom->param), atom->value);
        return (rt_param_u64(facts->event, atom->param) & atom->mask) != 0;
    case RT_FACT_FD_KIND: /* the kernel has the file in hand, the event does not */
        return -1;
    }
    return -1;
}

/* Where the text leads from that row. */
static const struct rt_filter_row *row_after(const struct rt_filter_walk *walk, uint32_t from,
                                             const char *text, uint32_t len)
{
    uint32_t row = from;

    for (uint32_t i = 0; i < len && !(row & RT_FILTER_SETTLED); i++)
        row = walk->rows[row].next[(uint8_t)text[i]];
    return &walk->rows[row & ~(uint32_t)RT_FILTER_SETTLED];
}

static void walk_all(const struct rt_filter_walk *walk, struct facts *facts, const char *text,
                     uint32_t len)
{
    const struct rt_filter_row *anchored = row_after(walk, 0, text, len);
    const struct rt_filter_row *floating = row_after(walk, walk->floating, text, len);

    for (int i = 0; i < 4; i++)
        facts->truth[i] = anchored->truth[i] | floating->truth[i];
}

static bool is_unclean(const struct facts *facts)
{
    return facts->truth[RT_FILTER_UNCLEAN / 64] >> (RT_FILTER_UNCLEAN % 64) & 1;
}

/* Walks over the text of the parameter. False: it is not judged. */
static bool walk_text(const struct rt_filter_walk *walk, struct facts *facts, uint32_t param)
{
    const uint32_t at = param == 0 ? facts->name : param;
    uint32_t len;

    if (facts->walked == param + 1)
        return true;
    if (walk->too_large || at >= facts->event->nparams)
        return false;
    const char *text = rt_param_str(facts->event, at, &len);
    if (len == 0 || len >= RT_FILTER_MAX_PATH)
        return false;
    walk_all(walk, facts, text, len);
    if (is_unclean(facts) && param == 0 && text[0] == '/') {
        char clean[RT_PATH_SIZE];

        len = rt_path_join(clean, sizeof clean, "", 0, text, len);
        walk_all(walk, facts, clean, len);
    }
    facts->walked = param + 1;
    return !is_unclean(facts);
}

static bool asks_drop(const struct rt_filter *filter, const struct rt_filter_walk *walk,
                      uint16_t at, struct facts *facts)
{
    for (uint32_t steps = 0; steps < RT_FILTER_MAX_STEPS; steps++) {
        if (at >= filter->nnodes)
            return at == RT_FILTER_DROP;
        const struct rt_filter_node *node = &filter->nodes[at];
        int yes;
        if (node->atom < RT_FILTER_PATH_ATOMS) {
            if (!walk_text(walk, facts, node->param))
                return false;
            yes = facts->truth[node->atom / 64] >> (node->atom % 64) & 1;
        } else {
            yes = holds(&filter->atoms[node->atom - RT_FILTER_PATH_ATOMS - 1], facts);
        }
        if (yes < 0)
            return false;
        at = yes ? node->yes : node->no;
    }
    return false;
}

/* Whether the open is one that is judged, and of which kind. */
static bool look_at_open(struct facts *facts, uint32_t *variant)
{
    enum { DIRECTORY = 0x400, TEMPORARY = 0x2000 };
    const struct rt_event *event = facts->event;
    uint32_t len;

    facts->name = event->type == EV_OPEN_X ? 1 : 2;
    if (event->nparams < facts->name + 3)
        return false;
    facts->flags = (uint32_t)rt_param_u64(event, facts->name + 1);
    facts->mode = (uint32_t)rt_param_u64(event, facts->name + 2);
    const char *name = rt_param_str(event, facts->name, &len);
    *variant = (len > 0 && name[0] != '/' ? RT_FILTER_RELATIVE : 0) |
               (facts->flags & DIRECTORY ? RT_FILTER_DIRECTORY : 0);
    return len > 0 && !(facts->flags & TEMPORARY);
}

bool rt_filter_drops(const struct rt_filter *filter, const struct rt_filter_walk *walk,
                     const struct rt_event *event)
{
    struct facts facts = {.event = event};
    uint32_t variant = 0;

    if (event->nparams == 0 || event->params[0].len != 8)
        return false; /* of another version of the event */
    facts.result = rt_param_i64(event, 0);
    if ((event->type == EV_OPEN_X || event->type == EV_OPENAT_2_X) &&
        !look_at_open(&facts, &variant))
        return false;
    return asks_drop(filter, walk, rt_filter_start(filter, event->type, variant), &facts);
}
