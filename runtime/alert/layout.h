/* The keys of each rule's output_fields, worked out once: Falco gives the fields that the output
 * names (of a transformer its inputs), the time field of the line's prefix, the extra fields and
 * what the rules were built to append, each once, in the order of bytes. Private to alert/ and the
 * engine.
 */
#ifndef RULEC_ALERT_LAYOUT_H
#define RULEC_ALERT_LAYOUT_H

#include "../program.h"

struct rt_options;

/* A property: a field, with its slot in the program or, where no rule reads it, one to itself; or a
 * text. */
struct rt_alert_field {
    const char *name;
    const struct rt_value_def *def;      /* NULL: a text */
    uint32_t slot;                       /* RT_ALERT_NO_SLOT: the program has none */
    const struct rt_output_extra *extra; /* that it comes from; NULL: none */
};

#define RT_ALERT_NO_SLOT UINT32_MAX

struct rt_alert_layout {
    struct rt_alert_field time; /* evt.time, or evt.time.iso8601 */
    struct rt_value_def *own;   /* definitions that the program does not have */
    uint32_t nown;
    struct rt_alert_field *fields; /* those of rule i: from first[i] to first[i + 1] */
    uint32_t *first;               /* program->nrules + 1 */
};

/* 0; -ENOMEM; or -EINVAL with a message in error: there is no such extra field. */
int rt_alert_layout_open(struct rt_alert_layout *layout, const struct rt_program *program,
                         const struct rt_options *options, char *error, size_t error_size);

/* A layout of zeros is allowed. */
void rt_alert_layout_close(struct rt_alert_layout *layout);

/* The values of a field on the event under evaluation. out and single are space for one that is not
 * the program's. */
const struct rt_values *rt_alert_field_values(struct rt_eval *eval,
                                              const struct rt_alert_field *field,
                                              struct rt_values *out, struct rt_value *single);

#endif
