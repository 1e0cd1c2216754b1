/* The filter: from the plan's bodies to atoms and nodes. See filter.h. */
#include "filter/filter.h"

#include "base/diag.h"
#include "filter/filter_path.h"
#include "filter/low.h"
#include "graph/specialise.h"

#include <stdlib.h>
#include <string.h>

/* Who is asked about. */
enum view {
    VIEW_OPEN,    /* an open event itself */
    VIEW_KIND,    /* a later event, whose descriptor is one of that kind */
    VIEW_MISSING, /* a later event, whose descriptor is not known */
    VIEW_CALL     /* the generic event of a system call */
};

/* Kinds of descriptors that can stay unknown: their letter, the name of their type, and the events
 * that make nothing else. Files come first. */
static const struct kind {
    const char *letter, *type;
    uint16_t events[2];
} kinds[] = {
    {"f", "file", {0}},
    {"p", "pipe", {EV_PIPE_X, EV_PIPE2_X}},
    {"e", "event", {EV_EVENTFD_X, EV_EVENTFD2_X}},
    {"s", "signalfd", {EV_SIGNALFD_X, EV_SIGNALFD4_X}},
    {"l", "eventpoll", {EV_EPOLL_CREATE_X, EV_EPOLL_CREATE1_X}},
    {"i", "inotify", {EV_INOTIFY_INIT_X, EV_INOTIFY_INIT1_X}},
    {"t", "timerfd", {EV_TIMERFD_CREATE_X, 0}},
    {"r", "io_uring", {EV_IO_URING_SETUP_X, 0}},
    {"u", "userfaultfd", {EV_USERFAULTFD_X, 0}},
};

#define KINDS (sizeof kinds / sizeof kinds[0])

struct maker {
    const struct rc_plan *plan;
    struct rc_filter *filter;
    struct rc_low_space space;
    uint32_t *path_atom; /* by test number: atom plus 1 */
    uint32_t npath_atoms;
    bool full; /* there are more nodes than fit */
    /* What is asked at the moment: */
    enum view view;
    uint32_t event;
    const struct kind *kind;
    const char *call; /* VIEW_CALL: its name */
    bool reads_fd;    /* the event has a descriptor that it uses */
};

/* --- tests --- */

static bool is_stream(const struct rc_value *value, bool *is_name)
{
    switch ((int)value->field) {
    case FIELD_PROC_STDIN_NAME:
    case FIELD_PROC_STDOUT_NAME:
    case FIELD_PROC_STDERR_NAME:
        *is_name = true;
        return true;
    case FIELD_PROC_STDIN_TYPE:
    case FIELD_PROC_STDOUT_TYPE:
    case FIELD_PROC_STDERR_TYPE:
        *is_name = false;
        return true;
    default:
        return false;
    }
}

static const struct rc_low *constant(bool holds)
{
    return holds ? rc_low_true() : rc_low_false();
}

static bool among(const struct rc_test *test, const char *text)
{
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (test->literals[i]->len == strlen(text) &&
            memcmp(test->literals[i]->text, text, test->literals[i]->len) == 0)
            return true;
    }
    return false;
}

static bool is_equality(const struct rc_test *test)
{
    return test->op == CAT_OP_EQ || test->op == CAT_OP_IN || test->op == CAT_OP_NE;
}

/* A test of a value that is `text`; NULL: not decided here. */
static const struct rc_low *text_is(const struct rc_test *test, const char *text)
{
    if (!is_equality(test))
        return NULL;
    return constant(among(test, text) == (test->op != CAT_OP_NE));
}

static const struct rc_low *number_atom(struct maker *m, enum rt_filter_fact fact, uint32_t mask,
                                        enum rt_filter_compare compare, int64_t value)
{
    const struct rt_filter_atom atom = {
        .fact = (uint8_t)fact, .compare = (uint8_t)compare, .mask = mask, .value = value};
    uint32_t i = 0;

