/* The C back end: enumerations and tables. See emit_c.h. */
#include "emit/emit_c.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const extractors[CAT_CLASS__COUNT] = {
    [CAT_CLASS_EVENT] = "rt_extract_event",
    [CAT_CLASS_GEN_EVENT] = "rt_extract_gen_event",
    [CAT_CLASS_FD] = "rt_extract_fd",
    [CAT_CLASS_FDLIST] = "rt_extract_fdlist",
    [CAT_CLASS_FSPATH] = "rt_extract_fspath",
    [CAT_CLASS_THREAD] = "rt_extract_thread",
    [CAT_CLASS_USER] = "rt_extract_user",
    [CAT_CLASS_GROUP] = "rt_extract_group",
    [CAT_CLASS_CONTAINER] = "rt_extract_container",
    [CAT_CLASS_UTILS] = "rt_extract_utils",
};

static const char *const formats[CAT_FORMAT__COUNT] = {
    [CAT_FORMAT_NA] = "NA",   [CAT_FORMAT_DEC] = "DEC",
    [CAT_FORMAT_HEX] = "HEX", [CAT_FORMAT_PADDED_DEC] = "PADDED_DEC",
    [CAT_FORMAT_ID] = "ID",   [CAT_FORMAT_DIR] = "DIR",
    [CAT_FORMAT_OCT] = "OCT",
};

static const char *const transforms[CAT_TRANSFORM__COUNT] = {
#define X(id, spelling) [CAT_TRANSFORM_##id] = #id,
    CAT_TRANSFORMERS(X)
#undef X
};

/* A type as its enumerator says it. */
static const char *type_id(enum cat_type type)
{
    return type == CAT_TYPE_DYN ? "DYN" : cat_type_name(type);
}

static void emit_kept(const struct rc_plan *plan, const struct rc_plan_kept *kept, const char *name,
                      struct rc_emit *emit)
{
    if (kept->with != RC_LIFE_EVENT)
        rc_emit_line(emit, "%s = %u,", rc_emit_c_kept_bit(plan, name), kept->bit);
}

static void emit_kept_enum(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->nkept == 0)
        return;
    rc_emit_comment(
        emit,
        rc_arena_printf(plan->arena,
                        "Answers that are kept with the thread or the fd, a bit each. Those of "
                        "a thread below %u hang on its own facts alone; fds count from 0 too.",
                        64 * plan->own_words));
    rc_emit_open(emit, "enum kept");
    for (uint32_t i = 0; i < plan->ntests; i++)
        emit_kept(plan, &plan->tests[i].kept, plan->tests[i].name, emit);
    for (uint32_t i = 0; i < plan->nfunctions; i++) {
        const struct rc_plan_node *node = &plan->nodes[plan->functions[i]];

        emit_kept(plan, &node->kept, node->name, emit);
    }
    rc_emit_close(emit, ";");
    rc_emit_gap(emit);
}

/* An enumeration has an enumerator at least: none of these is emitted empty. */
void rc_emit_c_value_enum(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->nvalues == 0)
        return;
    rc_emit_comment(emit, "What conditions and outputs read.");
    rc_emit_open(emit, "enum value");
    for (uint32_t i = 0; i < plan->nvalues; i++)
        rc_emit_line(emit, "%s,", plan->values[i].name);
    rc_emit_close(emit, ";");
    rc_emit_gap(emit);
}

void rc_emit_c_rule_enum(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->nrules == 0)
        return;
    rc_emit_open(emit, "enum rule");
    for (uint32_t i = 0; i < plan->nrules; i++)
        rc_emit_line(emit, "%s,", plan->rules[i].name);
    rc_emit_close(emit, ";");
    rc_emit_gap(emit);
}

void rc_emit_c_test_enum(const struct rc_plan *plan, struct rc_emit *emit)
{
    emit_kept_enum(plan, emit);
    if (plan->nbits == 0)
        return;
    rc_emit_comment(emit,
                    "Tests whose outcome is remembered for the event: a bit each. Those of one "
                    "table of literals are neighbours.");
    rc_emit_open(emit, "enum test");
    for (uint32_t i = 0; i < plan->ntests; i++) {
        if (plan->tests[i].bit != RC_PLAN_NO_BIT)
            rc_emit_line(emit, "%s = %u,", rc_emit_c_bit(plan, plan->tests[i].name),
                         plan->tests[i].bit);
    }
    for (uint32_t i = 0; i < plan->nfunctions; i++) {
        const struct rc_plan_node *node = &plan->nodes[plan->functions[i]];

        if (node->bit != RC_PLAN_NO_BIT)
            rc_emit_line(emit, "%s = %u,", rc_emit_c_bit(plan, node->name), node->bit);
    }
    rc_emit_close(emit, ";");
    rc_emit_gap(emit);
}

