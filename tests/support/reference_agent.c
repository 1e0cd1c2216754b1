/* An agent without a plan, without generated code: the conditions of its rules are walked node by
 * node, by reference.h, over the extractors of the runtime. What it prints, a generated agent must
 * print too, to the byte.
 *
 * usage: reference_agent -r FILE... [--no-suggested-output] -- AGENT-OPTION...
 */
#include "reference.h"

#include "agent.h"
#include "base/diag.h"
#include "engine.h"
#include "rules/host_names.h"
#include "rules/ruleset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* An operand and its slot, in a table by address. */
struct place {
    const struct rc_operand *operand;
    uint32_t slot;
};

/* A program has no context of its own: one of these a process. */
static struct reference {
    struct rc_arena arena;
    struct rc_sources sources;
    struct rc_diags diags;
    struct rc_ruleset set;
    const struct rc_rule **rules; /* nrules, as the program numbers them */
    uint32_t nrules;
    struct place *places; /* nplaces, a power of two */
    uint32_t nplaces, used;
    struct rt_value_def *values; /* nvalues */
    uint32_t nvalues, capacity;
    void (*handlers[EV__COUNT])(struct rt_eval *);
    uint32_t *of_event[EV__COUNT]; /* nof_event rules that can fire on the event */
    uint32_t nof_event[EV__COUNT];
} reference;

/* --- values --- */

static struct place *find_place(const struct rc_operand *operand)
{
    uint32_t slot = (uint32_t)(((uintptr_t)operand >> 4) * 0x9e3779b1u);

    for (;; slot++) {
        struct place *place = &reference.places[slot & (reference.nplaces - 1)];

        if (!place->operand || place->operand == operand)
            return place;
    }
}

static void grow_places(void)
{
    struct place *old = reference.places;
    const uint32_t nold = reference.nplaces;

    if (2 * (reference.used + 1) <= nold)
        return;
    reference.nplaces = nold ? 2 * nold : 1024;
    reference.places = rc_arena_array(&reference.arena, reference.nplaces, sizeof *old);
    for (uint32_t i = 0; i < nold; i++) {
        if (old[i].operand)
            *find_place(old[i].operand) = old[i];
    }
}

static uint32_t new_slot(void)
{
    if (reference.nvalues == reference.capacity) {
        struct rt_value_def *larger;

        reference.capacity = reference.capacity ? 2 * reference.capacity : 256;
        larger = rc_arena_array(&reference.arena, reference.capacity, sizeof *larger);
        if (reference.nvalues > 0)
            memcpy(larger, reference.values, reference.nvalues * sizeof *larger);
        reference.values = larger;
    }
    if (reference.nvalues == UINT16_MAX) {
        fprintf(stderr, "reference_agent: too many operands\n");
        exit(1);
    }
    return reference.nvalues++;
}

static uint32_t add_value(const struct rc_operand *operand, bool in_condition);

static uint32_t add_inputs(const struct rc_operand *operand, bool in_condition, uint16_t *inputs)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < operand->nargs; i++) {
        if (operand->args[i]->kind == RC_OPERAND_LIST)
            n += add_inputs(operand->args[i], in_condition, inputs + n);
        else
            inputs[n++] = (uint16_t)add_value(operand->args[i], in_condition);
    }
    return n;
}

static uint32_t count_inputs(const struct rc_operand *operand)
{
    uint32_t n = 1;

    for (uint32_t i = 0; i < operand->nargs; i++)
        n += count_inputs(operand->args[i]);
    return n;
}

static const char *value_name(const struct rc_operand *operand)
{
    const char *name = cat_fields[operand->field].name;

    if (operand->arg_kind == RC_ARG_INDEX)
        return rc_arena_printf(&reference.arena, "%s[%u]", name, operand->index);
    if (operand->arg_kind == RC_ARG_KEY)
        return rc_arena_printf(&reference.arena,
                               operand->field == FIELD_EVT_ARG || operand->field == FIELD_EVT_RAWARG
                                   ? "%s.%s"
                                   : "%s[%s]",
                               name, operand->key);
    return name;
}

static rt_extract_fn *const extractors[CAT_CLASS__COUNT] = {
    [CAT_CLASS_EVENT] = rt_extract_event,
    [CAT_CLASS_GEN_EVENT] = rt_extract_gen_event,
    [CAT_CLASS_FD] = rt_extract_fd,
    [CAT_CLASS_FDLIST] = rt_extract_fdlist,
    [CAT_CLASS_FSPATH] = rt_extract_fspath,
    [CAT_CLASS_THREAD] = rt_extract_thread,
    [CAT_CLASS_USER] = rt_extract_user,
    [CAT_CLASS_GROUP] = rt_extract_group,
    [CAT_CLASS_CONTAINER] = rt_extract_container,
    [CAT_CLASS_UTILS] = rt_extract_utils,
};

