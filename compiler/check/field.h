/* Names of fields: from what a rule says to an entry of the catalogue and an argument.
 *
 *   proc.name            FIELD_PROC_NAME
 *   proc.aname[2]        FIELD_PROC_ANAME, index 2
 *   proc.env[HOME]       FIELD_PROC_ENV, key "HOME"
 *   evt.arg.flags        FIELD_EVT_ARG, key "flags";  evt.arg[0]: index 0
 *   evt.rawarg.res       FIELD_EVT_RAWARG, key "res", with the type of the first parameter of that
 * name evt.abspath.src, evt.type.is.open, thread.cgroup.cpu      likewise with a key behind a dot
 */
#ifndef RULEC_FIELD_H
#define RULEC_FIELD_H

#include "syntax/ast.h"

struct rc_field_error {
    const char *message; /* in the arena */
    bool unknown;        /* there is no such field: what skip-if-unknown-filter forgives */
};

/* Fills the resolved members of a RC_OPERAND_FIELD: field, argument, type, is_list. False with
 * *error if there is no such field or its argument is wrong. */
bool rc_field_resolve(struct rc_arena *arena, struct rc_operand *operand,
                      struct rc_field_error *error);

/* Whether Falco warns that the field is deprecated. */
bool rc_field_is_deprecated(const char *name);

#endif
