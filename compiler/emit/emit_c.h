/* The C back end: spells a plan out. It decides nothing; see plan.h for what is decided. */
#ifndef RULEC_EMIT_C_H
#define RULEC_EMIT_C_H

#include "emit/emit.h"
#include "graph/plan.h"

/* The agent's program. rules_hash: SHA-256 over the rule files, hexadecimal. */
void rc_emit_c(const struct rc_plan *plan, const char *rules_hash, struct rc_emit *emit);

/* --- the parts, each in a file of its own --- */

/* Enumerations, the values and the tables of literals: emit_c_data.c. */
void rc_emit_c_enums(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_values(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_tables(const struct rc_plan *plan, struct rc_emit *emit);
void rc_emit_c_rules(const struct rc_plan *plan, struct rc_emit *emit);

/* static const uint32_t WHAT_NAME[] */
void rc_emit_c_numbers(struct rc_emit *emit, const char *what, const char *name,
                       const uint32_t *numbers, uint32_t n);

/* The handlers: emit_c_handler.c. */
void rc_emit_c_handlers(const struct rc_plan *plan, struct rc_emit *emit);

/* "open, openat, openat2": each name once, and of many the first ones. */
const char *rc_emit_c_event_names(const struct rc_plan *plan, const uint32_t *events, uint32_t n);

/* One function a test, but for those that a look-up answers: emit_c_test.c. */
void rc_emit_c_tests(const struct rc_plan *plan, struct rc_emit *emit);

/* The name in capitals, with TEST_ before it: how the enumeration of bits spells it. */
const char *rc_emit_c_bit(const struct rc_plan *plan, const char *name);

/* A quoted string, in the plan's arena. */
const char *rc_emit_c_string(const struct rc_plan *plan, const char *bytes, size_t len);

/* "rules/shell.yaml:38" */
const char *rc_emit_c_position(const struct rc_plan *plan, struct rc_span span);

#endif
