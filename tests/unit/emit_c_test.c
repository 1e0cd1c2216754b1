#include "emit/emit_c.h"

#include "../support/fake_values.h"
#include "../support/reference.h"
#include "../support/tree.h"
#include "emit/build.h"

#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#define RULES 120

/* --- random rules --- */

static struct rc_expr *random_test(struct rct_tree *tree)
{
    static const char *const text_fields[] = {"proc.name",      "fd.name",     "proc.aname",
                                              "evt.arg[flags]", "evt.type",    "fd.types",
                                              "proc.aname[1]",  "proc.cmdline"};
    static const char *const number_fields[] = {
        "proc.pid",     "proc.apid",           "fd.port", "fd.num", "evt.count",
        "proc.fdusage", "proc.is_exe_writable"};
    static const enum cat_operator text_ops[] = {
        CAT_OP_EQ,       CAT_OP_NE,         CAT_OP_IN,     CAT_OP_STARTSWITH, CAT_OP_ENDSWITH,
        CAT_OP_CONTAINS, CAT_OP_ICONTAINS,  CAT_OP_GLOB,   CAT_OP_IGLOB,      CAT_OP_PMATCH,
        CAT_OP_LT,       CAT_OP_INTERSECTS, CAT_OP_EXISTS, CAT_OP_STARTSWITH, CAT_OP_EQ};
    static const enum cat_operator number_ops[] = {CAT_OP_EQ, CAT_OP_NE, CAT_OP_LT,
                                                   CAT_OP_GE, CAT_OP_IN, CAT_OP_EXISTS};
    static const char *const words[] = {"a", "b", "ab", "/a", "/a/b", "1", "*b", "open", "read"};
    static const char *const numbers[] = {"0", "1", "2", "3"};
    const bool text = random() % 3;
    const char *name = text ? text_fields[random() % 8] : number_fields[random() % 7];
    struct rc_operand *field = rct_field(tree, name);
    enum cat_operator op = text ? text_ops[random() % 15] : number_ops[random() % 6];
    enum cat_modifier modifier = CAT_MOD_NONE;
    const char *literals = text ? words[random() % 9] : numbers[random() % 4];
    bool many;

    if (field->is_list)
        op = random() % 2 ? CAT_OP_IN : CAT_OP_INTERSECTS;
    if (field->type == CAT_TYPE_BOOL)
        op = CAT_OP_EQ;
    many = op == CAT_OP_IN || op == CAT_OP_INTERSECTS || op == CAT_OP_PMATCH;
    if (!many && !field->is_list && op != CAT_OP_EXISTS && random() % 4 == 0) {
        modifier = (enum cat_modifier)(CAT_MOD_ONEOF + random() % 3);
        many = true;
    }
    for (long more = many ? random() % 3 : 0; more > 0; more--)
        literals = rc_arena_printf(&tree->arena, "%s|%s", literals,
                                   text ? words[random() % 9] : numbers[random() % 4]);
    return rct_test_of(tree, field, op, modifier, literals);
}

static struct rc_expr *random_expr(struct rct_tree *tree, int depth)
{
    const long kind = depth > 0 ? random() % 4 : 3;

    if (kind == 0)
        return rct_join(tree, RC_EXPR_NOT, random_expr(tree, depth - 1), NULL);
    if (kind < 3)
        return rct_join(tree, kind == 1 ? RC_EXPR_AND : RC_EXPR_OR, random_expr(tree, depth - 1),
                        random_expr(tree, depth - 1),
                        random() % 2 ? random_expr(tree, depth - 1) : NULL, NULL);
    return random_test(tree);
}

static void random_rules(struct rct_tree *tree)
{
    struct rc_expr *macros[8];

    for (size_t i = 0; i < 8; i++)
        macros[i] = rct_macro(tree, rc_arena_printf(&tree->arena, "m%zu", i), random_expr(tree, 2));
    for (int i = 0; i < RULES; i++) {
        struct rc_expr *expr = random_expr(tree, 3);

        if (random() % 2)
            expr = rct_join(tree, RC_EXPR_AND, macros[random() % 8], expr, NULL);
        rct_rule(tree, rc_arena_printf(&tree->arena, "Rule \"%d\" */", i), expr);
    }
}

/* --- a generated program as a shared object --- */

struct program {
    char dir[64];
    void *object;
    int (*run)(uint64_t number, uint16_t type);
    const uint8_t *fired;
};

static void emit(struct rct_tree *tree, uint32_t rules_a_file, struct rc_emit_files *out)
{
    struct rc_graph graph;
    struct rc_plan plan;

    rc_plan_make_at(&plan, &graph, &tree->set, RC_PLAN_HIGHEST);
    rc_emit_c_files(&plan, "0", rules_a_file, RC_EMIT_AGENT, out);
}

static void free_files(struct rc_emit_files *files)
{
    for (uint32_t i = 0; i < files->nfiles; i++)
        rc_strbuf_free(&files->files[i].text.out);
}

