/* The question that rulec made from the rules: can any of them hold on this call? It is asked with
 * the arguments in hand; what is not in hand was taken as possible when the question was made
 * (runtime/filter.h). Whatever cannot be looked at here (memory that is not there, a text that is
 * too long or not plain) makes the answer yes.
 */
#ifndef RULEC_BPF_ASK_H
#define RULEC_BPF_ASK_H

#include "judge.h"
#include "socket.h"

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1); /* the loader says how many there are; the next too */
    __type(key, __u32);
    __type(value, struct rt_filter_node);
} filter_nodes SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, struct rt_filter_atom);
} filter_atoms SEC(".maps");

static __always_inline bool compare_numbers(__u32 how, __s64 left, __s64 right)
{
    switch (how) {
    case RT_COMPARE_EQ:
        return left == right;
    case RT_COMPARE_LT:
        return left < right;
    case RT_COMPARE_LE:
        return left <= right;
    case RT_COMPARE_GT:
        return left > right;
    }
    return left >= right;
}

static __always_inline __s64 param_value(const struct scratch *s, struct param_source source)
{
    __u64 value = argument(s, source.argument);

    if (source.mask)
        value &= source.mask;
    switch (source.kind) {
    case PARAM_INT:
        return (__s32)value;
    case PARAM_U8:
        return (__u8)value;
    case PARAM_U16:
        return (__u16)value;
    case PARAM_U32:
        return (__u32)value;
    }
    return value;
}

/* The kind of the file behind the descriptor, or 0: there is none. */
__noinline __u32 kind_of_fd(__s64 fd)
{
    struct file *file = file_of(fd);

    if (!file)
        return 0;
    struct sock *sock = sock_in(file);
    if (!sock)
        return (BPF_CORE_READ(file, f_inode, i_mode) & S_IFMT_MASK) == S_IFSOCK_TYPE
                   ? 0
                   : RT_KIND_OTHER;
    switch (BPF_CORE_READ(sock, __sk_common.skc_family)) {
    case FAMILY_INET:
        return RT_KIND_INET;
    case FAMILY_INET6:
        return RT_KIND_INET6;
    case FAMILY_UNIX:
        return RT_KIND_UNIX;
    }
    return RT_KIND_SOCKET;
}

/* Whether the event's descriptor is of one of the kinds. One that is not there any more, put away
 * by another thread, may have been anything. */
static __always_inline int ask_kind(const struct scratch *s, const struct rt_filter_atom *atom)
{
    __s64 fd = s->result;

    if (atom->param) {
        struct param_source source = param_source(s->call, atom->param);
        if (source.kind != PARAM_INT)
            return -1;
        fd = (__s32)argument(s, source.argument);
    }
    __u32 kind = kind_of_fd(fd);
    return kind ? (kind & atom->mask) != 0 : -1;
}

/* 0, 1, or -1: it cannot be said. */
__noinline int ask_number(struct scratch *s, __u32 number)
{
    struct rt_filter_atom *atom = bpf_map_lookup_elem(&filter_atoms, &number);

    if (!s || !atom)
        return -1;
    __s64 result = s->result;
    switch (atom->fact) {
    case RT_FACT_SUCCESS:
        return result >= 0;
    case RT_FACT_FD:
        return compare_numbers(atom->compare, result >= 0 ? result : -1, atom->value);
    case RT_FACT_RESULT:
        return compare_numbers(atom->compare, result, atom->value);
    case RT_FACT_FLAGS: {
        __u32 falco = open_flags(s->open_flags);
        if (atom->mask & (FILE_CREATED | FILE_UPPER_LAYER | FILE_LOWER_LAYER))
            falco |= opened_flags(s);
        return (falco & atom->mask) != 0;
    }
    case RT_FACT_MODE:
        return (open_mode(s->open_flags, s->open_mode) & atom->mask) != 0;
    case RT_FACT_PARAM:
    case RT_FACT_PARAM_BITS: {
        struct param_source source = param_source(s->call, atom->param);
        if (source.kind == PARAM_NONE || source.kind == PARAM_TEXT)
            return -1;
        __s64 value = param_value(s, source);
        return atom->fact == RT_FACT_PARAM ? compare_numbers(atom->compare, value, atom->value)
                                           : (value & atom->mask) != 0;
    }
    case RT_FACT_FD_KIND:
        return ask_kind(s, atom);
    }
    return -1;
}

/* The node after NODES_AT_ONCE further ones; the end (RT_FILTER_KEEP, RT_FILTER_DROP) stays where
 * it is. */
#define NODES_AT_ONCE 16

__noinline __u32 ask_nodes(struct scratch *s, __u32 first)
{
    __u32 at = first;

    if (!s)
        return RT_FILTER_KEEP;
    for (int i = 0; i < NODES_AT_ONCE; i++) {
        struct rt_filter_node *node = bpf_map_lookup_elem(&filter_nodes, &at);
        int yes;
        if (!node)
            break;
        __u32 atom = node->atom;
        if (atom < RT_FILTER_PATH_ATOMS) {
            if (s->judged != node->param + 1u && !judge_text(s, node->param))
                return RT_FILTER_KEEP;
            yes = s->truth[(atom / 64) & 3] >> (atom % 64) & 1;
        } else {
            yes = ask_number(s, atom - RT_FILTER_PATH_ATOMS - 1);
            if (yes < 0)
                return RT_FILTER_KEEP;
        }
        at = yes ? node->yes : node->no;
    }
    return at;
}

/* Whether no rule can hold on the call in the scratch, by the nodes from `at` on. */
__noinline int no_rule_holds(struct scratch *s, __u32 at)
{
    if (!s)
        return 0;
    for (int i = 0; i < RT_FILTER_MAX_STEPS / NODES_AT_ONCE && at < RT_FILTER_DROP; i++)
        at = ask_nodes(s, at);
    return at == RT_FILTER_DROP;
}

#endif
