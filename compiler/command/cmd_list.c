/* rulec list: what rules may name, out of the catalogue, and what rule files hold. */
#include "base/table.h"
#include "command/command.h"
#include "command/describe.h"

#include <stdio.h>
#include <string.h>

/* In the order of the choices of the operand. */
enum what { FIELDS, EVENTS, SYSCALLS, OPERATORS, TRANSFORMERS, RULES, MACROS, LISTS };

#define MAX_ERRORS 20

#define COLUMNS(table, ...)                                                                        \
    do {                                                                                           \
        static const char *const columns_[] = {__VA_ARGS__};                                       \
        (table)->columns = columns_;                                                               \
        (table)->ncolumns = sizeof columns_ / sizeof columns_[0];                                  \
    } while (0)

/* --- the catalogue --- */

static const char *argument_of(const struct cat_field *field)
{
    const bool key = field->flags & CAT_FF_ARG_KEY, index = field->flags & CAT_FF_ARG_INDEX;
    const bool required = field->flags & CAT_FF_ARG_REQUIRED;

    if (!(field->flags & (CAT_FF_ARG_REQUIRED | CAT_FF_ARG_ALLOWED)))
        return "none";
    if (key && index)
        return required ? "key or index" : "key or index, optional";
    if (index)
        return required ? "index" : "index, optional";
    if (key)
        return required ? "key" : "key, optional";
    return required ? "text" : "text, optional";
}

static const char *use_of(const struct cat_field *field)
{
    if (field->flags & CAT_FF_FILTER_ONLY)
        return "conditions";
    return field->flags & CAT_FF_PRINT_ONLY ? "outputs" : "conditions, outputs";
}

static void list_fields(struct rc_table *table)
{
    COLUMNS(table, "name", "type", "list", "argument", "use");
    for (int id = FIELD_NONE + 1; id < FIELD__COUNT; id++) {
        const struct cat_field *field = &cat_fields[id];
        if (field->flags & (CAT_FF_HIDDEN | CAT_FF_TABLE_ONLY))
            continue;
        rc_table_text(table, field->name);
        rc_table_text(table, cat_type_name(field->type));
        rc_table_bool(table, field->flags & CAT_FF_IS_LIST);
        rc_table_text(table, argument_of(field));
        rc_table_text(table, use_of(field));
    }
}

/* Rules see exits, and events that are no system calls; enters and those of old captures are turned
 * into them. */
static bool is_listed(const struct cat_event *event)
{
    return !(event->flags & (CAT_EF_UNUSED | CAT_EF_OLD_VERSION)) &&
           strcmp(event->name, "NA") != 0 &&
           (event->dir == CAT_DIR_EXIT || event->source != CAT_SOURCE_SYSCALL);
}

static void list_events(struct rc_table *table)
{
    COLUMNS(table, "name", "category", "parameters");
    for (int number = 0; number < EV__COUNT; number++) {
        const struct cat_event *event = &cat_events[number];
        const char **params = rc_arena_array(table->arena, event->nparams, sizeof *params);
        if (!is_listed(event))
            continue;
        for (uint32_t i = 0; i < event->nparams; i++)
            params[i] = rc_arena_printf(table->arena, "%s:%s", event->params[i].name,
                                        cat_type_name(event->params[i].type));
        rc_table_text(table, event->name);
        rc_table_text(table, cat_category_name(event->category));
        rc_table_list(table, params, event->nparams);
    }
}

static void list_syscalls(struct rc_table *table)
{
    COLUMNS(table, "name", "number", "event");
    for (size_t i = 0; i < cat_syscall_count(); i++) {
        const struct cat_syscall *call = cat_syscall_at(i);
        rc_table_text(table, call->name);
        rc_table_number(table, call->number);
        rc_table_text(table, cat_events[call->exit].name);
    }
}

