/* The reader of scenes: the line in hand, and where the next thing of each kind hangs itself. Of
 * scene.c and scene_start.c. */
#ifndef RULEC_TESTS_SCENE_READER_H
#define RULEC_TESTS_SCENE_READER_H

#include "scene.h"

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

/* Tells of a fault in the line in hand. Always false. */
bool scene_fault(struct reader *reader, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Lines of the start state: `process`, `fd`, `user` and `group`. */
bool scene_read_process(struct reader *reader);
bool scene_read_fd(struct reader *reader);
bool scene_read_user(struct reader *reader);

#endif
