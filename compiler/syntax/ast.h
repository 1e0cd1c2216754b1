/* The syntax tree of a condition, and what sema adds to it.
 *
 *   condition := or
 *   or        := and ("or" and)*
 *   and       := not ("and" not)*
 *   not       := "not" not | "(" or ")" | test | macro
 *   test      := operand OPERATOR right | operand "exists"
 *   operand   := field | TRANSFORMER "(" operand {"," operand} ")"
 *   right     := value | "(" [value {"," value}] ")" | "val(" field ")" | transformer
 *
 * The parser fills what the text says (names, spans); sema replaces macro names by the macros'
 * trees and fills the `resolved` members (field identity, types, parsed literals). The tree lives
 * in the arena of the compilation and is never changed after sema; passes behind it build
 * structures of their own.
 */
#ifndef RULEC_AST_H
#define RULEC_AST_H

#include "../runtime/catalog/catalog.h"
#include "../runtime/catalog/operators.h"
#include "syntax/text.h"

/* A value on the left or the right of an operator that is computed from the event. Lists and
 * constants stand only inside the arguments of a transformer: join((proc.name, "x"), ","). */
enum rc_operand_kind {
    RC_OPERAND_FIELD,
    RC_OPERAND_TRANSFORM,
    RC_OPERAND_LIST,
    RC_OPERAND_CONSTANT
};

enum rc_arg_kind {
    RC_ARG_NONE,
    RC_ARG_INDEX, /* proc.aname[2], evt.arg[0] */
    RC_ARG_KEY    /* evt.arg.flags, evt.arg[flags], proc.env[HOME] */
};

struct rc_operand {
    enum rc_operand_kind kind;
    struct rc_span span;            /* the whole operand, as written */
    const struct rc_origin *origin; /* how it came there; NULL: written there */

    /* RC_OPERAND_FIELD, as written: */
    const char *name; /* "proc.aname", "evt.arg.flags"; without brackets */
    const char *arg;  /* text between the brackets; NULL: no brackets */
    uint32_t arg_len;
    /* RC_OPERAND_FIELD, resolved: */
    enum cat_field_id field;
    enum rc_arg_kind arg_kind;
    uint32_t index;  /* RC_ARG_INDEX */
    const char *key; /* RC_ARG_KEY; NUL-terminated */

    /* RC_OPERAND_TRANSFORM, RC_OPERAND_LIST: */
    enum cat_transformer transformer;
    struct rc_operand **args; /* nargs operands */
    uint32_t nargs;

    /* RC_OPERAND_CONSTANT: */
    struct rc_literal *constant;

    /* All, resolved: */
    enum cat_type type;
    bool is_list; /* several values an event */
};

/* A constant on the right of an operator. */
struct rc_literal {
    struct rc_span span;
    const struct rc_origin *origin;
    const char *text; /* unquoted and unescaped: len bytes, then a NUL */
    uint32_t len;
    bool quoted;

    /* resolved, by the left side's type: */
    enum cat_type type;  /* CAT_TYPE_NONE until sema */
    int64_t number;      /* all integers, booleans, ports, times; unsigned ones by their bits */
    double real;         /* CAT_TYPE_DOUBLE */
    uint8_t bytes[16];   /* IPADDR: address; IPNET: network; big endian; nbytes of them */
    uint8_t nbytes;      /* 4 or 16 */
    uint8_t prefix_bits; /* IPNET */
};

enum rc_expr_kind {
    RC_EXPR_AND,
    RC_EXPR_OR,
    RC_EXPR_NOT,
    RC_EXPR_TEST,
    RC_EXPR_MACRO, /* gone after sema: replaced by RC_EXPR_EXPANDED */
    RC_EXPR_EXPANDED
};

struct rc_expr {
    enum rc_expr_kind kind;
    struct rc_span span;
    const struct rc_origin *origin;

    /* RC_EXPR_AND, RC_EXPR_OR: two or more; RC_EXPR_NOT, RC_EXPR_EXPANDED: one. The children of
     * EXPANDED are shared by every use of the macro. */
    struct rc_expr **children;
    uint32_t nchildren;

    const char *name; /* RC_EXPR_MACRO, RC_EXPR_EXPANDED: the macro's name */

    /* RC_EXPR_TEST: */
    struct rc_operand *left;
    enum cat_operator op;
    enum cat_modifier modifier;
    struct rc_span op_span;
    struct rc_operand *right;    /* a computed right side, else NULL */
    struct rc_literal *literals; /* nliterals constants; one unless the operator takes a list or
                                    there is a modifier */
    uint32_t nliterals;
};

#endif
