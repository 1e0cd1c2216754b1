/* Writes a .scap capture: sections of the current format that Falco, Stratoshark and tshark open.
 */
#ifndef RULEC_RUNTIME_WRITER_H
#define RULEC_RUNTIME_WRITER_H

#include "../event.h"

struct rt_state;
struct rt_writer;

/* Creates path (gzip if it ends in .gz, else plain), writes the section header and the state as it
 * stands: machine, users, threads and their fds. 0 and *out, or negative errno. */
int rt_writer_open(struct rt_writer **out, const char *path, const struct rt_state *start);

/* Begins another section, with the state as it stands then. 0 or negative errno. */
int rt_writer_section(struct rt_writer *writer, const struct rt_state *start);

/* Writes one event, encoded as event.h says (len bytes at data, header included). 0 or negative
 * errno; after an error the writer drops what follows. */
int rt_writer_event(struct rt_writer *writer, uint16_t cpu, uint32_t flags, const uint8_t *data,
                    uint32_t len);

/* Encodes an event: header, lengths, parameters. Returns its length, or -ENOSPC. params[i].data
 * NULL is an empty one. */
int rt_event_encode(uint8_t *out, uint32_t size, uint64_t time_ns, int64_t tid, uint16_t type,
                    const struct rt_param *params, uint32_t nparams);

/* Flushes and closes; the first error seen, or 0. NULL is allowed. */
int rt_writer_close(struct rt_writer *writer);

#endif
