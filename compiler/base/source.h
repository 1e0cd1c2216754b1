/* Source files and places in them.
 *
 * Every token, AST node, graph node and message points into a file through a span: file number,
 * byte offset, length. Lines and columns are computed only when a message is printed.
 */
#ifndef RULEC_SOURCE_H
#define RULEC_SOURCE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct rc_span {
    uint32_t file; /* index into rc_sources, plus 1; 0: no place */
    uint32_t off;  /* bytes from the start of the file */
    uint32_t len;  /* bytes; 0: a point */
};

struct rc_source_file {
    const char *name; /* as given on the command line, or below the given directory */
    const char *text; /* len bytes, then a NUL */
    uint32_t len;
    const uint32_t *lines; /* nlines offsets of line starts */
    uint32_t nlines;
};

struct rc_sources {
    struct rc_arena *arena;
    struct rc_source_file *files;
    uint32_t nfiles;
    uint32_t capacity;
};

/* A line and a column for people: both count from 1; column counts bytes. */
struct rc_place {
    uint32_t line;
    uint32_t column;
};

/* Reads a whole file. Returns its number (for rc_span.file), or 0 with *error set to a message in
 * the arena. "-" is standard input. Files above 256 MiB are refused. */
uint32_t rc_sources_read(struct rc_sources *sources, const char *path, const char **error);

/* Takes text from memory under a name; the text is copied. */
uint32_t rc_sources_add(struct rc_sources *sources, const char *name, const char *text, size_t len);

/* The file of that number; number must come from rc_sources_read or rc_sources_add. */
const struct rc_source_file *rc_source(const struct rc_sources *sources, uint32_t number);

/* Line and column of a byte offset (clamped to the end of the file). */
struct rc_place rc_source_place(const struct rc_source_file *file, uint32_t off);

/* The smallest span that holds both; spans in different files give the first. */
struct rc_span rc_span_join(struct rc_span a, struct rc_span b);

#endif
