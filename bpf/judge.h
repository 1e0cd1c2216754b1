/* Judging a text: what patterns of the rules are true of it (runtime/filter.h). It is walked over
 * byte by byte; of short ones that were judged lately on this CPU the answer is kept, since the
 * same few files are opened over and over.
 */
#ifndef RULEC_BPF_JUDGE_H
#define RULEC_BPF_JUDGE_H

#include "file.h"
#include "filter.h"

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1); /* the loader says how many there are */
    __type(key, __u32);
    __type(value, struct rt_filter_row);
} filter_rows SEC(".maps");

/* Set by the loader: for each parameter of the call's event, where it comes from. */
const volatile struct param_source call_params[MAX_CALLS * MAX_FILTER_PARAMS];

static __always_inline struct param_source param_source(__u32 call, __u32 param)
{
    __u64 at = (call & (MAX_CALLS - 1)) * MAX_FILTER_PARAMS + (param & (MAX_FILTER_PARAMS - 1));

    /* Older verifiers do not follow the bounds through the sum. */
    KEEP_IN_REGISTER(at);
    at &= MAX_CALLS * MAX_FILTER_PARAMS - 1;
    return (struct param_source){.kind = call_params[at].kind,
                                 .argument = call_params[at].argument,
                                 .mask = call_params[at].mask};
}

#define BYTES_AT_ONCE 16

/* The first row of the patterns that are not anchored. */
const volatile __u32 filter_floating;

/* The row after the next bytes of s->path, up to its NUL. */
__noinline __u32 walk_bytes(struct scratch *s, __u32 at, __u32 from)
{
    __u32 state = from;

    if (!s)
        return ~0u;
    for (__u32 i = 0; i < BYTES_AT_ONCE; i++) {
        __u8 byte = s->path[(at + i) & (RT_FILTER_MAX_PATH - 1)];
        if (!byte)
            break;
        struct rt_filter_row *row = bpf_map_lookup_elem(&filter_rows, &state);
        if (!row)
            return ~0u;
        state = row->next[byte];
        if (state & RT_FILTER_SETTLED)
            break;
    }
    return state;
}

/* Goes from that row over the text of that size in s->path, and adds what is true at its end to
 * s->truth. */
__noinline int walk_text(struct scratch *s, __u32 size, __u32 from)
{
    __u32 state = from;

    if (!s)
        return 0;
    for (__u32 at = 0; at < RT_FILTER_MAX_PATH && at < size; at += BYTES_AT_ONCE) {
        state = walk_bytes(s, at, state);
        if (state & RT_FILTER_SETTLED)
            break;
    }
    state &= ~RT_FILTER_SETTLED;
    struct rt_filter_row *end = bpf_map_lookup_elem(&filter_rows, &state);
    if (!end)
        return 0;
    for (int i = 0; i < 4; i++)
        s->truth[i] |= end->truth[i];
    return 1;
}

/* Cleaning a path as the agent does (runtime/state/path.h): it is text work. The clean path is put
 * together where the event will be; where each component starts stands behind it. */
#define GIVEN_AT  8192
#define STARTS_AT (GIVEN_AT + 1024)

/* The next bytes of s->path. */
__noinline int clean_bytes(struct scratch *s, __u32 from)
{
    if (!s)
        return 0;
    for (__u32 i = 0; i < BYTES_AT_ONCE; i++) {
        __u8 byte = s->path[(from + i) & (RT_FILTER_MAX_PATH - 1)];
        if (byte && byte != '/') {
            if (s->clean.len++ == 0) {
                s->record[STARTS_AT + (s->clean.depth++ & (RT_FILTER_MAX_PATH - 1))] = s->clean.at;
                s->record[GIVEN_AT + (s->clean.at++ & (RT_FILTER_MAX_PATH - 1))] = '/';
            }
            s->record[GIVEN_AT + (s->clean.at++ & (RT_FILTER_MAX_PATH - 1))] = byte;
            s->clean.dots += byte == '.';
            continue;
        }
        if (s->clean.len > 0 && s->clean.len == s->clean.dots && s->clean.len <= 2) {
            __u32 up = s->clean.len;
            if (up > s->clean.depth)
                up = s->clean.depth;
            s->clean.depth -= up;
            s->clean.at = s->record[STARTS_AT + (s->clean.depth & (RT_FILTER_MAX_PATH - 1))];
        }
        s->clean.len = s->clean.dots = 0;
        if (!byte)
            return 0;
    }
    return 1;
}

