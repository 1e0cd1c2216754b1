/* The catalogue: the facts about events, parameters, flags, system calls and fields that the
 * compiler and the runtime share. Everything here is constant data built from four X-macro tables
 * (events.def, flags.def, syscalls.def, fields.def); nothing here knows the compiler or the
 * runtime.
 *
 * A rule names fields ("proc.name") and event types ("openat"). The compiler looks both up here;
 * the runtime decodes an event with the same table, so the two cannot disagree. All returned
 * pointers are to static storage and never NULL unless the comment says so.
 */
#ifndef RULEC_CATALOG_H
#define RULEC_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Types of event parameters and of field values. The numbers are those of the .scap format's
 * dynamic parameters. */
enum cat_type {
    CAT_TYPE_NONE = 0,
    CAT_TYPE_INT8 = 1,
    CAT_TYPE_INT16 = 2,
    CAT_TYPE_INT32 = 3,
    CAT_TYPE_INT64 = 4,
    CAT_TYPE_UINT8 = 5,
    CAT_TYPE_UINT16 = 6,
    CAT_TYPE_UINT32 = 7,
    CAT_TYPE_UINT64 = 8,
    CAT_TYPE_CHARBUF = 9,   /* NUL-terminated text */
    CAT_TYPE_BYTEBUF = 10,  /* bytes, not meant for printing */
    CAT_TYPE_ERRNO = 11,    /* int64: a result, or a negative errno */
    CAT_TYPE_SOCKADDR = 12, /* 1 byte family, then the address */
    CAT_TYPE_SOCKTUPLE = 13,
    CAT_TYPE_FD = 14,  /* int64 */
    CAT_TYPE_PID = 15, /* int64 */
    CAT_TYPE_FDLIST = 16,
    CAT_TYPE_FSPATH = 17,
    CAT_TYPE_SYSCALLID = 18,
    CAT_TYPE_SIGTYPE = 19,
    CAT_TYPE_RELTIME = 20, /* nanoseconds */
    CAT_TYPE_ABSTIME = 21, /* nanoseconds since 1970 */
    CAT_TYPE_PORT = 22,
    CAT_TYPE_L4PROTO = 23,
    CAT_TYPE_SOCKFAMILY = 24,
    CAT_TYPE_BOOL = 25,
    CAT_TYPE_IPV4ADDR = 26,
    CAT_TYPE_DYN = 27,
    CAT_TYPE_FLAGS8 = 28,
    CAT_TYPE_FLAGS16 = 29,
    CAT_TYPE_FLAGS32 = 30,
    CAT_TYPE_UID = 31, /* uint32, all ones is no value */
    CAT_TYPE_GID = 32,
    CAT_TYPE_DOUBLE = 33,
    CAT_TYPE_SIGSET = 34,
    CAT_TYPE_CHARBUFARRAY = 35,
    CAT_TYPE_CHARBUF_PAIR_ARRAY = 36,
    CAT_TYPE_IPV4NET = 37,
    CAT_TYPE_IPV6ADDR = 38,
    CAT_TYPE_IPV6NET = 39,
    CAT_TYPE_IPADDR = 40, /* 4 or 16 bytes, the length tells */
    CAT_TYPE_IPNET = 41,
    CAT_TYPE_MODE = 42,
    CAT_TYPE_FSRELPATH = 43, /* path relative to a dirfd, which is the parameter before it */
    CAT_TYPE_ENUMFLAGS8 = 44,
    CAT_TYPE_ENUMFLAGS16 = 45,
    CAT_TYPE_ENUMFLAGS32 = 46,
    CAT_TYPE_FD32 = 47,
    CAT_TYPE_PID32 = 48,
    CAT_TYPE__COUNT
};

/* How a number is printed in outputs and evt.args. */
enum cat_format {
    CAT_FORMAT_NA,
    CAT_FORMAT_DEC,
    CAT_FORMAT_HEX,
    CAT_FORMAT_PADDED_DEC, /* ten digits, padded with zeros */
    CAT_FORMAT_ID,         /* decimal, never grouped or scaled */
    CAT_FORMAT_DIR,        /* '>' enter, '<' exit */
    CAT_FORMAT_OCT,
    CAT_FORMAT__COUNT
};

enum cat_direction { CAT_DIR_ENTER, CAT_DIR_EXIT };

enum cat_source {
    CAT_SOURCE_NONE,
    CAT_SOURCE_SYSCALL,
    CAT_SOURCE_TRACEPOINT,
    CAT_SOURCE_META,
    CAT_SOURCE_PLUGIN,
    CAT_SOURCE_ITER
};