static void emit_field(const struct rc_plan *plan, const struct rc_plan_value *planned,
                       struct rc_emit *emit)
{
    const struct rc_value *value = planned->value;
    const struct cat_field *field = &cat_fields[value->field];

    rc_emit_line(emit, ".extract = %s, .format = CAT_FORMAT_%s,", extractors[field->cls],
                 formats[field->format]);
    switch (value->arg_kind) {
    case RC_ARG_NONE:
        rc_emit_line(emit, ".ref = {.field = FIELD_%s, .key = \"\"%s},", field->id,
                     value->candidates ? ", .candidates = true" : "");
        return;
    case RC_ARG_INDEX:
        rc_emit_line(emit,
                     ".ref = {.field = FIELD_%s, .arg_kind = RT_ARG_INDEX, .index = %u, .key = "
                     "\"\"%s},",
                     field->id, value->index, value->candidates ? ", .candidates = true" : "");
        return;
    case RC_ARG_KEY:
        rc_emit_line(emit, ".ref = {.field = FIELD_%s, .arg_kind = RT_ARG_KEY, .key = %s%s%s},",
                     field->id, rc_emit_c_string(plan, value->key, strlen(value->key)),
                     planned->expression ? ", .matches = " : "",
                     planned->expression ? planned->expression : "");
        return;
    }
}

static void emit_constant(const struct rc_plan *plan, const struct rc_value *value,
                          struct rc_emit *emit)
{
    const struct rc_literal *literal = value->constant;

    rc_emit_line(emit, ".is_constant = true,");
    if (value->type == CAT_TYPE_CHARBUF || value->type == CAT_TYPE_BYTEBUF)
        rc_emit_line(emit, ".constant = {.str = %s, .len = %u},",
                     rc_emit_c_string(plan, literal->text, literal->len), literal->len);
    else
        rc_emit_line(emit, ".constant = {.u64 = UINT64_C(%" PRIu64 ")},",
                     (uint64_t)literal->number);
}

static void emit_transform(const struct rc_plan *plan, const struct rc_plan_value *planned,
                           struct rc_emit *emit)
{
    const struct rc_value *value = planned->value;

    rc_emit_line(emit, ".format = CAT_FORMAT_%s,", value->type == CAT_TYPE_CHARBUF ? "NA" : "DEC");
    rc_emit_line(emit, ".transformer = CAT_TRANSFORM_%s,", transforms[value->transformer]);
    if (value->arg_kind == RC_ARG_KEY)
        rc_emit_line(emit, ".ref = {.arg_kind = RT_ARG_KEY, .key = %s},",
                     rc_emit_c_string(plan, value->key, strlen(value->key)));
    if (planned->ninputs > 0)
        rc_emit_line(emit, ".inputs = inputs_of_%s,", planned->name);
    rc_emit_line(emit, ".ninputs = %u,", planned->ninputs);
}

