/* Names of hosts in conditions. See host_names.h. */
#include "rules/host_names.h"

#include <stdlib.h>
#include <string.h>

/* Adds the names of a condition behind *n others, or counts them only, without `names`. Of `=` and
 * `!=` the first literal alone counts, see as_falco_compares in graph_test.c; other operators look
 * for a part of a name, which has no address. */
static void gather(const struct rc_expr *expr, const char **names, uint32_t *n)
{
    const bool in_set = expr->op == CAT_OP_IN || expr->op == CAT_OP_INTERSECTS;
    const bool is_equality = in_set || expr->op == CAT_OP_EQ || expr->op == CAT_OP_NE;

    for (uint32_t i = 0; i < expr->nchildren; i++)
        gather(expr->children[i], names, n);
    if (expr->kind != RC_EXPR_TEST || !is_equality || expr->left->kind != RC_OPERAND_FIELD ||
        !cat_field_is_host_name(expr->left->field))
        return;
    for (uint32_t i = 0; i < expr->nliterals && (in_set || i == 0); i++, ++*n) {
        if (names)
            names[*n] = expr->literals[i].text;
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

uint32_t rc_host_names(struct rc_arena *arena, const struct rc_rule *const *rules, uint32_t nrules,
                       const char ***names)
{
    uint32_t n = 0, kept = 0;

    for (uint32_t i = 0; i < nrules; i++)
        gather(rules[i]->expr, NULL, &n);
    *names = rc_arena_array(arena, n + 1, sizeof **names);
    n = 0;
    for (uint32_t i = 0; i < nrules; i++)
        gather(rules[i]->expr, *names, &n);
    qsort(*names, n, sizeof **names, compare_names);
    for (uint32_t i = 0; i < n; i++) {
        if (kept == 0 || strcmp((*names)[kept - 1], (*names)[i]) != 0)
            (*names)[kept++] = (*names)[i];
    }
    (*names)[kept] = NULL;
    return kept;
}