static struct rt_value_def field_value(const struct rc_operand *operand, bool in_condition)
{
    return (struct rt_value_def){
        .name = value_name(operand),
        .extract = extractors[cat_fields[operand->field].cls],
        .format = cat_fields[operand->field].format,
        .ref = {.field = operand->field,
                .arg_kind = (enum rt_arg_kind)operand->arg_kind,
                .index = operand->arg_kind == RC_ARG_INDEX ? operand->index : 0,
                .key = operand->arg_kind == RC_ARG_KEY ? operand->key : "",
                .candidates = in_condition && rct_gives_candidates(operand)},
    };
}

/* The slot of an operand: each has its own, shared with no other. */
static uint32_t add_value(const struct rc_operand *operand, bool in_condition)
{
    const uint32_t slot = new_slot();
    struct rt_value_def def = {0};

    if (operand->kind == RC_OPERAND_FIELD) {
        def = field_value(operand, in_condition);
    } else if (operand->kind == RC_OPERAND_CONSTANT) {
        const struct rc_literal *literal = operand->constant;

        def.is_constant = true;
        if (operand->type == CAT_TYPE_CHARBUF || operand->type == CAT_TYPE_BYTEBUF)
            def.constant = (struct rt_value){.str = literal->text, .len = literal->len};
        else
            def.constant.u64 = (uint64_t)literal->number;
    } else {
        uint16_t *inputs = rc_arena_array(&reference.arena, count_inputs(operand), sizeof *inputs);

        def.transformer = operand->transformer;
        def.format = operand->type == CAT_TYPE_CHARBUF ? CAT_FORMAT_NA : CAT_FORMAT_DEC;
        if (operand->arg)
            def.ref = (struct rt_field_ref){
                .arg_kind = RT_ARG_KEY,
                .key = rc_arena_strndup(&reference.arena, operand->arg, operand->arg_len)};
        def.ninputs = (uint16_t)add_inputs(operand, in_condition, inputs);
        def.inputs = inputs;
    }
    def.type = operand->type;
    def.is_list = operand->is_list;
    if (!def.name)
        def.name = "";
    reference.values[slot] = def;
    return slot;
}

/* Of an operand that a condition tests: val() only marks a right side. */
static void place_operand(const struct rc_operand *operand)
{
    struct place *place;

    grow_places();
    place = find_place(operand);
    if (place->operand)
        return;
    *place = (struct place){operand, 0};
    reference.used++;
    while (operand->kind == RC_OPERAND_TRANSFORM && operand->transformer == CAT_TRANSFORM_VAL &&
           operand->nargs == 1)
        operand = operand->args[0];
    place->slot = add_value(operand, true);
}

static void place_operands(const struct rc_expr *expr)
{
    if (expr->kind == RC_EXPR_TEST) {
        place_operand(expr->left);
        if (expr->right)
            place_operand(expr->right);
        return;
    }
    for (uint32_t i = 0; i < expr->nchildren; i++)
        place_operands(expr->children[i]);
}

/* --- evaluation --- */

static void forget(struct rt_eval *eval, uint32_t slot)
{
    const struct rt_value_def *def = &reference.values[slot];

    eval->values_known[slot / 64] &= ~(UINT64_C(1) << (slot % 64));
    for (uint32_t i = 0; i < def->ninputs; i++)
        forget(eval, def->inputs[i]);
}

/* Anew, whoever asked before. */
static void read_value(void *context, const struct rc_operand *operand, struct rt_values *out)
{
    struct rt_eval *eval = context;
    const uint32_t slot = find_place(operand)->slot;

    forget(eval, slot);
    *out = *rt_value(eval, slot);
}

static void forget_values(void *context)
{
    struct rt_eval *eval = context;

    eval->scratch.used = 0;
}

static bool has_fd(void *context)
{
    const struct rt_eval *eval = context;

    return eval->fd != NULL;
}

/* What outputs read is extracted when a rule fires: most of it has slots that no condition touches,
 * but a line's time may have one, whose text went with the scratch. */
static void forget_all(struct rt_eval *eval)
{
    memset(eval->values_known, 0, (reference.nvalues + 63) / 64 * sizeof(uint64_t));
    eval->scratch.used = 0;
}

