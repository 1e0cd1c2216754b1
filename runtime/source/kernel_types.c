/* Picks from the kernel's description of its types those that the capture programs need.
 *
 * The running kernel describes all its types in /sys/kernel/btf/vmlinux: 130,000 of them in 5 MB.
 * libbpf, which finds the places of fields in it, indexes and searches it as a whole, and that
 * takes longer than all else at the start of an agent. Here it is gone through once, and the types
 * that have a name of ours are written into a description of a few kilobytes, which libbpf is given
 * instead. Of a structure only the members with a name of ours are taken, and those without a name;
 * what a pointer points to is left out: nobody asks for it.
 */
#include "kernel_types.h"

#include <bpf/btf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define KERNEL_TYPES  "/sys/kernel/btf/vmlinux"
#define FLAVOR        "___" /* what follows in a name of ours says which kernel's structure it is */
#define TRACED        "btf_trace_"
#define MAX_DEPTH     32 /* structures in structures */
#define NAME_SLOTS    4096
#define BTF_MAGIC_NUM 0xeb9f

/* --- names --- */

enum { OF_TYPE = 1, OF_MEMBER = 2, OF_TRACEPOINT = 4 };

struct name {
    const char *text; /* borrowed */
    uint32_t len, of; /* OF_ */
};

struct picker {
    /* The kernel's description. */
    const uint8_t *data;
    size_t size;
    bool mapped; /* else allocated */
    const uint8_t *types, *types_end;
    const char *strings;
    uint32_t nstrings; /* bytes */
    uint32_t *places;  /* by number of type: where it is from `types` on */
    uint32_t ntypes;   /* with the first, void */

    struct name names[NAME_SLOTS]; /* a hash table */
    uint32_t nnames;

    struct btf *made;
    uint32_t *made_as; /* by number of type: its number in `made`; 0: it is not in it */
    int void_pointer;
};

static uint32_t hash(const char *text, uint32_t len)
{
    uint32_t h = 2166136261u;

    for (uint32_t i = 0; i < len; i++)
        h = (h ^ (uint8_t)text[i]) * 16777619u;
    return h ^ h >> 15;
}

static struct name *slot_of(struct picker *p, const char *text, uint32_t len)
{
    uint32_t at = hash(text, len);

    for (;; at++) {
        struct name *name = &p->names[at & (NAME_SLOTS - 1)];
        if (!name->text || (name->len == len && memcmp(name->text, text, len) == 0))
            return name;
    }
}

static int add_name(struct picker *p, const char *text, uint32_t len, uint32_t of)
{
    struct name *name = slot_of(p, text, len);

    if (len == 0)
        return 0;
    if (!name->text) {
        if (++p->nnames > NAME_SLOTS / 2)
            return -ENOTSUP;
        *name = (struct name){.text = text, .len = len};
    }
    name->of |= of;
    return 0;
}

/* What the name is used for: OF_. */
static uint32_t use_of(struct picker *p, const char *text)
{
    return slot_of(p, text, (uint32_t)strlen(text))->of;
}

static bool has_members(const struct btf_type *type)
{
    return btf_is_struct(type) || btf_is_union(type);
}

/* Types of these kinds are looked for by their names. */
static bool is_found_by_name(const struct btf_type *type)
{
    return has_members(type) || btf_is_any_enum(type) || btf_is_typedef(type);
}

static int collect_names(struct picker *p, const struct btf *needed,
                         const struct rt_tracepoint *tracepoints, uint32_t n)
{
    int result = 0;

    for (uint32_t i = 1; i < btf__type_cnt(needed) && result == 0; i++) {
        const struct btf_type *type = btf__type_by_id(needed, i);
        const char *name = btf__str_by_offset(needed, type->name_off);

        if (!is_found_by_name(type) || !name)
            continue;
        const char *flavor = strstr(name, FLAVOR);
        result =
            add_name(p, name, (uint32_t)(flavor ? (size_t)(flavor - name) : strlen(name)), OF_TYPE);
        for (uint32_t k = 0; has_members(type) && k < btf_vlen(type) && result == 0; k++) {
            const char *member = btf__str_by_offset(needed, btf_members(type)[k].name_off);
            result = add_name(p, member ? member : "", (uint32_t)strlen(member ? member : ""),
                              OF_MEMBER);
        }
    }
    for (uint32_t i = 0; i < n && result == 0; i++)
        result =
            add_name(p, tracepoints[i].name, (uint32_t)strlen(tracepoints[i].name), OF_TRACEPOINT);
    return result;
}

/* --- the kernel's description --- */

