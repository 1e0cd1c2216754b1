/* The filter: from the plan's bodies to atoms and nodes. See filter.h. */
#include "filter/maker.h"
#include "graph/specialise.h"

#include <stdlib.h>
#include <string.h>

/* --- the questions --- */

void rc_filter_note(const struct rc_filter *filter, FILE *out)
{
    if (filter->nleft_out > 0)
        fprintf(out,
                "rulec: note: the filter in the kernel has room for %d tests of paths and %d of "
                "numbers; %u more are left to the agent, which gets more events for it\n",
                RT_FILTER_PATH_ATOMS, RC_FILTER_MAX_ATOMS, filter->nleft_out);
    if (filter->full)
        fprintf(out,
                "rulec: note: the filter in the kernel has room for %d steps, and the rules need "
                "more; events that it has no room to ask about are sent\n",
                RC_FILTER_MAX_NODES);
}

bool rc_filter_remembers(const struct rc_node *node)
{
    if (node->kind == RC_NODE_TEST)
        return node->test->memory != 0;
    for (uint32_t i = 0; i < node->nchildren; i++) {
        if (rc_filter_remembers(node->children[i]))
            return true;
    }
    return false;
}

/* Can any rule hold on the event? In the view, which is set. */
static const struct rc_low *question(struct rc_filter_maker *m, uint32_t event)
{
    const struct rc_plan *plan = m->plan;
    const struct rc_low *any = rc_low_false();
    const struct rc_plan_handler *handler;

    if (plan->handler[event] == 0)
        return any;
    m->event = event;
    handler = &plan->handlers[plan->handler[event] - 1];
    for (uint32_t i = 0; i < handler->nsteps && !rc_low_is_true(any); i++) {
        const struct rc_node *node = plan->bodies[handler->steps[i].body].node;

        if (rc_filter_remembers(node))
            return rc_low_true();
        any = rc_low_or(&m->space, any, rc_low_node(&m->space, node, rc_filter_test, m));
    }
    return any;
}

/* --- system calls without an event of their own --- */

static void find_generic_calls(struct rc_filter_maker *m)
{
    const struct rc_plan *plan = m->plan;
    const struct rc_plan_handler *handler;

    m->filter->generic_calls = rc_arena_array(plan->arena, cat_syscall_count() + 1, 2);
    if (plan->handler[EV_GENERIC_X] == 0)
        return;
    handler = &plan->handlers[plan->handler[EV_GENERIC_X] - 1];
    m->view = RC_VIEW_CALL;
    m->event = EV_GENERIC_X;
    for (size_t i = 0; i < cat_syscall_count(); i++) {
        const struct cat_syscall *call = cat_syscall_at(i);
        const struct rc_low *any = rc_low_false();

        if (call->exit > EV_GENERIC_X)
            continue;
        m->call = call->name;
        for (uint32_t k = 0; k < handler->nsteps; k++)
            any = rc_low_or(&m->space, any,
                            rc_low_node(&m->space, plan->bodies[handler->steps[k].body].node,
                                        rc_filter_test, m));
        if (!rc_low_is_false(any))
            m->filter->generic_calls[m->filter->ngeneric_calls++] = (uint16_t)call->number;
    }
}

/* --- nodes --- */

static uint16_t add_node(struct rc_filter_maker *m, const struct rc_low *low, uint16_t yes,
                         uint16_t no)
{
    struct rc_filter *filter = m->filter;

    if (low->negated) {
        const uint16_t was = yes;

        yes = no;
        no = was;
    }
    for (uint32_t i = 0; i < filter->nnodes; i++) {
        if (filter->nodes[i].atom == low->atom && filter->nodes[i].param == low->param &&
            filter->nodes[i].yes == yes && filter->nodes[i].no == no)
            return (uint16_t)i;
    }
    if (filter->nnodes == RC_FILTER_MAX_NODES) {
        m->full = filter->full = true;
        return RT_FILTER_KEEP;
    }
    filter->nodes[filter->nnodes] =
        (struct rt_filter_node){.atom = low->atom, .yes = yes, .no = no, .param = low->param};
    return (uint16_t)filter->nnodes++;
}

/* The node that decides low and goes on to yes or no. */
static uint16_t add_nodes(struct rc_filter_maker *m, const struct rc_low *low, uint16_t yes,
                          uint16_t no)
{
    switch (low->kind) {
    case RC_LOW_FALSE:
        return no;
    case RC_LOW_TRUE:
        return yes;
    case RC_LOW_ATOM:
        return yes == no ? yes : add_node(m, low, yes, no);
    case RC_LOW_ALL:
        for (uint32_t i = low->nchildren; i-- > 0 && !m->full;)
            yes = add_nodes(m, low->children[i], yes, no);
        return yes;
    case RC_LOW_ANY:
        for (uint32_t i = low->nchildren; i-- > 0 && !m->full;)
            no = add_nodes(m, low->children[i], yes, no);
        return no;
    }
    return RT_FILTER_KEEP;
}

