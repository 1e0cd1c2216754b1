/* Which system calls the capture programs look at, and what the filter asks of each: the tables
 * that the kernel side reads. See live_table.h. */
#include "live_table.h"
#include "../event.h"
#include "source.h"

#include <assert.h>
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../../bpf/calls.h"
#include "capture.skel.h"

/* --- which calls are wanted --- */

static bool has_bit(const uint64_t *set, uint32_t bit)
{
    return set[bit / 64] >> (bit % 64) & 1;
}

/* Whether the event changes what is known. Its failures then do not matter, but for a connection
 * that is being made. */
static bool changes_state(uint16_t event)
{
    return cat_events[event].flags &
           (CAT_EF_MODIFIES_STATE | CAT_EF_CREATES_FD | CAT_EF_DESTROYS_FD);
}

static_assert((int)LOSS_PROCESS == RT_LOST_PROCESS && (int)LOSS_PROC_EXIT + 1 == RT_LOST__COUNT,
              "both sides count alike");

/* What an event is of, should it be lost. */
static uint8_t kind_of(uint16_t event)
{
    const uint32_t flags = cat_events[event].flags;

    switch (event) {
    case EV_CLONE_20_X:
    case EV_CLONE3_X:
    case EV_FORK_20_X:
    case EV_VFORK_20_X:
        return LOSS_CLONE_FORK;
    case EV_EXECVE_19_X:
    case EV_EXECVEAT_X:
        return LOSS_EXECVE;
    case EV_OPEN_X:
    case EV_OPENAT_2_X:
    case EV_OPENAT2_X:
    case EV_CREAT_X:
    case EV_OPEN_BY_HANDLE_AT_X:
        return LOSS_OPEN;
    case EV_CLOSE_X:
        return LOSS_CLOSE;
    case EV_CONNECT_X:
        return LOSS_CONNECT;
    case EV_FCHDIR_X:
        return LOSS_PROCESS;
    default:
        break;
    }
    if (flags & CAT_EF_MODIFIES_STATE &&
        !(flags & (CAT_EF_USES_FD | CAT_EF_CREATES_FD | CAT_EF_DESTROYS_FD)))
        return LOSS_PROCESS;
    return cat_events[event].category == CAT_CATEGORY_FILE ? LOSS_DIR_FILE : LOSS_OTHER;
}

void rt_live_fill_kinds(uint8_t *kinds)
{
    for (uint32_t event = 0; event < EV__COUNT; event++)
        kinds[event] = event == EV_PROCEXIT_1_E ? LOSS_PROC_EXIT : kind_of((uint16_t)event);
}

static void want(struct capture_bpf__rodata *table, uint32_t call, uint8_t recipe, bool failures)
{
    const uint16_t event = recipes[recipe].event;

    table->call_kinds[call] =
        (uint8_t)(kind_of(event) | (changes_state(event) ? LOSS_OF_STATE : 0));
    table->call_recipes[call] = recipe;
    table->call_failures[call] = failures;
}

/* Whether some rule may hold on the call's generic event. */
static bool wants_generic(const struct rt_filter *filter, uint32_t call)
{
    if (!filter)
        return true;
    for (uint32_t i = 0; i < filter->ngeneric_calls; i++) {
        if (filter->generic_calls[i] == call)
            return true;
    }
    return false;
}