/* Newer kernels let it be mapped. */
static int read_kernel(struct picker *p)
{
    const int fd = open(KERNEL_TYPES, O_RDONLY | O_CLOEXEC);
    struct stat file;
    size_t done = 0;

    if (fd < 0 || fstat(fd, &file) != 0) {
        const int error = -errno;
        if (fd >= 0)
            close(fd);
        return error;
    }
    p->size = (size_t)file.st_size;
    void *map = mmap(NULL, p->size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
    if (map != MAP_FAILED) {
        p->data = map;
        p->mapped = true;
        close(fd);
        return 0;
    }
    uint8_t *data = malloc(p->size);
    while (data && done < p->size) {
        const ssize_t part = read(fd, data + done, p->size - done);
        if (part < 0 && errno == EINTR)
            continue;
        if (part <= 0)
            break;
        done += (size_t)part;
    }
    close(fd);
    p->data = data;
    return !data ? -ENOMEM : done < p->size ? -EIO : 0;
}

static int open_kernel(struct picker *p)
{
    const struct btf_header *head = (const void *)p->data;

    if (p->size < sizeof *head || head->magic != BTF_MAGIC_NUM || head->hdr_len > p->size)
        return -ENOTSUP;
    const size_t rest = p->size - head->hdr_len;
    if (head->type_off % 4 != 0 || head->type_off > rest ||
        head->type_len > rest - head->type_off || head->str_off > rest ||
        head->str_len > rest - head->str_off || head->str_len == 0)
        return -ENOTSUP;
    p->types = p->data + head->hdr_len + head->type_off;
    p->types_end = p->types + head->type_len;
    p->strings = (const char *)p->data + head->hdr_len + head->str_off;
    p->nstrings = head->str_len;
    return p->strings[p->nstrings - 1] == '\0' ? 0 : -ENOTSUP;
}

/* Bytes that follow the type's head; -1: a kind that is not known. */
static int64_t tail_of(const struct btf_type *type)
{
    const int64_t n = btf_vlen(type);

    switch (btf_kind(type)) {
    case BTF_KIND_INT:
    case BTF_KIND_VAR:
    case BTF_KIND_DECL_TAG:
        return 4;
    case BTF_KIND_ARRAY:
        return (int64_t)sizeof(struct btf_array);
    case BTF_KIND_STRUCT:
    case BTF_KIND_UNION:
        return n * (int64_t)sizeof(struct btf_member);
    case BTF_KIND_ENUM:
    case BTF_KIND_FUNC_PROTO:
        return n * 8;
    case BTF_KIND_ENUM64:
    case BTF_KIND_DATASEC:
        return n * 12;
    case BTF_KIND_PTR:
    case BTF_KIND_FWD:
    case BTF_KIND_TYPEDEF:
    case BTF_KIND_VOLATILE:
    case BTF_KIND_CONST:
    case BTF_KIND_RESTRICT:
    case BTF_KIND_FUNC:
    case BTF_KIND_FLOAT:
    case BTF_KIND_TYPE_TAG:
        return 0;
    default:
        return -1;
    }
}

static const char *string_at(const struct picker *p, uint32_t offset)
{
    return offset < p->nstrings ? p->strings + offset : "";
}

static const struct btf_type *type_at(const struct picker *p, uint32_t id)
{
    return id > 0 && id < p->ntypes ? (const void *)(p->types + p->places[id]) : NULL;
}

/* Where each type is. */
static int index_types(struct picker *p)
{
    /* The smallest type is its head alone. */
    const size_t most = (size_t)(p->types_end - p->types) / sizeof(struct btf_type) + 1;
    const uint8_t *at = p->types;

    p->places = malloc(most * sizeof *p->places);
    if (!p->places)
        return -ENOMEM;
    for (p->ntypes = 1; at < p->types_end; p->ntypes++) {
        const struct btf_type *type = (const void *)at;
        const size_t left = (size_t)(p->types_end - at);
        if (left < sizeof *type)
            return -ENOTSUP;
        const int64_t tail = tail_of(type);
        if (tail < 0 || (size_t)tail > left - sizeof *type)
            return -ENOTSUP;
        p->places[p->ntypes] = (uint32_t)(at - p->types);
        at += sizeof *type + (size_t)tail;
    }
    p->made_as = calloc(p->ntypes, sizeof *p->made_as);
    return p->made_as ? 0 : -ENOMEM;
}

/* --- the small one --- */

static int take(struct picker *p, uint32_t id, int depth);

static int take_enum(struct picker *p, const struct btf_type *type, const char *name)
{
    const bool wide = btf_is_enum64(type);
    const int id = wide ? btf__add_enum64(p->made, name, type->size, btf_kflag(type))
                        : btf__add_enum(p->made, name, type->size);
    int result = id;

    for (uint32_t i = 0; i < btf_vlen(type) && result >= 0; i++) {
        if (wide)
            result = btf__add_enum64_value(p->made, string_at(p, btf_enum64(type)[i].name_off),
                                           btf_enum64_value(&btf_enum64(type)[i]));
        else
            result = btf__add_enum_value(p->made, string_at(p, btf_enum(type)[i].name_off),
                                         btf_enum(type)[i].val);
    }
    return result < 0 ? result : id;
}

static int take_members(struct picker *p, const struct btf_type *type, const char *name, int depth)
{
    const struct btf_member *members = btf_members(type);
    const uint32_t n = btf_vlen(type);
    int *types = calloc(n + 1, sizeof *types), id = types ? 0 : -ENOMEM;

    for (uint32_t i = 0; i < n && id >= 0; i++) {
        const char *member = string_at(p, members[i].name_off);
        if (!*member || use_of(p, member) & OF_MEMBER)
            id = types[i] = take(p, members[i].type, depth + 1);
    }
    if (id >= 0)
        id = btf_is_struct(type) ? btf__add_struct(p->made, name, type->size)
                                 : btf__add_union(p->made, name, type->size);
    for (uint32_t i = 0; i < n && id >= 0; i++) {
        if (types[i] == 0)
            continue;
        const int result =
            btf__add_field(p->made, string_at(p, members[i].name_off), types[i],
                           btf_member_bit_offset(type, i), btf_member_bitfield_size(type, i));
        id = result < 0 ? result : id;
    }
    free(types);
    return id;
}

/* Adds the type, without what does not change its layout: qualifiers, names for names. Its number,
 * or negative errno. */
static int take(struct picker *p, uint32_t id, int depth)
{
    const struct btf_type *type = type_at(p, id);
    int made = 0;

    for (int i = 0; type && (btf_is_mod(type) || btf_is_typedef(type)) && i < MAX_DEPTH; i++)
        type = type_at(p, id = type->type);
    if (!type || depth > MAX_DEPTH)
        return -ENOTSUP;
    if (p->made_as[id])
        return (int)p->made_as[id];
    const char *name = string_at(p, type->name_off);
    switch (btf_kind(type)) {
    case BTF_KIND_INT:
        made = btf__add_int(p->made, name, type->size, btf_int_encoding(type));
        break;
    case BTF_KIND_FLOAT:
        made = btf__add_float(p->made, name, type->size);
        break;
    case BTF_KIND_PTR:
        made = p->void_pointer;
        break;
    case BTF_KIND_ENUM:
    case BTF_KIND_ENUM64:
        made = take_enum(p, type, name);
        break;
    case BTF_KIND_ARRAY: {
        const struct btf_array *array = btf_array(type);
        const int index = take(p, array->index_type, depth + 1);
        const int item = index < 0 ? index : take(p, array->type, depth + 1);
        made = item < 0 ? item : btf__add_array(p->made, index, item, array->nelems);
        break;
    }
    case BTF_KIND_STRUCT:
    case BTF_KIND_UNION:
        made = take_members(p, type, name, depth);
        break;
    default:
        made = -ENOTSUP;
    }
    if (made > 0)
        p->made_as[id] = (uint32_t)made;
    return made;
}

/* Adds the type if it has a name of ours, or notes it as a tracepoint. 0 or negative errno. */
static int pick(struct picker *p, uint32_t id, struct rt_tracepoint *tracepoints, uint32_t n)
{
    const struct btf_type *type = type_at(p, id);

    if (!is_found_by_name(type) || type->name_off == 0)
        return 0;
    const char *name = string_at(p, type->name_off);
    if (btf_is_typedef(type) && strncmp(name, TRACED, sizeof TRACED - 1) == 0) {
        name += sizeof TRACED - 1;
        for (uint32_t i = 0; use_of(p, name) & OF_TRACEPOINT && i < n; i++) {
            if (strcmp(tracepoints[i].name, name) == 0)
                tracepoints[i].type = id;
        }
        return 0;
    }
    if (!(use_of(p, name) & OF_TYPE))
        return 0;
    int made = take(p, id, 0);
    if (made >= 0 && btf_is_typedef(type))
        made = btf__add_typedef(p->made, name, made);
    return made < 0 ? made : 0;
}

static int write_all(int fd, const void *data, uint32_t size)
{
    uint32_t done = 0;

    while (done < size) {
        const ssize_t part = write(fd, (const char *)data + done, size - done);
        if (part < 0 && errno != EINTR)
            return -errno;
        done += part > 0 ? (uint32_t)part : 0;
    }
    return 0;
}

static int extract(struct picker *p, int fd, struct rt_tracepoint *tracepoints, uint32_t n)
{
    uint32_t size;

    p->made = btf__new_empty();
    if (!p->made)
        return -ENOMEM;
    int result = p->void_pointer = btf__add_ptr(p->made, 0);
    for (uint32_t id = 1; id < p->ntypes && result >= 0; id++)
        result = pick(p, id, tracepoints, n);
    if (result < 0)
        return result;
    const void *data = btf__raw_data(p->made, &size);
    return data ? write_all(fd, data, size) : -ENOMEM;
}

int rt_kernel_types_extract(int fd, const struct btf *needed, struct rt_tracepoint *tracepoints,
                            uint32_t n)
{
    struct picker *p = calloc(1, sizeof *p);

    if (!p)
        return -ENOMEM;
    int result = collect_names(p, needed, tracepoints, n);
    if (result == 0)
        result = read_kernel(p);
    if (result == 0)
        result = open_kernel(p);
    if (result == 0)
        result = index_types(p);
    if (result == 0)
        result = extract(p, fd, tracepoints, n);
    btf__free(p->made);
    free(p->made_as);
    free(p->places);
    if (p->mapped)
        munmap((void *)p->data, p->size);
    else
        free((void *)p->data);
    free(p);
    return result;
}
