/* Who can tell a descriptor: what later events show of one that is of some kind, or not known. See
 * filter.h. */
#include "filter/maker.h"

#include <string.h>

const struct rc_fd_kind rc_fd_kinds[] = {
    [RC_KIND_FILE] = {"f", "file", {0}},
    [RC_KIND_DIRECTORY] = {"d", "directory", {0}},
    [RC_KIND_UNIX] = {"u", "unix", {0}},
    {"p", "pipe", {EV_PIPE_X, EV_PIPE2_X}},
    {"e", "event", {EV_EVENTFD_X, EV_EVENTFD2_X}},
    {"s", "signalfd", {EV_SIGNALFD_X, EV_SIGNALFD4_X}},
    {"l", "eventpoll", {EV_EPOLL_CREATE_X, EV_EPOLL_CREATE1_X}},
    {"i", "inotify", {EV_INOTIFY_INIT_X, EV_INOTIFY_INIT1_X}},
    {"t", "timerfd", {EV_TIMERFD_CREATE_X, 0}},
    {"r", "io_uring", {EV_IO_URING_SETUP_X, 0}},
    {"u", "userfaultfd", {EV_USERFAULTFD_X, 0}},
    {"b", "bpf", {EV_BPF_2_X, 0}},
    {"m", "memfd", {EV_MEMFD_CREATE_X, 0}},
};

const uint32_t rc_fd_kind_count = sizeof rc_fd_kinds / sizeof rc_fd_kinds[0];

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

