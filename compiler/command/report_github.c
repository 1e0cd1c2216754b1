/* Diagnostics as workflow commands of GitHub Actions. See report.h. */
#include "command/report.h"

#include <stdio.h>
#include <string.h>

/* What would end the command, or a property of it, is written as %XX. */
static void put_escaped(struct rc_strbuf *out, const char *text, const char *special)
{
    for (; *text; text++) {
        if (strchr(special, *text))
            rc_strbuf_printf(out, "%%%02X", (unsigned char)*text);
        else
            rc_strbuf_addc(out, *text);
    }
}

static void put_property(struct rc_strbuf *out, const char *text)
{
    put_escaped(out, text, "%\r\n:,");
}

static void put_message(struct rc_strbuf *out, const char *text)
{
    put_escaped(out, text, "%\r\n");
}

static void put_place(const struct rc_sources *sources, struct rc_span span, struct rc_strbuf *out)
{
    const struct rc_source_file *file = rc_source(sources, span.file);
    const struct rc_place from = rc_source_place(file, span.off);
    const struct rc_place to = rc_source_place(file, span.off + (span.len > 0 ? span.len - 1 : 0));

    rc_strbuf_adds(out, "file=");
    put_property(out, file->name);
    if (file->len == 0)
        return;
    rc_strbuf_printf(out, ",line=%u", from.line);
    if (to.line == from.line)
        rc_strbuf_printf(out, ",col=%u,endColumn=%u", from.column, to.column);
    else
        rc_strbuf_printf(out, ",endLine=%u", to.line);
}

static void put_note(const struct rc_sources *sources, const struct rc_note *note,
                     struct rc_strbuf *out)
{
    rc_strbuf_adds(out, "%0A");
    if (note->span.file != 0) {
        const struct rc_source_file *file = rc_source(sources, note->span.file);
        put_message(out, file->name);
        rc_strbuf_printf(out, ":%u: ", rc_source_place(file, note->span.off).line);
    }
    put_message(out, note->message);
}

void rc_report_github(const struct rc_report *report, struct rc_strbuf *out)
{
    const struct rc_diags *diags = report->set->diags;
    const struct rc_sources *sources = report->set->sources;
    uint32_t n;
    const struct rc_diag **sorted = rc_diags_sorted(diags, &n);

    for (uint32_t i = 0; i < n; i++) {
        const bool is_error = sorted[i]->severity == RC_ERROR || report->werror;

        rc_strbuf_adds(out, is_error ? "::error " : "::warning ");
        if (sorted[i]->span.file != 0) {
            put_place(sources, sorted[i]->span, out);
            rc_strbuf_addc(out, ',');
        }
        rc_strbuf_printf(out, "title=%s::", rc_code_name(sorted[i]->code));
        put_message(out, sorted[i]->message);
        for (const struct rc_note *note = sorted[i]->notes; note; note = note->next)
            put_note(sources, note, out);
        rc_strbuf_addc(out, '\n');
    }
}
