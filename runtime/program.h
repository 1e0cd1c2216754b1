/* The program: what generated code hands to the runtime.
 *
 * rulec emits one C file that defines `rulec_program`. It holds
 *   - the values: every field (with argument and transformers) that some rule's condition or output
 * reads, each once. At run time a value has a slot; it is extracted at most once per event, when it
 * is first asked for.
 *   - the rules: names, tags, outputs.
 *   - the handlers: per event number one function, the decision tree over the rules that can fire
 * on it.
 *
 *   - the classes: for handlers, the question whether a process can matter to them at all; kept.h.
 *
 * A handler asks rt_value() for slots, tests them with the helpers of match/match.h, remembers each
 * test's outcome in two bits (known, true), and calls rt_fire() for each rule that holds, in load
 * order. What hangs on the process alone, or on the fd, it asks rt_kept_thread() and rt_kept_fd()
 * for, which keep the answers beyond the event.
 */
#ifndef RULEC_PROGRAM_H
#define RULEC_PROGRAM_H

#include "event.h"
#include "filter.h"
#include "value.h"

struct rt_engine;
struct rt_eval;
struct rt_manifest;
struct rt_site;
struct rt_thread;
struct rt_fd;

/* Fills out; leaves out->n at 0 if the field has no value on this event. Must not allocate but from
 * the scratch. */
typedef void rt_extract_fn(struct rt_eval *eval, const struct rt_field_ref *ref,
                           struct rt_values *out);

struct rt_value_def {
    const char *name;       /* as outputs and JSON name it: "proc.aname[2]", "toupper(proc.name)" */
    rt_extract_fn *extract; /* by class: rt_extract_thread, ...; NULL: transformer or constant */
    struct rt_field_ref
        ref; /* of a transformer only key: the letter of getopt(...)[x]; else NULL */
    enum cat_type type;
    enum cat_format format;
    bool is_list;
    bool is_constant;
    enum cat_transformer transformer; /* where extract is NULL and not is_constant */
    const uint16_t *inputs;           /* ninputs slots, the transformer's arguments */
    uint16_t ninputs;
    struct rt_value constant; /* is_constant */
};

struct rt_output_part {
    const char *text; /* literal, len bytes; NULL: a value */
    uint32_t len;
    uint16_t slot;  /* index into rt_program.values */
    uint32_t width; /* bytes that the value is cut, or filled with spaces, to; 0: as it is */
};

/* One more property of output_fields, text made of parts or, raw, the value of the one part. */
struct rt_output_extra {
    const char *name;
    const struct rt_output_part *parts;
    uint16_t nparts;
    bool raw;
};

struct rt_rule_def {
    const char *name;
    const char *source;      /* "syscall" */
    const char *position;    /* "rules/shell.yaml:38" */
    uint8_t priority;        /* 0 emergency ... 7 debug */
    const char *const *tags; /* ntags, sorted */
    uint16_t ntags;
    uint16_t nparts;
    const struct rt_output_part *parts;
    const struct rt_output_extra *extras; /* nextras; NULL: none */
    uint16_t nextras;
};

/* Events that one handler sees, and whether a process can matter to it. See kept.h. */
struct rt_class {
    const char *name;       /* "openat" */
    const uint16_t *events; /* nevents numbers */
    uint16_t nevents;
    bool (*possible)(struct rt_eval *eval);
    bool (*possible_alone)(struct rt_eval *eval); /* NULL: always */
};

#define RT_MOST_CLASSES 64

