#include "rules/load_result.h"

#include "base/json.h"

#include <string.h>

static void write_location(struct rc_json *json, const struct rc_sources *sources, const char *type,
                           const char *name, struct rc_span span)
{
    const struct rc_source_file *file = rc_source(sources, span.file);
    struct rc_place place = rc_source_place(file, span.off);

    rc_json_begin(json, '{');
    rc_json_key(json, "item_name");
    rc_json_cstring(json, name);
    rc_json_key(json, "item_type");
    rc_json_cstring(json, type);
    rc_json_key(json, "position");
    rc_json_begin(json, '{');
    rc_json_key(json, "column");
    rc_json_uint(json, place.column - 1);
    rc_json_key(json, "line");
    rc_json_uint(json, place.line - 1);
    rc_json_key(json, "name");
    rc_json_cstring(json, file->name);
    rc_json_key(json, "offset");
    rc_json_uint(json, span.off);
    rc_json_end(json, '}');
    rc_json_end(json, '}');
}

/* From the file inwards. */
static void write_contexts(struct rc_json *json, const struct rc_sources *sources,
                           const struct rc_context *context)
{
    const struct rc_context *chain[16];
    int n = 0;
    for (; context && n < 16; context = context->up)
        chain[n++] = context;
    while (n-- > 0) {
        if (chain[n]->span.file != 0)
            write_location(json, sources, chain[n]->type, chain[n]->name, chain[n]->span);
    }
}

static bool is_condition(const struct rc_context *context)
{
    return context && (strcmp(context->type, "rule condition") == 0 ||
                       strcmp(context->type, "macro condition") == 0);
}

static void write_locations(struct rc_json *json, const struct rc_sources *sources,
                            const struct rc_diag *diag)
{
    const struct rc_context *context = diag->context;
    const bool condition = is_condition(context);

    /* Macros are looked up for the rule as a whole: its condition is not named then. */
    if (condition && diag->code == RC_ERR_VALIDATE)
        context = context->up;
    if (context)
        write_contexts(json, sources, context);
    else if (diag->span.file != 0)
        write_location(json, sources, "rules content", "",
                       (struct rc_span){.file = diag->span.file});
    if (condition && diag->span.file != 0)
        write_location(json, sources, "condition expression", "", diag->span);
    else if (diag->code == RC_ERR_YAML_PARSE && diag->span.file != 0)
        write_location(json, sources, "value for", "", diag->span);
}

/* The line and the caret line, without the numbers in front of them. */
static void write_snippet(struct rc_json *json, const struct rc_sources *sources,
                          struct rc_span span)
{
    struct rc_strbuf excerpt = {0}, snippet = {0};

    rc_diag_excerpt(sources, span, &excerpt);
    for (const char *line = excerpt.data; line && *line;) {
        const char *text = strstr(line, " | ") + 3;
        const size_t len = strcspn(text, "\n") + 1;
        rc_strbuf_add(&snippet, text, len);
        line = text + len;
    }
    rc_json_string(json, snippet.len ? snippet.data : "", snippet.len);
    rc_strbuf_free(&excerpt);
    rc_strbuf_free(&snippet);
}

/* The deprecated field that a warning is about; NULL: it is about something else. */
static const char *deprecated_field(const struct rc_sources *sources, const struct rc_diag *diag)
{
    static const char *const names[] = {"evt.dir",        "evt.latency",       "evt.latency.s",
                                        "evt.latency.ns", "evt.latency.human", "evt.wait_latency"};
    const struct rc_source_file *file;

    if (diag->code != RC_WARN_DEPRECATED_ITEM || diag->span.file == 0)
        return NULL;
    file = rc_source(sources, diag->span.file);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strlen(names[i]) == diag->span.len &&
            memcmp(names[i], file->text + diag->span.off, diag->span.len) == 0)
            return names[i];
    }
    return NULL;
}

static void write_diag(struct rc_json *json, const struct rc_sources *sources,
                       const struct rc_diag *diag)
{
    const char *field = deprecated_field(sources, diag);

    rc_json_begin(json, '{');
    rc_json_key(json, "code");
    rc_json_cstring(json, rc_code_name(diag->code));
    rc_json_key(json, "codedesc");
    rc_json_cstring(json, rc_code_description(diag->code));
    rc_json_key(json, "context");
    rc_json_begin(json, '{');
    rc_json_key(json, "locations");
    rc_json_begin(json, '[');
    write_locations(json, sources, diag);
    rc_json_end(json, ']');
    rc_json_key(json, "snippet");
    write_snippet(json, sources, diag->span);
    rc_json_end(json, '}');
    if (field) {
        rc_json_key(json, "deprecated_field");
        rc_json_cstring(json, field);
    }
    rc_json_key(json, "message");
    rc_json_cstring(json, diag->message);
    rc_json_end(json, '}');
}

/* The diagnostics of a file and a severity; falcos: those that Falco would have come to. */
static void write_diags(struct rc_json *json, const struct rc_diags *diags,
                        const struct rc_sources *sources, uint32_t file, const char *key,
                        enum rc_severity severity, bool falcos)
{
    const struct rc_diag *first_error = NULL;
    uint32_t count = 0;
    for (const struct rc_diag *diag = diags->first; diag; diag = diag->next) {
        if (diag->span.file != file)
            continue;
        bool is_falcos =
            !first_error || (diag->severity == RC_ERROR && diag->code == first_error->code);
        if (diag->severity == RC_ERROR && !first_error)
            first_error = diag;
        if (diag->severity != severity || is_falcos != falcos)
            continue;
        if (count++ == 0) {
            rc_json_key(json, key);
            rc_json_begin(json, '[');
        }
        write_diag(json, sources, diag);
    }
    if (count == 0 && falcos) {
        rc_json_key(json, key);
        rc_json_begin(json, '[');
        count++;
    }
    if (count > 0)
        rc_json_end(json, ']');
}

static bool has_error(const struct rc_diags *diags, uint32_t file)
{
    for (const struct rc_diag *diag = diags->first; diag; diag = diag->next) {
        if (diag->span.file == file && diag->severity == RC_ERROR)
            return true;
    }
    return false;
}

void rc_load_result_json(const struct rc_diags *diags, const struct rc_sources *sources,
                         struct rc_strbuf *out)
{
    struct rc_json json = {.out = out};

    rc_json_begin(&json, '{');
    rc_json_key(&json, "falco_load_results");
    rc_json_begin(&json, '[');
    for (uint32_t file = 1; file <= sources->nfiles; file++) {
        rc_json_begin(&json, '{');
        write_diags(&json, diags, sources, file, "errors", RC_ERROR, true);
        write_diags(&json, diags, sources, file, "more_errors", RC_ERROR, false);
        write_diags(&json, diags, sources, file, "more_warnings", RC_WARNING, false);
        rc_json_key(&json, "name");
        rc_json_cstring(&json, rc_source(sources, file)->name);
        rc_json_key(&json, "successful");
        rc_json_bool(&json, !has_error(diags, file));
        write_diags(&json, diags, sources, file, "warnings", RC_WARNING, true);
        rc_json_end(&json, '}');
    }
    rc_json_end(&json, ']');
    rc_json_end(&json, '}');
    rc_strbuf_addc(out, '\n');
}
