/* How values of a type are compared: what the tests of the runtime distinguish. */
#ifndef RULEC_COMPARE_H
#define RULEC_COMPARE_H

#include "syntax/ast.h"

enum rc_compare_kind {
    RC_COMPARE_TEXT, /* bytes; byte buffers too */
    RC_COMPARE_SIGNED,
    RC_COMPARE_UNSIGNED,
    RC_COMPARE_REAL,
    RC_COMPARE_NET,    /* addresses and networks */
    RC_COMPARE_DYNAMIC /* known only when the event is there */
};

struct rc_compare {
    enum rc_compare_kind kind;
    uint32_t bits; /* width of numbers */
};

struct rc_compare rc_compare_of(enum cat_type type);

/* The bits of a number cut to the width of the type and extended to 64 again: what a value of the
 * type is when it equals the literal. Only for signed and unsigned types. */
uint64_t rc_compare_number(struct rc_compare compare, const struct rc_literal *literal);

#endif
