/* The catalogue's tables and look-ups. See catalog.h. */
#include "catalog.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* X-macro expansions read best as the tables that they are. */
/* clang-format off */
#define FLAG_TABLE(table)        static const struct cat_flag flags_##table[] = {
#define FLAG(table, name, value) {name, (uint32_t)(value)},
#define END_FLAG_TABLE(table) };
#include "flags.def"
#undef FLAG_TABLE
#undef FLAG
#undef END_FLAG_TABLE

#define FLAG_TABLE(table)                                                                          \
    static const struct cat_flag_table table_##table = {                                           \
        #table, flags_##table, sizeof flags_##table / sizeof flags_##table[0]};
#define FLAG(table, name, value)
#define END_FLAG_TABLE(table)
#include "flags.def"
#undef FLAG_TABLE
#undef FLAG
#undef END_FLAG_TABLE

/* One array per event, with an empty last entry so that events without parameters have one too. */
#define EVENT(number, id, name, dir, source, category, flags, nparams)                             \
    static_assert((nparams) <= CAT_MAX_PARAMS, "too many parameters: " #id);                       \
    static const struct cat_param params_##id[(nparams) + 1] = {
#define PARAM(name, type, format) {name, CAT_TYPE_##type, CAT_FORMAT_##format, NULL},
#define PARAM_FLAGS(name, type, format, table)                                                     \
    {name, CAT_TYPE_##type, CAT_FORMAT_##format, &table_##table},
#define END_EVENT(id) {NULL, CAT_TYPE_NONE, CAT_FORMAT_NA, NULL} };
#include "events.def"
#undef EVENT
#undef PARAM
#undef PARAM_FLAGS
#undef END_EVENT

const struct cat_event cat_events[EV__COUNT] = {
#define EVENT(number, id, name, dir, source, category, flags, nparams)                             \
    [number] = {name,  #id,     CAT_DIR_##dir, CAT_SOURCE_##source, CAT_CATEGORY_##category,       \
                flags, nparams, params_##id},
#define PARAM(name, type, format)
#define PARAM_FLAGS(name, type, format, table)
#define END_EVENT(id)
#include "events.def"
#undef EVENT
#undef PARAM
#undef PARAM_FLAGS
#undef END_EVENT
};

const struct cat_field cat_fields[FIELD__COUNT] = {
#define FIELD(id, name, cls, life, type, format, flags)                                            \
    [FIELD_##id] = {name,  #id, CAT_CLASS_##cls, CAT_LIFE_##life, CAT_TYPE_##type, CAT_FORMAT_##format, flags},
#include "fields.def"
#undef FIELD
};

static const struct cat_syscall syscalls[] = {
#define SYSCALL(number, name, code, enter, exit) {#name, number, code, enter, exit},
#include "syscalls.def"
#undef SYSCALL
};

static const struct cat_syscall elsewhere[] = {
#define SYSCALL(name, code, enter, exit) {#name, CAT_NO_SYSCALL_NUMBER, code, enter, exit},
#include "syscalls_elsewhere.def"
#undef SYSCALL
};

#define NELSEWHERE (sizeof elsewhere / sizeof elsewhere[0])

static const char *const type_names[CAT_TYPE__COUNT] = {
    [CAT_TYPE_NONE] = "NONE",
    [CAT_TYPE_INT8] = "INT8",
    [CAT_TYPE_INT16] = "INT16",
    [CAT_TYPE_INT32] = "INT32",
    [CAT_TYPE_INT64] = "INT64",
    [CAT_TYPE_UINT8] = "UINT8",
    [CAT_TYPE_UINT16] = "UINT16",
    [CAT_TYPE_UINT32] = "UINT32",
    [CAT_TYPE_UINT64] = "UINT64",
    [CAT_TYPE_CHARBUF] = "CHARBUF",
    [CAT_TYPE_BYTEBUF] = "BYTEBUF",
    [CAT_TYPE_ERRNO] = "ERRNO",
    [CAT_TYPE_SOCKADDR] = "SOCKADDR",
    [CAT_TYPE_SOCKTUPLE] = "SOCKTUPLE",
    [CAT_TYPE_FD] = "FD",
    [CAT_TYPE_PID] = "PID",
    [CAT_TYPE_FDLIST] = "FDLIST",
    [CAT_TYPE_FSPATH] = "FSPATH",
    [CAT_TYPE_SYSCALLID] = "SYSCALLID",
    [CAT_TYPE_SIGTYPE] = "SIGTYPE",
    [CAT_TYPE_RELTIME] = "RELTIME",
    [CAT_TYPE_ABSTIME] = "ABSTIME",
    [CAT_TYPE_PORT] = "PORT",
    [CAT_TYPE_L4PROTO] = "L4PROTO",
    [CAT_TYPE_SOCKFAMILY] = "SOCKFAMILY",
    [CAT_TYPE_BOOL] = "BOOL",
    [CAT_TYPE_IPV4ADDR] = "IPV4ADDR",
    [CAT_TYPE_DYN] = "DYNAMIC",
    [CAT_TYPE_FLAGS8] = "FLAGS8",
    [CAT_TYPE_FLAGS16] = "FLAGS16",
    [CAT_TYPE_FLAGS32] = "FLAGS32",
    [CAT_TYPE_UID] = "UID",
    [CAT_TYPE_GID] = "GID",
    [CAT_TYPE_DOUBLE] = "DOUBLE",
    [CAT_TYPE_SIGSET] = "SIGSET",
    [CAT_TYPE_CHARBUFARRAY] = "CHARBUFARRAY",
    [CAT_TYPE_CHARBUF_PAIR_ARRAY] = "CHARBUF_PAIR_ARRAY",
    [CAT_TYPE_IPV4NET] = "IPV4NET",
    [CAT_TYPE_IPV6ADDR] = "IPV6ADDR",
    [CAT_TYPE_IPV6NET] = "IPV6NET",
    [CAT_TYPE_IPADDR] = "IPADDR",
    [CAT_TYPE_IPNET] = "IPNET",
    [CAT_TYPE_MODE] = "MODE",
    [CAT_TYPE_FSRELPATH] = "FSRELPATH",
    [CAT_TYPE_ENUMFLAGS8] = "ENUMFLAGS8",
    [CAT_TYPE_ENUMFLAGS16] = "ENUMFLAGS16",
    [CAT_TYPE_ENUMFLAGS32] = "ENUMFLAGS32",
    [CAT_TYPE_FD32] = "FD32",
    [CAT_TYPE_PID32] = "PID32",
};
/* clang-format on */

static const char *const category_names[] = {
    "UNKNOWN",  "OTHER",    "FILE",   "NET",       "IPC",      "MEMORY",     "PROCESS",
    "SLEEP",    "SYSTEM",   "SIGNAL", "USER",      "TIME",     "PROCESSING", "IO_READ",
    "IO_WRITE", "IO_OTHER", "WAIT",   "SCHEDULER", "INTERNAL",
};
static_assert(sizeof category_names / sizeof category_names[0] == CAT_CATEGORY__COUNT,
              "a name per category");

const char *cat_type_name(enum cat_type type)
{
    return type < CAT_TYPE__COUNT ? type_names[type] : "NONE";
}

const char *cat_category_name(enum cat_category category)
{
    return category < CAT_CATEGORY__COUNT ? category_names[category] : "UNKNOWN";
}

static bool name_is(const char *name, const char *text, size_t len)
{
    /* Most names differ in their first character: not even their length is asked for then. */
    return (len == 0 || *name == *text) && strlen(name) == len && memcmp(name, text, len) == 0;
}

/* The table is in the order of the documentation, some 300 entries; look-ups happen at build time
 * only. */
enum cat_field_id cat_field_find(const char *name, size_t len)
{
    for (int id = FIELD_NONE + 1; id < FIELD__COUNT; id++) {
        if (name_is(cat_fields[id].name, name, len))
            return (enum cat_field_id)id;
    }
    return FIELD_NONE;
}

size_t cat_syscall_count(void)
{
    return sizeof syscalls / sizeof syscalls[0];
}

const struct cat_syscall *cat_syscall_at(size_t i)
{
    return &syscalls[i];
}

static int compare_number(const void *key, const void *entry)
{
    uint32_t number = *(const uint32_t *)key;
    const struct cat_syscall *call = entry;

    return number < call->number ? -1 : number > call->number;
}

const struct cat_syscall *cat_syscall_by_number(uint32_t number)
{
    return bsearch(&number, syscalls, cat_syscall_count(), sizeof syscalls[0], compare_number);
}

const struct cat_syscall *cat_syscall_by_code(uint32_t code)
{
    for (size_t i = 0; i < cat_syscall_count(); i++) {
        if (syscalls[i].code == code)
            return &syscalls[i];
    }
    for (size_t i = 0; i < NELSEWHERE; i++) {
        if (elsewhere[i].code == code)
            return &elsewhere[i];
    }
    return NULL;
}

const struct cat_syscall *cat_syscall_by_name(const char *name, size_t len)
{
    for (size_t i = 0; i < cat_syscall_count(); i++) {
        if (name_is(syscalls[i].name, name, len))
            return &syscalls[i];
    }
    for (size_t i = 0; i < NELSEWHERE; i++) {
        if (name_is(elsewhere[i].name, name, len))
            return &elsewhere[i];
    }
    return NULL;
}

/* Falco's table of system calls begins with an unknown one and has gaps, with names of no length.
 */
bool cat_syscall_name_exists(const char *name, size_t len)
{
    return len == 0 || name_is("unknown", name, len) || cat_syscall_by_name(name, len) != NULL;
}

bool cat_async_name_exists(const char *name, size_t len)
{
    return name_is("container", name, len) || name_is("container_removed", name, len);
}

bool cat_event_name_exists(const char *name, size_t len)
{
    for (int i = 0; i < EV__COUNT; i++) {
        if (name_is(cat_events[i].name, name, len))
            return true;
    }
    return cat_async_name_exists(name, len) || cat_syscall_name_exists(name, len);
}

uint32_t cat_type_size(enum cat_type type)
{
    switch (type) {
    case CAT_TYPE_INT8:
    case CAT_TYPE_UINT8:
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_SIGTYPE:
    case CAT_TYPE_L4PROTO:
    case CAT_TYPE_SOCKFAMILY:
        return 1;
    case CAT_TYPE_INT16:
    case CAT_TYPE_UINT16:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_SYSCALLID:
    case CAT_TYPE_PORT:
        return 2;
    case CAT_TYPE_INT32:
    case CAT_TYPE_UINT32:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
    case CAT_TYPE_MODE:
    case CAT_TYPE_SIGSET:
    case CAT_TYPE_FD32:
    case CAT_TYPE_PID32:
    case CAT_TYPE_IPV4ADDR:
    case CAT_TYPE_BOOL:
        return 4;
    case CAT_TYPE_INT64:
    case CAT_TYPE_UINT64:
    case CAT_TYPE_RELTIME:
    case CAT_TYPE_ABSTIME:
    case CAT_TYPE_ERRNO:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
    case CAT_TYPE_DOUBLE:
        return 8;
    case CAT_TYPE_IPV6ADDR:
        return 16;
    case CAT_TYPE_NONE:
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_BYTEBUF:
    case CAT_TYPE_SOCKADDR:
    case CAT_TYPE_SOCKTUPLE:
    case CAT_TYPE_FDLIST:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_DYN:
    case CAT_TYPE_CHARBUFARRAY:
    case CAT_TYPE_CHARBUF_PAIR_ARRAY:
    case CAT_TYPE_IPV4NET:
    case CAT_TYPE_IPV6NET:
    case CAT_TYPE_IPADDR:
    case CAT_TYPE_IPNET:
    case CAT_TYPE_FSRELPATH:
    case CAT_TYPE__COUNT:
        return 0;
    }
    return 0;
}
