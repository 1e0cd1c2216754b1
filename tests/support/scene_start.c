/* Reading the start state of a scene. See scene.h. */
#include "scene_reader.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/* The value of a word KEY=VALUE if it has that key, else NULL. */
static const char *value_of(const char *word, const char *key)
{
    size_t len = strlen(key);

    return strncmp(word, key, len) == 0 && word[len] == '=' ? word + len + 1 : NULL;
}

static struct rt_str text_of(struct reader *reader, const char *text)
{
    return (struct rt_str){rc_arena_strdup(reader->arena, text), (uint32_t)strlen(text)};
}

/* What a container engine writes for a container of that id, and what a machine without one has. */
static struct rt_str cgroups_of(struct reader *reader, const char *container)
{
    const char *path =
        container[0] != '\0' ? rc_arena_printf(reader->arena, "/docker/%s", container) : "/";

    return scene_words(reader->arena, rc_arena_printf(reader->arena, "cpu=%s memory=%s pids=%s",
                                                      path, path, path));
}

/* Takes KEY=VALUE for a number; 1 taken, 0 another key, -1 a fault. */
static int take_number(struct reader *reader, struct rt_thread *t, const char *word)
{
    const struct {
        const char *key;
        int64_t *i64;
        uint32_t *u32;
    } keys[] = {
        {"pid", &t->pid, NULL},           {"tid", &t->tid, NULL}, {"sid", &t->sid, NULL},
        {"pgid", &t->pgid, NULL},         {"uid", NULL, &t->uid}, {"gid", NULL, &t->gid},
        {"loginuid", NULL, &t->loginuid}, {"tty", NULL, &t->tty},
    };

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        const char *value = value_of(word, keys[i].key);
        int64_t number;
        if (!value)
            continue;
        if (!scene_number(value, &number)) {
            scene_fault(reader, "%s: not a number", word);
            return -1;
        }
        if (keys[i].i64)
            *keys[i].i64 = number;
        else
            *keys[i].u32 = (uint32_t)number;
        return 1;
    }
    return 0;
}

static int take_text(struct reader *reader, struct rt_thread *t, const char *word)
{
    const struct {
        const char *key;
        struct rt_str *text;
        bool words;
    } keys[] = {
        {"exe", &t->exe, false},   {"exepath", &t->exepath, false}, {"cwd", &t->cwd, false},
        {"root", &t->root, false}, {"args", &t->args, true},        {"env", &t->env, true},
    };

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        const char *value = value_of(word, keys[i].key);
        if (!value)
            continue;
        *keys[i].text = keys[i].words ? scene_words(reader->arena, value) : text_of(reader, value);
        return 1;
    }
    return 0;
}

/* Facts that are not given follow from those that are. */
static void complete(struct reader *reader, struct rt_thread *t)
{
    if (t->pid == 0)
        t->pid = reader->next_pid++;
    if (t->tid == 0)
        t->tid = t->pid;
    if (t->sid == 0)
        t->sid = t->pid;
    if (t->pgid == 0)
        t->pgid = t->pid;
    t->vtid = t->tid;
    t->vpid = t->pid;
    t->vpgid = t->pgid;
    if (!t->exe.data)
        t->exe = text_of(reader, t->comm);
    if (!t->exepath.data)
        t->exepath = text_of(reader, rc_arena_printf(reader->arena, "/usr/bin/%s", t->comm));
    if (!t->args.data)
        t->args = text_of(reader, "");
    if (!t->env.data)
        t->env = text_of(reader, "");
    if (!t->cwd.data)
        t->cwd = text_of(reader, "/");
    if (!t->root.data)
        t->root = text_of(reader, "/");
    if (!t->cgroups.data)
        t->cgroups = cgroups_of(reader, "");
}

