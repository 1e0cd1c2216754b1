/* Looking up fields. See field.h. */
#include "check/field.h"

#include "syntax/condition.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* How a field takes its argument. */
enum rule {
    PLAIN,          /* none */
    OPTIONAL_INDEX, /* proc.aname, proc.aname[2] */
    OPTIONAL_KEY,   /* proc.env, proc.env[HOME]; a key of digits is an index */
    REQUIRED_KEY,   /* container.label[app] */
    EVENT_ARG,      /* evt.arg.flags, evt.arg[0] */
    EVENT_RAWARG,   /* evt.rawarg.res */
    EVENT_TYPE,     /* evt.type.is.open, evt.type.is.3 */
    EVENT_AROUND,   /* evt.around[1500000000] */
    ABSPATH,        /* evt.abspath, evt.abspath.src, evt.abspath.dst */
    CGROUP          /* thread.cgroup.cpu */
};

static enum rule rule_of(enum cat_field_id field)
{
    switch ((int)field) {
    case FIELD_EVT_ARG:
        return EVENT_ARG;
    case FIELD_EVT_RAWARG:
        return EVENT_RAWARG;
    case FIELD_EVT_TYPE_IS:
        return EVENT_TYPE;
    case FIELD_EVT_AROUND:
        return EVENT_AROUND;
    case FIELD_EVT_ABSPATH:
        return ABSPATH;
    case FIELD_THREAD_CGROUP:
        return CGROUP;
    case FIELD_PROC_ENV:
    case FIELD_PROC_AENV:
        return OPTIONAL_KEY;
    default:
        break;
    }
    if (cat_fields[field].flags & CAT_FF_ARG_REQUIRED)
        return REQUIRED_KEY;
    return cat_fields[field].flags & CAT_FF_ARG_ALLOWED ? OPTIONAL_INDEX : PLAIN;
}

/* The field of that name, or the one that takes what is behind a dot as its key (*key is that). */
static enum cat_field_id find(const char *name, const char **key)
{
    static const enum cat_field_id dotted[] = {FIELD_EVT_ARG, FIELD_EVT_RAWARG, FIELD_EVT_TYPE_IS,
                                               FIELD_EVT_ABSPATH, FIELD_THREAD_CGROUP};
    const enum cat_field_id field = cat_field_find(name, strlen(name));

    *key = NULL;
    if (field != FIELD_NONE)
        return field;
    for (size_t i = 0; i < sizeof dotted / sizeof dotted[0]; i++) {
        const char *prefix = cat_fields[dotted[i]].name;
        const size_t len = strlen(prefix);

        if (strncmp(name, prefix, len) == 0 && name[len] == '.') {
            *key = name + len + 1;
            return dotted[i];
        }
    }
    return FIELD_NONE;
}

/* A number as scanf reads one, and nothing behind it. */
static bool read_number(const char *text, int64_t *out)
{
    char behind;

    return sscanf(text, "%" SCNd64 "%c", out, &behind) == 1;
}

/* The first parameter of that name in the event table. */
static const struct cat_param *find_param(const char *name)
{
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        for (uint32_t i = 0; i < cat_events[event].nparams; i++) {
            if (strcmp(cat_events[event].params[i].name, name) == 0)
                return &cat_events[event].params[i];
        }
    }
    return NULL;
}

static const char *suggest_param(struct rc_arena *arena, const char *name)
{
    const char **names;
    size_t n = 0;

    for (uint32_t event = 0; event < EV__COUNT; event++)
        n += cat_events[event].nparams;
    names = rc_arena_array(arena, n + 1, sizeof(const char *));
    n = 0;
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        for (uint32_t i = 0; i < cat_events[event].nparams; i++)
            names[n++] = cat_events[event].params[i].name;
    }
    return rc_suggest(name, strlen(name), names, n);
}

static const char *suggest_field(const char *name)
{
    const char *names[FIELD__COUNT];
    size_t n = 0;

    for (int id = FIELD_NONE + 1; id < FIELD__COUNT; id++) {
        if (!(cat_fields[id].flags & (CAT_FF_TABLE_ONLY | CAT_FF_HIDDEN)))
            names[n++] = cat_fields[id].name;
    }
    return rc_suggest(name, strlen(name), names, n);
}

