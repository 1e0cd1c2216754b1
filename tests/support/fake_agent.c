/* A runtime for generated programs under test: extractors that draw values, and rules that fire
 * into an array. Linked with a generated agent.c, program.c and match/ into a shared object. */
#include "fake_values.h"
#include "program.h"

#define MOST_RULES 4096

uint8_t rct_fired[MOST_RULES];

static void extract(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    struct rt_value *values = rt_scratch_alloc(eval, RCT_FAKE_MOST * sizeof *values);

    if (!values)
        abort();
    out->n = rct_fake_value(eval->event->number, eval->event->type, ref, values);
    out->v = values;
}

#define EXTRACTOR(name)                                                                            \
    void rt_extract_##name(struct rt_eval *eval, const struct rt_field_ref *ref,                   \
                           struct rt_values *out)                                                  \
    {                                                                                              \
        extract(eval, ref, out);                                                                   \
    }
EXTRACTOR(event)
EXTRACTOR(gen_event)
EXTRACTOR(fd)
EXTRACTOR(fdlist)
EXTRACTOR(fspath)
EXTRACTOR(thread)
EXTRACTOR(user)
EXTRACTOR(group)
EXTRACTOR(container)
EXTRACTOR(utils)

void rt_transform(struct rt_eval *eval, const struct rt_value_def *def, struct rt_values *out)
{
    *out = *rt_value(eval, def->inputs[0]);
}

void rt_fire(struct rt_eval *eval, uint32_t rule)
{
    (void)eval;
    if (rule < MOST_RULES)
        rct_fired[rule]++;
}

/* Runs the program on one event; rct_fired tells what fired. 0, or -1 without memory. */
int rct_run(uint64_t number, uint16_t type);

int rct_run(uint64_t number, uint16_t type)
{
    const struct rt_event event = {.number = number, .type = type, .info = &cat_events[type]};
    struct rt_eval eval;

    memset(rct_fired, 0, sizeof rct_fired);
    if (rt_eval_open(&eval, &rulec_program, NULL, 65536) != 0)
        return -1;
    eval.event = &event;
    /* Whether there is an fd is nobody's business but that of `fd.ip exists`. */
    eval.fd = number % 2 ? (struct rt_fd *)&eval : NULL;
    if (rulec_program.handlers[type])
        rulec_program.handlers[type](&eval);
    rt_eval_close(&eval);
    return 0;
}
