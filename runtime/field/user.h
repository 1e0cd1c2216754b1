/* Whose users and groups count. */
#ifndef RULEC_FIELD_USER_H
#define RULEC_FIELD_USER_H

#include "give.h"

/* The thread in whose container names are looked up; NULL: on the machine itself. */
static inline const struct rt_thread *rt_user_scope(const struct rt_eval *eval)
{
    return eval->containers ? eval->thread : NULL;
}

#endif
