#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks grow with the compilation: the first is small so that tests stay light. */
#define FIRST_BLOCK   16384
#define LARGEST_BLOCK (1 << 20)

struct rc_arena_block {
    struct rc_arena_block *older;
    size_t size; /* bytes at data */
    _Alignas(max_align_t) unsigned char data[];
};

static _Noreturn void out_of_memory(void)
{
    fputs("rulec: out of memory\n", stderr);
    exit(70);
}

static void add_block(struct rc_arena *arena, size_t need)
{
    size_t size = FIRST_BLOCK;
    if (arena->head) {
        size = arena->head->size * 2;
        if (size > LARGEST_BLOCK)
            size = LARGEST_BLOCK;
    }
    if (size < need)
        size = need;
    if (size > SIZE_MAX - sizeof(struct rc_arena_block))
        out_of_memory();
    struct rc_arena_block *block = malloc(sizeof(*block) + size);
    if (!block)
        out_of_memory();
    block->older = arena->head;
    block->size = size;
    arena->head = block;
    arena->used = 0;
}

void *rc_arena_alloc(struct rc_arena *arena, size_t size)
{
    const size_t align = _Alignof(max_align_t);
    if (size > SIZE_MAX - align)
        out_of_memory();
    size = (size + align - 1) / align * align;
    if (size == 0)
        size = align;
    if (!arena->head || arena->head->size - arena->used < size)
        add_block(arena, size);
    void *memory = arena->head->data + arena->used;
    arena->used += size;
    return memset(memory, 0, size);
}

void *rc_arena_array(struct rc_arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        out_of_memory();
    return rc_arena_alloc(arena, bytes);
}

char *rc_arena_strndup(struct rc_arena *arena, const char *text, size_t len)
{
    if (len == SIZE_MAX)
        out_of_memory();
    char *copy = rc_arena_alloc(arena, len + 1);
    if (len > 0)
        memcpy(copy, text, len);
    return copy;
}

char *rc_arena_strdup(struct rc_arena *arena, const char *text)
{
    return rc_arena_strndup(arena, text, strlen(text));
}

char *rc_arena_vprintf(struct rc_arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len < 0)
        out_of_memory();
    char *text = rc_arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

char *rc_arena_printf(struct rc_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = rc_arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void rc_arena_free(struct rc_arena *arena)
{
    while (arena->head) {
        struct rc_arena_block *block = arena->head;
        arena->head = block->older;
        free(block);
    }
    arena->used = 0;
}
