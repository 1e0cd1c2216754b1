/* The emitter. See emit.h. */
#include "emit/emit.h"

#include "base/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *rc_emit_linkage(const struct rc_emit *emit)
{
    return emit->shared ? "" : "static ";
}

static void indent(struct rc_emit *emit)
{
    for (uint32_t i = 0; i < emit->depth; i++)
        rc_strbuf_adds(&emit->out, "    ");
}

static void vline(struct rc_emit *emit, const char *tail, const char *format, va_list args)
{
    char *text = NULL;
    const int len = vasprintf(&text, format, args);

    if (len < 0)
        RC_BUG("out of memory");
    indent(emit);
    rc_strbuf_add(&emit->out, text, (size_t)len);
    rc_strbuf_adds(&emit->out, tail);
    free(text);
}

void rc_emit_line(struct rc_emit *emit, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vline(emit, "\n", format, args);
    va_end(args);
}

void rc_emit_assignment(struct rc_emit *emit, const char *left, const char *right)
{
    if (4 * emit->depth + strlen(left) + strlen(right) + 4 <= RC_EMIT_WIDTH) {
        rc_emit_line(emit, "%s = %s;", left, right);
        return;
    }
    rc_emit_line(emit, "%s =", left);
    rc_emit_line(emit, "    %s;", right);
}

void rc_emit_gap(struct rc_emit *emit)
{
    rc_strbuf_addc(&emit->out, '\n');
}

void rc_emit_open(struct rc_emit *emit, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vline(emit, " {\n", format, args);
    va_end(args);
    emit->depth++;
}

void rc_emit_function(struct rc_emit *emit, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vline(emit, "\n{\n", format, args);
    va_end(args);
    emit->depth++;
}

void rc_emit_close(struct rc_emit *emit, const char *tail)
{
    if (emit->depth == 0)
        RC_BUG("a block is closed that was not opened");
    emit->depth--;
    rc_emit_line(emit, "}%s", tail);
}

/* How many bytes of the text go on a line of at most width columns: up to the last blank that fits,
 * or as much as fits of a longer word. *next: where the next line starts. */
static size_t wrap(const char *text, size_t width, size_t *next)
{
    size_t len = strcspn(text, "\n"), cut;

    if (len <= width) {
        *next = len + (text[len] == '\n');
        return len;
    }
    for (cut = width; cut > 0 && text[cut] != ' '; cut--)
        ;
    if (cut == 0) {
        /* No blank: cut the word, but no UTF-8 sequence. */
        for (cut = width; cut > 1 && ((unsigned char)text[cut] & 0xc0) == 0x80; cut--)
            ;
        *next = cut;
        return cut;
    }
    *next = cut + 1;
    return cut;
}

void rc_emit_comment(struct rc_emit *emit, const char *text)
{
    /* What would end or open a block comment goes into line comments. */
    const bool block = !strstr(text, "*/") && !strstr(text, "/*");
    const char *lead = block ? "/* " : "// ";
    const size_t width = RC_EMIT_WIDTH - 4 * emit->depth - 6;

    do {
        size_t next, len = wrap(text, width, &next);

        while (len > 0 && text[len - 1] == ' ')
            len--;
        indent(emit);
        rc_strbuf_adds(&emit->out, lead);
        for (size_t i = 0; i < len; i++)
            rc_strbuf_addc(&emit->out, (unsigned char)text[i] < 0x20 ? ' ' : text[i]);
        /* A backslash at the end would take the next line into a line comment. */
        if (len > 0 && text[len - 1] == '\\')
            rc_strbuf_adds(&emit->out, " .");
        text += next;
        if (block && *text == '\0')
            rc_strbuf_adds(&emit->out, " */");
        while (emit->out.len > 0 && emit->out.data[emit->out.len - 1] == ' ')
            emit->out.data[--emit->out.len] = '\0';
        rc_strbuf_addc(&emit->out, '\n');
        lead = block ? " * " : "// ";
    } while (*text != '\0');
}

void rc_emit_table_begin(struct rc_emit *emit)
{
    rc_emit_line(emit, "/* clang-format off */");
}

void rc_emit_table_end(struct rc_emit *emit)
{
    rc_emit_line(emit, "/* clang-format on */");
}

void rc_emit_cstr(struct rc_strbuf *out, const void *bytes, size_t len)
{
    const unsigned char *p = bytes;

    rc_strbuf_addc(out, '"');
    for (size_t i = 0; i < len; i++) {
        if (p[i] == '"' || p[i] == '\\' || (p[i] == '?' && i > 0 && p[i - 1] == '?'))
            rc_strbuf_printf(out, "\\%c", p[i]);
        else if (p[i] == '\n')
            rc_strbuf_adds(out, "\\n");
        else if (p[i] < 0x20 || p[i] >= 0x7f)
            /* Octal has at most three digits, so that no digit behind it runs on. */
            rc_strbuf_printf(out, "\\%03o", p[i]);
        else
            rc_strbuf_addc(out, (char)p[i]);
    }
    rc_strbuf_addc(out, '"');
}

/* True if the file holds exactly these bytes. */
static bool holds(const char *path, const void *bytes, size_t len)
{
    struct stat info;
    FILE *file;
    char *old;
    bool same;

    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode) || (size_t)info.st_size != len)
        return false;
    file = fopen(path, "re");
    if (!file)
        return false;
    old = malloc(len + 1);
    same = old && fread(old, 1, len, file) == len && (len == 0 || memcmp(old, bytes, len) == 0);
    free(old);
    fclose(file);
    return same;
}

int rc_write_if_changed(const char *path, const void *bytes, size_t len)
{
    char *beside = NULL;
    int fd, error = 0;

    if (holds(path, bytes, len))
        return 0;
    if (asprintf(&beside, "%s.%d.tmp", path, (int)getpid()) < 0)
        return -ENOMEM;
    fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) {
        error = -errno;
        free(beside);
        return error;
    }
    for (size_t done = 0; done < len && error == 0;) {
        const ssize_t n = write(fd, (const char *)bytes + done, len - done);

        if (n >= 0)
            done += (size_t)n;
        else if (errno != EINTR)
            error = -errno;
    }
    if (close(fd) != 0 && error == 0)
        error = -errno;
    if (error == 0 && rename(beside, path) != 0)
        error = -errno;
    if (error != 0)
        unlink(beside);
    free(beside);
    return error;
}