static bool fail(struct rc_field_error *error, bool unknown, const char *message)
{
    error->unknown = unknown;
    error->message = message;
    return false;
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Names that Falco takes for a known field written wrongly, and not for an unknown one; only the
 * latter is forgiven. */
static bool is_misspelt(const char *name)
{
    return begins(name, "arg") || (begins(name, "evt.arg") && !begins(name, "evt.args")) ||
           begins(name, "evt.rawarg") || begins(name, "evt.around") ||
           begins(name, "evt.type.is") ||
           (begins(name, "thread.cgroup") && !begins(name, "thread.cgroups"));
}

static bool unknown_field(struct rc_arena *arena, const struct rc_operand *operand,
                          struct rc_field_error *error)
{
    const bool unknown = operand->field != FIELD_NONE || !is_misspelt(operand->name);
    const char *near = suggest_field(operand->name);

    if (near)
        return fail(
            error, unknown,
            rc_arena_printf(arena, "unknown field `%s`; did you mean `%s`?", operand->name, near));
    return fail(error, unknown, rc_arena_printf(arena, "unknown field `%s`", operand->name));
}

/* Whether the beginning of the name is a parameter's: Falco reads that much, and finds the field to
 * be unknown for the rest. */
static bool begins_with_param(const char *name)
{
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        for (uint32_t i = 0; i < cat_events[event].nparams; i++) {
            if (begins(name, cat_events[event].params[i].name))
                return true;
        }
    }
    return false;
}

static bool unwanted_argument(struct rc_arena *arena, const struct rc_operand *operand,
                              struct rc_field_error *error)
{
    return fail(error, cat_fields[operand->field].cls != CAT_CLASS_CONTAINER,
                rc_arena_printf(arena, "field `%s` takes no argument", operand->name));
}

static bool bad_number(struct rc_arena *arena, const struct rc_operand *operand, bool unknown,
                       struct rc_field_error *error)
{
    return fail(error, unknown,
                rc_arena_printf(arena, "the argument of `%s` is a number, not `%s`", operand->name,
                                operand->arg));
}

static void set_index(struct rc_operand *operand, int64_t index)
{
    operand->arg_kind = RC_ARG_INDEX;
    operand->index = (uint32_t)index;
}

static void set_key(struct rc_operand *operand, const char *key)
{
    operand->arg_kind = RC_ARG_KEY;
    operand->key = key;
}

static bool is_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

/* evt.arg.NAME and evt.rawarg.NAME; the name must be that of some parameter. */
static bool resolve_param(struct rc_arena *arena, struct rc_operand *operand, const char *key,
                          struct rc_field_error *error)
{
    const struct cat_param *param = find_param(key);
    const bool known_begin = begins_with_param(key);
    const char *near;

    if (operand->arg)
        return unknown_field(arena, operand, error);
    if (!param) {
        near = suggest_param(arena, key);
        if (near)
            key = rc_arena_printf(arena, "no event has a parameter `%s`; did you mean `%s`?", key,
                                  near);
        else
            key = rc_arena_printf(arena, "no event has a parameter `%s`", key);
        return fail(error, known_begin, key);
    }
    set_key(operand, param->name);
    if (operand->field == FIELD_EVT_RAWARG)
        operand->type = param->type;
    return true;
}

static bool resolve_event_type(struct rc_arena *arena, struct rc_operand *operand, const char *key,
                               struct rc_field_error *error)
{
    int64_t number;

    if (operand->arg || !key)
        return fail(error, false,
                    "`evt.type.is` takes an event type behind a dot, like `evt.type.is.open`");
    if (is_digits(key) && read_number(key, &number)) {
        set_index(operand, number);
        return true;
    }
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        if (strcmp(cat_events[event].name, key) == 0) {
            set_key(operand, cat_events[event].name);
            return true;
        }
    }
    return fail(error, true, rc_arena_printf(arena, "unknown event type `%s`", key));
}

static bool resolve_index(struct rc_arena *arena, struct rc_operand *operand,
                          struct rc_field_error *error)
{
    int64_t number;

    if (!operand->arg)
        return true;
    if (!read_number(operand->arg, &number))
        return bad_number(arena, operand, operand->field != FIELD_FD_TYPES, error);
    if (number != -1)
        set_index(operand, number);
    return true;
}

static bool resolve_key(struct rc_operand *operand)
{
    int64_t number;

    if (!operand->arg)
        return true;
    if (is_digits(operand->arg) && read_number(operand->arg, &number))
        set_index(operand, number);
    else
        set_key(operand, operand->arg);
    return true;
}

static bool resolve_argument(struct rc_arena *arena, struct rc_operand *operand, const char *key,
                             struct rc_field_error *error)
{
    int64_t number;