static void load(struct program *program, const struct rc_emit_files *files)
{
    char object[128], command[2048];

    snprintf(program->dir, sizeof program->dir, "/tmp/rulec-emit-XXXXXX");
    assert_non_null(mkdtemp(program->dir));
    snprintf(object, sizeof object, "%s/agent.so", program->dir);
    for (uint32_t i = 0; i < files->nfiles; i++) {
        const struct rc_strbuf *text = &files->files[i].text.out;
        char source[256];

        snprintf(source, sizeof source, "%s/%s", program->dir, files->files[i].name);
        assert_int_equal(rc_write_if_changed(source, text->data, text->len), 0);
    }
    snprintf(command, sizeof command,
             "cd '%s' && cc -std=gnu17 -D_GNU_SOURCE -O1 -Wall -Wextra -Werror -shared -fPIC "
             "-Iruntime -Itests/support -o %s %s/*.c tests/support/fake_agent.c runtime/program.c "
             "runtime/match/*.c runtime/catalog/*.c",
             SOURCE_DIR, object, program->dir);
    assert_int_equal(system(command), 0);
    program->object = dlopen(object, RTLD_LAZY | RTLD_LOCAL);
    assert_non_null(program->object);
    *(void **)&program->run = dlsym(program->object, "rct_run");
    program->fired = dlsym(program->object, "rct_fired");
}

static void unload(struct program *program)
{
    dlclose(program->object);
    rc_remove_dir(program->dir);
}

/* --- values for the reference --- */

struct fake_event {
    uint64_t number;
    uint16_t type;
    struct rt_value left[RCT_FAKE_MOST], right[RCT_FAKE_MOST];
    bool left_taken;
};

static void fake_read(void *context, const struct rc_operand *operand, struct rt_values *out)
{
    struct fake_event *event = context;
    struct rt_value *values = event->left_taken ? event->right : event->left;
    struct rt_field_ref ref;

    event->left_taken = true;
    while (operand->kind == RC_OPERAND_TRANSFORM)
        operand = operand->args[0];
    ref = (struct rt_field_ref){
        .field = operand->field,
        .arg_kind = (enum rt_arg_kind)operand->arg_kind,
        .index = operand->arg_kind == RC_ARG_INDEX ? operand->index : 0,
        .key = operand->arg_kind == RC_ARG_KEY ? operand->key : "",
        .candidates = rct_gives_candidates(operand),
    };
    *out = (struct rt_values){.v = values, .type = operand->type};
    out->n = rct_fake_value(event->number, event->type, &ref, values);
}

static void fake_forget(void *context)
{
    struct fake_event *event = context;

    event->left_taken = false;
}

static bool fake_has_fd(void *context)
{
    const struct fake_event *event = context;

    return event->number % 2;
}

/* --- the tests --- */

static void check_agreement(uint32_t rules_a_file, uint32_t least_files)
{
    struct rct_tree tree;
    struct rc_emit_files files;
    struct program program;
    uint32_t nfired = 0;

    srandom(11);
    rct_tree_open(&tree);
    random_rules(&tree);
    emit(&tree, rules_a_file, &files);
    assert_true(files.nfiles >= least_files);
    load(&program, &files);
    for (uint64_t number = 1; number <= 4000; number++) {
        struct fake_event event = {.number = number, .type = (uint16_t)(random() % EV__COUNT)};
        const struct rct_world world = {fake_read, fake_forget, fake_has_fd, &event};
        uint32_t i = 0;

        assert_int_equal(program.run(event.number, event.type), 0);
        for (const struct rc_rule *rule = tree.set.rules; rule; rule = rule->next, i++) {
            if (rct_reference(rule->expr, &world) != program.fired[i])
                fail_msg("rule %s on event %d: generated code says %d", rule->name,
                         (int)event.number, program.fired[i]);
            nfired += program.fired[i];
        }
    }
    /* That both always say no would prove little. */
    assert_true(nfired > RULES * 100);
    unload(&program);
    free_files(&files);
    rct_tree_close(&tree);
}

static void generated_code_agrees_with_the_reference(void **state)
{
    (void)state;
    check_agreement(0, 1);
}

/* The header, main, tables, tests and rules. */
static void so_does_a_program_in_many_files(void **state)
{
    (void)state;
    check_agreement(RULES / 8, 3 + 1 + 8);
}

static void the_same_rules_give_the_same_bytes(void **state)
{
    struct rc_emit_files files[2];
    struct rct_tree trees[2];

    (void)state;
    for (int i = 0; i < 2; i++) {
        srandom(3);
        rct_tree_open(&trees[i]);
        random_rules(&trees[i]);
        emit(&trees[i], 40, &files[i]);
    }
    assert_int_equal(files[0].nfiles, files[1].nfiles);
    for (uint32_t i = 0; i < files[0].nfiles; i++) {
        const struct rc_strbuf *one = &files[0].files[i].text.out;
        const struct rc_strbuf *other = &files[1].files[i].text.out;

        assert_int_equal(one->len, other->len);
        assert_memory_equal(one->data, other->data, one->len);
    }
    for (int i = 0; i < 2; i++) {
        free_files(&files[i]);
        rct_tree_close(&trees[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generated_code_agrees_with_the_reference),
        cmocka_unit_test(so_does_a_program_in_many_files),
        cmocka_unit_test(the_same_rules_give_the_same_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
