/* Tests whose right side is computed. See right.h. */
#include "right.h"

#include "dynamic.h"

static bool holds(enum cat_type type, enum cat_operator op, const struct rt_value *left,
                  const struct rt_value *right)
{
    const struct rt_literal literal = {right->u64, right->f64, {right->str, right->len}};

    return rt_compare(type, op, left, &literal);
}

/* For how many values of the right side the test holds on one value of the left. */
static uint32_t count(enum cat_type type, enum cat_operator op, const struct rt_value *left,
                      const struct rt_values *right)
{
    uint32_t holding = 0;

    for (uint32_t i = 0; i < right->n; i++)
        holding += holds(type, op, left, &right->v[i]);
    return holding;
}

bool rt_right(const struct rt_values *left, enum cat_operator op, enum cat_modifier modifier,
              bool is_list, const struct rt_values *right)
{
    const bool in_set = op == CAT_OP_IN || op == CAT_OP_INTERSECTS;
    uint32_t holding;

    if (!rt_values_exist(left) || !rt_values_exist(right))
        return false;
    if (is_list) {
        for (uint32_t i = 0; i < left->n; i++) {
            const bool found = count(left->type, CAT_OP_EQ, &left->v[i], right) > 0;

            if (found == (op == CAT_OP_INTERSECTS))
                return found;
        }
        return op == CAT_OP_IN;
    }
    if (left->n == 0 || right->n == 0)
        return false;
    holding = count(left->type, op, &left->v[0], right);
    switch (modifier) {
    case CAT_MOD_ONEOF:
        return holding == 1;
    case CAT_MOD_ALLOF:
        return holding == right->n;
    case CAT_MOD_ANYOF:
        return holding > 0;
    case CAT_MOD_NONE:
    case CAT_MOD__COUNT:
        break;
    }
    return in_set ? holding > 0 : holds(left->type, op, &left->v[0], &right->v[0]);
}