void rt_live_choose_calls(struct capture_bpf__rodata *table, const uint64_t *wanted,
                          const struct rt_filter *filter)
{
    for (uint32_t i = RECIPE_FIRST_CALL; i < MAX_RECIPES; i++) {
        const struct recipe *recipe = &recipes[i];
        if (recipe->event == 0)
            continue;
        if (has_bit(wanted, recipe->event))
            want(table, recipe->call, (uint8_t)i, true);
        else if (changes_state(recipe->event))
            want(table, recipe->call, (uint8_t)i, false);
    }
    for (size_t i = 0; i < cat_syscall_count(); i++) {
        const struct cat_syscall *call = cat_syscall_at(i);
        table->call_codes[call->number] = call->code;
        if (call->exit <= EV_GENERIC_X && has_bit(wanted, EV_GENERIC_X) &&
            table->call_recipes[call->number] == RECIPE_NONE && wants_generic(filter, call->number))
            want(table, call->number, RECIPE_GENERIC, true);
    }

    /* 32-bit code has other numbers for the same calls. */
    static const struct {
        uint16_t number;
        const char *name;
    } compat[] = {
#define COMPAT(number_, name_) {number_, #name_},
#include "compat.def"
#undef COMPAT
    };
    for (size_t i = 0; i < sizeof compat / sizeof compat[0]; i++) {
        const struct cat_syscall *call =
            cat_syscall_by_name(compat[i].name, strlen(compat[i].name));
        if (call)
            table->compat_calls[compat[i].number] = (uint16_t)(call->number + 1);
    }
}

void rt_live_resolve_opens(struct capture_bpf__rodata *table, const uint64_t *wanted)
{
    for (uint32_t i = RECIPE_FIRST_CALL; i < MAX_RECIPES; i++) {
        struct recipe *recipe = &table->recipes[i];

        if (rt_event_resolves(recipe->event) && has_bit(wanted, recipe->event) &&
            recipe->count < MAX_STEPS)
            recipe->steps[recipe->count++] = (struct step){.kind = STEP_FILE_RESOLVED};
    }
}

const char *rt_live_call_name(uint32_t call)
{
    const struct cat_syscall *known = cat_syscall_by_number(call);

    if (call == CALL_SEND || call == CALL_RECV)
        return call == CALL_SEND ? "send" : "recv";
    return known ? known->name : NULL;
}

void rt_live_choose_rings(struct capture_bpf *programs, const uint64_t *wanted)
{
    static const struct {
        uint8_t operation;
        uint16_t calls[2];
    } operations[] = {
#define X(id, number, call, other) {(number), {(call), (other)}},
        URING_OPERATIONS(X)
#undef X
    };
    struct capture_bpf__rodata *table = programs->rodata;
    bool by_rule = false;

    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++) {
        for (int k = 0; k < 2; k++) {
            const uint8_t recipe = table->call_recipes[operations[i].calls[k]];
            if (recipe == RECIPE_NONE || recipe == RECIPE_GENERIC)
                continue;
            table->uring_wanted[operations[i].operation] = true;
            by_rule = by_rule || has_bit(wanted, recipes[recipe].event);
        }
    }
    bpf_program__set_autoload(programs->progs.uring_submit, by_rule);
    bpf_program__set_autoload(programs->progs.uring_complete, by_rule);
    bpf_program__set_autoload(programs->progs.uring_write, by_rule);
}

/* --- the filter --- */

static bool is_unobserved(const struct rt_filter *filter, uint16_t event)
{
    for (uint32_t i = 0; i < filter->nunobserved; i++) {
        if (filter->unobserved[i] == event)
            return true;
    }
    return false;
}

static uint8_t makes_fd(const struct recipe *recipe)
{
    const uint32_t flags = cat_events[recipe->event].flags;

    switch (recipe->event) {
    case EV_PIPE_X:
    case EV_PIPE2_X:
        return MAKES_PAIR_AT_0;
    case EV_SOCKETPAIR_X:
        return MAKES_PAIR_AT_3;
    case EV_FCNTL_X:
        return MAKES_NONE; /* see state_of: only some commands make one */
    case EV_DUP_1_X:
    case EV_DUP2_X:
    case EV_DUP3_X:
        return MAKES_DOUBLE;
    case EV_OPEN_X:
    case EV_OPENAT_2_X:
    case EV_OPENAT2_X:
    case EV_CREAT_X:
        return MAKES_FILE;
    default:
        if (flags & CAT_EF_CREATES_FD)
            return MAKES_RESULT;
        /* Sockets that come to be known only now. */
        return (flags & (CAT_EF_USES_FD | CAT_EF_MODIFIES_STATE | CAT_EF_DESTROYS_FD)) ==
                       (CAT_EF_USES_FD | CAT_EF_MODIFIES_STATE)
                   ? MAKES_FIRST
                   : MAKES_NONE;
    }
}

