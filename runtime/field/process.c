/* Texts about one process. See process.h. */
#include "process.h"

#define CLONE_IS_MAIN_THREAD (1u << 30) /* Falco's mark in clone flags */

bool rt_thread_is_main(const struct rt_thread *thread)
{
    return thread->tid == thread->pid || (thread->clone_flags & CLONE_IS_MAIN_THREAD);
}

struct rt_str rt_strings(struct rt_str list)
{
    if (list.len > 0 && list.data[list.len - 1] == 0)
        list.len--;
    if (list.len == 0)
        list.data = NULL; /* no strings, rather than an empty one */
    return list;
}

bool rt_strings_next(struct rt_str *left, struct rt_str *string)
{
    if (!left->data)
        return false;

    const char *end = memchr(left->data, 0, left->len);
    string->data = left->data;
    if (!end) {
        string->len = left->len;
        left->data = NULL;
    } else {
        string->len = (uint32_t)(end - left->data);
        left->data += string->len + 1;
        left->len -= string->len + 1;
    }
    return true;
}

static void add_strings(struct rt_builder *builder, struct rt_str list, bool space_before)
{
    struct rt_str left = rt_strings(list), string;

    while (rt_strings_next(&left, &string)) {
        if (space_before)
            rt_build_char(builder, ' ');
        rt_build_add(builder, string.data, string.len);
        space_before = true;
    }
}

void rt_process_args(struct rt_builder *builder, const struct rt_thread *thread)
{
    add_strings(builder, thread->args, false);
}

void rt_process_cmdline(struct rt_builder *builder, const struct rt_thread *thread)
{
    rt_build_cstr(builder, thread->comm);
    add_strings(builder, thread->args, true);
}

static struct rt_str environment(const struct rt_state *state, const struct rt_thread *thread)
{
    const struct rt_thread *leader =
        rt_thread_is_main(thread) ? thread : rt_state_main_thread(state, thread);

    return leader ? leader->env : thread->env;
}

void rt_process_env(struct rt_builder *builder, const struct rt_state *state,
                    const struct rt_thread *thread)
{
    add_strings(builder, environment(state, thread), false);
}

struct rt_str rt_process_env_value(const struct rt_state *state, const struct rt_thread *thread,
                                   const char *name)
{
    struct rt_str left = rt_strings(environment(state, thread)), string;
    uint32_t len = (uint32_t)strlen(name);

    while (rt_strings_next(&left, &string)) {
        if (string.len <= len + 1 || string.data[len] != '=' || memcmp(string.data, name, len) != 0)
            continue;
        string.data += len + 1;
        string.len -= len + 1;
        while (string.len > 0 && string.data[0] == ' ') {
            string.data++;
            string.len--;
        }
        while (string.len > 0 && string.data[string.len - 1] == ' ')
            string.len--;
        return string;
    }
    return (struct rt_str){"", 0};
}
