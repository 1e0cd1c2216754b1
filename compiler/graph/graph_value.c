/* The predicate graph: values, each once. See graph.h. */
#include "graph/graph_parts.h"

#include <string.h>

/* The name tells everything but how the value is read, and by whom. */
static uint32_t hash_content(const struct rc_value *value)
{
    return rc_graph_hash_word(rc_graph_hash_text(value->owner, value->name, strlen(value->name)),
                              value->candidates);
}

static uint32_t hash_value(const struct rc_graph *graph, uint32_t number)
{
    return hash_content(graph->values[number]);
}

bool rc_graph_same_literal(const struct rc_literal *a, const struct rc_literal *b)
{
    return a->type == b->type && a->len == b->len && memcmp(a->text, b->text, a->len) == 0 &&
           a->number == b->number && a->real == b->real && a->nbytes == b->nbytes &&
           a->prefix_bits == b->prefix_bits && memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

static bool equal_value(const struct rc_graph *graph, uint32_t number, const void *key)
{
    const struct rc_value *a = graph->values[number], *b = key;

    if (a->kind != b->kind || a->field != b->field || a->arg_kind != b->arg_kind ||
        a->index != b->index || strcmp(a->key, b->key) != 0 || a->candidates != b->candidates ||
        a->owner != b->owner || a->transformer != b->transformer || a->nargs != b->nargs)
        return false;
    for (uint32_t i = 0; i < a->nargs; i++) {
        if (a->args[i] != b->args[i])
            return false;
    }
    return a->kind != RC_OPERAND_CONSTANT || rc_graph_same_literal(a->constant, b->constant);
}

static const struct rc_value *intern_value(struct rc_graph *graph, const struct rc_value *value)
{
    const struct rc_graph_lookup lookup = {graph, value, equal_value, hash_value};
    const uint32_t hash = hash_content(value);
    uint32_t *place = rc_graph_index_find(graph->arena, &graph->value_index, hash, &lookup);
    struct rc_value *made;

    if (*place != 0)
        return graph->values[*place - 1];
    graph->values =
        rc_graph_grow(graph->arena, graph->values, graph->nvalues, &graph->values_capacity);
    made = rc_arena_alloc(graph->arena, sizeof *made);
    *made = *value;
    made->number = graph->nvalues;
    graph->values[graph->nvalues++] = made;
    graph->value_index.used++;
    *place = graph->nvalues;
    return made;
}

static const char *value_name(struct rc_arena *arena, const struct rc_value *value)
{
    struct rc_strbuf text = {0};
    const char *name;

    switch (value->kind) {
    case RC_OPERAND_FIELD:
        name = cat_fields[value->field].name;
        if (value->arg_kind == RC_ARG_INDEX)
            return rc_arena_printf(arena, "%s[%u]", name, value->index);
        /* evt.arg.flags keeps its own spelling; every other key stands in brackets. */
        if (value->arg_kind == RC_ARG_KEY)
            return rc_arena_printf(arena,
                                   value->field == FIELD_EVT_ARG || value->field == FIELD_EVT_RAWARG
                                       ? "%s.%s"
                                       : "%s[%s]",
                                   name, value->key);
        return name;
    case RC_OPERAND_CONSTANT:
        return rc_arena_strndup(arena, value->constant->text, value->constant->len);
    case RC_OPERAND_TRANSFORM:
        rc_strbuf_adds(&text, cat_transformer_names[value->transformer]);
        break;
    case RC_OPERAND_LIST:
        break;
    }
    rc_strbuf_addc(&text, '(');
    for (uint32_t i = 0; i < value->nargs; i++)
        rc_strbuf_printf(&text, "%s%s", i > 0 ? ", " : "", value->args[i]->name);
    rc_strbuf_addc(&text, ')');
    if (value->arg_kind == RC_ARG_KEY)
        rc_strbuf_printf(&text, "[%s]", value->key);
    name = rc_arena_strndup(arena, text.data, text.len);
    rc_strbuf_free(&text);
    return name;
}

bool rc_graph_remembers(const struct rc_value *value)
{
    return value && value->kind == RC_OPERAND_FIELD &&
           (value->field == FIELD_EVT_DELTATIME || value->field == FIELD_EVT_DELTATIME_S ||
            value->field == FIELD_EVT_DELTATIME_NS);
}

const struct rc_value *rc_graph_value(struct rc_graph *graph, const struct rc_operand *operand,
                                      bool in_condition)
{
    struct rc_value value = {
        .kind = operand->kind,
        .key = "",
        .type = operand->type,
        .is_list = operand->is_list,
    };

    /* val() only marks a right side. */
    if (operand->kind == RC_OPERAND_TRANSFORM && operand->transformer == CAT_TRANSFORM_VAL &&
        operand->nargs == 1)
        return rc_graph_value(graph, operand->args[0], in_condition);
    switch (operand->kind) {
    case RC_OPERAND_FIELD:
        value.field = operand->field;
        value.arg_kind = operand->arg_kind;
        if (operand->arg_kind == RC_ARG_INDEX)
            value.index = operand->index;
        if (operand->arg_kind == RC_ARG_KEY)
            value.key = operand->key;
        /* proc.aenv[1] in a condition asks all ancestors as well, as in Falco. */
        value.candidates =
            in_condition &&
            (operand->arg_kind == RC_ARG_NONE ||
             (operand->arg_kind == RC_ARG_INDEX && operand->field == FIELD_PROC_AENV)) &&
            (cat_fields[operand->field].flags & CAT_FF_CANDIDATES);
        value.owner = in_condition && rc_graph_remembers(&value) ? graph->owner : 0;
        break;
    case RC_OPERAND_TRANSFORM:
        value.transformer = operand->transformer;
        if (operand->arg) { /* getopt(...)[x] */
            value.arg_kind = RC_ARG_KEY;
            value.key = rc_arena_strndup(graph->arena, operand->arg, operand->arg_len);
        }
        break;
    case RC_OPERAND_LIST:
        break;
    case RC_OPERAND_CONSTANT:
        value.constant = operand->constant;
        break;
    }
    value.nargs = operand->kind == RC_OPERAND_TRANSFORM || operand->kind == RC_OPERAND_LIST
                      ? operand->nargs
                      : 0;
    value.args = rc_arena_array(graph->arena, value.nargs + 1, sizeof(const struct rc_value *));
    for (uint32_t i = 0; i < value.nargs; i++)
        value.args[i] = rc_graph_value(graph, operand->args[i], in_condition);
    value.name = value_name(graph->arena, &value);
    return intern_value(graph, &value);
}
