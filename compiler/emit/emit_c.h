/* The C back end: spells a plan out. It decides nothing; see plan.h for what is decided.
 *
 * A program of up to some hundred rules is one file, agent.c. A larger one is several, so that they
 * are compiled at the same time and none grows with the number of rules (emit_c_files.c):
 *
 *     rules.h       the values, the bits of tests, what the other files call
 *     agent.c       handlers, the table of rules, the kernel's filter, main
 *     tables.c      literals
 *     tests-N.c     tests that are functions
 *     macros-N.c    macros, and other conditions that rules share
 *     rules-N.c     conditions and outputs of rules
 */
#ifndef RULEC_EMIT_C_H
#define RULEC_EMIT_C_H

#include "emit/emit.h"
#include "emit/manifest.h"
#include "graph/plan.h"
#include "site/site.h"

struct rc_emit_file {
    const char *name; /* in the plan's arena */
    struct rc_emit text;
};

struct rc_emit_files {
    enum rc_emit_purpose purpose;
    struct rc_emit_file *files; /* nfiles, in the plan's arena */
    uint32_t nfiles;
};

/* The agent's program in one file. rules_hash: SHA-256 over the rule files, hexadecimal. */
void rc_emit_c(const struct rc_plan *plan, const char *rules_hash, struct rc_emit *emit);

/* The agent's program in several files, with up to rules_a_file rules in each that holds rules; 0:
 * in one file. */
void rc_emit_c_files(const struct rc_plan *plan, const char *rules_hash, uint32_t rules_a_file,
                     enum rc_emit_purpose purpose, struct rc_emit_files *out);

/* --- the parts, each in a file of its own --- */

/* Enumerations, the values and the tables of literals: emit_c_data.c. */
void rc_emit_c_value_enum(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_rule_enum(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_test_enum(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_values(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_tables(const struct rc_plan *plan, struct rc_emit *emit);

/* Outputs and tags of rules first to end - 1; and the table of all rules, which in a program of one
 * file has the outputs with it. */
void rc_emit_c_outputs(const struct rc_plan *plan, uint32_t first, uint32_t end,
                       struct rc_emit *emit);
void rc_emit_c_rules(const struct rc_plan *plan, struct rc_emit *emit);

/* static const uint32_t WHAT_NAME[] */
void rc_emit_c_numbers(struct rc_emit *emit, const char *what, const char *name,
                       const uint32_t *numbers, uint32_t n);

/* The settings: emit_site.c. Nothing without a site. */
void rc_emit_c_site(const struct rc_plan *plan, struct rc_emit *emit);

/* What the agent is made from: manifest.c. */
void rc_emit_c_manifest(const struct rc_plan *plan, struct rc_emit *emit);

/* Names of hosts: whether rules have any; the table, and the members of the program that tell of
 * them; nothing without any: emit_c_hosts.c. */
bool rc_plan_names_hosts(const struct rc_plan *plan);
void rc_emit_c_hosts(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_hosts_member(const struct rc_plan *plan, struct rc_emit *emit);

/* Whether the site switches an output on, so that the agent is built with it. */
bool rc_site_asks_for(const struct rc_site *site, enum cat_setting_id enabled);

/* The handlers: emit_c_handler.c. */
void rc_emit_c_handlers(const struct rc_plan *plan, struct rc_emit *emit);

/* "open, openat, openat2": each name once, and of many the first ones. */
const char *rc_emit_c_event_names(const struct rc_plan *plan, const uint32_t *events, uint32_t n);

/* Tests that a look-up answers are macros; those that are kept, and others that are in use, are a
 * function each, of tests first to end - 1: emit_c_test.c. */
bool rc_emit_c_is_function(const struct rc_plan_test *test);
void rc_emit_c_look_ups(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_tests(const struct rc_plan *plan, uint32_t first, uint32_t end,
                     struct rc_emit *emit);
void rc_emit_c_test_prototypes(const struct rc_plan *plan, struct rc_emit *emit);

/* What the program is, and what it includes; macros and other compound conditions that are worth a
 * function, and conditions of rules, each first to end - 1; the program itself: emit_c.c. */
void rc_emit_c_banner(const struct rc_plan *plan, const char *rules_hash, struct rc_emit *emit);
void rc_emit_c_includes(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_functions(const struct rc_plan *plan, uint32_t first, uint32_t end,
                         struct rc_emit *emit);
void rc_emit_c_bodies(const struct rc_plan *plan, uint32_t first, uint32_t end,
                      struct rc_emit *emit);
void rc_emit_c_program(const struct rc_plan *plan, const char *rules_hash, struct rc_emit *emit);

/* Of a program that counts; all do nothing for others: emit_c_count.c. Where counts are kept; and
 * what they are of. */
void rc_emit_c_counts(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_counts_elsewhere(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_count_texts(const struct rc_plan *plan, struct rc_emit *emit);

/* The function `name` of a test or a rule; in a program that counts it calls another one, to be
 * emitted before it under rc_emit_c_counted_name. array, index: of its count. */
const char *rc_emit_c_counted_name(const struct rc_plan *plan, const struct rc_emit *emit,
                                   const char *name);
void rc_emit_c_counted(const char *name, const char *array, uint32_t index, struct rc_emit *emit);

/* The same of a rule, of an agent that tells of it too; the other function is NAME_itself. */
bool rc_emit_c_counts_rules(const struct rc_emit *emit);
void rc_emit_c_counted_rule(const char *name, uint32_t rule, struct rc_emit *emit);

/* Where a test is worked out. */
void rc_emit_c_evaluated(uint32_t test, struct rc_emit *emit);

/* The name in capitals, with TEST_ before it: how the enumeration of bits spells it. */
const char *rc_emit_c_bit(const struct rc_plan *plan, const char *name);

/* The same with KEPT_ before it: the enumeration of kept answers. */
const char *rc_emit_c_kept_bit(const struct rc_plan *plan, const char *name);

/* The function that asks for a kept answer, which name_anew works out: emit_c_test.c. */
void rc_emit_c_kept(const struct rc_plan *plan, const struct rc_plan_kept *kept, const char *name,
                    const char *as, struct rc_emit *emit);

/* The expression for a node: a call, or two of them; negated or not. */
const char *rc_emit_c_expression(const struct rc_plan *plan, const struct rc_node *node,
                                 bool negated);

/* A quoted string, in the plan's arena. */
const char *rc_emit_c_string(const struct rc_plan *plan, const char *bytes, size_t len);

/* "rules/shell.yaml:38" */
const char *rc_emit_c_position(const struct rc_plan *plan, struct rc_span span);

#endif
