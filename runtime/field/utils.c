/* util.cnt: counts how often it has been asked for. The slot's own value keeps the count from one
 * event to the next. */
#include "give.h"

void rt_extract_utils(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    (void)eval;
    if (ref->field == FIELD_UTIL_CNT)
        rt_give_u64(out, rt_give_single(out)->u64 + 1);
}
