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

/* A record without answers, for one event. */
static struct rt_kept *fresh(uint32_t nwords)
{
    return calloc(1, sizeof(struct rt_kept) + ((size_t)nwords + 1) * 2 * sizeof(uint64_t));
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
        .fresh_thread = fresh(program->thread_words),
        .fresh_fd = fresh(program->fd_words),
        .scratch = {.base = malloc(scratch_size + 8), .size = scratch_size},
    };
    if (!eval->values || !eval->singles || !eval->values_known || !eval->tests_known ||
        !eval->tests_true || !eval->dirty || !eval->hits || !eval->table_hits || !eval->memories ||
        !eval->asked || !eval->asked_words || !eval->fresh_thread || !eval->fresh_fd ||
        !eval->scratch.base) {
        rt_eval_close(eval);
        return -ENOMEM;
    }
    eval->kept_thread = eval->fresh_thread;
    eval->kept_fd = eval->fresh_fd;
    for (uint32_t i = 0; i < program->nvalues; i++) {
        const struct rt_value_def *def = &program->values[i];

        if (def->extract && cat_fields[def->ref.field].cls == CAT_CLASS_CONTAINER)
            eval->containers = true;
    }
    return 0;
}

bool rt_program_asks(const struct rt_program *program, enum cat_field_id field)
{
    for (uint32_t i = 0; i < program->nvalues; i++) {
        if (program->values[i].extract && program->values[i].ref.field == field)
            return true;
    }
    return false;
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
    eval->fresh_thread->pending = 0;
    if (eval->kept_thread == eval->fresh_thread)
        memset(eval->fresh_thread->known_true, 0, program->thread_words * 2 * sizeof(uint64_t));
    if (eval->kept_fd == eval->fresh_fd)
        memset(eval->fresh_fd->known_true, 0, program->fd_words * 2 * sizeof(uint64_t));
    eval->kept_thread = eval->fresh_thread;
    eval->kept_fd = eval->fresh_fd;
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
    free(eval->fresh_thread);
    free(eval->fresh_fd);
    free(eval->scratch.base);
    *eval = (struct rt_eval){0};
}

static void give_other(struct rt_eval *eval, const struct rt_value_def *def, struct rt_values *out)
{
    if (def->is_constant) {
        *out = (struct rt_values){.v = &def->constant, .n = 1, .type = def->type};
        return;
    }
    for (uint32_t i = 0; i < def->ninputs; i++)
        rt_value(eval, def->inputs[i]);
    rt_transform(eval, def, out);
}

const struct rt_values *rt_value_extract(struct rt_eval *eval, uint32_t slot)
{
    const struct rt_value_def *def = &eval->program->values[slot];
    struct rt_values *out = &eval->values[slot];

    eval->values_known[slot / 64] |= UINT64_C(1) << (slot % 64);
    *out = (struct rt_values){.v = &eval->singles[slot], .type = def->type};
    if (def->extract)
        def->extract(eval, &def->ref, out);
    else
        give_other(eval, def, out);
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

static void note(struct rt_kept *kept, uint32_t bit, bool holds)
{
    uint64_t *word = &kept->known_true[bit / 64 * 2];
    const uint64_t mask = UINT64_C(1) << (bit % 64);

    word[0] |= mask;
    word[1] = holds ? word[1] | mask : word[1] & ~mask;
}

/* With check: the answer is worked out for this event alone, and kept beside it as if it were not.
 */
static void compare(struct rt_eval *eval, struct rt_kept *kept, uint32_t bit, bool holds)
{
    const uint64_t *word = &kept->known_true[bit / 64 * 2];

    if (word[0] >> (bit % 64) & 1) {
        eval->kept.ncompared++;
        eval->kept.stale += (word[1] >> (bit % 64) & 1) != holds;
    }
    note(kept, bit, holds);
}

/* What was answered while a container is being looked up is asked again, so that it is known each
 * time that somebody asks; but where nobody waits for the container, it is enough to know that some
 * answer was such. */
bool rt_kept_thread_anew(struct rt_eval *eval, uint32_t bit, bool (*anew)(struct rt_eval *eval))
{
    const bool holds = anew(eval);

    if (eval->asked_pending && !eval->kept.keeps_pending)
        return holds;
    eval->kept_thread->pending |= eval->asked_pending;
    note(eval->kept_thread, bit, holds);
    if (eval->kept.check && eval->kept.checked_thread)
        compare(eval, eval->kept.checked_thread, bit, holds);
    return holds;
}

bool rt_kept_fd_anew(struct rt_eval *eval, uint32_t bit, bool (*anew)(struct rt_eval *eval))
{
    const bool holds = anew(eval);

    note(eval->kept_fd, bit, holds);
    if (eval->kept.check && eval->kept.checked_fd)
        compare(eval, eval->kept.checked_fd, bit, holds);
    return holds;
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