static void list_operators(struct rc_table *table)
{
    static const struct {
        const char *right, *holds;
    } operators[CAT_OP__COUNT] = {
        [CAT_OP_EXISTS] = {"nothing", "if the field has a value"},
        [CAT_OP_EQ] = {"a value", "if both are equal; also written ="},
        [CAT_OP_NE] = {"a value", "if they differ"},
        [CAT_OP_LT] = {"a number", "if the left is less"},
        [CAT_OP_LE] = {"a number", "if the left is less or equal"},
        [CAT_OP_GT] = {"a number", "if the left is greater"},
        [CAT_OP_GE] = {"a number", "if the left is greater or equal"},
        [CAT_OP_CONTAINS] = {"a text", "if the text is somewhere in the left"},
        [CAT_OP_ICONTAINS] = {"a text", "like contains, without regard to case"},
        [CAT_OP_BCONTAINS] = {"bytes in hexadecimal", "if the bytes are somewhere in the left"},
        [CAT_OP_STARTSWITH] = {"a text", "if the left begins with it"},
        [CAT_OP_BSTARTSWITH] = {"bytes in hexadecimal", "if the left begins with the bytes"},
        [CAT_OP_ENDSWITH] = {"a text", "if the left ends with it"},
        [CAT_OP_GLOB] = {"a pattern", "if the pattern with * ? [] fits the whole left"},
        [CAT_OP_IGLOB] = {"a pattern", "like glob, without regard to case"},
        [CAT_OP_REGEX] = {"an expression", "if the regular expression fits the whole left"},
        [CAT_OP_IN] = {"a list", "if each value of the left is in the list"},
        [CAT_OP_INTERSECTS] = {"a list", "if a value of the left is in the list"},
        [CAT_OP_PMATCH] = {"a list of paths", "if one of the paths is the left or leads to it"},
    };
    static const struct {
        const char *right, *holds;
    } modifiers[CAT_MOD__COUNT] = {
        [CAT_MOD_NONE] = {"", ""},
        [CAT_MOD_ONEOF] = {"a list", "behind an operator: if it holds for exactly one of the list"},
        [CAT_MOD_ANYOF] = {"a list", "behind an operator: if it holds for one of the list or more"},
        [CAT_MOD_ALLOF] = {"a list", "behind an operator: if it holds for all of the list"},
    };

    COLUMNS(table, "name", "right", "holds");
    for (int op = 0; op < CAT_OP__COUNT; op++) {
        rc_table_text(table, cat_operator_names[op]);
        rc_table_text(table, operators[op].right);
        rc_table_text(table, operators[op].holds);
    }
    for (int mod = CAT_MOD_NONE + 1; mod < CAT_MOD__COUNT; mod++) {
        rc_table_text(table, cat_modifier_names[mod]);
        rc_table_text(table, modifiers[mod].right);
        rc_table_text(table, modifiers[mod].holds);
    }
}

static void list_transformers(struct rc_table *table)
{
    static const struct {
        const char *arguments, *gives;
    } transformers[CAT_TRANSFORM__COUNT] = {
        [CAT_TRANSFORM_VAL] = {"field", "the field's value; right of an operator"},
        [CAT_TRANSFORM_TOLOWER] = {"field", "the text in lower case"},
        [CAT_TRANSFORM_TOUPPER] = {"field", "the text in upper case"},
        [CAT_TRANSFORM_B64] = {"field", "what the text says in base64"},
        [CAT_TRANSFORM_BASENAME] = {"field", "what is behind the last slash"},
        [CAT_TRANSFORM_LEN] = {"field", "the length of the text, or of the list"},
        [CAT_TRANSFORM_JOIN] = {"separator, (values) or list field", "the values as one text"},
        [CAT_TRANSFORM_CONCAT] = {"values", "the values one behind the other"},
        [CAT_TRANSFORM_GETOPT] = {"list field, letters", "the values of a command's options"},
    };

    COLUMNS(table, "name", "arguments", "gives");
    for (int id = 0; id < CAT_TRANSFORM__COUNT; id++) {
        rc_table_text(table, cat_transformer_names[id]);
        rc_table_text(table, transformers[id].arguments);
        rc_table_text(table, transformers[id].gives);
    }
}

/* --- rule files --- */

/* Descriptions are paragraphs: they are for documents. */
static void list_rules(const struct rc_ruleset *set, struct rc_table *table, bool description)
{
    COLUMNS(table, "rule", "priority", "source", "enabled", "tags", "description");
    table->ncolumns -= !description;
    for (const struct rc_rule *rule = set->rules; rule; rule = rule->next) {
        rc_table_text(table, rule->name);
        rc_table_text(table, rc_priority_name(rule->priority));
        rc_table_text(table, rule->source);
        rc_table_bool(table, rule->enabled);
        rc_table_list(table, rule->tags, rule->ntags);
        if (description)
            rc_table_text(table, rule->desc);
    }
}