/* What the agent must be told of a call that succeeded. */
static uint8_t state_of(const struct rt_filter *filter, uint16_t event)
{
    if (is_unobserved(filter, event) || !changes_state(event))
        return STATE_NONE;
    if (!filter->forgets_files)
        return STATE_ALWAYS;
    switch (event) {
    case EV_OPEN_X:
    case EV_OPENAT_2_X:
        return STATE_OPEN;
    case EV_CLOSE_X:
        return STATE_CLOSE;
    case EV_CLOSE_RANGE_X:
        return STATE_CLOSE_ALL;
    case EV_DUP_1_X:
    case EV_DUP2_X:
    case EV_DUP3_X:
        return STATE_DUP;
    case EV_FCNTL_X:
        return STATE_FCNTL;
    case EV_UNSHARE_X:
        return STATE_TABLE;
    case EV_CHDIR_X:
    case EV_FCHDIR_X:
    case EV_CHROOT_X:
        return STATE_MOVE;
    case EV_CLONE_20_X:
    case EV_CLONE3_X:
    case EV_FORK_20_X:
    case EV_VFORK_20_X:
        return STATE_CLONE;
    case EV_RECVMSG_X:
        return STATE_MESSAGE;
    case EV_RECVFROM_X:
    case EV_SENDTO_X:
    case EV_SENDMSG_X:
        return STATE_TALK;
    case EV_SOCKET_X:
        return STATE_SOCKET;
    case EV_ACCEPT_5_X:
    case EV_ACCEPT4_6_X:
        return STATE_ACCEPT;
    case EV_CONNECT_X:
    case EV_BIND_X:
        return STATE_ADDRESS;
    case EV_SHUTDOWN_X:
        return STATE_NONE; /* of the socket nothing changes but for its peer */
    case EV_PRCTL_X:
        return STATE_REAPER;
    default:
        return STATE_ALWAYS;
    }
}

/* Where a parameter of the event comes from, as far as the filter can follow. */
static struct param_source source_of(const struct step *step)
{
    switch (step->kind) {
    case STEP_TEXT:
        return (struct param_source){PARAM_TEXT, step->a, 0};
    case STEP_INT:
        return (struct param_source){PARAM_INT, step->a, 0};
    case STEP_U8:
        return (struct param_source){step->mask ? PARAM_NONE : PARAM_U8, step->a, 0};
    case STEP_U16:
        return (struct param_source){PARAM_U16, step->a, 0};
    case STEP_U32:
        return (struct param_source){PARAM_U32, step->a, step->mask};
    case STEP_FAMILY:
        return (struct param_source){PARAM_U32, step->a, 0xff};
    case STEP_U64:
        return (struct param_source){step->mask ? PARAM_U32 : PARAM_U64, step->a, 0};
    default:
        return (struct param_source){PARAM_NONE, 0, 0};
    }
}

static void fill_params(struct capture_bpf__rodata *table, const struct recipe *recipe)
{
    const uint32_t first = recipe->call * MAX_FILTER_PARAMS;

    for (uint32_t i = 0; i < recipe->count && i < MAX_FILTER_PARAMS; i++) {
        const struct param_source source = source_of(&recipe->steps[i]);

        memcpy(&table->call_params[first + i], &source, sizeof source);
    }
    if (recipe->event == EV_OPEN_X || recipe->event == EV_OPENAT_2_X) {
        const struct param_source name =
            source_of(&recipe->steps[recipe->event == EV_OPEN_X ? 1 : 2]);

        memcpy(&table->call_params[first], &name, sizeof name);
    }
}

/* Which arguments are descriptors that the agent has to know: of directories that the event's names
 * start from or, where a rule may look, any. */
