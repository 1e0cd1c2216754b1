/* Outputs: text with %fields and %transformers(of fields) in it.
 *
 * A name ends where the longest field does: in `%proc.name.` the dot is text again, and so is `x`
 * in
 * `%proc.namex` (libsinsp, eventformatter.cpp). A number between the % and the name is the width of
 * the value, cut or filled with spaces.
 */
#include "check/field.h"
#include "check/sema.h"

#include <ctype.h>
#include <string.h>

static const char container_info[] = "%container.info";

/* Falco's container plugin suggests these fields, and Falco puts them behind every output unless
 * its setting append_output.suggested_output says no. */
const char rc_suggested_output[] =
    " container_id=%container.id container_name=%container.name"
    " container_image_repository=%container.image.repository"
    " container_image_tag=%container.image.tag k8s_pod_name=%k8s.pod.name k8s_ns_name=%k8s.ns.name";

/* Without %container.info, which stands for nothing any more. */
static struct rc_text without_container_info(struct rc_sema *sema, const struct rc_rule *rule)
{
    const uint32_t len = sizeof container_info - 1;
    struct rc_text_builder builder = {.arena = sema->arena};
    uint32_t done = 0;

    for (;;) {
        const char *found =
            memmem(rule->output.data + done, rule->output.len - done, container_info, len);
        uint32_t at;

        if (!found)
            break;
        at = (uint32_t)(found - rule->output.data);
        if (done == 0) {
            sema->diags->context = rule->context;
            rc_warning(sema->diags, RC_WARN_DEPRECATED_ITEM,
                       rc_text_span(&rule->output, at, len, NULL),
                       "%%container.info is deprecated and stands for nothing; name the fields, "
                       "like %%container.id");
        }
        rc_text_append(&builder, &rule->output, done, at - done, NULL);
        done = at + len;
    }
    if (done == 0)
        return rule->output;
    rc_text_append(&builder, &rule->output, done, rule->output.len - done, NULL);
    return rc_text_finish(&builder);
}

/* Parsing of one output. */
struct output {
    struct rc_sema *sema;
    struct rc_rule *rule;
    struct rc_text text;
    struct rc_output *out;
    uint32_t capacity;
    struct rc_span appended; /* where the text comes from, if not from the rule; file 0: unknown */
};

static struct rc_output_part *add_part(struct output *output)
{
    struct rc_output *out = output->out;

    if (out->nparts == output->capacity) {
        struct rc_output_part *larger;

        output->capacity = output->capacity > 0 ? 2 * output->capacity : 16;
        larger = rc_arena_array(output->sema->arena, output->capacity, sizeof *larger);
        if (out->nparts > 0)
            memcpy(larger, out->parts, out->nparts * sizeof *larger);
        out->parts = larger;
    }
    return &out->parts[out->nparts++];
}

static void add_literal(struct output *output, uint32_t off, uint32_t end)
{
    struct rc_output_part *part;

    if (off == end)
        return;
    part = add_part(output);
    part->text = output->text.data + off;
    part->len = end - off;
}

/* False, with what is wrong reported: for a rule that forgives unknown fields as a warning. */
static bool fail(struct output *output, uint32_t off, uint32_t len, bool unknown,
                 const char *message)
{
    struct rc_diags *diags = output->sema->diags;
    struct rc_span span = rc_text_span(&output->text, off, len, NULL);

    if (span.file == 0 && output->appended.file != 0)
        span = output->appended;
    if (span.file == 0)
        span = output->rule->output_span; /* the text is empty */
    diags->context = output->rule->output_context;
    if (unknown && output->rule->skip_if_unknown_filter)
        rc_warning(diags, RC_WARN_UNKNOWN_FILTER, span, "%s: the rule is left out", message);
    else
        rc_error(diags, RC_ERR_COMPILE_OUTPUT, span, "%s", message);
    return false;
}