struct rt_program {
    uint32_t abi;           /* RT_PROGRAM_ABI */
    const char *rules_hash; /* SHA-256 over the rule files, hexadecimal */
    const struct rt_value_def *values;
    uint32_t nvalues;
    uint32_t ntests;     /* size of the bit sets of tests */
    uint32_t nmemories;  /* of tests that remember, see rt_value_since; 0 is nobody's */
    uint32_t ntables;    /* of literals, see match/table.h */
    uint32_t most_steps; /* of one handler, see match/steps.h; 0: none has such */
    const struct rt_rule_def *rules;
    uint32_t nrules;
    void (*const *handlers)(struct rt_eval *eval); /* EV__COUNT entries; NULL: no rule can fire */
    const struct rt_filter *filter;                /* what the kernel may drop; NULL: nothing */
    /* Kept answers (kept.h), in words of 64: of a thread, of these on its own facts, and of an fd.
     */
    uint32_t thread_words, own_words, fd_words;
    const struct rt_class *classes; /* nclasses, at most RT_MOST_CLASSES */
    uint32_t nclasses;
    /* Names of hosts that fd.sip.name and its like are compared with: resolve/hosts.h. */
    const char *const *hosts; /* nhosts, sorted */
    uint32_t nhosts;
    const struct rt_site *site;         /* settings.h; NULL: built without a site file */
    const struct rt_manifest *manifest; /* manifest.h; NULL: nobody knows */
    const struct rt_counts *counts;     /* bench/count.h; NULL: it does not count its rules */
};

#define RT_PROGRAM_ABI 6

extern const struct rt_program rulec_program;

/* Space for values that have to be put together (command lines, absolute paths). Reset with every
 * event. */
struct rt_scratch {
    uint8_t *base;
    uint32_t used, size; /* bytes */
    uint64_t overflows;  /* values given up for want of room; counted, reported at the end */
};

/* What a look-up found: n of eval's hits. */
struct rt_table_hits {
    uint32_t first, n;
};

/* The answers kept with a thread or an fd. */
struct rt_kept {
    uint64_t changed; /* the facts that they are of: the member of that name */
    uint64_t epoch;   /* and those of everybody else */
    uint64_t told;    /* threads: `changed` when its classes were told last */
    uint64_t pending; /* not 0: some were given while a container was being looked up */
    uint64_t
        known_true[]; /* of each word first which bits are known, then which of these are true */
};

/* All records; see kept.h. */
struct rt_kept_store {
    uint8_t *threads, *fds; /* by place in the state's tables; NULL: there are none */
    uint32_t thread_bytes, fd_bytes;
    uint32_t nthreads, nfds;
    const struct rt_state *state;
    struct rt_kept *checked_thread, *checked_fd; /* with check: the records of the event; or NULL */
    bool keeps_pending; /* a replay, where nobody waits for what is being looked up */
    bool check;
    uint64_t stale, ncompared;
};

/* One event under evaluation. */
struct rt_eval {
    const struct rt_program *program;
    struct rt_engine *engine;
    const struct rt_event *event;
    struct rt_thread *thread; /* of the event; NULL: unknown */
    struct rt_fd *fd;         /* that the event works on; NULL: none */
    int64_t fd_number;        /* its number; -1: none */

    struct rt_values *values; /* program->nvalues slots */
    struct rt_value *singles; /* one value per slot, so that scalar fields need no scratch */
    uint64_t *values_known;   /* bit per slot */
    uint64_t *tests_known;    /* bit per test */
    uint64_t *tests_true;
    uint32_t *dirty; /* ndirty words of tests_known that are not 0 */
    uint32_t ndirty;
    uint32_t *hits; /* nhits tests that look-ups found to hold */
    uint32_t nhits;
    struct rt_table_hits *table_hits;        /* by table; counts only if the table is known */
    uint64_t *asked, *asked_words;           /* see match/steps.c; all 0 between handlers */
    struct rt_kept *kept_thread, *kept_fd;   /* of the event's thread and fd; never NULL */
    struct rt_kept *fresh_thread, *fresh_fd; /* for one event only, of who has no record */
    struct rt_kept_store kept;
    uint64_t
        *memories;   /* by memory: time of the event on which it was asked last, in ns; 0: never */
    uint32_t memory; /* whose question is being answered; 0: nobody's */
    struct rt_scratch scratch;
    /* The program reads fields of containers. Falco has them from a plugin, and knows of containers
     * only where that is loaded; so what depends on them elsewhere (a container's own users, the
     * name of the container in fd.containername) counts only then. */
    bool containers;
    bool is_copy;        /* the event is gone, its values are copies: alert/hold.h */
    bool encode_buffers; /* evt.arg shows byte buffers in base64: set while an output is made, if
                            the options say so; conditions compare with the text of dots */
    bool trial;          /* what is asked for is looked at, and no rule fires: container/watch.h */
    bool asked_pending;  /* a field of a container that is being looked up yet was asked for */
    uint64_t held;       /* alerts held back before the one in the making: alert/limit.h */
    bool stop;           /* rt_fire sets it when the first match is enough */
};