/* Cleans the absolute path in s->path, of so many bytes with its NUL. Bytes of the result, with its
 * NUL. */
__noinline int clean_path(struct scratch *s, __u32 size)
{
    if (!s)
        return 0;
    s->clean.at = s->clean.depth = s->clean.len = s->clean.dots = 0;
    for (__u32 from = 0; from < RT_FILTER_MAX_PATH && from < size; from += BYTES_AT_ONCE) {
        if (!clean_bytes(s, from))
            break;
    }
    s->record[GIVEN_AT + (s->clean.at & (RT_FILTER_MAX_PATH - 1))] = 0;
    return bpf_probe_read_kernel_str(s->path, RT_FILTER_MAX_PATH, s->record + GIVEN_AT);
}

__noinline int walk_all(struct scratch *s, __u32 size)
{
    if (!s)
        return 0;
    for (int i = 0; i < 4; i++)
        s->truth[i] = 0;
    return walk_text(s, size, 0) && walk_text(s, size, filter_floating);
}

static __always_inline bool is_unclean(const struct scratch *s)
{
    return s->truth[RT_FILTER_UNCLEAN / 64] >> (RT_FILTER_UNCLEAN % 64) & 1;
}

static __always_inline __u64 *text_words(struct scratch *s)
{
    return (__u64 *)s->path;
}

/* Whether the text in s->path, of that size with its NUL and followed by zeros, was judged before:
 * s->truth is what was true of it then. Sets where it has its place. */
__noinline int recall_text(struct scratch *s, __u32 size)
{
    if (!s)
        return 0;
    const __u64 *words = text_words(s);
    __u64 hash = 0;
    for (__u32 i = 0; i < RECALLED_WORDS && i * 8 < size; i++)
        hash = (hash ^ words[i]) * 0x9e3779b97f4a7c15;
    __u32 place = hash >> 58 & (RECALLED_TEXTS - 1);
    s->recall_place = place;
    const struct recalled_text *known = &s->recalled[place];
    for (__u32 i = 0; i < RECALLED_WORDS; i++) {
        if (known->words[i] != words[i])
            return 0;
        if (i * 8 + 8 >= size)
            break;
    }
    for (int i = 0; i < 4; i++)
        s->truth[i] = known->truth[i];
    return 1;
}

__noinline int remember_text(struct scratch *s)
{
    if (!s)
        return 0;
    struct recalled_text *known = &s->recalled[s->recall_place & (RECALLED_TEXTS - 1)];
    const __u64 *words = text_words(s);
    for (int i = 0; i < RECALLED_WORDS; i++)
        known->words[i] = words[i];
    for (int i = 0; i < 4; i++)
        known->truth[i] = s->truth[i];
    return 0;
}

/* Reads a text in user memory into s->path; zeros follow it as far as recall_text looks. Bytes with
 * its NUL, or a negative errno. */
static __always_inline long read_text(struct scratch *s, __u64 address)
{
    __u64 *words = text_words(s);

    for (int i = 0; i < RECALLED_WORDS; i++)
        words[i] = 0;
    return bpf_probe_read_user_str(s->path, RT_FILTER_MAX_PATH, (const void *)address);
}

/* Judges the text that is the parameter: what is true of it is in s->truth then. False: it is not
 * judged. */
__noinline int judge_text(struct scratch *s, __u32 param)
{
    if (!s)
        return 0;
    struct param_source source = param_source(s->call, param);
    if (source.kind != PARAM_TEXT)
        return 0;
    bool composed = s->composed && param == 0;
    long size = s->name_size;
    if (composed)
        size = bpf_probe_read_kernel_str(s->path, RT_FILTER_MAX_PATH, s->record + GIVEN_AT);
    else if (param != 0 || size == 0)
        size = read_text(s, argument(s, source.argument));
    if (composed || param != 0)
        s->name_size = 0;
    if (size <= 1 || size >= RT_FILTER_MAX_PATH)
        return 0;
    bool short_enough = !composed && size <= RECALLED_WORDS * 8;
    if (!short_enough || !recall_text(s, size)) {
        if (!walk_all(s, size))
            return 0;
        if (is_unclean(s) && param == 0 && s->path[0] == '/') {
            s->name_size = 0;
            size = clean_path(s, size);
            if (size <= 1 || size >= RT_FILTER_MAX_PATH || !walk_all(s, size))
                return 0;
        } else if (short_enough) {
            remember_text(s);
        }
    }
    s->judged = param + 1;
    return !is_unclean(s);
}

#endif
