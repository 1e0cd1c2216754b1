/* An arena: memory that lives as long as one compilation and is freed whole.
 *
 * Everything the compiler builds (documents, rules, ASTs, the graph, the plan, diagnostics) hangs
 * on one arena per compilation. Nothing is freed singly, so no structure needs an owner, a
 * destructor or a reference count, and a pointer into the arena is good until rc_arena_free.
 * Running out of memory ends the program with a message and exit status 70: a compiler that cannot
 * allocate has nothing better to do.
 */
#ifndef RULEC_ARENA_H
#define RULEC_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct rc_arena_block;

struct rc_arena {
    struct rc_arena_block *head; /* newest block; NULL: empty */
    size_t used;                 /* bytes taken of the newest block */
};

/* Zeroed, suitably aligned for any type; never NULL. A size of 0 gives a valid pointer too. */
void *rc_arena_alloc(struct rc_arena *arena, size_t size);

/* Zeroed array; ends the program if count * size overflows. */
void *rc_arena_array(struct rc_arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of len bytes; the bytes may hold NULs themselves. */
char *rc_arena_strndup(struct rc_arena *arena, const char *text, size_t len);
char *rc_arena_strdup(struct rc_arena *arena, const char *text);

/* Formats into the arena. */
char *rc_arena_printf(struct rc_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *rc_arena_vprintf(struct rc_arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Frees everything; the arena is empty and usable again. */
void rc_arena_free(struct rc_arena *arena);

#endif