enum cat_category {
    CAT_CATEGORY_UNKNOWN,
    CAT_CATEGORY_OTHER,
    CAT_CATEGORY_FILE,
    CAT_CATEGORY_NET,
    CAT_CATEGORY_IPC,
    CAT_CATEGORY_MEMORY,
    CAT_CATEGORY_PROCESS,
    CAT_CATEGORY_SLEEP,
    CAT_CATEGORY_SYSTEM,
    CAT_CATEGORY_SIGNAL,
    CAT_CATEGORY_USER,
    CAT_CATEGORY_TIME,
    CAT_CATEGORY_PROCESSING,
    CAT_CATEGORY_IO_READ,
    CAT_CATEGORY_IO_WRITE,
    CAT_CATEGORY_IO_OTHER,
    CAT_CATEGORY_WAIT,
    CAT_CATEGORY_SCHEDULER,
    CAT_CATEGORY_INTERNAL,
    CAT_CATEGORY__COUNT
};

enum cat_event_flag {
    CAT_EF_CREATES_FD = 1 << 0,
    CAT_EF_DESTROYS_FD = 1 << 1,
    CAT_EF_USES_FD = 1 << 2,
    CAT_EF_READS_FROM_FD = 1 << 3,
    CAT_EF_WRITES_TO_FD = 1 << 4,
    CAT_EF_MODIFIES_STATE = 1 << 5,
    CAT_EF_UNUSED = 1 << 6,
    CAT_EF_WAITS = 1 << 7,
    CAT_EF_SKIPPARSERESET = 1 << 8,
    CAT_EF_OLD_VERSION = 1 << 9, /* only in older captures */
    CAT_EF_LARGE_PAYLOAD = 1 << 11
};

/* Event numbers: EV_OPEN_X, EV_EXECVE_19_X, ... */
enum cat_event_id {
#define EVENT(number, id, name, dir, source, category, flags, nparams) EV_##id = (number),
#define PARAM(name, type, format)
#define PARAM_FLAGS(name, type, format, table)
#define END_EVENT(id)
#include "events.def"
#undef EVENT
#undef PARAM
#undef PARAM_FLAGS
#undef END_EVENT
    EV__COUNT
};

#define CAT_MAX_PARAMS 32

struct cat_flag {
    const char *name;
    uint32_t value;
};

struct cat_flag_table {
    const char *name;
    const struct cat_flag *flags; /* nflags entries, in printing order */
    uint32_t nflags;
};

struct cat_param {
    const char *name;
    enum cat_type type;
    enum cat_format format;
    const struct cat_flag_table *flags; /* NULL: plain number */
};

struct cat_event {
    const char *name; /* what evt.type gives; "NA" for unused numbers */
    const char *id;   /* "OPEN_X": the enum's spelling without EV_ */
    enum cat_direction dir;
    enum cat_source source;
    enum cat_category category;
    uint32_t flags; /* CAT_EF_ */
    uint32_t nparams;
    const struct cat_param *params; /* nparams entries */
};

struct cat_syscall {
    const char *name;
    uint16_t number;      /* x86-64; CAT_NO_SYSCALL_NUMBER: only other machines have it */
    uint16_t code;        /* Falco's portable code, 1..CAT_MAX_SYSCALL_CODE */
    uint16_t enter, exit; /* event numbers; 0 and 1 are the generic event */
};

#define CAT_MAX_SYSCALL_CODE   511
#define CAT_MAX_SYSCALL_NUMBER 511
#define CAT_NO_SYSCALL_NUMBER  0xffff

/* What part of the runtime extracts a field. */
enum cat_field_class {
    CAT_CLASS_EVENT,
    CAT_CLASS_GEN_EVENT,
    CAT_CLASS_FD,
    CAT_CLASS_FDLIST,
    CAT_CLASS_FSPATH,
    CAT_CLASS_THREAD,
    CAT_CLASS_USER,
    CAT_CLASS_GROUP,
    CAT_CLASS_CONTAINER,
    CAT_CLASS_UTILS,
    CAT_CLASS__COUNT
};

/* What a field's value hangs on: it is the same on two events of a thread unless that changed in
 * between. What is not EVENT can be kept. Of a field with an argument it holds for every argument.
 */