const struct rc_low *rc_filter_kind_test(struct rc_filter_maker *m, const struct rc_test *test)
{
    const bool is_file = m->kind == &rc_fd_kinds[RC_KIND_FILE];
    bool is_name = false;

    if (is_stream(test->left, &is_name)) {
        if (!is_name)
            return rc_filter_text_is(test, m->kind->type);
        return is_file ? rc_filter_path(m, test, RC_PATH_WHOLE) : NULL;
    }
    if (!m->reads_fd)
        return NULL;
    switch ((int)test->left->field) {
    case FIELD_FD_NAME:
        return is_file ? rc_filter_path(m, test, RC_PATH_WHOLE) : NULL;
    case FIELD_FD_DIRECTORY:
        return is_file ? rc_filter_path(m, test, RC_PATH_DIRECTORY) : NULL;
    case FIELD_FD_FILENAME:
        return is_file ? rc_filter_path(m, test, RC_PATH_NAME) : NULL;
    case FIELD_FD_TYPECHAR:
        return rc_filter_text_is(test, m->kind->letter);
    case FIELD_FD_TYPE:
        return rc_filter_text_is(test, m->kind->type);
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

const struct rc_low *rc_filter_missing_test(struct rc_filter_maker *m, const struct rc_test *test)
{
    bool is_name;

    if (is_stream(test->left, &is_name))
        return rejects_empty(test) && !rc_filter_among(test, "<NA>") ? rc_low_false() : NULL;
    if (!m->reads_fd || m->event == EV_CONNECT_X)
        return test->left->field == FIELD_FD_TYPECHAR && m->reads_fd ? rc_filter_text_is(test, "o")
                                                                     : NULL;
    switch ((int)test->left->field) {
    case FIELD_FD_NAME:
    case FIELD_FD_NAMERAW:
        return rejects_empty(test) ? rc_low_false() : NULL;
    case FIELD_FD_DIRECTORY:
        return rc_filter_text_is(test, "/");
    case FIELD_FD_TYPECHAR:
        return rc_filter_text_is(test, "o");
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

/* What a value shows of descriptors: of those that the event is about, or of others. */
enum { SHOWS_OWN = 1, SHOWS_OTHERS = 2 };

static int shows_fd(uint32_t event, const struct rc_value *value)
{
    const bool uses = cat_events[event].flags & CAT_EF_USES_FD || event == EV_LINKAT_2_X ||
                      event == EV_POLL_X || event == EV_PPOLL_X || event == EV_PIDFD_GETFD_X;
    bool is_name;
    int shows = 0;

    for (uint32_t i = 0; i < value->nargs; i++)
        shows |= shows_fd(event, value->args[i]);
    if (value->kind != RC_OPERAND_FIELD)
        return shows;
    if (is_stream(value, &is_name) || value->field == FIELD_FD_TYPES ||
        value->field == FIELD_PROC_FDOPENCOUNT || value->field == FIELD_PROC_FDUSAGE)
        return SHOWS_OTHERS;
    switch (cat_fields[value->field].cls) {
    case CAT_CLASS_FD:
        /* A name that is told may be longer than the one that was given. */
        return !uses ? 0 : value->field == FIELD_FD_NAMERAW ? SHOWS_OTHERS : SHOWS_OWN;
    case CAT_CLASS_FSPATH:
        if (value->field == FIELD_FS_PATH_RESOLVED)
            return 0; /* the kernel tells it */
        /* fall through */
    case CAT_CLASS_FDLIST:
        return uses ? SHOWS_OWN : 0;
    default:
        break;
    }
    switch ((int)value->field) {
    case FIELD_EVT_ARG:
        return uses && is_fd_param(event, value) ? SHOWS_OWN : 0;
    case FIELD_EVT_ARGS:
    case FIELD_EVT_INFO:
    case FIELD_EVT_ABSPATH:
        return uses ? SHOWS_OWN : 0;
    default:
        return 0;
    }
}

static int node_shows_fd(uint32_t event, const struct rc_node *node)
{
    int shows = 0;

    if (node->kind == RC_NODE_TEST)
        return shows_fd(event, node->test->left) |
               (node->test->right ? shows_fd(event, node->test->right) : 0);
    for (uint32_t i = 0; i < node->nchildren; i++)
        shows |= node_shows_fd(event, node->children[i]);
    return shows;
}

static int rule_shows_fd(const struct rc_plan *plan, uint32_t event, uint32_t rule,
                         const struct rc_node *node)
{
    const struct rc_plan_rule *planned = &plan->rules[rule];
    int shows = node_shows_fd(event, node);

    for (uint32_t i = 0; i < planned->rule->parsed->nparts; i++) {
        if (planned->output_slot[i] != RC_PLAN_NO_SLOT)
            shows |= shows_fd(event, plan->values[planned->output_slot[i]].value);
    }
    return shows;
}

/* Whether the kernel side tells of the descriptors in the event's parameters before it hands the
 * event over, or never hands it over: calls are seen where they end. At the end of a close they are
 * gone; those of a poll are in the caller's memory, and one of a pidfd is another process'. */
static bool is_told_before(uint32_t event)
{
    return (cat_events[event].flags & CAT_EF_USES_FD || event == EV_LINKAT_2_X) &&
           !(cat_events[event].flags & CAT_EF_DESTROYS_FD) && event != EV_POLL_X &&
           event != EV_PPOLL_X && event != EV_PIDFD_GETFD_X;
}

static bool is_open(uint32_t event)
{
    return event == EV_OPEN_X || event == EV_OPENAT_2_X || event == EV_OPENAT2_X ||
           event == EV_CREAT_X || event == EV_OPEN_BY_HANDLE_AT_X;
}

const struct rc_low *rc_filter_later(struct rc_filter_maker *m, const struct rc_fd_kind *kind,
                                     bool untold)
{
    const struct rc_plan *plan = m->plan;
    const struct rc_low *any = rc_low_false();

    m->view = kind ? RC_VIEW_KIND : RC_VIEW_MISSING;
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

            const int shows = rule_shows_fd(plan, event, handler->steps[i].rule, node);

            if (untold && shows == SHOWS_OWN && is_told_before(event))
                continue;
            if (shows != 0)
                any = rc_low_or(&m->space, any, rc_low_node(&m->space, node, rc_filter_test, m));
        }
    }
    return any;
}
