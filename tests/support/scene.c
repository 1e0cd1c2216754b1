/* Reading scenes: line by line, word by word. See scene.h. */
#include "scene_reader.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_PID 100

bool scene_fault(struct reader *reader, const char *format, ...)
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
            return scene_fault(reader, "more than %d words in a line", MAX_WORDS);
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
            return scene_fault(reader, "a quote without an end");
        *out++ = '\0';
    }
}

const struct scene_process *scene_process_find(const struct scene *scene, const char *label)
{
    for (const struct scene_process *p = scene->processes; p; p = p->next) {
        if (strcmp(p->label, label) == 0)
            return p;
    }
    return NULL;
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
        return scene_fault(reader, "%s has no parameter `%s`", info->name, name);
    if (!scene_value(reader->arena, reader->scene, &info->params[index], text,
                     &event->params[index], &why))
        return scene_fault(reader, "%s=%s: %s", name, text, why);
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
        return scene_fault(reader, "an event outside of a part: `fires` or `near miss`");
    if (!process)
        return scene_fault(reader, "no process `%s`", reader->words[0]);
    if (reader->nwords < 2 || !(event->type = find_event(reader->words[1])))
        return scene_fault(reader, "no event `%s`", reader->nwords < 2 ? "" : reader->words[1]);
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
            return scene_fault(reader, "%s: PARAMETER=VALUE", word);
        const char *key = rc_arena_strndup(reader->arena, word, (size_t)(equals - word));
        bool words = strcmp(key, "args") == 0 || strcmp(key, "env") == 0;
        if (rt_param_find(&cat_events[event->type], key) < 0)
            return scene_fault(reader, "%s has no parameter `%s`", name, key);
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
        return scene_fault(reader, "=> RULE, below an event");
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
        return reader->rest[0] != '\0' || scene_fault(reader, "rule NAME");
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
        return scene_read_process(reader);
    if (strcmp(first, "fd") == 0)
        return scene_read_fd(reader);
    if (strcmp(first, "user") == 0 || strcmp(first, "group") == 0)
        return scene_read_user(reader);
    return scene_fault(reader, "not part of a start state: %s", first);
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
        good = scene_fault(&reader, "no line `rule NAME`");
    return good ? scene : NULL;
}
