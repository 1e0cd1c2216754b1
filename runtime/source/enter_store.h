/* The last enter event of each thread, kept until the thread's exit event asks for it. Only old
 * captures need it. */
#ifndef RULEC_ENTER_STORE_H
#define RULEC_ENTER_STORE_H

#include "../event.h"

#define ENTER_MAX_PARAMS 8 /* no enter event in convert.def has more */

struct enter_event {
    int64_t tid;
    uint16_t type;
    uint8_t nparams;
    bool taken; /* the slot belongs to tid */
    bool live;  /* an event is stored and was not used yet */
    uint32_t lengths[ENTER_MAX_PARAMS];
    uint8_t *data;     /* the parameters' bytes, one behind the other; owned */
    uint32_t capacity; /* bytes at data */
};

struct enter_store {
    struct enter_event *slots; /* size slots, open addressing by tid */
    uint32_t size, used;
    uint64_t bytes; /* of all capacities together */
};

/* 0 or -ENOMEM. */
int enter_store_open(struct enter_store *store);
void enter_store_close(struct enter_store *store);
void enter_store_clear(struct enter_store *store);

/* Keeps a copy of the event in the place of what the thread had. The store is bounded: with 100,000
 * threads, or 256 MiB, it forgets everything and starts over; exits whose enter is gone then have
 * defaults, as if the recorder had dropped it. Out of memory the event is not kept. */
void enter_store_put(struct enter_store *store, const struct rt_event *event);

/* The live event of that thread, or NULL. Good until the next put. */
struct enter_event *enter_store_find(const struct enter_store *store, int64_t tid);

#endif
