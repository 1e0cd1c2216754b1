#include "load_result.h"

#include "json.h"

#include <string.h>

/* Falco describes warnings; an error's description is its code. */
static const char *describe(enum rc_code code)
{
    switch (code) {
    case RC_WARN_UNKNOWN_SOURCE:
        return "Unknown event source: the rule is left out";
    case RC_WARN_UNSAFE_NA_CHECK:
        return "Comparing a field value with <NA> is unsafe";
    case RC_WARN_NO_EVTTYPE:
        return "Condition matches too many event types";
    case RC_WARN_UNKNOWN_FILTER:
        return "Unknown field or event type in condition or output";
    case RC_WARN_UNUSED_MACRO:
        return "Unused macro";
    case RC_WARN_UNUSED_LIST:
        return "Unused list";
    case RC_WARN_UNKNOWN_ITEM:
        return "Unknown rules file item";
    case RC_WARN_DEPRECATED_ITEM:
        return "Used deprecated item";
    case RC_WARN_EXTENSION:
        return "Warning in an extension item";
    case RC_WARN_APPEND_NO_VALUES:
        return "Appending to an exception without values";
    case RC_WARN_EXCEPTION_NAME_NOT_UNIQUE:
        return "Several exceptions of one name";
    case RC_WARN_INVALID_MACRO_NAME:
        return "Macro has an invalid name";
    case RC_WARN_INVALID_LIST_NAME:
        return "List has an invalid name";
    case RC_WARN_COMPILE_CONDITION:
        return "Warning in a condition";
    case RC_WARN_UNKNOWN_KEY:
        return "Item contains an unknown key";
    case RC_ERR_FILE_READ:
    case RC_ERR_YAML_PARSE:
    case RC_ERR_YAML_VALIDATE:
    case RC_ERR_COMPILE_CONDITION:
    case RC_ERR_COMPILE_OUTPUT:
    case RC_ERR_VALIDATE:
    case RC_ERR_EXTENSION:
    case RC_ERR_PLUGIN_REQUIREMENT:
    case RC_CODE__COUNT:
        break;
    }
    return rc_code_name(code);
}

static void write_location(struct rc_json *json, const struct rc_sources *sources, const char *type,
                           const char *name, struct rc_span span)
{
    const struct rc_source_file *file = rc_source(sources, span.file);
    struct rc_place place = rc_source_place(file, span.off);
    rc_json_begin(json, '{');
    rc_json_key(json, "item_type");
    rc_json_cstring(json, type);
    rc_json_key(json, "item_name");
    rc_json_cstring(json, name);
    rc_json_key(json, "position");
    rc_json_begin(json, '{');
    rc_json_key(json, "name");
    rc_json_cstring(json, file->name);
    rc_json_key(json, "line");
    rc_json_uint(json, place.line - 1);
    rc_json_key(json, "column");
    rc_json_uint(json, place.column - 1);
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

static void write_diag(struct rc_json *json, const struct rc_sources *sources,
                       const struct rc_diag *diag)
{
    rc_json_begin(json, '{');
    rc_json_key(json, "code");
    rc_json_cstring(json, rc_code_name(diag->code));
    rc_json_key(json, "codedesc");
    rc_json_cstring(json, describe(diag->code));
    rc_json_key(json, "message");
    rc_json_cstring(json, diag->message);
    rc_json_key(json, "context");
    rc_json_begin(json, '{');
    rc_json_key(json, "locations");
    rc_json_begin(json, '[');
    if (diag->context)
        write_contexts(json, sources, diag->context);
    else if (diag->span.file != 0)
        write_location(json, sources, "rules content", "", (struct rc_span){.file = diag->span.file});
    if (is_condition(diag->context) && diag->span.file != 0)
        write_location(json, sources, "condition expression", "", diag->span);
    rc_json_end(json, ']');
    rc_json_key(json, "snippet");
    struct rc_strbuf excerpt = {0};
    rc_diag_excerpt(sources, diag->span, &excerpt);
    rc_json_string(json, excerpt.len ? excerpt.data : "", excerpt.len);
    rc_strbuf_free(&excerpt);
    rc_json_end(json, '}');
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
        bool is_falcos = !first_error ||
                         (diag->severity == RC_ERROR && diag->code == first_error->code);
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
        rc_json_key(&json, "name");
        rc_json_cstring(&json, rc_source(sources, file)->name);
        rc_json_key(&json, "successful");
        rc_json_bool(&json, !has_error(diags, file));
        write_diags(&json, diags, sources, file, "errors", RC_ERROR, true);
        write_diags(&json, diags, sources, file, "warnings", RC_WARNING, true);
        write_diags(&json, diags, sources, file, "more_errors", RC_ERROR, false);
        write_diags(&json, diags, sources, file, "more_warnings", RC_WARNING, false);
        rc_json_end(&json, '}');
    }
    rc_json_end(&json, ']');
    rc_json_end(&json, '}');
    rc_strbuf_addc(out, '\n');
}