static void list_macros(const struct rc_ruleset *set, struct rc_table *table)
{
    COLUMNS(table, "macro", "used", "condition");
    for (const struct rc_macro *macro = set->macros; macro; macro = macro->next) {
        rc_table_text(table, macro->name);
        rc_table_bool(table, macro->used);
        rc_table_text(table,
                      rc_arena_strndup(set->arena, macro->condition.data, macro->condition.len));
    }
}

static void list_lists(const struct rc_ruleset *set, struct rc_table *table)
{
    COLUMNS(table, "list", "used", "items");
    for (const struct rc_list *list = set->lists; list; list = list->next) {
        const char **items = rc_arena_array(set->arena, list->nitems, sizeof *items);
        for (uint32_t i = 0; i < list->nitems; i++)
            items[i] = rc_arena_strndup(set->arena, list->items[i].data, list->items[i].len);
        rc_table_text(table, list->name);
        rc_table_bool(table, list->used);
        rc_table_list(table, items, list->nitems);
    }
}

/* False: the rules have errors, which are printed. */
static bool list_rule_files(const struct rc_args *args, struct rc_table *table, enum what what,
                            struct rc_strbuf *out)
{
    static const unsigned parts[] = {
        [RULES] = RC_DESCRIBE_RULES | RC_DESCRIBE_MACROS | RC_DESCRIBE_LISTS,
        [MACROS] = RC_DESCRIBE_MACROS,
        [LISTS] = RC_DESCRIBE_LISTS,
    };
    const enum rc_table_format format = rc_args_choice(args, RC_OPT_FORMAT);
    const struct rc_args_values *files = &args->options[RC_OPT_RULES];
    struct rc_sources sources = {.arena = table->arena};
    struct rc_diags diags = {.arena = table->arena};
    struct rc_ruleset set = {
        .arena = table->arena, .sources = &sources, .diags = &diags, .describe = true};

    rc_ruleset_load(&set, files->items, files->n);
    rc_ruleset_check(&set);
    if (diags.nerrors > 0) {
        struct rc_strbuf text = {0};
        rc_diags_print(&diags, &sources, MAX_ERRORS, &text);
        fwrite(text.data, 1, text.len, stderr);
        rc_strbuf_free(&text);
        return false;
    }
    if (format == RC_TABLE_JSON)
        return rc_describe_json(&set, parts[what], out);
    if (what == RULES)
        list_rules(&set, table, format == RC_TABLE_MARKDOWN);
    else if (what == MACROS)
        list_macros(&set, table);
    else
        list_lists(&set, table);
    rc_table_print(table, format, out);
    return true;
}

static bool list_catalogue(const struct rc_args *args, struct rc_table *table, enum what what,
                           struct rc_strbuf *out)
{
    static void (*const listers[])(struct rc_table * table) = {
        list_fields, list_events, list_syscalls, list_operators, list_transformers};

    table->name = args->operands.items[0];
    listers[what](table);
    rc_table_print(table, rc_args_choice(args, RC_OPT_FORMAT), out);
    return true;
}

int rc_cmd_list(const struct rc_args *args)
{
    const enum what what = rc_args_operand_choice(args, 0);
    const char *source = rc_args_value(args, RC_OPT_SOURCE);
    struct rc_arena arena = {0};
    struct rc_table table = {.arena = &arena};
    struct rc_strbuf out = {0};
    bool good;

    if (source && strcmp(source, "syscall") != 0)
        return rc_usage_error(args->command, "there is no source `%s`; known is syscall", source);
    if (what >= RULES && !rc_args_given(args, RC_OPT_RULES))
        return rc_usage_error(args->command, "no rule files are given: -r FILE|DIR...");
    if (what < RULES && rc_args_given(args, RC_OPT_RULES))
        return rc_usage_error(args->command, "rule files say nothing about %s",
                              args->operands.items[0]);
    good = what < RULES ? list_catalogue(args, &table, what, &out)
                        : list_rule_files(args, &table, what, &out);
    if (good)
        fwrite(out.data, 1, out.len, stdout);
    rc_strbuf_free(&out);
    rc_arena_free(&arena);
    return good ? rc_finish_output("list") : RC_EXIT_RULES;
}