/* Whether some condition or output of the program names the field. */
bool rt_program_asks(const struct rt_program *program, enum cat_field_id field);

/* Makes eval ready for the program: slots, bits and a scratch of scratch_size bytes. event, thread,
 * fd and fd_number are the caller's to fill before each evaluation. 0 or -ENOMEM. */
int rt_eval_open(struct rt_eval *eval, const struct rt_program *program, struct rt_engine *engine,
                 uint32_t scratch_size);

/* Forgets the values and tests of the event before; to be called for each event. */
void rt_eval_reset(struct rt_eval *eval);

/* Frees what rt_eval_open took; an eval of zeros is allowed. */
void rt_eval_close(struct rt_eval *eval);

/* Values of a slot, extracted on first use. Never NULL. */
const struct rt_values *rt_value_extract(struct rt_eval *eval, uint32_t slot);

static inline const struct rt_values *rt_value(struct rt_eval *eval, uint32_t slot)
{
    if (eval->values_known[slot / 64] >> (slot % 64) & 1)
        return &eval->values[slot];
    return rt_value_extract(eval, slot);
}

/* evt.deltatime tells the time since it was asked last, and each test that asks remembers for
 * itself. The values of the slot as the test with that memory sees them; whoever of the same rule
 * asks later on the same event is given the same. */
const struct rt_values *rt_value_since(struct rt_eval *eval, uint32_t slot, uint32_t memory);

/* Marks a test, or a table, as known on this event. */
static inline void rt_known_note(struct rt_eval *eval, uint32_t test)
{
    if (eval->tests_known[test / 64] == 0)
        eval->dirty[eval->ndirty++] = test / 64;
    eval->tests_known[test / 64] |= UINT64_C(1) << (test % 64);
}

/* Works an answer out and keeps it. */
bool rt_kept_thread_anew(struct rt_eval *eval, uint32_t bit, bool (*anew)(struct rt_eval *eval));
bool rt_kept_fd_anew(struct rt_eval *eval, uint32_t bit, bool (*anew)(struct rt_eval *eval));

/* The answer of that number about the event's thread; anew works it out. */
static inline bool rt_kept_thread(struct rt_eval *eval, uint32_t bit,
                                  bool (*anew)(struct rt_eval *eval))
{
    const uint64_t *word = &eval->kept_thread->known_true[bit / 64 * 2];

    if (word[0] >> (bit % 64) & 1)
        return word[1] >> (bit % 64) & 1;
    return rt_kept_thread_anew(eval, bit, anew);
}

/* Likewise about its fd. */
static inline bool rt_kept_fd(struct rt_eval *eval, uint32_t bit,
                              bool (*anew)(struct rt_eval *eval))
{
    const uint64_t *word = &eval->kept_fd->known_true[bit / 64 * 2];

    if (word[0] >> (bit % 64) & 1)
        return word[1] >> (bit % 64) & 1;
    return rt_kept_fd_anew(eval, bit, anew);
}

/* Room for size bytes in the scratch (aligned to 8), or NULL if it is full (counted). */
void *rt_scratch_alloc(struct rt_eval *eval, uint32_t size);

/* The rule of that index holds: an alert is made. Sets eval->stop if no further rule is wanted. */
void rt_fire(struct rt_eval *eval, uint32_t rule);

/* One extractor per class of fields; the generated value table names them. */
rt_extract_fn rt_extract_event, rt_extract_gen_event, rt_extract_fd, rt_extract_fdlist,
    rt_extract_fspath, rt_extract_thread, rt_extract_user, rt_extract_group, rt_extract_container,
    rt_extract_utils;

/* Applies the transformer of def to its inputs. */
void rt_transform(struct rt_eval *eval, const struct rt_value_def *def, struct rt_values *out);

#endif
