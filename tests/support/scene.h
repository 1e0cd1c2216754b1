/* Scenes: what happens on a machine, told in text, and which rules must fire on it.
 *
 *     rule Password hashes read
 *
 *     start
 *     process shell name=bash uid=1000 loginuid=1000 tty=34816
 *     process reader name=cat parent=shell args=/etc/shadow
 *
 *     fires
 *     reader openat fd=3 name=/etc/shadow flags=O_RDONLY
 *       => Password hashes read
 *          fd.name /etc/shadow
 *
 *     near miss: the file that everybody may read
 *     reader openat fd=3 name=/etc/passwd flags=O_RDONLY
 *
 * A scene tells of one rule. It has a start state and any number of parts; each part begins from
 * the start state and becomes a capture of its own. Below an event stand the rules that fire on it,
 * all of them: an event without any must stay silent. Below a rule may stand fields of its output,
 * with the text that they must have. In the parts called `fires` the scene's rule has to fire, in
 * those called `near miss` it must not.
 *
 *     process LABEL [KEY=VALUE]...   pid (100 and up, in order), tid, parent (a label; 1 if none is
 *                                    given), name, exe, exepath, args, env, cwd, root, uid, gid,
 *                                    loginuid, tty, sid, pgid, container, memfd, upper_layer
 *     fd LABEL NUMBER TYPE [TEXT]    file PATH, directory PATH, ipv4 A:P->B:P, ipv6 [A]:P->[B]:P,
 *                                    unix PATH, pipe, memfd NAME; then, of sockets, tcp or udp
 *     user UID NAME, group GID NAME
 *     LABEL EVENT [PARAMETER=VALUE]...   an event of the catalogue, by the names that evt.type and
 *                                    evt.arg give; what is not given is 0 or empty. Flags by their
 *                                    names (O_RDWR|O_CREAT), errors too (-ENOENT), processes by
 * label.
 *
 * execve takes what it is not given from the process: its ids, its user and its container. A value
 * with spaces is quoted: "a b". `#` begins a comment.
 */
#ifndef RULEC_TESTS_SCENE_H
#define RULEC_TESTS_SCENE_H

#include "base/arena.h"
#include "state/state.h"

#include <stdio.h>

struct scene_process {
    const char *label;
    struct rt_thread facts; /* texts in the arena */
    struct scene_process *next;
};

struct scene_fd {
    int64_t tid;
    struct rt_fd facts;
    struct scene_fd *next;
};

struct scene_user {
    bool is_group;
    uint32_t id;
    const char *name;
    struct scene_user *next;
};

/* A field of an expected alert, and its text. */
struct scene_field {
    const char *name, *text;
    struct scene_field *next;
};

struct scene_alert {
    const char *rule;
    uint32_t line;
    struct scene_field *fields;
    struct scene_alert *next;
};

struct scene_event {
    uint32_t line;
    int64_t tid;
    uint16_t type; /* EV_ */
    struct rt_param params[CAT_MAX_PARAMS];
    struct scene_alert *alerts; /* all that must fire */
    struct scene_event *next;
};

struct scene_part {
    bool near_miss;    /* else: fires */
    const char *title; /* behind the colon; "" if none */
    uint32_t line;
    struct scene_event *events;
    struct scene_part *next;
};

struct scene {
    const char *path;
    const char *rule;
    struct scene_process *processes;
    struct scene_fd *fds;
    struct scene_user *users;
    struct scene_part *parts;
};

/* Reads a scene; everything lives in the arena. On a fault prints "PATH:LINE: what" to errors and
 * returns NULL. */
struct scene *scene_read(struct rc_arena *arena, const char *path, FILE *errors);

/* Writes a part's capture to path: the start state, then its events, numbered from 1, a millisecond
 * apart. 0 or negative errno. */
int scene_write(const struct scene *scene, const struct scene_part *part, const char *path);

/* --- the parts of reading --- */

/* A value's bytes for a parameter of that type: scene_value.c. flags: the parameter's table, or
 * NULL. False if the text says nothing that the type can hold; *why tells then. */
bool scene_value(struct rc_arena *arena, const struct scene *scene, const struct cat_param *param,
                 const char *text, struct rt_param *out, const char **why);

/* A number, decimal, octal (0755) or hexadecimal. */
bool scene_number(const char *text, int64_t *out);

/* Address and port of "1.2.3.4:80" or "[::1]:80"; the family is AF_INET or AF_INET6. */
bool scene_endpoint(const char *text, int *family, uint8_t address[16], uint16_t *port);

/* Both ends of "A:P->B:P". */
bool scene_endpoints(const char *text, int *family, uint8_t source[16], uint16_t *source_port,
                     uint8_t destination[16], uint16_t *destination_port);

/* Words separated by spaces, each ended by a NUL. */
struct rt_str scene_words(struct rc_arena *arena, const char *text);

/* The process of that label, or NULL. */
const struct scene_process *scene_process_find(const struct scene *scene, const char *label);

#endif