    while (i < m->filter->natoms && memcmp(&m->filter->atoms[i], &atom, sizeof atom) != 0)
        i++;
    if (i == m->filter->natoms) {
        if (i == RC_FILTER_MAX_ATOMS)
            return NULL;
        m->filter->atoms[m->filter->natoms++] = atom;
    }
    return rc_low_atom(&m->space, RT_FILTER_PATH_ATOMS + 1 + i, false);
}

static const struct rc_low *success(struct maker *m)
{
    return number_atom(m, RT_FACT_SUCCESS, 0, RT_COMPARE_EQ, 0);
}

static const struct rc_low *compare_number(struct maker *m, const struct rc_test *test,
                                           enum rt_filter_fact fact)
{
    static const enum rt_filter_compare compares[CAT_OP__COUNT] = {
        [CAT_OP_EQ] = RT_COMPARE_EQ, [CAT_OP_LT] = RT_COMPARE_LT, [CAT_OP_LE] = RT_COMPARE_LE,
        [CAT_OP_GT] = RT_COMPARE_GT, [CAT_OP_GE] = RT_COMPARE_GE,
    };
    const struct rc_low *low;

    if (test->nliterals != 1)
        return NULL;
    switch ((int)test->op) {
    case CAT_OP_NE:
    case CAT_OP_EQ:
    case CAT_OP_LT:
    case CAT_OP_LE:
    case CAT_OP_GT:
    case CAT_OP_GE:
        low = number_atom(m, fact, 0, test->op == CAT_OP_NE ? RT_COMPARE_EQ : compares[test->op],
                          test->literals[0]->number);
        return low && test->op == CAT_OP_NE ? rc_low_not(&m->space, low) : low;
    default:
        return NULL;
    }
}

/* evt.is_open_read and its like: a boolean that is `low`. */
static const struct rc_low *compare_bool(struct maker *m, const struct rc_test *test,
                                         const struct rc_low *low)
{
    bool zero = false, one = false;

    if (!low || !is_equality(test))
        return NULL;
    for (uint32_t i = 0; i < test->nliterals; i++) {
        zero |= test->literals[i]->number == 0;
        one |= test->literals[i]->number == 1;
    }
    if (test->op == CAT_OP_NE) {
        const bool was = zero;

        zero = one;
        one = was;
    }
    if (zero == one)
        return zero ? NULL : rc_low_false();
    return one ? low : rc_low_not(&m->space, low);
}

static const struct rc_low *flag_atom(struct maker *m, uint32_t mask)
{
    return number_atom(m, RT_FACT_FLAGS, mask, RT_COMPARE_EQ, 0);
}

/* evt.arg.flags contains "O_TRUNC": each flag whose name has the text in it shows it. */
static const struct rc_low *flags_contain(struct maker *m, const struct rc_test *test)
{
    const struct cat_event *event = &cat_events[m->event];
    const struct cat_flag_table *table = NULL;
    uint32_t mask = 0;

    for (uint32_t i = 0; i < event->nparams; i++) {
        if (strcmp(event->params[i].name, test->left->key) == 0)
            table = event->params[i].flags;
    }
    if (!table || strcmp(test->left->key, "flags") != 0 || test->op != CAT_OP_CONTAINS ||
        test->nliterals != 1 || test->literals[0]->len < 3 ||
        memchr(test->literals[0]->text, '|', test->literals[0]->len))
        return NULL;
    for (uint32_t i = 0; i < table->nflags; i++) {
        const struct cat_flag *flag = &table->flags[i];

        if (!strstr(flag->name, test->literals[0]->text))
            continue;
        if (flag->value == 0 || (flag->value & (flag->value - 1)) != 0)
            return NULL;
        mask |= flag->value;
    }
    /* The low bits are an access mode, which is spelled as one; the text of others that share bits
     * with it is not worth the thought. */
    return mask == 0 || mask & 3 ? NULL : flag_atom(m, mask);
}

/* The path of the test's value against its literals; part says which part of the path it is. */
static const struct rc_low *path_test(struct maker *m, const struct rc_test *test,
                                      enum rc_path_part part)
{
    struct rc_filter *filter = m->filter;
    uint32_t *atom = &m->path_atom[test->number];
    const struct rc_low *low;

