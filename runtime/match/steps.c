/* Rules behind gates. See steps.h. */
#include "steps.h"

/* A bit for each step that is to be asked, and one for each word of those. */
static inline void mark(struct rt_eval *eval, uint32_t step)
{
    eval->asked[step / 64] |= UINT64_C(1) << (step % 64);
    eval->asked_words[step / 4096] |= UINT64_C(1) << (step / 64 % 64);
}

static void open_gates(struct rt_eval *eval, const struct rt_steps *steps,
                       const struct rt_group *group, const struct rt_table *table)
{
    const struct rt_table_hits *hits = &eval->table_hits[table->number];

    if (!(eval->tests_known[table->known / 64] >> (table->known % 64) & 1))
        rt_table_look_up(eval, table);
    for (uint32_t i = 0; i < hits->n; i++) {
        const uint32_t test = eval->hits[hits->first + i];
        const struct rt_watch *watch = steps->watches + steps->first_watch[test];
        const struct rt_watch *const end = steps->watches + steps->first_watch[test + 1];

        for (; watch < end; watch++) {
            if (watch->group == group->number)
                mark(eval, watch->step);
        }
    }
}

/* Asks the marked steps of one word in turn; the marks go on the way, even after a stop. */
static void ask(struct rt_eval *eval, const struct rt_steps *steps, uint32_t word)
{
    uint64_t left = eval->asked[word];

    eval->asked[word] = 0;
    for (; left != 0 && !eval->stop; left &= left - 1) {
        const uint32_t step = word * 64 + (uint32_t)__builtin_ctzll(left);

        if (steps->bodies[step](eval))
            rt_fire(eval, steps->rules[step]);
    }
}

void rt_steps_run(struct rt_eval *eval, const struct rt_steps *steps)
{
    for (uint32_t i = 0; i < steps->nalways; i++)
        mark(eval, steps->always[i]);
    for (uint32_t i = 0; i < steps->ngroups; i++) {
        const struct rt_group *group = &steps->groups[i];

        if (group->guard && !group->guard(eval))
            continue;
        for (uint32_t k = 0; k < group->ntables; k++)
            open_gates(eval, steps, group, group->tables[k]);
    }
    for (uint32_t i = 0; i <= steps->nsteps / 4096; i++) {
        uint64_t words = eval->asked_words[i];

        eval->asked_words[i] = 0;
        for (; words != 0; words &= words - 1)
            ask(eval, steps, i * 64 + (uint32_t)__builtin_ctzll(words));
    }
}