static uint8_t descriptors_of(const struct rt_filter *filter, const struct recipe *recipe,
                              bool by_rule)
{
    const struct cat_event *event = &cat_events[recipe->event];
    uint8_t set = 0;

    if (recipe->event == EV_CLOSE_X || recipe->event == EV_CLOSE_RANGE_X)
        return 0; /* they are gone */

    for (uint32_t i = 0; i < recipe->count && i < event->nparams; i++) {
        if (recipe->steps[i].kind == STEP_INT &&
            (strstr(event->params[i].name, "dir") || recipe->event == EV_FCHDIR_X ||
             (filter->holds_files &&
              (by_rule || makes_fd(recipe) == MAKES_DOUBLE || recipe->event == EV_FCNTL_X) &&
              event->params[i].type == CAT_TYPE_FD)))
            set |= (uint8_t)(1u << recipe->steps[i].a);
    }
    return set;
}

/* The first node for events of that type; where the table of the walk is too large to be there, all
 * that needs a walk is kept. */
static uint16_t start_of(const struct rt_filter *filter, const struct rt_filter_walk *walk,
                         uint16_t event, uint32_t variant)
{
    const uint16_t start = rt_filter_start(filter, event, (enum rt_filter_variant)variant);

    return walk->too_large && start < RT_FILTER_DROP ? RT_FILTER_KEEP : start;
}

/* How a number from low to high compares: 1, 0, or -1: it depends. */
static int compare_range(const struct rt_filter_atom *atom, int64_t low, int64_t high)
{
    const int64_t value = atom->value;

    switch ((enum rt_filter_compare)atom->compare) {
    case RT_COMPARE_EQ:
        return value < low || value > high ? 0 : low == high ? 1 : -1;
    case RT_COMPARE_LT:
        return high < value ? 1 : low >= value ? 0 : -1;
    case RT_COMPARE_LE:
        return high <= value ? 1 : low > value ? 0 : -1;
    case RT_COMPARE_GT:
        return low > value ? 1 : high <= value ? 0 : -1;
    case RT_COMPARE_GE:
        return low >= value ? 1 : high < value ? 0 : -1;
    }
    return -1;
}

#define ACCESS_BITS 3u /* Falco's O_RDONLY and O_WRONLY */

/* What is known of an open by its access mode and by whether it succeeded, if no pattern is true of
 * its name: 1, 0, or -1: not that. */
static int plain_fact(const struct rt_filter *filter, const struct rt_filter_node *node,
                      uint32_t access, bool success)
{
    if (node->atom < RT_FILTER_PATH_ATOMS)
        return node->param == 0 ? 0 : -1;
    const struct rt_filter_atom *atom = &filter->atoms[node->atom - RT_FILTER_PATH_ATOMS - 1];
    const int64_t low = success ? 0 : INT64_MIN, high = success ? INT64_MAX : -1;

    if (atom->fact == RT_FACT_SUCCESS)
        return success;
    if (atom->fact == RT_FACT_RESULT)
        return compare_range(atom, low, high);
    if (atom->fact == RT_FACT_FD)
        return compare_range(atom, success ? low : -1, high);
    if (atom->fact == RT_FACT_FLAGS) {
        const uint32_t bits = access == 3 ? 1 : access + 1;
        return atom->mask & bits ? 1 : (atom->mask & ~ACCESS_BITS) == 0 ? 0 : -1;
    }
    return -1;
}

static uint16_t plain_start(const struct rt_filter *filter, uint16_t start, uint32_t access,
                            bool success)
{
    uint16_t at = start;

    for (uint32_t i = 0; i < filter->nnodes && at < RT_FILTER_DROP; i++) {
        const struct rt_filter_node *node = &filter->nodes[at];
        const int yes = plain_fact(filter, node, access, success);

        if (yes < 0)
            break;
        at = yes ? node->yes : node->no;
    }
    return at;
}

