/* The emitter: text of a generated file. It owns the layout: whoever emits C says lines and blocks,
 * and never writes indentation or newlines.
 *
 *     rc_emit_open(e, "static bool %s(struct rt_eval *eval)", name);   line, brace, deeper
 *     rc_emit_line(e, "return %s(eval);", callee);
 *     rc_emit_close(e, "");                                            brace
 */
#ifndef RULEC_EMIT_H
#define RULEC_EMIT_H

#include "base/strbuf.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

/* Columns of a line. */
#define RC_EMIT_WIDTH 100

/* What the program is for. */
enum rc_emit_purpose {
    RC_EMIT_AGENT,
    RC_EMIT_TELLING,  /* an agent that counts each rule for its metrics: runtime/bench/count.h */
    RC_EMIT_MEASURED, /* its main function measures it: runtime/bench/bench.h */
    RC_EMIT_COUNTED   /* and it counts each test and rule: runtime/bench/count.h */
};

struct rc_emit {
    struct rc_strbuf out;
    enum rc_emit_purpose purpose;
    uint32_t depth; /* of indentation; 0 again at the end of a file */
    bool shared;    /* the program is in several files, which see each other's names */
};

/* What stands before a definition that other files of the program may need: "static ", or nothing
 * if there are such files. */
const char *rc_emit_linkage(const struct rc_emit *emit);

/* One line, indented. */
void rc_emit_line(struct rc_emit *emit, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* LEFT = RIGHT; and the right side on a line of its own if they are too long for one. */
void rc_emit_assignment(struct rc_emit *emit, const char *left, const char *right);

/* An empty line. */
void rc_emit_gap(struct rc_emit *emit);

/* A line that ends in a brace, and what follows is one deeper; functions have the brace on a line
 * of its own. */
void rc_emit_open(struct rc_emit *emit, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void rc_emit_function(struct rc_emit *emit, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The closing brace, with what stands behind it: "" or ";". */
void rc_emit_close(struct rc_emit *emit, const char *tail);

/* A comment, wrapped to the width of a line; newlines in the text are kept. */
void rc_emit_comment(struct rc_emit *emit, const char *text);

/* Lines until the matching call keep their layout: tables, which may be wider than a line. */
void rc_emit_table_begin(struct rc_emit *emit);
void rc_emit_table_end(struct rc_emit *emit);

/* Appends bytes as a C string literal, quotes included. */
void rc_emit_cstr(struct rc_strbuf *out, const void *bytes, size_t len);

/* Writes the bytes to path, unless the file holds them already: first beside it, then renamed over
 * it, so that nobody sees half a file. 0 or negative errno. */
int rc_write_if_changed(const char *path, const void *bytes, size_t len);

#endif