static void on_event(struct rt_eval *eval)
{
    const struct rct_world world = {read_value, forget_values, has_fd, eval};
    const uint16_t type = eval->event->type;

    for (uint32_t i = 0; i < reference.nof_event[type] && !eval->stop; i++) {
        const uint32_t rule = reference.of_event[type][i];

        if (!rct_reference(reference.rules[rule]->expr, &world))
            continue;
        forget_all(eval);
        rt_fire(eval, rule);
        forget_all(eval);
    }
}

/* --- the program --- */

static const struct rt_output_part *make_parts(const struct rc_output *output)
{
    struct rt_output_part *parts =
        rc_arena_array(&reference.arena, output->nparts + 1, sizeof *parts);

    for (uint32_t i = 0; i < output->nparts; i++) {
        const struct rc_output_part *part = &output->parts[i];

        if (part->value)
            parts[i] = (struct rt_output_part){.slot = (uint16_t)add_value(part->value, false),
                                               .width = part->width};
        else
            parts[i] = (struct rt_output_part){.text = part->text, .len = part->len};
    }
    return parts;
}

static struct rt_rule_def make_rule(const struct rc_rule *rule)
{
    return (struct rt_rule_def){
        .name = rule->name,
        .source = rule->source,
        .position = "",
        .priority = (uint8_t)rule->priority,
        .tags = rule->tags,
        .ntags = (uint16_t)rule->ntags,
        .nparts = (uint16_t)rule->parsed->nparts,
        .parts = make_parts(rule->parsed),
    };
}

static void add_rule(const struct rc_rule *rule)
{
    const uint32_t number = reference.nrules++;

    reference.rules[number] = rule;
    place_operands(rule->expr);
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        if (!rc_event_set_has(&rule->events, event))
            continue;
        if (!reference.of_event[event])
            reference.of_event[event] = rc_arena_array(&reference.arena, reference.set.nrules,
                                                       sizeof *reference.of_event[event]);
        reference.of_event[event][reference.nof_event[event]++] = number;
        reference.handlers[event] = on_event;
    }
}

static bool load(const char *const *paths, uint32_t npaths)
{
    struct rc_strbuf messages = {0};

    reference.sources.arena = &reference.arena;
    reference.diags.arena = &reference.arena;
    reference.set.arena = &reference.arena;
    reference.set.sources = &reference.sources;
    reference.set.diags = &reference.diags;
    rc_ruleset_load(&reference.set, paths, npaths);
    rc_ruleset_check(&reference.set);
    if (reference.diags.nerrors > 0) {
        rc_diags_print(&reference.diags, &reference.sources, 20, &messages);
        fwrite(messages.data, 1, messages.len, stderr);
        rc_strbuf_free(&messages);
        return false;
    }
    reference.rules =
        rc_arena_array(&reference.arena, reference.set.nrules + 1, sizeof(const struct rc_rule *));
    for (const struct rc_rule *rule = reference.set.rules; rule; rule = rule->next) {
        if (rule->enabled && rule->expr && rule->parsed && strcmp(rule->source, "syscall") == 0)
            add_rule(rule);
    }
    return true;
}

int main(int argc, char **argv)
{
    const char **paths = calloc((size_t)argc, sizeof(const char *));
    struct rt_rule_def *rules;
    struct rt_program program;
    const char **hosts;
    uint32_t npaths = 0;
    int at = 1, status;

    for (; at < argc && strcmp(argv[at], "--") != 0; at++) {
        if (strcmp(argv[at], "--no-suggested-output") == 0)
            reference.set.no_suggested_output = true;
        else if (strcmp(argv[at], "-r") != 0)
            paths[npaths++] = argv[at];
    }
    if (npaths == 0 || at == argc || !load(paths, npaths)) {
        if (npaths == 0 || at == argc)
            fprintf(stderr, "usage: reference_agent -r FILE... [--no-suggested-output] -- "
                            "AGENT-OPTION...\n");
        free(paths);
        rc_arena_free(&reference.arena);
        return 1;
    }
    rules = rc_arena_array(&reference.arena, reference.nrules + 1, sizeof *rules);
    for (uint32_t i = 0; i < reference.nrules; i++)
        rules[i] = make_rule(reference.rules[i]);
    program = (struct rt_program){
        .abi = RT_PROGRAM_ABI,
        .rules_hash = "",
        .values = reference.values,
        .nvalues = reference.nvalues,
        .rules = rules,
        .nrules = reference.nrules,
        .handlers = reference.handlers,
        .nhosts = rc_host_names(&reference.arena, reference.rules, reference.nrules, &hosts),
    };
    program.hosts = hosts;
    argv[at] = argv[0];
    status = rt_agent_main(argc - at, argv + at, &program);
    free(paths);
    rc_arena_free(&reference.arena);
    return status;
}