/* The nodes of a question, as what the event is to be asked. */
static void add_start(struct rc_filter_maker *m, uint32_t event, uint32_t variant,
                      const struct rc_low *low)
{
    struct rc_filter *filter = m->filter;
    const uint16_t start = add_nodes(m, low, RT_FILTER_KEEP, RT_FILTER_DROP);

    if (start == RT_FILTER_KEEP || m->full || filter->nstarts == RC_FILTER_MAX_STARTS)
        return;
    filter->starts[filter->nstarts++] = (struct rt_filter_start){
        .event = (uint16_t)event, .variant = (uint16_t)variant, .node = start};
}

/* Opens are also asked whether a rule can tell the file later. */
static void add_opens(struct rc_filter_maker *m)
{
    static const uint16_t events[] = {EV_OPEN_X, EV_OPENAT_2_X};

    for (uint32_t variant = 0; variant < RT_FILTER_VARIANTS; variant++) {
        const struct rc_low *later;

        m->relative = variant & RT_FILTER_RELATIVE;
        m->directory = variant & RT_FILTER_DIRECTORY;
        later = rc_filter_later(m, &rc_fd_kinds[m->directory ? RC_KIND_DIRECTORY : RC_KIND_FILE],
                                m->filter->holds_files);
        for (size_t i = 0; i < sizeof events / sizeof events[0] && !rc_low_is_true(later); i++) {
            m->view = RC_VIEW_OPEN;
            add_start(m, events[i], variant, rc_low_or(&m->space, question(m, events[i]), later));
        }
    }
    m->relative = m->directory = false;
}

static bool is_filtered_open(uint32_t event)
{
    return event == EV_OPEN_X || event == EV_OPENAT_2_X;
}

/* All other events that some rule looks at; those that come from elsewhere than a return of a call
 * are never asked. */
static void add_others(struct rc_filter_maker *m)
{
    m->view = RC_VIEW_EVENT;
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        if (m->plan->handler[event] == 0 || is_filtered_open(event) || event <= EV_GENERIC_X ||
            cat_events[event].dir != CAT_DIR_EXIT)
            continue;
        add_start(m, event, 0, question(m, event));
    }
}

static bool is_unseen(struct rc_filter_maker *m, const struct rc_fd_kind *kind, bool untold)
{
    return rc_low_is_false(rc_filter_later(m, kind, untold));
}

void rc_filter_maker_open(struct rc_filter_maker *m, const struct rc_plan *plan)
{
    struct rc_filter *filter = rc_arena_array(plan->arena, 1, sizeof *filter);
    const uint32_t ntests = plan->graph->ntests + 1;

    *m = (struct rc_filter_maker){.plan = plan, .filter = filter, .space = {.arena = plan->arena}};
    filter->patterns =
        rc_arena_array(plan->arena, RC_FILTER_MAX_PATTERNS, sizeof *filter->patterns);
    filter->pattern_tests =
        rc_arena_array(plan->arena, RC_FILTER_MAX_PATTERNS, sizeof(const struct rc_test *));
    filter->atoms = rc_arena_array(plan->arena, RC_FILTER_MAX_ATOMS, sizeof *filter->atoms);
    filter->nodes = rc_arena_array(plan->arena, RC_FILTER_MAX_NODES, sizeof *filter->nodes);
    filter->starts = rc_arena_array(plan->arena, RC_FILTER_MAX_STARTS, sizeof *filter->starts);
    m->path_atom = rc_arena_array(plan->arena, ntests, sizeof *m->path_atom);
    m->relative_atom = rc_arena_array(plan->arena, ntests, sizeof *m->relative_atom);
    m->left_out = rc_arena_array(plan->arena, ntests, sizeof *m->left_out);
    rc_filter_first_atom(m);
}

const struct rc_filter *rc_filter_make(const struct rc_plan *plan)
{
    struct rc_filter_maker m;
    struct rc_filter *filter;

    rc_filter_maker_open(&m, plan);
    filter = m.filter;
    find_generic_calls(&m);
    add_others(&m);
    if (!is_unseen(&m, NULL, true))
        return filter;
    filter->holds_files =
        !is_unseen(&m, NULL, false) || !is_unseen(&m, &rc_fd_kinds[RC_KIND_FILE], false);
    const uint32_t before = filter->nstarts;
    add_opens(&m);
    if (m.full)
        filter->nstarts = before;
    filter->forgets_files = filter->nstarts > before;
    filter->unseen_files = is_unseen(&m, &rc_fd_kinds[RC_KIND_FILE], true);
    /* Without holding, they are told for the sake of names in them only. */
    filter->unseen_directories =
        is_unseen(&m, &rc_fd_kinds[RC_KIND_DIRECTORY], filter->holds_files);
    if (!is_unseen(&m, NULL, false))
        return filter; /* others are never told of */
    filter->unseen_unix = is_unseen(&m, &rc_fd_kinds[RC_KIND_UNIX], false);
    for (uint32_t i = RC_KIND_OTHERS; i < rc_fd_kind_count; i++) {
        if (!is_unseen(&m, &rc_fd_kinds[i], false))
            continue;
        for (int k = 0; k < 2; k++) {
            if (rc_fd_kinds[i].events[k] != 0)
                filter->unobserved[filter->nunobserved++] = rc_fd_kinds[i].events[k];
        }
    }
    return filter;
}
