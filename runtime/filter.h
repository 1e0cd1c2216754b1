/* The filter: what the rules say about the opening of files, in a form that the kernel can decide.
 *
 * rulec lowers the conditions of all rules that look at an open event into one question, "can any
 * of them hold?", over facts that the kernel has in hand: the path as it was given, the flags, the
 * result. What it does not have (the process, its ancestors, the container) is taken as possible,
 * whichever way the rule asks. So an event is dropped only if no rule can hold on it, whatever the
 * rest of its conditions say. See compiler/lower.h for how the question is made.
 *
 *   pattern   what a path looks like for an atom to be true: text with wildcards
 *   atom      a fact: of the path (all patterns are matched by one walk over it), or a number
 *   node      ask an atom, go on to one of two nodes; the end is to keep or to drop the event
 *
 * The walk is a table of states made from the patterns when the agent starts: a step for each byte,
 * however many patterns there are. It is gone through twice for a text, from the start of the
 * patterns that are anchored there, which most texts leave after a few bytes, and from that of
 * those that begin with RT_ANY_TEXT: a state for each pair of both would make the table many times
 * as large. Only plain absolute paths are judged: one that is relative, or has ".", ".." or "//" in
 * it, or is long, or that opens a directory, is kept.
 *
 * The kernel side includes this header for the structures, and has its own walk (bpf/drop.h).
 */
#ifndef RULEC_FILTER_H
#define RULEC_FILTER_H

#include <stdbool.h>
#include <stdint.h>

/* Wildcards in patterns: bytes that no literal with a pattern has. */
#define RT_ANY_TEXT "\1" /* any bytes, none too */
#define RT_ANY_NAME "\2" /* the same without '/' */
#define RT_ANY_BYTE "\3"

#define RT_FILTER_PATH_ATOMS 255 /* atoms below are of the path */
#define RT_FILTER_UNCLEAN    255 /* the path is not plain */
#define RT_FILTER_MAX_PATH   256 /* with its NUL; a longer one is kept */
#define RT_FILTER_MAX_ROWS   16384
#define RT_FILTER_MAX_NODES  16384
#define RT_FILTER_MAX_STEPS  256 /* asked for one event; then it is kept */
#define RT_FILTER_KEEP       0xffff
#define RT_FILTER_DROP       0xfffe

struct rt_filter_pattern {
    uint16_t atom;
    uint16_t len;
    const char *text;
};

/* Facts that are numbers. */
enum rt_filter_fact {
    RT_FACT_SUCCESS,    /* the call succeeded */
    RT_FACT_FD,         /* fd.num: the result, or -1 */
    RT_FACT_RESULT,     /* the result */
    RT_FACT_FLAGS,      /* of an open: any bit of mask among the flags, Falco's */
    RT_FACT_MODE,       /* of an open: any bit of mask in the mode */
    RT_FACT_PARAM,      /* the parameter, a number */
    RT_FACT_PARAM_BITS, /* any bit of mask in the parameter */
    RT_FACT_FD_KIND     /* a bit of mask is that of the descriptor's kind: enum rt_filter_kind */
};

/* What a descriptor is of: as many bits of a mask. */
enum rt_filter_kind {
    RT_KIND_OTHER = 1, /* no socket */
    RT_KIND_INET = 2,
    RT_KIND_INET6 = 4,
    RT_KIND_UNIX = 8,
    RT_KIND_SOCKET = 16, /* a socket of another family */
    RT_KIND_ALL = 31
};

enum rt_filter_compare {
    RT_COMPARE_EQ,
    RT_COMPARE_LT,
    RT_COMPARE_LE,
    RT_COMPARE_GT,
    RT_COMPARE_GE
};

/* Number RT_FILTER_PATH_ATOMS + 1 and on. */
struct rt_filter_atom {
    uint8_t fact, compare;
    uint16_t param; /* of the event; on the kernel's side: of the system call. Of a kind: the one
                       with the descriptor's number, 0: the result */
    uint32_t mask;
    int64_t value;
};