    switch (rule_of(operand->field)) {
    case PLAIN:
        return !operand->arg || unwanted_argument(arena, operand, error);
    case OPTIONAL_INDEX:
        return resolve_index(arena, operand, error);
    case OPTIONAL_KEY:
        return resolve_key(operand);
    case REQUIRED_KEY:
        if (!operand->arg)
            return fail(error, false,
                        rc_arena_printf(arena, "`%s` needs an argument: `%s[KEY]`", operand->name,
                                        operand->name));
        set_key(operand, operand->arg);
        return true;
    case EVENT_ARG:
        if (key)
            return resolve_param(arena, operand, key, error);
        if (!operand->arg)
            return fail(error, false,
                        "`evt.arg` needs the parameter's name or number: `evt.arg.flags`, "
                        "`evt.arg[0]`");
        if (!read_number(operand->arg, &number))
            return fail(error, false,
                        rc_arena_printf(arena,
                                        "the argument of `evt.arg` is a number; by name it is "
                                        "`evt.arg.%s`",
                                        operand->arg));
        set_index(operand, number);
        return true;
    case EVENT_RAWARG:
        if (key)
            return resolve_param(arena, operand, key, error);
        return fail(error, false,
                    "`evt.rawarg` takes the parameter's name behind a dot, like `evt.rawarg.res`");
    case EVENT_TYPE:
        return resolve_event_type(arena, operand, key, error);
    case EVENT_AROUND:
        if (!operand->arg)
            return fail(error, false, "`evt.around` needs a time: `evt.around[NANOSECONDS]`");
        if (!read_number(operand->arg, &number))
            return bad_number(arena, operand, false, error);
        set_key(operand, operand->arg);
        return true;
    case ABSPATH:
        if (operand->arg || (key && strcmp(key, "src") != 0 && strcmp(key, "dst") != 0))
            return unknown_field(arena, operand, error);
        if (key)
            set_key(operand, key);
        return true;
    case CGROUP:
        if (!key)
            return fail(error, false,
                        "`thread.cgroup` takes a subsystem behind a dot, like `thread.cgroup.cpu`");
        if (operand->arg)
            return unknown_field(arena, operand, error);
        for (const char *c = key; *c; c++) {
            if (!isalpha((unsigned char)*c) && *c != '_')
                return unknown_field(arena, operand, error);
        }
        set_key(operand, key);
        return true;
    }
    return false;
}

bool rc_field_resolve(struct rc_arena *arena, struct rc_operand *operand,
                      struct rc_field_error *error)
{
    const char *key;

    operand->field = find(operand->name, &key);
    if (operand->field == FIELD_NONE)
        return unknown_field(arena, operand, error);
    /* The bracket that ends the argument is the first one. */
    if (operand->arg && (memchr(operand->arg, ']', operand->arg_len) ||
                         memchr(operand->arg, '\0', operand->arg_len)))
        return fail(error, true,
                    rc_arena_printf(arena, "the argument of `%s` cannot hold that character",
                                    operand->name));
    operand->type = cat_fields[operand->field].type;
    operand->is_list = cat_fields[operand->field].flags & CAT_FF_IS_LIST;
    return resolve_argument(arena, operand, key, error);
}

bool rc_field_is_deprecated(const char *name)
{
    static const char *const names[] = {"evt.dir",        "evt.latency",       "evt.latency.s",
                                        "evt.latency.ns", "evt.latency.human", "evt.wait_latency"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

bool rc_condition_field_valid(const char *text, uint32_t len)
{
    struct rc_arena arena = {0};
    struct rc_operand operand = {.kind = RC_OPERAND_FIELD};
    struct rc_field_error error;
    const char *bracket = memchr(text, '[', len), *key;
    bool valid;

    operand.name = rc_arena_strndup(&arena, text, bracket ? (size_t)(bracket - text) : len);
    valid = strlen(operand.name) == (bracket ? (size_t)(bracket - text) : len) &&
            find(operand.name, &key) != FIELD_NONE;
    if (valid && bracket) {
        const uint32_t rest = (uint32_t)(text + len - bracket);

        valid = rest >= 2 && text[len - 1] == ']';
        if (valid) {
            operand.arg = rc_arena_strndup(&arena, bracket + 1, rest - 2);
            operand.arg_len = rest - 2;
        }
    }
    valid = valid && rc_field_resolve(&arena, &operand, &error);
    rc_arena_free(&arena);
    return valid;
}