/* The next shorter piece that may be a field or a transformer. */
static uint32_t shorten(const struct rc_text *text, uint32_t off, uint32_t len)
{
    while (--len > 0) {
        const unsigned char last = (unsigned char)text->data[off + len - 1];

        if (isalnum(last) || last == '_' || last == ']' || last == ')')
            break;
    }
    return len;
}

/* The value at off, behind the %. Returns its length, 0 if what is there is wrong. */
static uint32_t read_value(struct output *output, uint32_t off, struct rc_operand **value)
{
    struct rc_arena *arena = output->sema->arena;
    uint32_t len = output->text.len - off;
    struct rc_range range, first_range = {0, 0};
    struct rc_operand_error error;
    const char *problem = NULL, *first = NULL;

    if (len > RC_OPERAND_LONGEST)
        len = RC_OPERAND_LONGEST;
    while (len > 0) {
        *value = rc_operand_parse(arena, &output->text, off, len, &range, &problem);
        if (*value && rc_operand_resolve(arena, *value, &error))
            return range.end;
        if (!first) {
            first = *value ? error.message : problem;
            first_range = range;
        }
        /* A longer piece than was looked at would fail alike. */
        len = shorten(&output->text, off, range.end < len ? range.end + 1 : len);
    }
    fail(output, off + first_range.off, first_range.end - first_range.off, true,
         first ? first : "a field is missing behind the %");
    return 0;
}

/* No value is made wider than that. */
#define WIDEST 65535

static bool parse(struct output *output)
{
    const struct rc_text *text = &output->text;
    uint32_t done = 0;

    if (text->len == 0)
        return fail(output, 0, 0, false, "the output is empty");
    /* A star in front once said that values may be missing; now they always may. */
    if (text->data[0] == '*')
        done = 1;
    for (uint32_t i = done; i < text->len; i++) {
        struct rc_output_part *part;
        struct rc_operand *value;
        uint32_t at = i + 1, width = 0, len;

        if (text->data[i] != '%')
            continue;
        add_literal(output, done, i);
        for (; at < text->len && isdigit((unsigned char)text->data[at]); at++) {
            width = width * 10 + (uint32_t)(text->data[at] - '0');
            if (width > WIDEST)
                width = WIDEST;
        }
        if (at == text->len)
            return fail(output, i, at - i, false, "a field is missing behind the %");
        len = read_value(output, at, &value);
        if (len == 0)
            return false;
        part = add_part(output);
        part->value = value;
        part->width = width;
        done = at + len;
        i = done - 1;
    }
    add_literal(output, done, text->len);
    return true;
}

static struct rc_text text_of(const char *text)
{
    return (struct rc_text){.data = text, .len = (uint32_t)strlen(text)};
}

static bool is_for(const struct rc_append *append, const struct rc_rule *rule)
{
    uint32_t found = 0;

    if ((append->rule && strcmp(append->rule, rule->name) != 0) ||
        (append->source && strcmp(append->source, rule->source) != 0))
        return false;
    for (uint32_t i = 0; i < append->ntags; i++) {
        for (uint32_t k = 0; k < rule->ntags; k++)
            found += strcmp(append->tags[i], rule->tags[k]) == 0;
    }
    return found >= append->ntags;
}

/* Errors in what is appended point at it. */
static void set_text(struct output *output, const char *text, struct rc_span span)
{
    output->text = text_of(text);
    output->appended = span;
}

static bool parse_extra(struct output *output, const struct rc_append_field *field)
{
    struct rc_output *out = output->out;
    struct rc_output_extra *extra = &out->extras[out->nextras];

    for (uint32_t k = 0; k < out->nextras; k++) {
        if (strcmp(out->extras[k].name, field->name) == 0)
            extra = &out->extras[k];
    }
    set_text(output,
             field->format ? field->format
                           : rc_arena_printf(output->sema->arena, "%%%s", field->name),
             field->span);
    *extra =
        (struct rc_output_extra){.name = field->name, .first = out->nparts, .raw = !field->format};
    if (field->literal)
        add_literal(output, 0, output->text.len);
    else if (!parse(output))
        return false;
    extra->nparts = out->nparts - extra->first;
    if (extra->raw && (extra->nparts != 1 || !out->parts[extra->first].value))
        return fail(output, 0, output->text.len, false,
                    rc_arena_printf(output->sema->arena, "`%s` is no field", field->name));
    if (extra == &out->extras[out->nextras])
        out->nextras++;
    return true;
}

