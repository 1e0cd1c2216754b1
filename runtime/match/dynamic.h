/* Tests on values whose type or right side is known only when the event is there: evt.rawarg.X, and
 * every operator over numbers with a modifier. One function that looks at operator and type each
 * time: these are rare, and clarity is worth more than speed. */
#ifndef RULEC_MATCH_DYNAMIC_H
#define RULEC_MATCH_DYNAMIC_H

#include "../value.h"
#include "text.h"

/* A literal in every shape that a type may ask for. */
struct rt_literal {
    uint64_t number; /* signed ones by their bits */
    double real;
    struct rt_text text;
};

/* One value of a type against one literal. False for operators that the type does not know. */
bool rt_compare(enum cat_type type, enum cat_operator op, const struct rt_value *value,
                const struct rt_literal *literal);

/* FIELD OPERATOR [oneof|anyof|allof] (LITERAL, ...), for one of the values. Without a modifier only
 * the first literal counts, but for `in` and `pmatch`. As in Falco, `in` finds text only, and a
 * byte buffer counts as empty: its length does not reach the comparison. */
bool rt_dynamic(const struct rt_values *values, enum cat_operator op, enum cat_modifier modifier,
                const struct rt_literal *literals, uint32_t n);

#endif
