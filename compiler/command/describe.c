/* What a rule set is made of. See describe.h. */
#include "command/describe.h"

#include "base/json.h"
#include "check/sema.h"
#include "rules/load.h"
#include "syntax/condition.h"

#include <stdio.h>
#include <string.h>

/* --- sets of names --- */

static void add_name(struct rc_arena *arena, struct rc_names *names, const char *name)
{
    names->seen.arena = arena;
    if (rc_name_table_get(&names->seen, name))
        return;
    if (names->n == names->capacity) {
        const uint32_t capacity = names->capacity ? names->capacity * 2 : 16;
        const char **items = rc_arena_array(arena, capacity, sizeof *items);
        if (names->n > 0)
            memcpy(items, names->items, names->n * sizeof *items);
        names->items = items;
        names->capacity = capacity;
    }
    names->items[names->n++] = name;
    rc_name_table_set(&names->seen, name, names);
}

/* --- the condition as compiled --- */

/* A value, in quotes where a parser would need them. */
static void print_value(const char *text, uint32_t len, struct rc_strbuf *out)
{
    const size_t start = out->len;
    bool quote = false;

    for (uint32_t i = 0; i < len; i++) {
        static const char special[] = "\b\f\n\r\t \\\"", letters[] = "bfnrt \\\"";
        const char *found = text[i] ? strchr(special, text[i]) : NULL;

        quote = quote || found || text[i] == '=' || text[i] == '\'' || text[i] == '\0';
        if (found && *found != ' ')
            rc_strbuf_addc(out, '\\');
        rc_strbuf_addc(out, found ? letters[found - special] : text[i]);
    }
    if (quote) {
        rc_strbuf_adds(out, "\"\"");
        memmove(out->data + start + 1, out->data + start, out->len - start - 2);
        out->data[start] = '"';
    }
}

/* Sema has turned the hexadecimal digits of bcontains and bstartswith into bytes. */
static void print_bytes(const struct rc_ruleset *set, const struct rc_literal *literal,
                        struct rc_strbuf *out)
{
    const struct rc_span span = literal->span;

    if (span.file != 0 && span.len == 2 * literal->len) {
        rc_strbuf_add(out, rc_source(set->sources, span.file)->text + span.off, span.len);
        return;
    }
    for (uint32_t i = 0; i < literal->len; i++)
        rc_strbuf_printf(out, "%02x", (unsigned char)literal->text[i]);
}

static void print_operand(const struct rc_operand *operand, struct rc_strbuf *out)
{
    if (operand->kind == RC_OPERAND_CONSTANT) {
        print_value(operand->constant->text, operand->constant->len, out);
        return;
    }
    if (operand->kind == RC_OPERAND_FIELD)
        rc_strbuf_adds(out, operand->name);
    else if (operand->kind == RC_OPERAND_TRANSFORM)
        rc_strbuf_adds(out, cat_transformer_names[operand->transformer]);
    if (operand->kind != RC_OPERAND_FIELD) {
        rc_strbuf_addc(out, '(');
        for (uint32_t i = 0; i < operand->nargs; i++) {
            rc_strbuf_adds(out, i > 0 ? "," : "");
            print_operand(operand->args[i], out);
        }
        rc_strbuf_addc(out, ')');
    }
    if (operand->arg) {
        rc_strbuf_addc(out, '[');
        if (operand->arg_len == 0)
            rc_strbuf_adds(out, "\"\"");
        print_value(operand->arg, operand->arg_len, out);
        rc_strbuf_addc(out, ']');
    }
}

/* `=` and `==` are one operator; it is named as it was written, with its modifier. */
static const char *operator_name(const struct rc_ruleset *set, const struct rc_expr *test)
{
    const struct rc_span span = test->op_span;

    if (test->modifier != CAT_MOD_NONE)
        return rc_arena_printf(set->arena, "%s %s",
                               test->op == CAT_OP_EQ ? "=" : cat_operator_names[test->op],
                               cat_modifier_names[test->modifier]);
    if (test->op != CAT_OP_EQ)
        return cat_operator_names[test->op];
    if (span.file != 0 && span.len == 2 &&
        memcmp(rc_source(set->sources, span.file)->text + span.off, "==", 2) == 0)
        return "==";
    return "=";
}

static bool takes_list(const struct rc_expr *test)
{
    return test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS || test->op == CAT_OP_PMATCH ||
           test->modifier != CAT_MOD_NONE;
}