/* What the command line or the site file, not the rule, puts behind the message and into
 * output_fields. */
static bool parse_appended(struct output *output)
{
    const struct rc_ruleset *set = output->sema->set;
    struct rc_arena *arena = output->sema->arena;
    struct rc_output *out = output->out;
    uint32_t most = 1;

    for (uint32_t i = 0; i < set->nappends; i++) {
        const struct rc_append *append = &set->appends[i];

        most += append->nfields;
        if (!append->output || !is_for(append, output->rule))
            continue;
        set_text(output, rc_arena_printf(arena, " %s", append->output), append->span);
        if (!parse(output))
            return false;
    }
    out->nmessage = out->nparts;
    out->extras = rc_arena_array(arena, most, sizeof *out->extras);
    for (uint32_t i = 0; i < set->nappends; i++) {
        const struct rc_append *append = &set->appends[i];

        for (uint32_t k = 0; k < append->nfields && is_for(append, output->rule); k++) {
            if (!parse_extra(output, &append->fields[k]))
                return false;
        }
    }
    return true;
}

/* The fields by which alerts of the rule are alike. */
static bool parse_by(struct output *output)
{
    const struct rc_rule_limits *limits = output->rule->limits;
    struct rc_output *out = output->out;

    out->first_by = out->nparts;
    for (uint32_t i = 0; limits && i < limits->nby; i++) {
        const uint32_t first = out->nparts;

        set_text(output, rc_arena_printf(output->sema->arena, "%%%s", limits->by[i]),
                 limits->by_span);
        if (!parse(output))
            return false;
        if (out->nparts != first + 1 || !out->parts[first].value)
            return fail(output, 0, output->text.len, false,
                        rc_arena_printf(output->sema->arena, "`%s` is no field", limits->by[i]));
    }
    out->nby = out->nparts - out->first_by;
    return true;
}

/* Whether the fields that Falco suggests go behind the output of a rule. */
static bool is_suggested(const struct rc_ruleset *set, const struct rc_rule *rule)
{
    if (!set->no_suggested_output)
        return true;
    for (uint32_t i = 0; i < set->nappends; i++) {
        if (set->appends[i].suggested && is_for(&set->appends[i], rule))
            return true;
    }
    return false;
}

/* Falco looks for the names of deprecated fields anywhere in the text. */
static void warn_deprecated(struct output *output)
{
    static const char *const names[] = {"evt.dir", "evt.latency", "evt.wait_latency"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const uint32_t len = (uint32_t)strlen(names[i]);
        const char *found = memmem(output->text.data, output->text.len, names[i], len);

        if (!found)
            continue;
        output->sema->diags->context = output->rule->output_context;
        rc_warning(output->sema->diags, RC_WARN_DEPRECATED_ITEM,
                   rc_text_span(&output->text, (uint32_t)(found - output->text.data), len, NULL),
                   "`%s` is deprecated", names[i]);
    }
}

bool rc_sema_output(struct rc_sema *sema, struct rc_rule *rule)
{
    struct output output = {.sema = sema, .rule = rule};

    output.text = without_container_info(sema, rule);
    output.out = rc_arena_alloc(sema->arena, sizeof *output.out);
    if (!parse(&output))
        return false;
    warn_deprecated(&output);
    rule->output_text = output.text;
    if (is_suggested(sema->set, rule) && strcmp(rule->source, "syscall") == 0) {
        output.text = text_of(rc_suggested_output);
        parse(&output);
    }
    output.out->nmessage = output.out->nparts;
    if (strcmp(rule->source, "syscall") == 0 && !parse_appended(&output))
        return false;
    if (!parse_by(&output))
        return false;
    rule->parsed = output.out;
    return true;
}