    if (*atom == 0) {
        struct rt_filter_pattern found[RC_PATH_MAX_PATTERNS];
        int n;

        if (m->npath_atoms == RT_FILTER_PATH_ATOMS)
            return NULL;
        n = rc_path_patterns(m->plan->arena, test, part, found);
        if (n < 0 || filter->npatterns + (uint32_t)n > RC_FILTER_MAX_PATTERNS)
            return NULL;
        for (int i = 0; i < n; i++) {
            found[i].atom = (uint16_t)m->npath_atoms;
            filter->pattern_tests[filter->npatterns] = test;
            filter->patterns[filter->npatterns++] = found[i];
        }
        *atom = ++m->npath_atoms;
    }
    low = rc_low_atom(&m->space, *atom - 1, false);
    return test->op == CAT_OP_NE ? rc_low_not(&m->space, low) : low;
}

static const struct rc_low *open_test(struct maker *m, const struct rc_test *test)
{
    const struct rc_low *low;

    switch ((int)test->left->field) {
    case FIELD_FD_NAME:
    case FIELD_FD_NAMERAW:
        return path_test(m, test, RC_PATH_WHOLE);
    case FIELD_FD_DIRECTORY:
        return path_test(m, test, RC_PATH_DIRECTORY);
    case FIELD_FD_FILENAME:
        /* An open that failed has none, and then every test on it is false. */
        low = path_test(m, test, RC_PATH_NAME);
        return low ? rc_low_and(&m->space, success(m), low) : NULL;
    case FIELD_FD_TYPECHAR:
        low = text_is(test, "f");
        if (!low || m->event != EV_OPEN_X || low == text_is(test, "o"))
            return low;
        return rc_low_is_true(low) ? success(m) : rc_low_not(&m->space, success(m));
    case FIELD_FD_TYPE:
        low = text_is(test, "file");
        return low && rc_low_is_true(low) ? success(m) : low;
    case FIELD_FD_NUM:
        return compare_number(m, test, RT_FACT_FD);
    case FIELD_EVT_RAWRES:
        return compare_number(m, test, RT_FACT_RESULT);
    case FIELD_EVT_RES:
        if (!is_equality(test) || !among(test, "SUCCESS") || test->nliterals != 1)
            return NULL;
        return test->op == CAT_OP_NE ? rc_low_not(&m->space, success(m)) : success(m);
    case FIELD_EVT_IS_OPEN_READ:
        return compare_bool(m, test, flag_atom(m, 0x1));
    case FIELD_EVT_IS_OPEN_WRITE:
        return compare_bool(m, test, flag_atom(m, 0x2));
    case FIELD_EVT_IS_OPEN_CREATE:
        return compare_bool(m, test, flag_atom(m, 0x4000));
    case FIELD_EVT_IS_OPEN_EXEC:
        low = number_atom(m, RT_FACT_MODE, 0111, RT_COMPARE_EQ, 0);
        return low ? compare_bool(m, test, rc_low_and(&m->space, flag_atom(m, 0x4), low)) : NULL;
    case FIELD_EVT_ARG:
        return test->left->arg_kind == RC_ARG_KEY ? flags_contain(m, test) : NULL;
    default:
        return NULL;
    }
}

static const struct rc_low *kind_test(struct maker *m, const struct rc_test *test)
{
    const bool is_file = m->kind == &kinds[0];
    bool is_name = false;

    if (is_stream(test->left, &is_name)) {
        if (!is_name)
            return text_is(test, m->kind->type);
        return is_file ? path_test(m, test, RC_PATH_WHOLE) : NULL;
    }
    if (!m->reads_fd)
        return NULL;
    switch ((int)test->left->field) {
    case FIELD_FD_NAME:
    case FIELD_FD_NAMERAW:
        return is_file ? path_test(m, test, RC_PATH_WHOLE) : NULL;
    case FIELD_FD_DIRECTORY:
        return is_file ? path_test(m, test, RC_PATH_DIRECTORY) : NULL;
    case FIELD_FD_FILENAME:
        return is_file ? path_test(m, test, RC_PATH_NAME) : NULL;
    case FIELD_FD_TYPECHAR:
        return text_is(test, m->kind->letter);
    case FIELD_FD_TYPE:
        return text_is(test, m->kind->type);
    default:
        return NULL;
    }
}