void rc_emit_c_values(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->nvalues == 0)
        return;
    rc_emit_table_begin(emit);
    for (uint32_t i = 0; i < plan->nvalues; i++) {
        const struct rc_plan_value *planned = &plan->values[i];

        if (planned->ninputs == 0)
            continue;
        rc_emit_open(emit, "static const uint16_t inputs_of_%s[] =", planned->name);
        for (uint32_t k = 0; k < planned->ninputs; k++)
            rc_emit_line(emit, "%s,", plan->values[planned->inputs[k]].name);
        rc_emit_close(emit, ";");
    }
    rc_emit_open(emit, "static const struct rt_value_def values[] =");
    for (uint32_t i = 0; i < plan->nvalues; i++) {
        const struct rc_plan_value *planned = &plan->values[i];
        const struct rc_value *value = planned->value;

        rc_emit_open(emit, "[%s] =", planned->name);
        rc_emit_line(emit, ".name = %s, .type = CAT_TYPE_%s,",
                     rc_emit_c_string(plan, value->name, strlen(value->name)),
                     type_id(value->type));
        if (value->is_list)
            rc_emit_line(emit, ".is_list = true,");
        if (value->kind == RC_OPERAND_FIELD)
            emit_field(plan, planned, emit);
        else if (value->kind == RC_OPERAND_CONSTANT)
            emit_constant(plan, value, emit);
        else
            emit_transform(plan, planned, emit);
        rc_emit_close(emit, ",");
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

/* Items that stand behind each other, as many to a line as fit. */
struct row {
    struct rc_emit *emit;
    struct rc_strbuf line;
};

static void end_row(struct row *row)
{
    if (row->line.len > 0)
        rc_emit_line(row->emit, "%s", row->line.data);
    rc_strbuf_free(&row->line);
}

static __attribute__((format(printf, 2, 3))) void add_to_row(struct row *row, const char *format,
                                                             ...)
{
    char item[128];
    va_list args;

    va_start(args, format);
    vsnprintf(item, sizeof item, format, args);
    va_end(args);
    if (row->line.len > 0 && row->line.len + strlen(item) > RC_EMIT_WIDTH - 6) {
        rc_emit_line(row->emit, "%s", row->line.data);
        row->line.len = 0;
    }
    rc_strbuf_printf(&row->line, "%s%s", row->line.len > 0 ? " " : "", item);
}

void rc_emit_c_numbers(struct rc_emit *emit, const char *what, const char *name,
                       const uint32_t *numbers, uint32_t n)
{
    struct row row = {.emit = emit};

    rc_emit_open(emit, "static const uint32_t %s_%s[] =", what, name);
    for (uint32_t i = 0; i < n; i++)
        add_to_row(&row, "%u,", numbers[i]);
    end_row(&row);
    rc_emit_close(emit, ";");
}

static void emit_places(const struct rc_plan_table *table, struct rc_emit *emit)
{
    struct row row = {.emit = emit};

    rc_emit_c_numbers(emit, "displacements", table->name, table->displacements,
                      table->ndisplacements);
    rc_emit_open(emit, "static const struct rt_table_place places_%s[] =", table->name);
    for (uint32_t i = 0; i < table->nplaces; i++) {
        const struct rt_table_place *place = &table->places[i];

        if (place->len == UINT32_MAX)
            add_to_row(&row, "{.len = UINT32_MAX},");
        else
            add_to_row(&row, "{0x%x, %u, %u, %u, %u},", place->check, place->text, place->len,
                       place->tests, place->ntests);
    }
    end_row(&row);
    rc_emit_close(emit, ";");
}

static void emit_nodes(const struct rc_plan_table *table, struct rc_emit *emit)
{
    struct row row = {.emit = emit};

    rc_emit_open(emit, "static const struct rt_table_node nodes_%s[] =", table->name);
    for (uint32_t i = 0; i < table->nnodes; i++) {
        const struct rt_table_node *node = &table->nodes[i];

        add_to_row(&row, "{%u, %u, %u, %u, %u, %u, %u},", node->text, node->children, node->tests,
                   node->ntests, node->len, node->nchildren, node->first);
    }
    end_row(&row);
    rc_emit_close(emit, ";");
    if (table->kind != RT_TABLE_CONTAINS && table->kind != RT_TABLE_ICONTAINS)
        return;
    rc_emit_open(emit, "static const uint64_t fours_%s[] =", table->name);
    for (uint32_t i = 0; i < ((1u << table->four_bits) + 63) / 64; i++)
        add_to_row(&row, "0x%" PRIx64 ",", table->fours[i]);
    end_row(&row);
    rc_emit_close(emit, ";");
}

/* The literals behind each other, each in quotes of its own. */
static void emit_bytes(const struct rc_plan *plan, const struct rc_plan_table *table,
                       struct rc_emit *emit)
{
    struct rc_strbuf line = {0};
    uint32_t at = 0;

    rc_emit_line(emit, "static const char bytes_%s[] =", table->name);
    for (uint32_t i = 0; i < table->nends; at = table->ends[i++]) {
        const char *text = rc_emit_c_string(plan, table->bytes + at, table->ends[i] - at);

        if (line.len > 0 && line.len + strlen(text) > RC_EMIT_WIDTH - 6) {
            rc_emit_line(emit, "    %s", line.data);
            line.len = 0;
        }
        rc_strbuf_printf(&line, "%s%s", line.len > 0 ? " " : "", text);
    }
    rc_emit_line(emit, "    %s;", line.data);
    rc_strbuf_free(&line);
}

static void emit_table(const struct rc_plan *plan, const struct rc_plan_table *table,
                       uint32_t number, struct rc_emit *emit)
{
    static const struct {
        const char *id, *asks;
    } kinds[RT_TABLE_KINDS] = {
        [RT_TABLE_EQUAL] = {"EQUAL", "Everything that some rule compares %s with."},
        [RT_TABLE_PREFIX] = {"PREFIX", "Every text that some rule asks %s to start with."},
        [RT_TABLE_SUFFIX] = {"SUFFIX",
                             "Every text, backwards, that some rule asks %s to end with."},
        [RT_TABLE_PATH] = {"PATH", "Every path that some rule asks %s to be below."},
        [RT_TABLE_CONTAINS] = {"CONTAINS", "Every text that some rule looks for inside %s."},
        [RT_TABLE_ICONTAINS] = {"ICONTAINS",
                                "Every text that some rule looks for inside %s, in any case."},
    };
    const struct rc_plan_value *value = &plan->values[table->slot];
    const char *asks = kinds[table->kind].asks, *field = strstr(asks, "%s");

    rc_emit_comment(emit, rc_arena_printf(plan->arena, "%.*s%s%s", (int)(field - asks), asks,
                                          value->value->name, field + 2));
    rc_emit_table_begin(emit);
    emit_bytes(plan, table, emit);
    rc_emit_c_numbers(emit, "lists", table->name, table->lists, table->nlists);
    if (table->kind == RT_TABLE_EQUAL)
        emit_places(table, emit);
    else
        emit_nodes(table, emit);
    rc_emit_open(emit, "%sconst struct rt_table %s =", rc_emit_linkage(emit), table->name);
    rc_emit_line(emit, ".kind = RT_TABLE_%s,", kinds[table->kind].id);
    rc_emit_line(emit, ".number = %u,", number);
    rc_emit_line(emit, ".known = %u,", table->known);
    rc_emit_line(emit, ".given = %u,", table->given);
    rc_emit_line(emit, ".slot = %s,", value->name);
    rc_emit_line(emit, ".bytes = bytes_%s,", table->name);
    rc_emit_line(emit, ".lists = lists_%s,", table->name);
    if (table->kind == RT_TABLE_EQUAL) {
        if (table->numbers)
            rc_emit_line(emit, ".numbers = true,");
        rc_emit_line(emit, ".places = places_%s,", table->name);
        rc_emit_line(emit, ".nplaces = %u,", table->nplaces);
        rc_emit_line(emit, ".displacements = displacements_%s,", table->name);
        rc_emit_line(emit, ".ndisplacements = %u,", table->ndisplacements);
        rc_emit_line(emit, ".seed = %u,", table->seed);
        rc_emit_line(emit, ".lengths = UINT64_C(0x%" PRIx64 "),", table->lengths);
    } else {
        rc_emit_line(emit, ".nodes = nodes_%s,", table->name);
        rc_emit_line(emit, ".longest = %u,", table->longest);
    }
    if (table->kind == RT_TABLE_CONTAINS || table->kind == RT_TABLE_ICONTAINS) {
        rc_emit_line(emit, ".fours = fours_%s,", table->name);
        rc_emit_line(emit, ".four_bits = %u,", table->four_bits);
        rc_emit_line(emit,
                     ".firsts = {0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 "},",
                     table->firsts[0], table->firsts[1], table->firsts[2], table->firsts[3]);
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

void rc_emit_c_tables(const struct rc_plan *plan, struct rc_emit *emit)
{
    for (uint32_t i = 0; i < plan->ntables; i++)
        emit_table(plan, &plan->tables[i], i, emit);
}

static const char *output_value(const struct rc_plan *plan, const struct rc_plan_rule *planned,
                                uint32_t number)
{
    const struct rc_output_part *part = &planned->rule->parsed->parts[number];
    const char *name = plan->values[planned->output_slot[number]].name;

    if (part->width > 0)
        return rc_arena_printf(plan->arena, "{.slot = %s, .width = %u},", name, part->width);
    return rc_arena_printf(plan->arena, "{.slot = %s},", name);
}

static void emit_extras(const struct rc_plan *plan, const struct rc_plan_rule *planned,
                        struct rc_emit *emit)
{
    const struct rc_output *output = planned->rule->parsed;

    rc_emit_open(emit, "%sconst struct rt_output_extra extras_of_%s[] =", rc_emit_linkage(emit),
                 planned->name);
    for (uint32_t i = 0; i < output->nextras; i++) {
        const struct rc_output_extra *extra = &output->extras[i];

        rc_emit_line(emit, "{.name = %s, .parts = &output_of_%s[%u], .nparts = %u%s},",
                     rc_emit_c_string(plan, extra->name, strlen(extra->name)), planned->name,
                     extra->first, extra->nparts, extra->raw ? ", .raw = true" : "");
    }
    rc_emit_close(emit, ";");
}

static void emit_rule_parts(const struct rc_plan *plan, const struct rc_plan_rule *planned,
                            struct rc_emit *emit)
{
    const struct rc_rule *rule = planned->rule;

    rc_emit_open(emit, "%sconst struct rt_output_part output_of_%s[] =", rc_emit_linkage(emit),
                 planned->name);
    for (uint32_t i = 0; i < rule->parsed->nparts; i++) {
        const struct rc_output_part *part = &rule->parsed->parts[i];
        const char *value = "";

        if (part->value) {
            rc_emit_line(emit, "%s", output_value(plan, planned, i));
            continue;
        }
        /* A value stands in the line of the text before it. */
        if (i + 1 < rule->parsed->nparts && part[1].value)
            value = output_value(plan, planned, ++i);
        rc_emit_line(emit, "{.text = %s, .len = %u},%s%s",
                     rc_emit_c_string(plan, part->text, part->len), part->len, *value ? " " : "",
                     value);
    }
    rc_emit_line(emit, "{.text = \"\"},");
    rc_emit_close(emit, ";");
    if (rule->parsed->nextras > 0)
        emit_extras(plan, planned, emit);
    if (rule->ntags == 0)
        return;
    rc_emit_open(emit, "%sconst char *const tags_of_%s[] =", rc_emit_linkage(emit), planned->name);
    struct rc_strbuf line = {0};
    for (uint32_t i = 0; i < rule->ntags; i++) {
        rc_strbuf_printf(&line, "%s%s,", line.len > 0 ? " " : "",
                         rc_emit_c_string(plan, rule->tags[i], strlen(rule->tags[i])));
        if (line.len > 72 || i + 1 == rule->ntags) {
            rc_emit_line(emit, "%s", line.data);
            line.len = 0;
        }
    }
    rc_strbuf_free(&line);
    rc_emit_close(emit, ";");
}

void rc_emit_c_outputs(const struct rc_plan *plan, uint32_t first, uint32_t end,
                       struct rc_emit *emit)
{
    for (uint32_t i = first; i < end; i++)
        emit_rule_parts(plan, &plan->rules[i], emit);
}

/* What outputs of other files are called here. */
static void emit_outputs_elsewhere(const struct rc_plan *plan, struct rc_emit *emit)
{
    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_plan_rule *planned = &plan->rules[i];

        rc_emit_line(emit, "extern const struct rt_output_part output_of_%s[];", planned->name);
        if (planned->rule->ntags > 0)
            rc_emit_line(emit, "extern const char *const tags_of_%s[];", planned->name);
        if (planned->rule->parsed->nextras > 0)
            rc_emit_line(emit, "extern const struct rt_output_extra extras_of_%s[];",
                         planned->name);
    }
}

void rc_emit_c_rules(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->nrules == 0)
        return;
    rc_emit_table_begin(emit);
    if (emit->shared)
        emit_outputs_elsewhere(plan, emit);
    else
        rc_emit_c_outputs(plan, 0, plan->nrules, emit);
    rc_emit_open(emit, "static const struct rt_rule_def rules[] =");
    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_plan_rule *planned = &plan->rules[i];
        const struct rc_rule *rule = planned->rule;
        const char *position = rc_emit_c_position(plan, rule->span);

        rc_emit_open(emit, "[%s] =", planned->name);
        rc_emit_line(emit, ".name = %s,", rc_emit_c_string(plan, rule->name, strlen(rule->name)));
        rc_emit_line(emit, ".source = %s, .position = %s, .priority = %u,",
                     rc_emit_c_string(plan, rule->source, strlen(rule->source)),
                     rc_emit_c_string(plan, position, strlen(position)), (unsigned)rule->priority);
        if (rule->ntags > 0)
            rc_emit_line(emit, ".tags = tags_of_%s, .ntags = %u,", planned->name, rule->ntags);
        rc_emit_line(emit, ".parts = output_of_%s, .nparts = %u,", planned->name,
                     rule->parsed->nmessage);
        if (rule->parsed->nextras > 0)
            rc_emit_line(emit, ".extras = extras_of_%s, .nextras = %u,", planned->name,
                         rule->parsed->nextras);
        rc_emit_close(emit, ",");
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}
