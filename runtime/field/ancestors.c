/* The line of parents of a thread. See ancestors.h. */
#include "ancestors.h"

#include "build.h"
#include "process.h"

#define MOST_CANDIDATES 256 /* ancestors that a condition looks at */

/* A field of an output looks this far for an environment variable. Source: Falco. */
#define MOST_ENV_LEVELS 20

const struct rt_thread *rt_ancestor(const struct rt_eval *eval, uint32_t n)
{
    const struct rt_state *state = eval->engine->state;

    return n == 0 ? rt_state_main_thread(state, eval->thread)
                  : rt_state_ancestor(state, eval->thread, n);
}

const struct rt_thread *rt_lineage_begin(struct rt_lineage *walk, const struct rt_state *state,
                                         const struct rt_thread *thread)
{
    walk->state = state;
    walk->at = rt_state_parent(state, thread);
    walk->ahead = walk->at ? rt_state_parent(state, walk->at) : NULL;
    return walk->at;
}

const struct rt_thread *rt_lineage_next(struct rt_lineage *walk)
{
    walk->at = rt_state_parent(walk->state, walk->at);
    if (!walk->at)
        return NULL;
    for (int i = 0; i < 2; i++) {
        walk->ahead = walk->ahead ? rt_state_parent(walk->state, walk->ahead) : NULL;
        if (walk->at == walk->ahead || walk->at->tid == walk->at->ptid)
            return walk->at = NULL;
    }
    return walk->at;
}

/* One ancestor's text; false: it has to be built. */
static bool borrowed(enum cat_field_id field, const struct rt_thread *thread, struct rt_str *text)
{
    switch ((int)field) {
    case FIELD_PROC_ANAME:
        *text = (struct rt_str){thread->comm, (uint32_t)strlen(thread->comm)};
        return true;
    case FIELD_PROC_AEXE:
        *text = thread->exe;
        return true;
    case FIELD_PROC_AEXEPATH:
        *text = thread->exepath;
        return true;
    default:
        return false;
    }
}

static void build(struct rt_builder *builder, enum cat_field_id field,
                  const struct rt_thread *thread)
{
    struct rt_str text;

    if (borrowed(field, thread, &text))
        rt_build_add(builder, text.data, text.len);
    else if (field == FIELD_PROC_ACMDLINE)
        rt_process_cmdline(builder, thread);
    else if (field == FIELD_PROC_AARGS)
        rt_process_args(builder, thread);
    else
        rt_process_env(builder, builder->eval->engine->state, thread);
}

static void give_one(struct rt_eval *eval, enum cat_field_id field, const struct rt_thread *thread,
                     struct rt_values *out)
{
    struct rt_builder builder;
    struct rt_str text;

    if (field == FIELD_PROC_APID) {
        if (thread->pid >= -1 && thread->pid <= UINT32_MAX)
            rt_give_i64(out, thread->pid);
    } else if (borrowed(field, thread, &text)) {
        rt_give_str(out, text);
    } else {
        rt_build_begin(&builder, eval);
        build(&builder, field, thread);
        rt_build_give(&builder, out);
    }
}

static void give_candidates(struct rt_eval *eval, enum cat_field_id field,
                            const struct rt_thread *leader, struct rt_values *out)
{
    struct rt_lineage walk;
    const struct rt_thread *thread;
    uint32_t n = 0;

    for (thread = rt_lineage_begin(&walk, eval->engine->state, leader);
         thread && n < MOST_CANDIDATES; thread = rt_lineage_next(&walk))
        n++;
    struct rt_value *list = rt_give_list(eval, out, n);
    if (!list)
        return;
    thread = rt_lineage_begin(&walk, eval->engine->state, leader);
    for (uint32_t i = 0; i < n && thread; i++, thread = rt_lineage_next(&walk)) {
        struct rt_values one = {.v = &list[i]};

        give_one(eval, field, thread, &one);
        if (one.n == 0)
            rt_give_text(&one, "", 0); /* no room for its text */
    }
    out->n = n;
}

/* "bash sshd systemd"; nothing of no ancestors. */
static void give_joined(struct rt_eval *eval, enum cat_field_id field,
                        const struct rt_thread *leader, struct rt_values *out)
{
    struct rt_lineage walk;
    struct rt_builder builder;

    rt_build_begin(&builder, eval);
    for (const struct rt_thread *thread = rt_lineage_begin(&walk, eval->engine->state, leader);
         thread; thread = rt_lineage_next(&walk)) {
        if (builder.len > 0)
            rt_build_char(&builder, ' ');
        build(&builder, field, thread);
    }
    if (builder.len > 0)
        rt_build_give(&builder, out);
}

/* proc.aenv[NAME]: of the nearest ancestor that has it. Without an argument, and of ancestor 0, an
 * output shows the own environment. */
static void give_env(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_state *state = eval->engine->state;
    const struct rt_thread *thread = eval->thread;
    struct rt_str value = {"", 0};

    if (ref->arg_kind == RT_ARG_NONE || (ref->arg_kind == RT_ARG_INDEX && ref->index == 0)) {
        give_one(eval, ref->field, thread, out);
        return;
    }
    if (!rt_thread_is_main(thread))
        thread = rt_state_main_thread(state, thread);
    if (ref->arg_kind == RT_ARG_KEY) {
        for (int level = 0; thread && value.len == 0 && level < MOST_ENV_LEVELS; level++) {
            thread = rt_state_parent(state, thread);
            if (thread)
                value = rt_process_env_value(state, thread, ref->key);
        }
        rt_give_str(out, value);
        return;
    }
    if (!thread) {
        rt_give_str(out, value);
        return;
    }
    for (uint32_t i = 0; thread && i < ref->index && i < MOST_CANDIDATES; i++)
        thread = rt_state_parent(state, thread);
    if (thread)
        give_one(eval, ref->field, thread, out);
}

void rt_extract_ancestor(struct rt_eval *eval, const struct rt_field_ref *ref,
                         struct rt_values *out)
{
    const struct rt_thread *leader;

    if (ref->candidates) {
        leader = rt_state_main_thread(eval->engine->state, eval->thread);
        if (leader)
            give_candidates(eval, ref->field, leader, out);
    } else if (ref->field == FIELD_PROC_AENV) {
        give_env(eval, ref, out);
    } else if (ref->arg_kind == RT_ARG_INDEX || ref->field == FIELD_PROC_APID) {
        leader = rt_ancestor(eval, ref->arg_kind == RT_ARG_INDEX ? ref->index : 0);
        if (leader)
            give_one(eval, ref->field, leader, out);
    } else {
        leader = rt_state_main_thread(eval->engine->state, eval->thread);
        if (leader)
            give_joined(eval, ref->field, leader, out);
    }
}