/* Whether no literal is such that an empty text could pass. */
static bool rejects_empty(const struct rc_test *test)
{
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (test->literals[i]->len == 0)
            return false;
    }
    return test->op == CAT_OP_EQ || test->op == CAT_OP_IN || test->op == CAT_OP_STARTSWITH ||
           test->op == CAT_OP_ENDSWITH || test->op == CAT_OP_CONTAINS;
}

static const struct rc_low *missing_test(struct maker *m, const struct rc_test *test)
{
    bool is_name;

    if (is_stream(test->left, &is_name))
        return rejects_empty(test) && !among(test, "<NA>") ? rc_low_false() : NULL;
    if (!m->reads_fd || m->event == EV_CONNECT_X)
        return test->left->field == FIELD_FD_TYPECHAR && m->reads_fd ? text_is(test, "o") : NULL;
    switch ((int)test->left->field) {
    case FIELD_FD_NAME:
    case FIELD_FD_NAMERAW:
        return rejects_empty(test) ? rc_low_false() : NULL;
    case FIELD_FD_DIRECTORY:
        return text_is(test, "/");
    case FIELD_FD_TYPECHAR:
        return text_is(test, "o");
    case FIELD_FD_FILENAME:
    case FIELD_FD_TYPE:
    case FIELD_FD_L4PROTO:
    case FIELD_FD_SOCKFAMILY:
    case FIELD_FD_CONNECTED:
    case FIELD_FD_NAME_CHANGED:
        return rc_low_false(); /* no value */
    default:
        return NULL;
    }
}

/* What is known of a test; NULL: nothing. */
static const struct rc_low *lower_test(void *context, const struct rc_test *test)
{
    struct maker *m = context;
    const struct rc_value *left = test->left;

    if (left->kind != RC_OPERAND_FIELD || test->right || test->modifier != CAT_MOD_NONE ||
        test->op == CAT_OP_EXISTS || left->candidates)
        return NULL;
    if (left->field == FIELD_EVT_DIR)
        return text_is(test, "<");
    switch (m->view) {
    case VIEW_OPEN:
        return open_test(m, test);
    case VIEW_KIND:
        return kind_test(m, test);
    case VIEW_MISSING:
        return missing_test(m, test);
    case VIEW_CALL:
        return left->field == FIELD_EVT_TYPE ? text_is(test, m->call) : NULL;
    }
    return NULL;
}

/* --- who can tell a descriptor --- */

static bool is_fd_param(uint32_t event, const struct rc_value *value)
{
    const struct cat_event *info = &cat_events[event];

    for (uint32_t i = 0; i < info->nparams; i++) {
        if ((value->arg_kind == RC_ARG_INDEX ? i == value->index
                                             : strcmp(info->params[i].name, value->key) == 0))
            return info->params[i].type == CAT_TYPE_FD || info->params[i].type == CAT_TYPE_FD32 ||
                   info->params[i].type == CAT_TYPE_FDLIST;
    }
    return false;
}

/* Whether the value, on that event, shows something of a descriptor's entry in the table. */
static bool shows_fd(uint32_t event, const struct rc_value *value)
{
    const bool uses = cat_events[event].flags & CAT_EF_USES_FD || event == EV_LINKAT_2_X ||
                      event == EV_POLL_X || event == EV_PPOLL_X || event == EV_PIDFD_GETFD_X;
    bool is_name;

    for (uint32_t i = 0; i < value->nargs; i++) {
        if (shows_fd(event, value->args[i]))
            return true;
    }
    if (value->kind != RC_OPERAND_FIELD)
        return false;
    if (is_stream(value, &is_name) || value->field == FIELD_FD_TYPES ||
        value->field == FIELD_PROC_FDOPENCOUNT || value->field == FIELD_PROC_FDUSAGE)
        return true;
    switch (cat_fields[value->field].cls) {
    case CAT_CLASS_FD:
    case CAT_CLASS_FDLIST:
    case CAT_CLASS_FSPATH:
        return uses;
    default:
        break;
    }
    switch ((int)value->field) {
    case FIELD_EVT_ARG:
        return uses && is_fd_param(event, value);
    case FIELD_EVT_ARGS:
    case FIELD_EVT_INFO:
    case FIELD_EVT_ABSPATH:
        return uses;
    default:
        return false;
    }
}

