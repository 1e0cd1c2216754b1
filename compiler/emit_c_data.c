/* The C back end: enumerations and tables. See emit_c.h. */
#include "emit_c.h"

#include <inttypes.h>
#include <string.h>

/* Masks of one word stand so many to a line; longer ones have a line each. */
#define MASKS_A_LINE 8

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

/* An enumeration has an enumerator at least: none of these is emitted empty. */
void rc_emit_c_enums(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->nvalues > 0) {
        rc_emit_comment(emit, "What conditions and outputs read.");
        rc_emit_open(emit, "enum value");
        for (uint32_t i = 0; i < plan->nvalues; i++)
            rc_emit_line(emit, "%s,", plan->values[i].name);
        rc_emit_close(emit, ";");
        rc_emit_gap(emit);
    }
    if (plan->nrules > 0) {
        rc_emit_open(emit, "enum rule");
        for (uint32_t i = 0; i < plan->nrules; i++)
            rc_emit_line(emit, "%s,", plan->rules[i].name);
        rc_emit_close(emit, ";");
        rc_emit_gap(emit);
    }
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

static void emit_field(const struct rc_plan *plan, const struct rc_value *value,
                       struct rc_emit *emit)
{
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
        rc_emit_line(emit, ".ref = {.field = FIELD_%s, .arg_kind = RT_ARG_KEY, .key = %s},",
                     field->id, rc_emit_c_string(plan, value->key, strlen(value->key)));
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
            emit_field(plan, value, emit);
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

static void emit_words(struct rc_emit *emit, const char *what, const char *name,
                       const uint64_t *words, size_t n, uint32_t a_line)
{
    struct rc_strbuf line = {0};

    rc_emit_open(emit, "static const uint64_t %s_%s[] =", what, name);
    for (size_t i = 0; i < n; i++) {
        rc_strbuf_printf(&line, "0x%" PRIx64 ",", words[i]);
        if ((i + 1) % a_line == 0 || i + 1 == n) {
            rc_emit_line(emit, "%s", line.data);
            line.len = 0;
        } else {
            rc_strbuf_addc(&line, ' ');
        }
    }
    rc_strbuf_free(&line);
    rc_emit_close(emit, ";");
}

static void emit_indices(struct rc_emit *emit, const char *what, const char *name,
                         const uint32_t *indices, uint32_t n)
{
    struct rc_strbuf line = {0};

    rc_emit_open(emit, "static const uint32_t %s_%s[] =", what, name);
    for (uint32_t i = 0; i < n; i++) {
        rc_strbuf_printf(&line, "%u,", indices[i]);
        if (line.len > 88 || i + 1 == n) {
            rc_emit_line(emit, "%s", line.data);
            line.len = 0;
        } else {
            rc_strbuf_addc(&line, ' ');
        }
    }
    rc_strbuf_free(&line);
    rc_emit_close(emit, ";");
}

static void emit_table(const struct rc_plan *plan, const struct rc_plan_table *table,
                       struct rc_emit *emit)
{
    const struct rc_plan_value *value = &plan->values[table->slot];

    rc_emit_comment(emit, rc_arena_printf(plan->arena,
                                          table->is_prefix
                                              ? "Every text that some rule asks %s to start with."
                                              : "Every text that some rule compares %s with.",
                                          value->value->name));
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static const struct rt_text literals_%s[] =", table->name);
    for (uint32_t i = 0; i < table->ntexts; i++)
        rc_emit_line(emit, "{%s, %u},",
                     rc_emit_c_string(plan, table->texts[i]->text, table->texts[i]->len),
                     table->texts[i]->len);
    rc_emit_close(emit, ";");
    emit_words(emit, "masks", table->name, table->masks, (size_t)table->ntexts * table->nwords,
               table->nwords == 1 ? MASKS_A_LINE : table->nwords);
    emit_words(emit, "tests", table->name, table->tests, table->nwords, table->nwords);
    emit_words(emit, "inverted", table->name, table->inverted, table->nwords, table->nwords);
    if (table->is_prefix)
        emit_indices(emit, "parents", table->name, table->parents, table->ntexts);
    else
        emit_indices(emit, "slots", table->name, table->slots, table->nslots);
    rc_emit_open(emit, "static const struct rt_str_set %s =", table->name);
    rc_emit_line(emit, ".texts = literals_%s,", table->name);
    rc_emit_line(emit, ".ntexts = %u,", table->ntexts);
    rc_emit_line(emit, ".masks = masks_%s,", table->name);
    rc_emit_line(emit, ".tests = tests_%s,", table->name);
    rc_emit_line(emit, ".inverted = inverted_%s,", table->name);
    rc_emit_line(emit, ".first_word = %u,", table->first_word);
    rc_emit_line(emit, ".nwords = %u,", table->nwords);
    if (table->is_prefix) {
        rc_emit_line(emit, ".parents = parents_%s,", table->name);
    } else {
        rc_emit_line(emit, ".slots = slots_%s,", table->name);
        rc_emit_line(emit, ".nslots = %u,", table->nslots);
        rc_emit_line(emit, ".seed = %u,", table->seed);
        rc_emit_line(emit, ".lengths = UINT64_C(0x%" PRIx64 "),", table->lengths);
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

void rc_emit_c_tables(const struct rc_plan *plan, struct rc_emit *emit)
{
    for (uint32_t i = 0; i < plan->ntables; i++)
        emit_table(plan, &plan->tables[i], emit);
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

    rc_emit_open(emit, "static const struct rt_output_extra extras_of_%s[] =", planned->name);
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

    rc_emit_open(emit, "static const struct rt_output_part output_of_%s[] =", planned->name);
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
    rc_emit_open(emit, "static const char *const tags_of_%s[] =", planned->name);
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

void rc_emit_c_rules(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->nrules == 0)
        return;
    rc_emit_table_begin(emit);
    for (uint32_t i = 0; i < plan->nrules; i++)
        emit_rule_parts(plan, &plan->rules[i], emit);
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
