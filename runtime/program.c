/* Evaluation: value slots, the scratch space, and what one event leaves for the next. See
 * program.h. */
#include "program.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static uint32_t words(uint32_t bits)
{
    return (bits + 63) / 64;
}

int rt_eval_open(struct rt_eval *eval, const struct rt_program *program, struct rt_engine *engine,
                 uint32_t scratch_size)
{
    /* One spare element each, so that a program without values or tests needs no special case. */
    *eval = (struct rt_eval){
        .program = program,
        .engine = engine,
        .fd_number = -1,
        .values = calloc(program->nvalues + 1, sizeof *eval->values),
        .singles = calloc(program->nvalues + 1, sizeof *eval->singles),
        .values_known = calloc(words(program->nvalues) + 1, sizeof *eval->values_known),
        .tests_known = calloc(words(program->ntests) + 1, sizeof *eval->tests_known),
        .tests_true = calloc(words(program->ntests) + 1, sizeof *eval->tests_true),
        .dirty = calloc(words(program->ntests) + 1, sizeof *eval->dirty),
        .hits = calloc(program->ntests + 1, sizeof *eval->hits),
        .table_hits = calloc(program->ntables + 1, sizeof *eval->table_hits),
        .memories = calloc(program->nmemories + 1, sizeof *eval->memories),
        .asked = calloc(words(program->most_steps) + 1, sizeof *eval->asked),
        .asked_words = calloc(words(words(program->most_steps)) + 1, sizeof *eval->asked_words),
        .scratch = {.base = malloc(scratch_size + 8), .size = scratch_size},
    };
    if (!eval->values || !eval->singles || !eval->values_known || !eval->tests_known ||
        !eval->tests_true || !eval->dirty || !eval->hits || !eval->table_hits || !eval->memories ||
        !eval->asked || !eval->asked_words || !eval->scratch.base) {
        rt_eval_close(eval);
        return -ENOMEM;
    }
    for (uint32_t i = 0; i < program->nvalues; i++) {
        const struct rt_value_def *def = &program->values[i];

        if (def->extract && cat_fields[def->ref.field].cls == CAT_CLASS_CONTAINER)
            eval->containers = true;
    }
    return 0;
}

void rt_eval_reset(struct rt_eval *eval)
{
    const struct rt_program *program = eval->program;

    /* Of tests_true only what look-ups found is cleared: any other bit of it counts only once its
     * bit in tests_known is set, and whoever sets that writes both. */
    memset(eval->values_known, 0, words(program->nvalues) * sizeof *eval->values_known);
    for (uint32_t i = 0; i < eval->ndirty; i++)
        eval->tests_known[eval->dirty[i]] = 0;
    for (uint32_t i = 0; i < eval->nhits; i++)
        eval->tests_true[eval->hits[i] / 64] &= ~(UINT64_C(1) << (eval->hits[i] % 64));
    eval->ndirty = 0;
    eval->nhits = 0;
    eval->asked_pending = false;
    eval->scratch.used = 0;
    eval->stop = false;
}

void rt_eval_close(struct rt_eval *eval)
{
    free(eval->values);
    free(eval->singles);
    free(eval->values_known);
    free(eval->tests_known);
    free(eval->tests_true);
    free(eval->dirty);
    free(eval->hits);
    free(eval->table_hits);
    free(eval->memories);
    free(eval->asked);
    free(eval->asked_words);
    free(eval->scratch.base);
    *eval = (struct rt_eval){0};
}

const struct rt_values *rt_value_extract(struct rt_eval *eval, uint32_t slot)
{
    const struct rt_value_def *def = &eval->program->values[slot];
    struct rt_values *out = &eval->values[slot];

    *out = (struct rt_values){.v = &eval->singles[slot], .type = def->type};
    if (def->is_constant) {
        *out = (struct rt_values){.v = &def->constant, .n = 1, .type = def->type};
    } else if (def->extract) {
        def->extract(eval, &def->ref, out);
    } else {
        for (uint32_t i = 0; i < def->ninputs; i++)
            rt_value(eval, def->inputs[i]);
        rt_transform(eval, def, out);
    }
    eval->values_known[slot / 64] |= UINT64_C(1) << (slot % 64);
    return out;
}

const struct rt_values *rt_value_since(struct rt_eval *eval, uint32_t slot, uint32_t memory)
{
    const struct rt_values *values;

    eval->memory = memory;
    values = rt_value(eval, slot);
    eval->memory = 0;
    return values;
}

void *rt_scratch_alloc(struct rt_eval *eval, uint32_t size)
{
    struct rt_scratch *scratch = &eval->scratch;
    uint32_t start = (scratch->used + 7) & ~UINT32_C(7);

    if (start > scratch->size || size > scratch->size - start) {
        scratch->overflows++;
        return NULL;
    }
    scratch->used = start + size;
    return scratch->base + start;
}
