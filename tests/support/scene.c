/* Reading scenes: line by line, word by word. See scene.h. */
#include "scene.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define FIRST_PID 100
#define MAX_WORDS 64

struct reader {
    struct rc_arena *arena;
    struct scene *scene;
    FILE *errors;
    uint32_t line;
    const char *words[MAX_WORDS]; /* of the line in hand */
    uint32_t nwords;
    const char *rest; /* of the line, behind its first word */
    bool in_start;
    int64_t next_pid;
    /* where the next one hangs itself */
    struct scene_process **process;
    struct scene_fd **fd;
    struct scene_user **user;
    struct scene_part *part, **next_part;
    struct scene_event *event, **next_event;
    struct scene_alert *alert, **next_alert;
    struct scene_field **next_field;
};

static bool fault(struct reader *reader, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static bool fault(struct reader *reader, const char *format, ...)
{
    va_list args;

    fprintf(reader->errors, "%s:%u: ", reader->scene->path, reader->line);
    va_start(args, format);
    vfprintf(reader->errors, format, args);
    va_end(args);
    fputc('\n', reader->errors);
    return false;
}

/* Splits a line into words. Quotes hold spaces together: name="a b". In them, \" is a quote and
 * \\ a backslash. */
static bool split(struct reader *reader, const char *line)
{
    char *out = rc_arena_alloc(reader->arena, strlen(line) + 1);

    reader->nwords = 0;
    reader->rest = "";
    for (;;) {
        bool quoted = false;
        while (isspace((unsigned char)*line))
            line++;
        if (*line == '\0' || *line == '#')
            return true;
        if (reader->nwords == MAX_WORDS)
            return fault(reader, "more than %d words in a line", MAX_WORDS);
        if (reader->nwords == 1)
            reader->rest = line;
        reader->words[reader->nwords++] = out;
        for (; *line != '\0' && (quoted || !isspace((unsigned char)*line)); line++) {
            if (*line == '"')
                quoted = !quoted;
            else if (quoted && *line == '\\' && (line[1] == '"' || line[1] == '\\'))
                *out++ = *++line;
            else
                *out++ = *line;
        }
        if (quoted)
            return fault(reader, "a quote without an end");
        *out++ = '\0';
    }
}

/* The value of a word KEY=VALUE if it has that key, else NULL. */
static const char *value_of(const char *word, const char *key)
{
    size_t len = strlen(key);

    return strncmp(word, key, len) == 0 && word[len] == '=' ? word + len + 1 : NULL;
}

const struct scene_process *scene_process_find(const struct scene *scene, const char *label)
{
    for (const struct scene_process *p = scene->processes; p; p = p->next) {
        if (strcmp(p->label, label) == 0)
            return p;
    }
    return NULL;
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
            fault(reader, "%s: not a number", word);
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

static bool read_process(struct reader *reader)
{
    struct scene_process *process = rc_arena_alloc(reader->arena, sizeof(*process));
    struct rt_thread *t = &process->facts;

    if (reader->nwords < 2)
        return fault(reader, "process LABEL [KEY=VALUE]...");
    process->label = reader->words[1];
    if (scene_process_find(reader->scene, process->label))
        return fault(reader, "there is a process `%s` already", process->label);
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
                return fault(reader, "no process `%s` before this one", value);
            t->ptid = parent->facts.pid;
        } else if ((value = value_of(word, "container"))) {
            t->cgroups = cgroups_of(reader, value);
        } else if (strcmp(word, "memfd") == 0) {
            t->flags |= RT_THREAD_EXE_FROM_MEMFD;
        } else if (strcmp(word, "upper_layer") == 0) {
            t->flags |= RT_THREAD_EXE_UPPER_LAYER;
        } else {
            return fault(reader, "a process has no `%s`", word);
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
        return fault(reader, "%s: not two addresses of that family", text);
    fd->l4 = RT_L4_TCP;
    if (reader->nwords > 5 && strcmp(reader->words[5], "udp") == 0)
        fd->l4 = RT_L4_UDP;
    return true;
}

static bool read_fd(struct reader *reader)
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
        return fault(reader, "fd PROCESS NUMBER TYPE [TEXT]");
    while (i < sizeof(types) / sizeof(types[0]) && strcmp(types[i].word, reader->words[3]) != 0)
        i++;
    if (i == sizeof(types) / sizeof(types[0]))
        return fault(reader, "no type of fd: %s", reader->words[3]);
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

static bool read_user(struct reader *reader)
{
    struct scene_user *user = rc_arena_alloc(reader->arena, sizeof(*user));
    int64_t id;

    if (reader->nwords != 3 || !scene_number(reader->words[1], &id))
        return fault(reader, "%s NUMBER NAME", reader->words[0]);
    user->is_group = strcmp(reader->words[0], "group") == 0;
    user->id = (uint32_t)id;
    user->name = reader->words[2];
    *reader->user = user;
    reader->user = &user->next;
    return true;
}

/* The newest event of that name that says how a call ended; else one that has no end. */
static uint16_t find_event(const char *name)
{
    uint16_t found = 0;

    for (uint16_t i = 0; i < EV__COUNT; i++) {
        const struct cat_event *event = &cat_events[i];
        if (strcmp(event->name, name) != 0 || event->flags & (CAT_EF_OLD_VERSION | CAT_EF_UNUSED))
            continue;
        if (event->dir == CAT_DIR_EXIT || found == 0)
            found = i;
    }
    return found;
}

static bool set_param(struct reader *reader, const char *name, const char *text)
{
    struct scene_event *event = reader->event;
    const struct cat_event *info = &cat_events[event->type];
    int index = rt_param_find(info, name);
    const char *why;

    if (index < 0)
        return fault(reader, "%s has no parameter `%s`", info->name, name);
    if (!scene_value(reader->arena, reader->scene, &info->params[index], text,
                     &event->params[index], &why))
        return fault(reader, "%s=%s: %s", name, text, why);
    return true;
}

static bool set_bytes(struct reader *reader, const char *name, struct rt_str text)
{
    int index = rt_param_find(&cat_events[reader->event->type], name);

    if (index >= 0)
        reader->event->params[index] = (struct rt_param){(const uint8_t *)text.data, text.len};
    return true;
}

static bool set_number(struct reader *reader, const char *name, int64_t number)
{
    if (rt_param_find(&cat_events[reader->event->type], name) < 0)
        return true;
    return set_param(reader, name, rc_arena_printf(reader->arena, "%lld", (long long)number));
}

/* What an exec or a clone says of the process besides what the scene gives. */
static bool set_process_facts(struct reader *reader, const struct rt_thread *t)
{
    return set_number(reader, "tid", t->tid) && set_number(reader, "pid", t->pid) &&
           set_number(reader, "ptid", t->ptid) && set_number(reader, "uid", t->uid) &&
           set_number(reader, "gid", t->gid) && set_number(reader, "loginuid", t->loginuid) &&
           set_number(reader, "tty", t->tty) && set_number(reader, "vpgid", t->vpgid) &&
           set_number(reader, "pgid", t->pgid) && set_number(reader, "vtid", t->vtid) &&
           set_number(reader, "vpid", t->vpid) && set_bytes(reader, "cgroups", t->cgroups);
}

/* Numbers are 0, directories the current one, everything else empty. */
static bool set_defaults(struct reader *reader)
{
    const struct cat_event *info = &cat_events[reader->event->type];
    const char *why;

    for (uint32_t i = 0; i < info->nparams; i++) {
        const struct cat_param *param = &info->params[i];
        bool directory =
            strcmp(param->name, "dirfd") == 0 || strcmp(param->name, "olddirfd") == 0 ||
            strcmp(param->name, "newdirfd") == 0 || strcmp(param->name, "linkdirfd") == 0 ||
            strcmp(param->name, "olddir") == 0 || strcmp(param->name, "newdir") == 0;
        struct rt_param value;
        if (scene_value(reader->arena, reader->scene, param, directory ? "AT_FDCWD" : "0", &value,
                        &why) &&
            param->type != CAT_TYPE_CHARBUF && param->type != CAT_TYPE_FSPATH &&
            param->type != CAT_TYPE_FSRELPATH && param->type != CAT_TYPE_BYTEBUF &&
            param->type != CAT_TYPE_DYN)
            reader->event->params[i] = value;
    }
    return true;
}

/* An executable that is named names the process too. */
static bool set_exec_names(struct reader *reader)
{
    const struct cat_event *info = &cat_events[reader->event->type];
    int path = rt_param_find(info, "trusted_exepath"), comm = rt_param_find(info, "comm");
    struct rt_param *params = reader->event->params;
    const char *base;

    if (path < 0 || params[path].len == 0)
        return true;
    base = strrchr((const char *)params[path].data, '/');
    base = base ? base + 1 : (const char *)params[path].data;
    if (comm >= 0 && params[comm].len == 0 &&
        !set_param(reader, "comm", rc_arena_printf(reader->arena, "%.15s", base)))
        return false;
    if (params[rt_param_find(info, "exe")].len == 0)
        return set_param(reader, "exe", base);
    return true;
}

static bool read_event(struct reader *reader)
{
    const struct scene_process *process = scene_process_find(reader->scene, reader->words[0]);
    struct scene_event *event = rc_arena_alloc(reader->arena, sizeof(*event));

    if (!reader->part)
        return fault(reader, "an event outside of a part: `fires` or `near miss`");
    if (!process)
        return fault(reader, "no process `%s`", reader->words[0]);
    if (reader->nwords < 2 || !(event->type = find_event(reader->words[1])))
        return fault(reader, "no event `%s`", reader->nwords < 2 ? "" : reader->words[1]);
    event->line = reader->line;
    event->tid = process->facts.tid;
    reader->event = event;
    const char *name = cat_events[event->type].name;
    bool exec = strncmp(name, "execve", 6) == 0;
    if (!set_defaults(reader))
        return false;
    if ((exec || strstr(name, "clone") || strstr(name, "fork")) &&
        !set_process_facts(reader, &process->facts))
        return false;
    for (uint32_t i = 2; i < reader->nwords; i++) {
        const char *word = reader->words[i], *equals = strchr(word, '=');
        if (!equals)
            return fault(reader, "%s: PARAMETER=VALUE", word);
        const char *key = rc_arena_strndup(reader->arena, word, (size_t)(equals - word));
        bool words = strcmp(key, "args") == 0 || strcmp(key, "env") == 0;
        if (rt_param_find(&cat_events[event->type], key) < 0)
            return fault(reader, "%s has no parameter `%s`", name, key);
        if (words ? !set_bytes(reader, key, scene_words(reader->arena, equals + 1))
                  : !set_param(reader, key, equals + 1))
            return false;
    }
    if (exec && !set_exec_names(reader))
        return false;
    *reader->next_event = event;
    reader->next_event = &event->next;
    reader->next_alert = &event->alerts;
    reader->alert = NULL;
    return true;
}

static bool read_alert(struct reader *reader)
{
    struct scene_alert *alert = rc_arena_alloc(reader->arena, sizeof(*alert));

    if (!reader->event || reader->rest[0] == '\0')
        return fault(reader, "=> RULE, below an event");
    alert->rule = reader->rest;
    alert->line = reader->line;
    *reader->next_alert = reader->alert = alert;
    reader->next_alert = &alert->next;
    reader->next_field = &alert->fields;
    return true;
}

static bool read_field(struct reader *reader)
{
    struct scene_field *field = rc_arena_alloc(reader->arena, sizeof(*field));

    field->name = reader->words[0];
    field->text = reader->rest;
    *reader->next_field = field;
    reader->next_field = &field->next;
    return true;
}

static bool read_part(struct reader *reader, bool near_miss, const char *behind)
{
    struct scene_part *part = rc_arena_alloc(reader->arena, sizeof(*part));

    if (*behind == ':')
        behind++;
    while (*behind == ' ')
        behind++;
    part->near_miss = near_miss;
    part->title = behind;
    part->line = reader->line;
    *reader->next_part = reader->part = part;
    reader->next_part = &part->next;
    reader->next_event = &part->events;
    reader->event = NULL;
    reader->alert = NULL;
    reader->in_start = false;
    return true;
}

static bool read_line(struct reader *reader, const char *line)
{
    bool indented = isspace((unsigned char)line[0]);

    if (!split(reader, line))
        return false;
    if (reader->nwords == 0)
        return true;
    const char *first = reader->words[0];
    if (strcmp(first, "=>") == 0)
        return read_alert(reader);
    if (indented && reader->alert)
        return read_field(reader);
    if (strcmp(first, "rule") == 0) {
        reader->scene->rule = reader->rest;
        return reader->rest[0] != '\0' || fault(reader, "rule NAME");
    }
    if (strcmp(first, "start") == 0 && reader->nwords == 1 && !reader->part)
        return reader->in_start = true;
    if (strncmp(line, "fires", 5) == 0 && (line[5] == '\0' || line[5] == ':'))
        return read_part(reader, false, line + 5);
    if (strncmp(line, "near miss", 9) == 0 && (line[9] == '\0' || line[9] == ':'))
        return read_part(reader, true, line + 9);
    if (!reader->in_start)
        return read_event(reader);
    if (strcmp(first, "process") == 0)
        return read_process(reader);
    if (strcmp(first, "fd") == 0)
        return read_fd(reader);
    if (strcmp(first, "user") == 0 || strcmp(first, "group") == 0)
        return read_user(reader);
    return fault(reader, "not part of a start state: %s", first);
}

struct scene *scene_read(struct rc_arena *arena, const char *path, FILE *errors)
{
    struct scene *scene = rc_arena_alloc(arena, sizeof(*scene));
    struct reader reader = {
        .arena = arena, .scene = scene, .errors = errors, .next_pid = FIRST_PID};
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t size = 0;
    ssize_t len;
    bool good = true;

    scene->path = path;
    if (!file) {
        fprintf(errors, "%s: %s\n", path, strerror(errno));
        return NULL;
    }
    reader.process = &scene->processes;
    reader.fd = &scene->fds;
    reader.user = &scene->users;
    reader.next_part = &scene->parts;
    while (good && (len = getline(&line, &size, file)) >= 0) {
        while (len > 0 && isspace((unsigned char)line[len - 1]))
            line[--len] = '\0';
        reader.line++;
        good = read_line(&reader, rc_arena_strndup(arena, line, (size_t)len));
    }
    free(line);
    fclose(file);
    if (good && !scene->rule)
        good = fault(&reader, "no line `rule NAME`");
    return good ? scene : NULL;
}