static bool node_shows_fd(uint32_t event, const struct rc_node *node)
{
    if (node->kind == RC_NODE_TEST)
        return shows_fd(event, node->test->left) ||
               (node->test->right && shows_fd(event, node->test->right));
    for (uint32_t i = 0; i < node->nchildren; i++) {
        if (node_shows_fd(event, node->children[i]))
            return true;
    }
    return false;
}

static bool rule_shows_fd(const struct rc_plan *plan, uint32_t event, uint32_t rule,
                          const struct rc_node *node)
{
    const struct rc_plan_rule *planned = &plan->rules[rule];

    for (uint32_t i = 0; i < planned->rule->parsed->nparts; i++) {
        if (planned->output_slot[i] != RC_PLAN_NO_SLOT &&
            shows_fd(event, plan->values[planned->output_slot[i]].value))
            return true;
    }
    return node_shows_fd(event, node);
}

static bool is_open(uint32_t event)
{
    return event == EV_OPEN_X || event == EV_OPENAT_2_X || event == EV_OPENAT2_X ||
           event == EV_CREAT_X || event == EV_OPEN_BY_HANDLE_AT_X;
}

/* Can any rule hold on a later event whose descriptor is of the kind; in VIEW_MISSING, is not
 * known? */
static const struct rc_low *later(struct maker *m, enum view view, const struct kind *kind)
{
    const struct rc_plan *plan = m->plan;
    const struct rc_low *any = rc_low_false();

    m->view = view;
    m->kind = kind;
    for (uint32_t event = 0; event < EV__COUNT && !rc_low_is_true(any); event++) {
        const struct rc_plan_handler *handler;

        if (plan->handler[event] == 0)
            continue;
        m->event = event;
        m->reads_fd = !is_open(event) && cat_events[event].flags & CAT_EF_USES_FD;
        handler = &plan->handlers[plan->handler[event] - 1];
        for (uint32_t i = 0; i < handler->nsteps; i++) {
            const struct rc_node *node = plan->bodies[handler->steps[i].body].node;

            if (rule_shows_fd(plan, event, handler->steps[i].rule, node))
                any = rc_low_or(&m->space, any, rc_low_node(&m->space, node, lower_test, m));
        }
    }
    return any;
}

static const struct rc_low *open_question(struct maker *m, uint32_t event)
{
    const struct rc_plan *plan = m->plan;
    const struct rc_low *any = rc_low_false();
    const struct rc_plan_handler *handler;

    if (plan->handler[event] == 0)
        return any;
    m->view = VIEW_OPEN;
    m->event = event;
    handler = &plan->handlers[plan->handler[event] - 1];
    for (uint32_t i = 0; i < handler->nsteps; i++)
        any = rc_low_or(
            &m->space, any,
            rc_low_node(&m->space, plan->bodies[handler->steps[i].body].node, lower_test, m));
    return any;
}

/* --- system calls without an event of their own --- */

static void find_generic_calls(struct maker *m)
{
    const struct rc_plan *plan = m->plan;
    const struct rc_plan_handler *handler;

    m->filter->generic_calls = rc_arena_array(plan->arena, cat_syscall_count() + 1, 2);
    if (plan->handler[EV_GENERIC_X] == 0)
        return;
    handler = &plan->handlers[plan->handler[EV_GENERIC_X] - 1];
    m->view = VIEW_CALL;
    m->event = EV_GENERIC_X;
    for (size_t i = 0; i < cat_syscall_count(); i++) {
        const struct cat_syscall *call = cat_syscall_at(i);
        const struct rc_low *any = rc_low_false();

        if (call->exit > EV_GENERIC_X)
            continue;
        m->call = call->name;
        for (uint32_t k = 0; k < handler->nsteps; k++)
            any = rc_low_or(
                &m->space, any,
                rc_low_node(&m->space, plan->bodies[handler->steps[k].body].node, lower_test, m));
        if (!rc_low_is_false(any))
            m->filter->generic_calls[m->filter->ngeneric_calls++] = (uint16_t)call->number;
    }
}