static void print_test(const struct rc_ruleset *set, const struct rc_expr *test,
                       struct rc_strbuf *out)
{
    print_operand(test->left, out);
    rc_strbuf_printf(out, " %s", operator_name(set, test));
    if (test->op == CAT_OP_EXISTS)
        return;
    rc_strbuf_addc(out, ' ');
    if (test->right) {
        print_operand(test->right, out);
        return;
    }
    rc_strbuf_adds(out, takes_list(test) ? "(" : "");
    for (uint32_t i = 0; i < test->nliterals; i++) {
        rc_strbuf_adds(out, i > 0 ? ", " : "");
        if (test->op == CAT_OP_BCONTAINS || test->op == CAT_OP_BSTARTSWITH)
            print_bytes(set, &test->literals[i], out);
        else
            print_value(test->literals[i].text, test->literals[i].len, out);
    }
    rc_strbuf_adds(out, takes_list(test) ? ")" : "");
}

/* False: it grew too long. */
static bool print_condition(const struct rc_ruleset *set, const struct rc_expr *expr,
                            struct rc_strbuf *out)
{
    switch (expr->kind) {
    case RC_EXPR_TEST:
        print_test(set, expr, out);
        return out->len <= RC_COMPILED_LONGEST;
    case RC_EXPR_NOT:
        rc_strbuf_adds(out, "not ");
        return print_condition(set, expr->children[0], out);
    case RC_EXPR_MACRO:
        rc_strbuf_adds(out, expr->name);
        return true;
    case RC_EXPR_EXPANDED:
        return print_condition(set, expr->children[0], out);
    case RC_EXPR_AND:
    case RC_EXPR_OR:
        break;
    }
    rc_strbuf_addc(out, '(');
    for (uint32_t i = 0; i < expr->nchildren; i++) {
        rc_strbuf_adds(out, i == 0 ? "" : expr->kind == RC_EXPR_AND ? " and " : " or ");
        if (!print_condition(set, expr->children[i], out))
            return false;
    }
    rc_strbuf_addc(out, ')');
    return true;
}

/* --- what a condition is made of --- */

struct walk {
    const struct rc_ruleset *set;
    struct rc_condition_facts *facts;
    struct rc_names looked_through; /* macros */
};

/* A field with its argument, as it is written. */
static const char *field_name(struct rc_arena *arena, const struct rc_operand *field)
{
    if (!field->arg || field->arg_len == 0)
        return field->name;
    return rc_arena_printf(arena, "%s[%.*s]", field->name, (int)field->arg_len, field->arg);
}

static void add_fields(struct rc_arena *arena, const struct rc_operand *operand,
                       struct rc_names *fields)
{
    if (operand->kind == RC_OPERAND_FIELD)
        add_name(arena, fields, field_name(arena, operand));
    for (uint32_t i = 0; i < operand->nargs; i++)
        add_fields(arena, operand->args[i], fields);
}

static void look_at_test(struct walk *walk, const struct rc_expr *test)
{
    struct rc_arena *arena = walk->set->arena;
    const struct rc_operand *left = test->left;

    add_fields(arena, left, &walk->facts->fields);
    if (test->right)
        add_fields(arena, test->right, &walk->facts->fields);
    add_name(arena, &walk->facts->operators, operator_name(walk->set, test));
    if (left->kind != RC_OPERAND_FIELD ||
        (strcmp(left->name, "evt.type") != 0 && strcmp(left->name, "evt.asynctype") != 0))
        return;
    for (uint32_t i = 0; i < test->nliterals; i++)
        add_name(arena, &walk->facts->event_names, test->literals[i].text);
}

/* Of a tree after sema: its macros are looked through, each once. */
static void look_at(struct walk *walk, const struct rc_expr *expr)
{
    const uint32_t before = walk->looked_through.n;

    if (expr->kind == RC_EXPR_TEST) {
        look_at_test(walk, expr);
        return;
    }
    if (expr->kind == RC_EXPR_EXPANDED) {
        add_name(walk->set->arena, &walk->looked_through, expr->name);
        if (walk->looked_through.n == before)
            return;
    }
    for (uint32_t i = 0; i < expr->nchildren; i++)
        look_at(walk, expr->children[i]);
}