struct rt_filter_node {
    uint16_t atom;
    uint16_t yes, no; /* nodes further on, or RT_FILTER_KEEP, RT_FILTER_DROP */
    uint16_t param;   /* of an atom of the path: the parameter with the text, 0: the name that is
                         opened; on the kernel's side: the argument of the system call */
};

/* What an open is of; other events are of the first. */
enum rt_filter_variant {
    RT_FILTER_ABSOLUTE = 0,
    RT_FILTER_RELATIVE = 1,  /* the name is relative to a directory that nobody knows */
    RT_FILTER_DIRECTORY = 2, /* with O_DIRECTORY; with the bit before, both */
    RT_FILTER_VARIANTS = 4
};

/* A state of the walk. */
struct rt_filter_row {
    uint64_t truth[4];  /* a bit for each path atom: true of the path that ends here */
    uint16_t next[256]; /* by the next byte: a row, and perhaps RT_FILTER_SETTLED */
};

/* Where the question of an open goes on if no pattern is true of the name: a table by its flavour
 * (0: open, 1: openat), variant, access mode (the two low bits of its flags) and success. */
#define PLAIN_STARTS (RT_FILTER_VARIANTS * 8)
#define PLAIN_START(flavour, variant, access, success)                                             \
    ((flavour)*PLAIN_STARTS + ((variant) & (RT_FILTER_VARIANTS - 1)) * 8 + (access)*2 + (success))

#define RT_FILTER_SETTLED 0x8000 /* whatever follows, the row stays the same */

struct rt_event;

/* What generated code hands over. */
struct rt_filter {
    const struct rt_filter_pattern *patterns;
    const struct rt_filter_atom *atoms;
    const struct rt_filter_node *nodes;
    uint32_t npatterns, natoms, nnodes;
    /* For an event number the first node; those not named are kept, or have no rule. nstarts of
     * them. Opens have one for each enum rt_filter_variant. */
    const struct rt_filter_start {
        uint16_t event, variant, node;
    } * starts;
    uint32_t nstarts;
    /* Event numbers that only make descriptors no rule can tell from unknown ones. */
    const uint16_t *unobserved;
    uint32_t nunobserved;
    /* Files that the filter drops stay unknown, and no rule can tell: their closing and doubling
     * need not be seen. */
    bool forgets_files;
    bool unseen_files; /* no rule can tell any file's descriptor from an unknown one */
    bool holds_files;  /* but for events before which it is told of those that they are about */
    bool unseen_directories;
    bool unseen_unix; /* nor any Unix socket's */
    /* Numbers of the system calls without an event of their own that some rule can hold on. */
    const uint16_t *generic_calls;
    uint32_t ngeneric_calls;
    /* What rulec had no room for: so many tests, which count as possible, and questions. */
    uint32_t nleft_out;
    bool full;
};

/* The table of the walk; patterns that made it too large are left out, their atoms count as
 * unknown, and events that need them are kept. */
struct rt_filter_walk {
    struct rt_filter_row *rows; /* nrows; those of anchored patterns start with the first */
    uint32_t nrows;
    uint32_t floating; /* the first row of the others */
    bool too_large;    /* nothing is filtered by path */
};

/* 0 or -ENOMEM. */
int rt_filter_walk_open(struct rt_filter_walk *walk, const struct rt_filter *filter);
void rt_filter_walk_close(struct rt_filter_walk *walk);

/* The first node for an event number, or RT_FILTER_KEEP. */
uint16_t rt_filter_start(const struct rt_filter *filter, uint32_t event,
                         enum rt_filter_variant variant);

/* Whether the kernel side would drop this event by what is in it. Directories that are opened
 * without O_DIRECTORY cannot be told from files here; the kernel can, and keeps them. */
bool rt_filter_drops(const struct rt_filter *filter, const struct rt_filter_walk *walk,
                     const struct rt_event *event);

#endif
