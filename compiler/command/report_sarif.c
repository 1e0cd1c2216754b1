/* Diagnostics as SARIF 2.1.0. See report.h. */
#include "base/json.h"
#include "base/utf8.h"
#include "command/report.h"

#include <stdio.h>
#include <string.h>

#define HOME "https://falco.org/docs/reference/rules/"

static void put_text(struct rc_json *json, const char *key, const char *text)
{
    rc_json_key(json, key);
    rc_json_begin(json, '{');
    rc_json_key(json, "text");
    rc_json_cstring(json, text);
    rc_json_end(json, '}');
}

static void put_string(struct rc_json *json, const char *key, const char *text)
{
    rc_json_key(json, key);
    rc_json_cstring(json, text);
}

static void put_number(struct rc_json *json, const char *key, uint64_t number)
{
    rc_json_key(json, key);
    rc_json_uint(json, number);
}

/* A path as a URI: relative, or with the scheme file if it is absolute. */
static void put_uri(struct rc_json *json, const char *path)
{
    struct rc_strbuf uri = {0};

    if (path[0] == '/')
        rc_strbuf_adds(&uri, "file://");
    for (const char *at = path; *at; at++) {
        const unsigned char c = (unsigned char)*at;
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || strchr("-._~/", c);
        if (plain)
            rc_strbuf_addc(&uri, (char)c);
        else
            rc_strbuf_printf(&uri, "%%%02X", c);
    }
    rc_json_key(json, "uri");
    rc_json_string(json, uri.data, uri.len);
    rc_strbuf_free(&uri);
}

/* Code points from the start of the line to a byte of the file, plus 1. */
static uint32_t column_of(const struct rc_source_file *file, uint32_t off)
{
    const struct rc_place place = rc_source_place(file, off);
    uint32_t at = file->lines[place.line - 1], column = 1;

    if (off > file->len)
        off = file->len;
    while (at < off) {
        uint32_t size;
        rc_utf8_decode(file->text + at, file->len - at, &size);
        at += size;
        column++;
    }
    return column;
}

static void put_location(struct rc_json *json, const struct rc_sources *sources,
                         struct rc_span span)
{
    const struct rc_source_file *file = rc_source(sources, span.file);

    rc_json_key(json, "physicalLocation");
    rc_json_begin(json, '{');
    rc_json_key(json, "artifactLocation");
    rc_json_begin(json, '{');
    put_uri(json, file->name);
    rc_json_end(json, '}');
    if (file->len > 0) {
        const uint32_t past = span.off + span.len;
        rc_json_key(json, "region");
        rc_json_begin(json, '{');
        put_number(json, "startLine", rc_source_place(file, span.off).line);
        put_number(json, "startColumn", column_of(file, span.off));
        put_number(json, "endLine", rc_source_place(file, past).line);
        put_number(json, "endColumn", column_of(file, past));
        rc_json_end(json, '}');
    }
    rc_json_end(json, '}');
}

/* The things that a fault is in, the innermost first: `rule condition` in rule `X`. */
static void put_logical_locations(struct rc_json *json, const struct rc_context *context)
{
    bool any = false;

    for (; context; context = context->up) {
        if (!*context->name)
            continue;
        if (!any) {
            rc_json_key(json, "logicalLocations");
            rc_json_begin(json, '[');
            any = true;
        }
        rc_json_begin(json, '{');
        put_string(json, "name", context->name);
        put_string(json, "kind", context->type);
        rc_json_end(json, '}');
    }
    if (any)
        rc_json_end(json, ']');
}

static void put_notes(struct rc_json *json, const struct rc_sources *sources,
                      const struct rc_diag *diag)
{
    bool any = false;

    for (const struct rc_note *note = diag->notes; note; note = note->next) {
        if (note->span.file == 0)
            continue;
        if (!any) {
            rc_json_key(json, "relatedLocations");
            rc_json_begin(json, '[');
            any = true;
        }
        rc_json_begin(json, '{');
        put_text(json, "message", note->message);
        put_location(json, sources, note->span);
        rc_json_end(json, '}');
    }
    if (any)
        rc_json_end(json, ']');
}

static void put_result(struct rc_json *json, const struct rc_report *report,
                       const struct rc_diag *diag)
{
    struct rc_strbuf message = {0};

    rc_strbuf_adds(&message, diag->message);
    for (const struct rc_note *note = diag->notes; note; note = note->next) {
        if (note->span.file == 0)
            rc_strbuf_printf(&message, "\n%s", note->message);
    }
    rc_json_begin(json, '{');
    put_string(json, "ruleId", rc_code_name(diag->code));
    put_number(json, "ruleIndex", diag->code);
    put_string(json, "level", diag->severity == RC_ERROR || report->werror ? "error" : "warning");
    put_text(json, "message", message.data);
    rc_strbuf_free(&message);
    rc_json_key(json, "locations");
    rc_json_begin(json, '[');
    if (diag->span.file != 0) {
        rc_json_begin(json, '{');
        put_location(json, report->set->sources, diag->span);
        put_logical_locations(json, diag->context);
        rc_json_end(json, '}');
    }
    rc_json_end(json, ']');
    put_notes(json, report->set->sources, diag);
    rc_json_end(json, '}');
}

static void put_driver(struct rc_json *json)
{
    rc_json_key(json, "tool");
    rc_json_begin(json, '{');
    rc_json_key(json, "driver");
    rc_json_begin(json, '{');
    put_string(json, "name", "rulec");
    put_string(json, "version", RULEC_VERSION);
    put_string(json, "informationUri", HOME);
    rc_json_key(json, "rules");
    rc_json_begin(json, '[');
    for (enum rc_code code = 0; code < RC_CODE__COUNT; code++) {
        rc_json_begin(json, '{');
        put_string(json, "id", rc_code_name(code));
        put_text(json, "shortDescription", rc_code_description(code));
        rc_json_key(json, "defaultConfiguration");
        rc_json_begin(json, '{');
        put_string(json, "level", rc_code_is_error(code) ? "error" : "warning");
        rc_json_end(json, '}');
        rc_json_end(json, '}');
    }
    rc_json_end(json, ']');
    rc_json_end(json, '}');
    rc_json_end(json, '}');
}

void rc_report_sarif(const struct rc_report *report, struct rc_strbuf *out)
{
    struct rc_json json = {.out = out};
    uint32_t n;
    const struct rc_diag **sorted = rc_diags_sorted(report->set->diags, &n);

    rc_json_begin(&json, '{');
    put_string(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    put_string(&json, "version", "2.1.0");
    rc_json_key(&json, "runs");
    rc_json_begin(&json, '[');
    rc_json_begin(&json, '{');
    put_driver(&json);
    put_string(&json, "columnKind", "unicodeCodePoints");
    rc_json_key(&json, "results");
    rc_json_begin(&json, '[');
    for (uint32_t i = 0; i < n; i++)
        put_result(&json, report, sorted[i]);
    rc_json_end(&json, ']');
    rc_json_end(&json, '}');
    rc_json_end(&json, ']');
    rc_json_end(&json, '}');
    rc_strbuf_addc(out, '\n');
}