static void fill_plain_starts(struct capture_bpf__rodata *table, const struct rt_filter *filter,
                              const struct recipe *recipe)
{
    const uint32_t flavour = recipe->event == EV_OPEN_X ? 0 : 1;

    for (uint32_t variant = 0; variant < RT_FILTER_VARIANTS; variant++) {
        const uint16_t start = table->call_starts[recipe->call * RT_FILTER_VARIANTS + variant];

        for (uint32_t access = 0; access < 4; access++) {
            for (int success = 0; success < 2; success++)
                table->plain_starts[PLAIN_START(flavour, variant, access, success)] =
                    plain_start(filter, start, access, success);
        }
    }
}

void rt_live_choose_filter(struct capture_bpf__rodata *table, const struct rt_filter *filter,
                           const struct rt_filter_walk *walk, const uint64_t *wanted)
{
    for (uint32_t i = RECIPE_FIRST_CALL; i < MAX_RECIPES; i++) {
        const struct recipe *recipe = &recipes[i];
        const bool by_rule = has_bit(wanted, recipe->event);
        const uint32_t call = recipe->call;

        if (recipe->event == 0 || call >= MAX_CALLS)
            continue;
        table->call_makes_fd[call] = makes_fd(recipe);
        table->call_states[call] = state_of(filter, recipe->event);
        table->call_descriptors[call] = descriptors_of(filter, recipe, by_rule);
        fill_params(table, recipe);
        for (uint32_t variant = 0; variant < RT_FILTER_VARIANTS; variant++)
            table->call_starts[call * RT_FILTER_VARIANTS + variant] =
                by_rule || table->call_states[call] == STATE_OPEN
                    ? start_of(filter, walk, recipe->event, variant)
                    : RT_FILTER_DROP;
        if (recipe->event == EV_OPEN_X || recipe->event == EV_OPENAT_2_X)
            fill_plain_starts(table, filter, recipe);
        if (filter->forgets_files && recipe->event == EV_UNSHARE_X &&
            table->call_recipes[call] == RECIPE_NONE)
            want(table, call, (uint8_t)i, false);
    }
    for (uint32_t call = 0; call < MAX_CALLS; call++) {
        if (table->call_recipes[call] == RECIPE_GENERIC) {
            table->call_states[call] = STATE_NONE;
            table->call_starts[call * RT_FILTER_VARIANTS] = RT_FILTER_KEEP;
        }
    }
    table->filter_floating = walk->floating;
    table->unseen_files = filter->unseen_files;
    table->hold_files = filter->holds_files && filter->forgets_files;
    table->unseen_directories = filter->unseen_directories;
    table->unseen_pipes = is_unobserved(filter, EV_PIPE2_X);
    table->unseen_unix = filter->unseen_unix;
}

int rt_live_size_filter(struct capture_bpf *programs, const struct rt_filter *filter,
                        const struct rt_filter_walk *walk)
{
    bpf_map__set_max_entries(programs->maps.filter_rows, walk->nrows > 0 ? walk->nrows : 1);
    bpf_map__set_max_entries(programs->maps.filter_nodes, filter->nnodes > 0 ? filter->nnodes : 1);
    return bpf_map__set_max_entries(programs->maps.filter_atoms,
                                    filter->natoms > 0 ? filter->natoms : 1);
}

/* n items, from the first place on. */
static int put_all(struct bpf_map *map, const void *items, uint32_t n)
{
    LIBBPF_OPTS(bpf_map_batch_opts, options);
    uint32_t *places = malloc((n + 1) * sizeof *places), put = n;

    if (!places)
        return -ENOMEM;
    for (uint32_t i = 0; i < n; i++)
        places[i] = i;
    const int result =
        n > 0 ? bpf_map_update_batch(bpf_map__fd(map), places, items, &put, &options) : 0;
    free(places);
    return result;
}

int rt_live_load_filter(struct capture_bpf *programs, const struct rt_filter *filter,
                        const struct rt_filter_walk *walk)
{
    int result = put_all(programs->maps.filter_rows, walk->rows, walk->nrows);

    if (result == 0)
        result = put_all(programs->maps.filter_nodes, filter->nodes, filter->nnodes);
    return result == 0 ? put_all(programs->maps.filter_atoms, filter->atoms, filter->natoms)
                       : result;
}
