/* Which container a thread is in, by the paths of its control groups.
 *
 * Every engine names a thread's control group after the container; nobody has to be asked. Falco's
 * container plugin tries its engines one after another on each path, in the order of the functions
 * below, and the first that finds something decides:
 *
 *   Podman      .../libpod-ID.scope, .../libpod-ID.scope/container, .../libpod-ID
 *   Docker      .../ID, .../docker-ID.scope
 *   CRI         .../crio-ID, .../cri-containerd-ID.scope, .../crio-ID.scope, ...:cri-containerd:ID
 *   containerd  /NAMESPACE/NAME: a path of a first part and a name that is no systemd unit
 *   LXC         /lxc/NAME, /lxc.payload/NAME, /lxc.payload.NAME
 *   libvirt     NAME.libvirt-lxc, ...-lxc\x2NAME.scope[/libvirt], /libvirt/lxc/NAME
 *   BPM         bpm-NAME[.scope]
 *
 * ID is 64 hexadecimal digits, of which the first 12 are shown. So any path whose last part is such
 * a number is taken for a container (Docker's and the CRI's plain form), whoever made it, and any
 * other than systemd's units two levels down may be one of containerd's. The plugin looks for the
 * last occurrence of what stands before the ID and of what stands behind it, wherever they are, and
 * checks the distance; this does the same, odd paths included.
 */
#include "internal.h"

#include <string.h>

enum { ID_LENGTH = 64, ID_SHOWN = 12, NOT_FOUND = -1 };

struct text {
    const char *at;
    int64_t len;
};

static struct text text(const char *literal)
{
    return (struct text){literal, (int64_t)strlen(literal)};
}

static int64_t find(struct text in, struct text what, int64_t from)
{
    if (from > in.len)
        return NOT_FOUND;
    const char *found = memmem(in.at + from, (size_t)(in.len - from), what.at, (size_t)what.len);
    return found ? found - in.at : NOT_FOUND;
}

static int64_t find_last(struct text in, struct text what)
{
    for (int64_t i = in.len - what.len; i >= 0; i--) {
        if (memcmp(in.at + i, what.at, (size_t)what.len) == 0)
            return i;
    }
    return NOT_FOUND;
}

static bool ends_with(struct text in, const char *literal)
{
    struct text tail = text(literal);
    return in.len >= tail.len && memcmp(in.at + in.len - tail.len, tail.at, (size_t)tail.len) == 0;
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool give(char id[RT_CONTAINER_ID_SIZE], const char *at, int64_t len)
{
    if (len >= RT_CONTAINER_ID_SIZE)
        len = RT_CONTAINER_ID_SIZE - 1;
    memcpy(id, at, (size_t)len);
    id[len] = 0;
    return len > 0;
}

/* Does the path end in prefix, ID, suffix? any_name: a name that is no number will do as well. */
static bool match_id(struct text path, struct text prefix, struct text suffix, bool any_name,
                     char id[RT_CONTAINER_ID_SIZE])
{
    int64_t start = find_last(path, prefix);
    int64_t end = find_last(path, suffix);
    if (start < 0 || end < 0)
        return false;
    start += prefix.len;
    int64_t len = end - start;
    if (len == ID_LENGTH) {
        /* The first byte that is no digit may stand anywhere from the 64th byte of the path on. */
        int64_t i = start;
        while (i < path.len && is_hex(path.at[i]))
            i++;
        if (i >= path.len || i >= ID_LENGTH)
            return give(id, path.at + start, ID_SHOWN);
    }
    if (len <= 0 || len > ID_LENGTH || !any_name || ends_with(path, ".service") ||
        ends_with(path, ".slice") || ends_with(path, ".scope"))
        return false;
    return give(id, path.at + start, len < ID_SHOWN ? len : ID_SHOWN);
}

struct layout {
    const char *prefix, *suffix;
};

static bool match_layouts(struct text path, const struct layout *layouts, size_t n,
                          char id[RT_CONTAINER_ID_SIZE])
{
    for (size_t i = 0; i < n; i++) {
        if (match_id(path, text(layouts[i].prefix), text(layouts[i].suffix), false, id))
            return true;
    }
    return false;
}

#define MATCH_LAYOUTS(path, layouts, id)                                                           \
    match_layouts(path, layouts, sizeof(layouts) / sizeof((layouts)[0]), id)

static bool match_podman(struct text path, char id[RT_CONTAINER_ID_SIZE])
{
    static const struct layout layouts[] = {
        {"/libpod-", ".scope"},
        {"/libpod-", ".scope/container"},
        {"/libpod-", ""},
    };
    return MATCH_LAYOUTS(path, layouts, id);
}

static bool match_docker(struct text path, char id[RT_CONTAINER_ID_SIZE])
{
    static const struct layout layouts[] = {{"/", ""}, {"/docker-", ".scope"}};
    return MATCH_LAYOUTS(path, layouts, id);
}

static bool match_cri(struct text path, char id[RT_CONTAINER_ID_SIZE])
{
    static const struct layout layouts[] = {
        {"/crio-", ""},
        {"/cri-containerd-", ".scope"},
        {"/crio-", ".scope"},
        {":cri-containerd:", ""},
    };
    return MATCH_LAYOUTS(path, layouts, id);
}

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A containerd namespace is words of letters and digits, with one '.', '_' or '-' between two. The
 * first part of the path, between slashes, that looks like one is taken for it. */
static bool match_containerd(struct text path, char id[RT_CONTAINER_ID_SIZE])
{
    for (int64_t slash = find(path, text("/"), 0); slash >= 0;
         slash = find(path, text("/"), slash + 1)) {
        int64_t i = slash + 1;
        for (;;) {
            int64_t word = i;
            while (i < path.len && is_alnum(path.at[i]))
                i++;
            if (i == word || i >= path.len)
                break;
            if (path.at[i] == '/') {
                struct text name = {path.at + slash, i + 1 - slash};
                return match_id(path, name, text(""), true, id);
            }
            if (path.at[i] != '.' && path.at[i] != '_' && path.at[i] != '-')
                break;
            i++;
        }
    }
    return false;
}

static bool match_lxc(struct text path, char id[RT_CONTAINER_ID_SIZE])
{
    static const char *const before[] = {"/lxc/", "/lxc.payload/", "/lxc.payload."};
    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++) {
        int64_t start = find(path, text(before[i]), 0);
        if (start < 0)
            continue;
        start += text(before[i]).len;
        int64_t end = find(path, text("/"), start);
        return give(id, path.at + start, (end < 0 ? path.len : end) - start);
    }
    return false;
}