/* Of a tree as it was written: names of macros, and of lists among constants. */
static void look_at_names(struct walk *walk, const struct rc_expr *expr)
{
    struct rc_arena *arena = walk->set->arena;

    if (expr->kind == RC_EXPR_MACRO && rc_ruleset_macro(walk->set, expr->name))
        add_name(arena, &walk->facts->macros, expr->name);
    if (expr->kind == RC_EXPR_TEST && takes_list(expr)) {
        for (uint32_t i = 0; i < expr->nliterals; i++) {
            if (rc_ruleset_list(walk->set, expr->literals[i].text))
                add_name(arena, &walk->facts->lists, expr->literals[i].text);
        }
    }
    for (uint32_t i = 0; i < expr->nchildren; i++)
        look_at_names(walk, expr->children[i]);
}

/* Names of events and of system calls without events of their own; asynchronous ones always come.
 */
static void add_events(const struct rc_ruleset *set, const struct rc_event_set *events,
                       struct rc_names *names)
{
    for (uint32_t event = EV_GENERIC_X + 1; event < EV__COUNT; event++) {
        if (rc_event_set_has(events, event) || event == EV_ASYNCEVENT_E)
            add_name(set->arena, names, cat_events[event].name);
    }
    for (uint32_t code = 0; code <= CAT_MAX_SYSCALL_CODE; code++) {
        const struct cat_syscall *call =
            rc_event_set_has_call(events, code) ? cat_syscall_by_code(code) : NULL;
        if (call && call->enter == EV_GENERIC_E)
            add_name(set->arena, names, call->name);
    }
}

void rc_describe_condition(const struct rc_ruleset *set, const struct rc_text *written,
                           const struct rc_expr *expr, const struct rc_event_set *events,
                           struct rc_condition_facts *facts)
{
    struct walk walk = {.set = set, .facts = facts};
    struct rc_diags ignored = {.arena = set->arena};
    struct rc_strbuf text = {0};
    const struct rc_expr *as_written = rc_condition_parse(set->arena, &ignored, written);

    *facts = (struct rc_condition_facts){0};
    if (as_written)
        look_at_names(&walk, as_written);
    look_at(&walk, expr);
    add_events(set, events, &facts->events);
    if (print_condition(set, expr, &text))
        facts->compiled = rc_arena_strndup(set->arena, text.data, text.len);
    rc_strbuf_free(&text);
}

/* --- JSON --- */

static void put_string(struct rc_json *json, const char *key, const char *value)
{
    rc_json_key(json, key);
    rc_json_cstring(json, value);
}

static void put_text(struct rc_json *json, const char *key, const struct rc_text *text)
{
    rc_json_key(json, key);
    rc_json_string(json, text->data, text->len);
}

static void put_bool(struct rc_json *json, const char *key, bool value)
{
    rc_json_key(json, key);
    rc_json_bool(json, value);
}

static void put_strings(struct rc_json *json, const char *key, const char *const *items, uint32_t n)
{
    rc_json_key(json, key);
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < n; i++)
        rc_json_cstring(json, items[i]);
    rc_json_end(json, ']');
}

static void put_names(struct rc_json *json, const char *key, const struct rc_names *names)
{
    put_strings(json, key, names->items, names->n);
}

static bool too_long(const char *kind, const char *name)
{
    fprintf(stderr, "rulec: the condition of %s `%s` is too long once its macros are put in\n",
            kind, name);
    return false;
}

static void put_comps(struct rc_arena *arena, const struct rc_exception_entry *comps,
                      struct rc_names *operators)
{
    if (!comps->is_list)
        add_name(arena, operators, rc_arena_strndup(arena, comps->text.data, comps->text.len));
    for (uint32_t i = 0; i < comps->nitems; i++)
        put_comps(arena, &comps->items[i], operators);
}

static void put_exceptions(const struct rc_ruleset *set, struct rc_json *json,
                           const struct rc_rule *rule)
{
    struct rc_names fields = {0}, names = {0}, operators = {0};

    for (const struct rc_exception *exception = rule->exceptions; exception;
         exception = exception->next) {
        add_name(set->arena, &names, exception->name);
        put_comps(set->arena, &exception->comps, &operators);
        put_comps(set->arena, &exception->fields, &fields);
    }
    put_names(json, "exception_fields", &fields);
    put_names(json, "exception_names", &names);
    put_names(json, "exception_operators", &operators);
}

