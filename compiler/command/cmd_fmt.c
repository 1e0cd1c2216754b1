/* rulec fmt: rule files in one layout. */
#include "command/command.h"
#include "command/layout.h"
#include "rules/ruleset.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fmt {
    bool check, to_stdout;
    bool failed;
};

/* Through a file beside it, so that it is there whole whatever happens; owner and mode stay. */
static bool write_file(struct rc_arena *arena, const char *path, const struct rc_strbuf *text)
{
    char *real = realpath(path, NULL);
    char *temporary = rc_arena_printf(arena, "%s.rulec-XXXXXX", real ? real : path);
    struct stat info;
    bool good = real && stat(real, &info) == 0;
    const int fd = good ? mkstemp(temporary) : -1;
    FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;

    if (file) {
        good = fwrite(text->data, 1, text->len, file) == text->len;
        good = fchmod(fd, info.st_mode & 07777) == 0 && good;
        if (fchown(fd, info.st_uid, info.st_gid) != 0 && geteuid() == 0)
            good = false;
        good = fflush(file) == 0 && fsync(fd) == 0 && good;
        good = fclose(file) == 0 && good;
        good = good && rename(temporary, real) == 0;
        if (!good)
            unlink(temporary);
    } else {
        good = false;
    }
    if (!good)
        fprintf(stderr, "rulec fmt: cannot write %s: %s\n", path, strerror(errno));
    free(real);
    return good;
}

/* The source laid out is in `out`: `why` tells why it is not. */
static void finish_file(struct fmt *fmt, struct rc_arena *arena,
                        const struct rc_source_file *source, const struct rc_strbuf *out,
                        const char *why)
{
    const bool same =
        why || (out->len == source->len && memcmp(out->data, source->text, out->len) == 0);

    if (why)
        fprintf(stderr, "%s: left as it stands: %s\n", source->name, why);
    if (fmt->to_stdout || strcmp(source->name, "-") == 0) {
        if (why)
            fwrite(source->text, 1, source->len, stdout);
        else
            fwrite(out->data, 1, out->len, stdout);
    } else if (!same && fmt->check) {
        puts(source->name);
    } else if (!same && !write_file(arena, source->name, out)) {
        fmt->failed = true;
    }
    if (!same && fmt->check)
        fmt->failed = true;
}

static void fmt_file(struct fmt *fmt, const char *path)
{
    struct rc_arena arena = {0};
    struct rc_sources sources = {.arena = &arena};
    struct rc_diags diags = {.arena = &arena};
    struct rc_yaml_file yaml = {0};
    struct rc_strbuf out = {0};
    const char *error;
    const uint32_t file = rc_sources_read(&sources, path, &error);

    if (file == 0) {
        fprintf(stderr, "%s: error: %s\n", path, error);
        fmt->failed = true;
    } else if (!rc_yaml_parse(&sources, file, &diags, &yaml)) {
        rc_diags_print(&diags, &sources, 0, &out);
        fwrite(out.data, 1, out.len, stderr);
        fmt->failed = true;
    } else if (yaml.unclosed.file != 0) {
        finish_file(fmt, &arena, rc_source(&sources, file), &out, "a quote is never closed");
    } else {
        const char *why = rc_layout(rc_source(&sources, file), &yaml, &arena, &out);
        finish_file(fmt, &arena, rc_source(&sources, file), &out, why);
    }
    rc_strbuf_free(&out);
    rc_arena_free(&arena);
}

static void fmt_path(void *context, const char *path, const char *error)
{
    struct fmt *fmt = context;

    if (!error) {
        fmt_file(fmt, path);
        return;
    }
    fprintf(stderr, "%s: error: %s\n", path, error);
    fmt->failed = true;
}

int rc_cmd_fmt(const struct rc_args *args)
{
    struct fmt fmt = {.check = rc_args_given(args, RC_OPT_CHECK),
                      .to_stdout = rc_args_given(args, RC_OPT_STDOUT)};
    struct rc_arena arena = {0};
    int status;

    if (fmt.check && fmt.to_stdout)
        return rc_usage_error(args->command, "--check and --stdout do not go together");
    rc_rule_files_each(&arena, args->operands.items, args->operands.n, fmt_path, &fmt);
    rc_arena_free(&arena);
    status = rc_finish_output("fmt");
    return fmt.failed ? RC_EXIT_RULES : status;
}