static bool match_libvirt(struct text path, char id[RT_CONTAINER_ID_SIZE])
{
    int64_t slash = find_last(path, text("/"));
    int64_t end = path.len - text(".libvirt-lxc").len;
    if (slash >= 0 && end > slash && find(path, text(".libvirt-lxc"), 0) == end)
        return give(id, path.at + slash + 1, end - slash - 1);

    int64_t start = find(path, text("-lxc\\x2"), 0);
    if (start >= 0) {
        start += text("-lxc\\x2").len + 1; /* and the last digit of the escaped '-' */
        bool inner = find(path, text(".scope/libvirt"), 0) >= 0;
        struct text tail = text(inner ? ".scope/libvirt" : ".scope");
        end = find(path, tail, 0);
        if (end >= start && end == path.len - tail.len)
            return give(id, path.at + start, end - start);
    }

    start = find(path, text("/libvirt/lxc/"), 0);
    if (start < 0)
        return false;
    start += text("/libvirt/lxc/").len;
    return give(id, path.at + start, path.len - start);
}

static bool match_bpm(struct text path, char id[RT_CONTAINER_ID_SIZE])
{
    int64_t start = find(path, text("bpm-"), 0);
    if (start < 0)
        return false;
    start += text("bpm-").len;
    int64_t end = find(path, text(".scope"), start);
    if (end < 0)
        end = path.len;
    for (int64_t i = start; i < end; i++) {
        char c = path.at[i];
        if (!is_alnum(c) && c != '.' && c != '_' && c != '-')
            return false;
    }
    return give(id, path.at + start, end - start);
}

enum rt_container_engine rt_container_match(const char *cgroup, uint32_t len,
                                            char id[RT_CONTAINER_ID_SIZE])
{
    static bool (*const matches[])(struct text path, char id[RT_CONTAINER_ID_SIZE]) = {
        [RT_ENGINE_PODMAN] = match_podman, [RT_ENGINE_DOCKER] = match_docker,
        [RT_ENGINE_CRI] = match_cri,       [RT_ENGINE_CONTAINERD] = match_containerd,
        [RT_ENGINE_LXC] = match_lxc,       [RT_ENGINE_LIBVIRT] = match_libvirt,
        [RT_ENGINE_BPM] = match_bpm,
    };
    const struct text path = {cgroup, len};

    for (int engine = RT_ENGINE_PODMAN; engine <= RT_ENGINE_BPM; engine++) {
        if (matches[engine](path, id))
            return (enum rt_container_engine)engine;
    }
    return RT_ENGINE_NONE;
}

void rt_container_classify(struct rt_state *state, struct thread *thread)
{
    const char *at = thread->t.cgroups.data;
    uint32_t left = thread->t.cgroups.len;
    while (left > 0) {
        const char *end = memchr(at, 0, left);
        const char *path = memchr(at, '=', (size_t)(end - at));
        const uint32_t len = path ? (uint32_t)(end - path - 1) : 0;
        const enum rt_container_engine engine =
            path ? rt_container_match(path + 1, len, thread->t.container_id) : RT_ENGINE_NONE;
        if (engine != RT_ENGINE_NONE) {
            if (state->container_seen)
                state->container_seen(state->container_context, &thread->t, path + 1, len, engine);
            return;
        }
        left -= (uint32_t)(end + 1 - at);
        at = end + 1;
    }
    thread->t.container_id[0] = 0;
}

void rt_state_watch_containers(struct rt_state *state, rt_container_seen_fn *seen, void *context)
{
    state->container_seen = seen;
    state->container_context = context;
}