bool scene_read_process(struct reader *reader)
{
    struct scene_process *process = rc_arena_alloc(reader->arena, sizeof(*process));
    struct rt_thread *t = &process->facts;

    if (reader->nwords < 2)
        return scene_fault(reader, "process LABEL [KEY=VALUE]...");
    process->label = reader->words[1];
    if (scene_process_find(reader->scene, process->label))
        return scene_fault(reader, "there is a process `%s` already", process->label);
    t->ptid = 1;
    t->loginuid = UINT32_MAX;
    snprintf(t->comm, sizeof(t->comm), "%s", process->label);
    for (uint32_t i = 2; i < reader->nwords; i++) {
        const char *word = reader->words[i], *value;
        int taken = take_number(reader, t, word);
        if (taken == 0)
            taken = take_text(reader, t, word);
        if (taken < 0)
            return false;
        if (taken > 0)
            continue;
        if ((value = value_of(word, "name"))) {
            snprintf(t->comm, sizeof(t->comm), "%s", value);
        } else if ((value = value_of(word, "parent"))) {
            const struct scene_process *parent = scene_process_find(reader->scene, value);
            if (!parent)
                return scene_fault(reader, "no process `%s` before this one", value);
            t->ptid = parent->facts.pid;
        } else if ((value = value_of(word, "container"))) {
            t->cgroups = cgroups_of(reader, value);
        } else if (strcmp(word, "memfd") == 0) {
            t->flags |= RT_THREAD_EXE_FROM_MEMFD;
        } else if (strcmp(word, "upper_layer") == 0) {
            t->flags |= RT_THREAD_EXE_UPPER_LAYER;
        } else {
            return scene_fault(reader, "a process has no `%s`", word);
        }
    }
    complete(reader, t);
    if (t->pid == 1)
        t->ptid = 0;
    *reader->process = process;
    reader->process = &process->next;
    return true;
}

static bool read_socket(struct reader *reader, struct rt_fd *fd, const char *text)
{
    int family, wanted = fd->type == RT_FD_IPV4_SOCK ? AF_INET : AF_INET6;

    if (!scene_endpoints(text, &family, fd->local_ip, &fd->local_port, fd->remote_ip,
                         &fd->remote_port) ||
        family != wanted)
        return scene_fault(reader, "%s: not two addresses of that family", text);
    fd->l4 = RT_L4_TCP;
    if (reader->nwords > 5 && strcmp(reader->words[5], "udp") == 0)
        fd->l4 = RT_L4_UDP;
    return true;
}

bool scene_read_fd(struct reader *reader)
{
    static const struct {
        const char *word;
        enum rt_fd_type type;
    } types[] = {
        {"file", RT_FD_FILE_V2},   {"directory", RT_FD_DIRECTORY}, {"ipv4", RT_FD_IPV4_SOCK},
        {"ipv6", RT_FD_IPV6_SOCK}, {"unix", RT_FD_UNIX_SOCK},      {"pipe", RT_FD_FIFO},
        {"memfd", RT_FD_MEMFD},
    };
    struct scene_fd *fd = rc_arena_alloc(reader->arena, sizeof(*fd));
    const struct scene_process *process;
    size_t i = 0;

    if (reader->nwords < 4 || !(process = scene_process_find(reader->scene, reader->words[1])) ||
        !scene_number(reader->words[2], &fd->facts.number))
        return scene_fault(reader, "fd PROCESS NUMBER TYPE [TEXT]");
    while (i < sizeof(types) / sizeof(types[0]) && strcmp(types[i].word, reader->words[3]) != 0)
        i++;
    if (i == sizeof(types) / sizeof(types[0]))
        return scene_fault(reader, "no type of fd: %s", reader->words[3]);
    fd->tid = process->facts.tid;
    fd->facts.type = types[i].type;
    fd->facts.name = text_of(reader, reader->nwords > 4 ? reader->words[4] : "");
    fd->facts.name_raw = fd->facts.name;
    if ((types[i].type == RT_FD_IPV4_SOCK || types[i].type == RT_FD_IPV6_SOCK) &&
        !read_socket(reader, &fd->facts, fd->facts.name.data))
        return false;
    *reader->fd = fd;
    reader->fd = &fd->next;
    return true;
}

bool scene_read_user(struct reader *reader)
{
    struct scene_user *user = rc_arena_alloc(reader->arena, sizeof(*user));
    int64_t id;

    if (reader->nwords != 3 || !scene_number(reader->words[1], &id))
        return scene_fault(reader, "%s NUMBER NAME", reader->words[0]);
    user->is_group = strcmp(reader->words[0], "group") == 0;
    user->id = (uint32_t)id;
    user->name = reader->words[2];
    *reader->user = user;
    reader->user = &user->next;
    return true;
}
