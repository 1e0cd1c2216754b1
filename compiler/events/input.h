/* Where lines come from: a file, standard input, or the journal by way of journalctl. */
#ifndef RULEC_EVENTS_INPUT_H
#define RULEC_EVENTS_INPUT_H

#include "events/store.h"

#include <sys/types.h>

struct rc_input {
    int fd;       /* to be polled; -1: nothing more comes */
    pid_t child;  /* journalctl; 0: none */
    bool is_file; /* a regular file, which is always ready */
    bool follow;  /* its end is not the end */
    char *buffer; /* used bytes of a line whose end is still to come */
    size_t used;
    bool too_long; /* in a line that did not fit */
};

/* name: a file, - for standard input, or "journal". 0, or negative errno. */
int rc_input_open(struct rc_input *input, const char *name, bool follow);

/* Reads once, and gives whole lines to the store. Returns bytes read; 0 if there are none now (fd
 * is -1 then if none will come); or negative errno. */
ssize_t rc_input_read(struct rc_input *input, struct rc_store *store);

/* Stops journalctl. 0, or its exit status if it failed by itself: 127: there is none. */
int rc_input_close(struct rc_input *input);

#endif