/* The only plugin whose facts are built in. */
static void put_plugins(struct rc_json *json, const struct rc_condition_facts *facts,
                        const struct rc_names *output)
{
    bool used = false;

    for (uint32_t i = 0; i < facts->fields.n + output->n; i++) {
        const char *name =
            i < facts->fields.n ? facts->fields.items[i] : output->items[i - facts->fields.n];
        const enum cat_field_id id = cat_field_find(name, strcspn(name, "["));
        used = used || (id != FIELD_NONE && cat_fields[id].cls == CAT_CLASS_CONTAINER);
    }
    for (uint32_t i = 0; i < facts->event_names.n; i++)
        used = used || strcmp(facts->event_names.items[i], "container") == 0 ||
               strcmp(facts->event_names.items[i], "container_removed") == 0;
    rc_json_key(json, "plugins");
    rc_json_begin(json, '[');
    if (used)
        rc_json_cstring(json, "container");
    rc_json_end(json, ']');
}

/* The fields of an output in their order, each time that they stand there. */
static void put_output_fields(const struct rc_ruleset *set, struct rc_json *json,
                              const struct rc_rule *rule, struct rc_names *all)
{
    rc_json_key(json, "output_fields");
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < rule->parsed->nparts; i++) {
        struct rc_names fields = {0};
        if (!rule->parsed->parts[i].value)
            continue;
        add_fields(set->arena, rule->parsed->parts[i].value, &fields);
        for (uint32_t k = 0; k < fields.n; k++) {
            rc_json_cstring(json, fields.items[k]);
            add_name(set->arena, all, fields.items[k]);
        }
    }
    rc_json_end(json, ']');
}

static void put_compiled_output(const struct rc_ruleset *set, struct rc_json *json,
                                const struct rc_rule *rule)
{
    struct rc_strbuf text = {0};

    rc_strbuf_add(&text, rule->output_text.data, rule->output_text.len);
    if (!set->no_suggested_output && strcmp(rule->source, "syscall") == 0)
        rc_strbuf_adds(&text, rc_suggested_output);
    rc_json_key(json, "output_compiled");
    rc_json_string(json, text.data, text.len);
    rc_strbuf_free(&text);
}

static bool put_rule(const struct rc_ruleset *set, struct rc_json *json, const struct rc_rule *rule)
{
    struct rc_condition_facts facts;
    struct rc_names output = {0};

    rc_describe_condition(set, &rule->written, rule->expr, &rule->events, &facts);
    if (!facts.compiled)
        return too_long("rule", rule->name);
    rc_json_begin(json, '{');
    rc_json_key(json, "details");
    rc_json_begin(json, '{');
    put_string(json, "condition_compiled", facts.compiled);
    put_names(json, "condition_fields", &facts.fields);
    put_names(json, "condition_operators", &facts.operators);
    put_names(json, "events", &facts.events);
    put_exceptions(set, json, rule);
    put_names(json, "lists", &facts.lists);
    put_names(json, "macros", &facts.macros);
    put_compiled_output(set, json, rule);
    put_output_fields(set, json, rule, &output);
    put_plugins(json, &facts, &output);
    rc_json_end(json, '}');
    rc_json_key(json, "info");
    rc_json_begin(json, '{');
    put_bool(json, "capture", rule->capture);
    rc_json_key(json, "capture_duration");
    rc_json_uint(json, rule->capture_duration_ms);
    put_text(json, "condition", &rule->written);
    put_string(json, "description", rule->desc);
    put_bool(json, "enabled", rule->enabled);
    put_string(json, "name", rule->name);
    put_text(json, "output", &rule->output);
    put_string(json, "priority", rc_priority_name(rule->priority));
    put_string(json, "source", rule->source);
    put_strings(json, "tags", rule->tags, rule->ntags);
    rc_json_end(json, '}');
    rc_json_end(json, '}');
    return true;
}

static bool put_macro(const struct rc_ruleset *set, struct rc_json *json,
                      const struct rc_macro *macro)
{
    struct rc_condition_facts facts;

    rc_describe_condition(set, &macro->condition, macro->expr, &macro->events, &facts);
    if (!facts.compiled)
        return too_long("macro", macro->name);
    rc_json_begin(json, '{');
    rc_json_key(json, "details");
    rc_json_begin(json, '{');
    put_string(json, "condition_compiled", facts.compiled);
    put_names(json, "condition_fields", &facts.fields);
    put_names(json, "condition_operators", &facts.operators);
    put_names(json, "events", &facts.events);
    put_names(json, "lists", &facts.lists);
    put_names(json, "macros", &facts.macros);
    put_strings(json, "plugins", NULL, 0); /* as in Falco: only a rule tells which one is meant */
    put_bool(json, "used", macro->used);
    rc_json_end(json, '}');
    rc_json_key(json, "info");
    rc_json_begin(json, '{');
    put_text(json, "condition", &macro->condition);
    put_string(json, "name", macro->name);
    rc_json_end(json, '}');
    rc_json_end(json, '}');
    return true;
}