/* --- nodes --- */

static uint16_t add_node(struct maker *m, const struct rc_low *low, uint16_t yes, uint16_t no)
{
    struct rc_filter *filter = m->filter;

    if (low->negated) {
        const uint16_t was = yes;

        yes = no;
        no = was;
    }
    for (uint32_t i = 0; i < filter->nnodes; i++) {
        if (filter->nodes[i].atom == low->atom && filter->nodes[i].yes == yes &&
            filter->nodes[i].no == no)
            return (uint16_t)i;
    }
    if (filter->nnodes == RC_FILTER_MAX_NODES) {
        m->full = true;
        return RT_FILTER_KEEP;
    }
    filter->nodes[filter->nnodes] =
        (struct rt_filter_node){.atom = low->atom, .yes = yes, .no = no};
    return (uint16_t)filter->nnodes++;
}

/* The node that decides low and goes on to yes or no. */
static uint16_t add_nodes(struct maker *m, const struct rc_low *low, uint16_t yes, uint16_t no)
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

static void add_opens(struct maker *m, const struct rc_low *later_on_files)
{
    static const uint16_t events[RC_FILTER_EVENTS] = {EV_OPEN_X, EV_OPENAT_2_X};
    struct rc_filter *filter = m->filter;

    for (uint32_t i = 0; i < RC_FILTER_EVENTS; i++) {
        const struct rc_low *question =
            rc_low_or(&m->space, open_question(m, events[i]), later_on_files);
        const uint16_t start = add_nodes(m, question, RT_FILTER_KEEP, RT_FILTER_DROP);

        if (start == RT_FILTER_KEEP || m->full)
            continue;
        filter->start_events[filter->nstarts] = events[i];
        filter->start_nodes[filter->nstarts++] = start;
    }
    if (m->full)
        filter->nstarts = 0;
    filter->forgets_files = filter->nstarts > 0;
}

const struct rc_filter *rc_filter_make(const struct rc_plan *plan)
{
    struct rc_filter *filter = rc_arena_array(plan->arena, 1, sizeof *filter);
    struct maker m = {.plan = plan, .filter = filter, .space = {.arena = plan->arena}};
    const struct rc_low *files;

    filter->patterns =
        rc_arena_array(plan->arena, RC_FILTER_MAX_PATTERNS, sizeof *filter->patterns);
    filter->pattern_tests =
        rc_arena_array(plan->arena, RC_FILTER_MAX_PATTERNS, sizeof(const struct rc_test *));
    filter->atoms = rc_arena_array(plan->arena, RC_FILTER_MAX_ATOMS, sizeof *filter->atoms);
    filter->nodes = rc_arena_array(plan->arena, RC_FILTER_MAX_NODES, sizeof *filter->nodes);
    m.path_atom = rc_arena_array(plan->arena, plan->graph->ntests + 1, sizeof *m.path_atom);
    find_generic_calls(&m);
    if (!rc_low_is_false(later(&m, VIEW_MISSING, NULL)))
        return filter;
    files = later(&m, VIEW_KIND, &kinds[0]);
    if (!rc_low_is_true(files))
        add_opens(&m, files);
    for (size_t i = 1; i < KINDS; i++) {
        if (!rc_low_is_false(later(&m, VIEW_KIND, &kinds[i])))
            continue;
        for (int k = 0; k < 2; k++) {
            if (kinds[i].events[k] != 0)
                filter->unobserved[filter->nunobserved++] = kinds[i].events[k];
        }
    }
    return filter;
}
