/* Fields and transformers: names, arguments, types. */
#include "check/field.h"
#include "check/sema.h"

#include <string.h>

/* What a transformer says of an argument before any transformer worked on it: Falco's checks of the
 * arguments of join, concat and getopt look at that. */
static void original_type(const struct rc_operand *operand, enum cat_type *type, bool *is_list)
{
    while (operand->kind == RC_OPERAND_TRANSFORM && operand->nargs == 1)
        operand = operand->args[0];
    *type = operand->kind == RC_OPERAND_FIELD ? operand->type : CAT_TYPE_CHARBUF;
    *is_list =
        operand->kind == RC_OPERAND_LIST || (operand->kind == RC_OPERAND_FIELD && operand->is_list);
}

enum cat_field_id rc_operand_field(const struct rc_operand *operand)
{
    while (operand->kind == RC_OPERAND_TRANSFORM && operand->nargs == 1)
        operand = operand->args[0];
    return operand->kind == RC_OPERAND_FIELD ? operand->field : FIELD_NONE;
}

static bool fail(struct rc_operand_error *error, const struct rc_operand *at, const char *message)
{
    *error = (struct rc_operand_error){.at = at, .message = message};
    return false;
}

static bool is_text(enum cat_type type)
{
    return type == CAT_TYPE_CHARBUF || type == CAT_TYPE_FSPATH || type == CAT_TYPE_FSRELPATH;
}

/* Transformers of one argument. */
static bool apply(struct rc_arena *arena, struct rc_operand *operand,
                  struct rc_operand_error *error)
{
    const struct rc_operand *arg = operand->args[0];
    const char *name = cat_transformer_names[operand->transformer];
    const enum cat_field_id field = rc_operand_field(arg);
    bool fits = false;

    if (operand->arg)
        return fail(error, operand,
                    rc_arena_printf(arena, "`%s` takes no argument in square brackets", name));
    operand->type = arg->type;
    operand->is_list = arg->is_list;
    if (operand->transformer == CAT_TRANSFORM_VAL)
        return true;
    if (cat_fields[field].flags & CAT_FF_NO_TRANSFORMER)
        return fail(error, operand,
                    rc_arena_printf(arena, "no transformer can be applied to `%s`",
                                    cat_fields[field].name));
    switch (operand->transformer) {
    case CAT_TRANSFORM_TOLOWER:
    case CAT_TRANSFORM_TOUPPER:
    case CAT_TRANSFORM_BASENAME:
        fits = is_text(arg->type);
        break;
    case CAT_TRANSFORM_B64:
        fits = arg->type == CAT_TYPE_CHARBUF || arg->type == CAT_TYPE_BYTEBUF;
        break;
    case CAT_TRANSFORM_LEN:
        fits = arg->is_list || is_text(arg->type) || arg->type == CAT_TYPE_BYTEBUF;
        operand->type = CAT_TYPE_UINT64;
        operand->is_list = false;
        break;
    case CAT_TRANSFORM_JOIN:
    case CAT_TRANSFORM_CONCAT:
    case CAT_TRANSFORM_GETOPT:
        return fail(
            error, operand,
            rc_arena_printf(arena, "`%s` takes %s arguments", name,
                            operand->transformer == CAT_TRANSFORM_CONCAT ? "two or more" : "two"));
    case CAT_TRANSFORM_VAL:
    case CAT_TRANSFORM__COUNT:
        break;
    }
    if (!fits)
        return fail(error, operand,
                    rc_arena_printf(arena, "`%s` cannot be applied to %s%s", name,
                                    arg->is_list ? "a list of " : "", cat_type_name(arg->type)));
    return true;
}

/* Transformers of several arguments. */
static bool combine(struct rc_arena *arena, struct rc_operand *operand,
                    struct rc_operand_error *error)
{
    const char *name = cat_transformer_names[operand->transformer];
    enum cat_type first, second;
    bool first_list, second_list;

    operand->type = CAT_TYPE_CHARBUF;
    operand->is_list = operand->transformer == CAT_TRANSFORM_GETOPT && !operand->arg;
    original_type(operand->args[0], &first, &first_list);
    original_type(operand->args[1], &second, &second_list);
    switch (operand->transformer) {
    case CAT_TRANSFORM_JOIN:
        if (operand->nargs != 2)
            return fail(error, operand,
                        "`join` takes two arguments: what to put between, and a list");
        if (first_list)
            return fail(error, operand->args[0],
                        "the first argument of `join` is what to put between, not a list");
        if (!second_list)
            return fail(error, operand->args[1], "the second argument of `join` must be a list");
        break;
    case CAT_TRANSFORM_CONCAT:
        for (uint32_t i = 0; i < operand->nargs; i++) {
            original_type(operand->args[i], &first, &first_list);
            if (first != CAT_TYPE_CHARBUF || first_list)
                return fail(error, operand->args[i], "the arguments of `concat` must be texts");
        }
        break;
    case CAT_TRANSFORM_GETOPT:
        if (operand->nargs != 2)
            return fail(error, operand, "`getopt` takes two arguments: a list, and the options");
        if (!first_list)
            return fail(error, operand->args[0], "the first argument of `getopt` must be a list");
        if (second_list)
            return fail(error, operand->args[1],
                        "the second argument of `getopt` must be a single text");
        if (first != CAT_TYPE_CHARBUF || second != CAT_TYPE_CHARBUF)
            return fail(error, operand, "the arguments of `getopt` must be texts");
        if (operand->arg && operand->arg_len != 1)
            return fail(error, operand, "`getopt(...)[X]` takes a single letter");
        return true;
    case CAT_TRANSFORM_VAL:
    case CAT_TRANSFORM_TOLOWER:
    case CAT_TRANSFORM_TOUPPER:
    case CAT_TRANSFORM_B64:
    case CAT_TRANSFORM_BASENAME:
    case CAT_TRANSFORM_LEN:
    case CAT_TRANSFORM__COUNT:
        return fail(error, operand, rc_arena_printf(arena, "`%s` takes a single argument", name));
    }
    if (operand->arg)
        return fail(error, operand,
                    rc_arena_printf(arena, "`%s` takes no argument in square brackets", name));
    return true;
}

bool rc_operand_resolve(struct rc_arena *arena, struct rc_operand *operand,
                        struct rc_operand_error *error)
{
    struct rc_field_error field_error;

    switch (operand->kind) {
    case RC_OPERAND_FIELD:
        if (rc_field_resolve(arena, operand, &field_error))
            return true;
        *error = (struct rc_operand_error){operand, field_error.message, field_error.unknown};
        return false;
    case RC_OPERAND_CONSTANT:
        operand->type = operand->constant->type = CAT_TYPE_CHARBUF;
        return true;
    case RC_OPERAND_LIST:
        operand->type = CAT_TYPE_CHARBUF;
        operand->is_list = true;
        break;
    case RC_OPERAND_TRANSFORM:
        break;
    }
    for (uint32_t i = 0; i < operand->nargs; i++) {
        if (!rc_operand_resolve(arena, operand->args[i], error))
            return false;
    }
    if (operand->kind == RC_OPERAND_LIST)
        return true;
    return operand->nargs == 1 ? apply(arena, operand, error) : combine(arena, operand, error);
}