static bool has_item(const struct rc_text *items, uint32_t n, const struct rc_text *item)
{
    for (uint32_t i = 0; i < n; i++) {
        if (items[i].len == item->len && memcmp(items[i].data, item->data, item->len) == 0)
            return true;
    }
    return false;
}

/* An item that is not among the compiled ones is a list that was put in. */
static void put_list(const struct rc_ruleset *set, struct rc_json *json, const struct rc_list *list)
{
    struct rc_names lists = {0};

    for (uint32_t i = 0; i < list->nitems; i++) {
        const struct rc_text *item = &list->items[i];
        if (!has_item(list->compiled, list->ncompiled, item))
            add_name(set->arena, &lists, rc_arena_strndup(set->arena, item->data, item->len));
    }
    rc_json_begin(json, '{');
    rc_json_key(json, "details");
    rc_json_begin(json, '{');
    rc_json_key(json, "items_compiled");
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < list->ncompiled; i++)
        rc_json_string(json, list->compiled[i].data, list->compiled[i].len);
    rc_json_end(json, ']');
    put_names(json, "lists", &lists);
    put_strings(json, "plugins", NULL, 0);
    put_bool(json, "used", list->used);
    rc_json_end(json, '}');
    rc_json_key(json, "info");
    rc_json_begin(json, '{');
    rc_json_key(json, "items");
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < list->nitems; i++) {
        if (has_item(list->compiled, list->ncompiled, &list->items[i]))
            rc_json_string(json, list->items[i].data, list->items[i].len);
    }
    rc_json_end(json, ']');
    put_string(json, "name", list->name);
    rc_json_end(json, '}');
    rc_json_end(json, '}');
}

static void put_requirements(const struct rc_ruleset *set, struct rc_json *json)
{
    put_string(json, "required_engine_version",
               set->required_engine_version ? set->required_engine_version : "0.0.0");
    rc_json_key(json, "required_plugin_versions");
    rc_json_begin(json, '[');
    for (const struct rc_requirement *plugin = set->requirements; plugin; plugin = plugin->next) {
        rc_json_begin(json, '{');
        rc_json_key(json, "alternatives");
        rc_json_begin(json, '[');
        for (uint32_t i = 0; i < plugin->nalternatives; i++) {
            rc_json_begin(json, '{');
            put_string(json, "name", plugin->alternatives[i].name);
            put_string(json, "version", plugin->alternatives[i].version);
            rc_json_end(json, '}');
        }
        rc_json_end(json, ']');
        put_string(json, "name", plugin->name);
        put_string(json, "version", plugin->version);
        rc_json_end(json, '}');
    }
    rc_json_end(json, ']');
}

bool rc_describe_json(const struct rc_ruleset *set, unsigned parts, struct rc_strbuf *out)
{
    struct rc_json json = {.out = out};

    rc_json_begin(&json, '{');
    if (parts & RC_DESCRIBE_LISTS) {
        rc_json_key(&json, "lists");
        rc_json_begin(&json, '[');
        for (const struct rc_list *list = set->lists; list; list = list->next)
            put_list(set, &json, list);
        rc_json_end(&json, ']');
    }
    if (parts & RC_DESCRIBE_MACROS) {
        rc_json_key(&json, "macros");
        rc_json_begin(&json, '[');
        for (const struct rc_macro *macro = set->macros; macro; macro = macro->next) {
            if (macro->expr && !put_macro(set, &json, macro))
                return false;
        }
        rc_json_end(&json, ']');
    }
    put_requirements(set, &json);
    if (parts & RC_DESCRIBE_RULES) {
        rc_json_key(&json, "rules");
        rc_json_begin(&json, '[');
        for (const struct rc_rule *rule = set->rules; rule; rule = rule->next) {
            if (rule->expr && !put_rule(set, &json, rule))
                return false;
        }
        rc_json_end(&json, ']');
    }
    rc_json_end(&json, '}');
    rc_strbuf_addc(out, '\n');
    return true;
}
