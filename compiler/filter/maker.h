/* What the parts of the lowering share: the filter in the making, and what is asked at the moment.
 */
#ifndef RULEC_FILTER_MAKER_H
#define RULEC_FILTER_MAKER_H

#include "filter/filter.h"
#include "filter/filter_path.h"
#include "filter/low.h"

/* Who is asked about. */
enum rc_view {
    RC_VIEW_OPEN,    /* an open event itself */
    RC_VIEW_EVENT,   /* another event itself, by its parameters and result */
    RC_VIEW_KIND,    /* a later event, whose descriptor is one of that kind */
    RC_VIEW_MISSING, /* a later event, whose descriptor is not known */
    RC_VIEW_CALL     /* the generic event of a system call */
};

/* Kinds of descriptors that can stay unknown: their letter, the name of their type, and the events
 * that make nothing else. */
struct rc_fd_kind {
    const char *letter, *type;
    uint16_t events[2];
};

enum { RC_KIND_FILE, RC_KIND_DIRECTORY, RC_KIND_UNIX, RC_KIND_OTHERS };

extern const struct rc_fd_kind rc_fd_kinds[]; /* rc_fd_kind_count of them; files come first */
extern const uint32_t rc_fd_kind_count;

struct rc_filter_maker {
    const struct rc_plan *plan;
    struct rc_filter *filter;
    struct rc_low_space space;
    uint32_t *path_atom;     /* by test number: atom plus 1 */
    uint32_t *relative_atom; /* the same of names relative to an unknown directory */
    uint32_t npath_atoms;
    bool full;      /* there are more nodes than fit */
    bool *left_out; /* by test number: there was no room for its fact */
    bool crowded;   /* set by the test in hand: likewise */
    /* What is asked at the moment: */
    enum rc_view view;
    uint32_t event;
    const struct rc_fd_kind *kind;
    const char *call; /* RC_VIEW_CALL: its name */
    bool reads_fd;    /* the event has a descriptor that it uses */
    bool relative;    /* RC_VIEW_OPEN: the name is relative to an unknown directory */
    bool directory;   /* RC_VIEW_OPEN: with O_DIRECTORY */
    uint32_t param;   /* of the event, where the text is that the test in hand is about; 0: the
                         name of the file that is opened */
    bool
        inexact; /* set by the test in hand: what it returned is possible, not certain, when true */
};

/* What is known of a test in the view; an rc_low_test_fn over a maker: facts.c. */
rc_low_test_fn rc_filter_test;

/* An empty filter in the making, in the plan's arena. */
void rc_filter_maker_open(struct rc_filter_maker *m, const struct rc_plan *plan);

/* Whether a test below the node remembers when it was asked last: then it is to be asked of every
 * event of its kind. */
bool rc_filter_remembers(const struct rc_node *node);

/* Makes the atom that is always there: whether the call succeeded. */
void rc_filter_first_atom(struct rc_filter_maker *m);

/* The same for what a later event shows of a descriptor: observe.c. */
const struct rc_low *rc_filter_kind_test(struct rc_filter_maker *m, const struct rc_test *test);
const struct rc_low *rc_filter_missing_test(struct rc_filter_maker *m, const struct rc_test *test);

/* Can any rule hold on a later event whose descriptor is of the kind (NULL: is not known)? untold:
 * events before which the kernel side tells of their descriptors do not count. */
const struct rc_low *rc_filter_later(struct rc_filter_maker *m, const struct rc_fd_kind *kind,
                                     bool untold);

/* What the kind of the descriptor that the event is about leaves of a test: descriptor.c. */
const struct rc_low *rc_filter_descriptor_test(struct rc_filter_maker *m,
                                               const struct rc_test *test);

/* An atom that is a number; NULL: there is no room. */
const struct rc_low *rc_filter_number_atom(struct rc_filter_maker *m, struct rt_filter_atom atom);

/* The path of the test's value against its literals; part says which part of the path it is. */
const struct rc_low *rc_filter_path(struct rc_filter_maker *m, const struct rc_test *test,
                                    enum rc_path_part part);

/* A test of a value that is `text`; NULL: not decided here. */
const struct rc_low *rc_filter_text_is(const struct rc_test *test, const char *text);

/* Whether one of the literals is `text`. */
bool rc_filter_among(const struct rc_test *test, const char *text);

#endif