enum cat_lifetime {
    CAT_LIFE_EVENT,      /* the event itself, or what nobody keeps count of */
    CAT_LIFE_FD,         /* the fd that the event is about, where it is known */
    CAT_LIFE_THREAD,     /* the thread's own facts: its program, ids, credentials, control groups */
    CAT_LIFE_PROCESS,    /* the main thread's: directory, environment */
    CAT_LIFE_ANCESTORS,  /* the line of parents: who they are, and their facts */
    CAT_LIFE_LEADERS,    /* who leads the session, or the process group */
    CAT_LIFE_USERS,      /* what is known of users and groups */
    CAT_LIFE_CONTAINERS, /* what is known of containers */
    CAT_LIFE__COUNT
};

enum cat_field_flag {
    CAT_FF_IS_LIST = 1 << 0, /* several values an event */
    CAT_FF_ARG_REQUIRED = 1 << 1,
    CAT_FF_ARG_ALLOWED = 1 << 2,
    CAT_FF_ARG_INDEX = 1 << 3,
    CAT_FF_ARG_KEY = 1 << 4,
    CAT_FF_FILTER_ONLY = 1 << 5, /* not in outputs */
    CAT_FF_PRINT_ONLY = 1 << 6,  /* not in conditions */
    CAT_FF_TABLE_ONLY = 1 << 7,  /* neither */
    CAT_FF_NO_RHS = 1 << 8,      /* not as val() on the right, nor compared with one */
    CAT_FF_NO_TRANSFORMER = 1 << 9,
    CAT_FF_NO_PTR_STABILITY = 1 << 10,
    CAT_FF_DEPRECATED = 1 << 11,
    CAT_FF_HIDDEN = 1 << 12, /* loads, but listings leave it out */
    /* In a condition the field stands for several candidates (both ends of a connection, every
     * ancestor): a test holds if it holds for any of them; `!=` holds if it holds for all. Only
     * without an argument, but for proc.aenv[N]. */
    CAT_FF_CANDIDATES = 1 << 13
};

/* Field identities: FIELD_PROC_NAME, FIELD_FD_NAME, ... FIELD_NONE is no field. */
enum cat_field_id {
    FIELD_NONE,
#define FIELD(id, name, cls, life, type, format, flags) FIELD_##id,
#include "fields.def"
#undef FIELD
    FIELD__COUNT
};

struct cat_field {
    const char *name;
    const char *id; /* "PROC_NAME": the enum's spelling without FIELD_ */
    enum cat_field_class cls;
    enum cat_lifetime life;
    enum cat_type type;
    enum cat_format format;
    uint32_t flags; /* CAT_FF_ */
};

/* The tables, indexed by their enums. cat_fields[FIELD_NONE] is all zero. */
extern const struct cat_event cat_events[EV__COUNT];
extern const struct cat_field cat_fields[FIELD__COUNT];

/* Name of a type as messages print it: "CHARBUF", "UINT64". */
const char *cat_type_name(enum cat_type type);
/* Bytes of a number of that type; 0 for texts, buffers and others whose length varies. */
uint32_t cat_type_size(enum cat_type type);

/* Name of a category as evt.category prints it: "file", "IO_read" and so on are the caller's
 * business; this is the table's upper-case spelling ("FILE", "IO_READ"). */
const char *cat_category_name(enum cat_category category);

/* The field of that exact name (no argument, no brackets), or FIELD_NONE. */
enum cat_field_id cat_field_find(const char *name, size_t len);

/* fd.cip.name and its like: compared with the addresses of the host that the literal names. */
static inline bool cat_field_is_host_name(enum cat_field_id field)
{
    return field == FIELD_FD_CIP_NAME || field == FIELD_FD_SIP_NAME || field == FIELD_FD_LIP_NAME ||
           field == FIELD_FD_RIP_NAME;
}

/* The system call with that x86-64 number, Falco code, or name; NULL if there is none. The latter
 * two know the calls of other machines as well, which the count and the i-th entry leave out. */
const struct cat_syscall *cat_syscall_by_number(uint32_t number);
const struct cat_syscall *cat_syscall_by_code(uint32_t code);
const struct cat_syscall *cat_syscall_by_name(const char *name, size_t len);

/* Number of entries and the i-th entry of the system call table, in the order of x86-64 numbers; i
 * must be in range. */
size_t cat_syscall_count(void);
const struct cat_syscall *cat_syscall_at(size_t i);

/* True for the names of Falco's system calls, on any machine; it takes "" and "unknown" for some.
 */
bool cat_syscall_name_exists(const char *name, size_t len);

/* True for the names that asynchronous events (ASYNCEVENT_E) carry themselves: what Falco's
 * container plugin tells. */
bool cat_async_name_exists(const char *name, size_t len);

/* True if some event of the table, an asynchronous one, or some system call has that name: what
 * `evt.type = NAME` may be compared with. */
bool cat_event_name_exists(const char *name, size_t len);

#endif
