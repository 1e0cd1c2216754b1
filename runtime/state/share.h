/* Texts of the state: shared, counted, never changed in place. A fork copies a process' command
 * line, environment and paths by counting, not by copying; the bytes go when the last thread or fd
 * that shows them goes.
 */
#ifndef RULEC_SHARE_H
#define RULEC_SHARE_H

#include "state.h"

#define RT_SHARE_MAX ((1u << 20) - 16) /* bytes; what is longer is cut */

static inline struct rt_str rt_share_empty(void)
{
    return (struct rt_str){.data = "", .len = 0};
}

/* Makes *text hold a copy of len bytes; if the pool is full it becomes empty. *text must be empty
 * or one of these texts. Returns false when the pool was full. */
bool rt_share_set(struct rt_pool *pool, struct rt_str *text, const char *data, uint32_t len);

/* Makes *text the same as from, another of these texts (or the very same). */
void rt_share_copy(struct rt_pool *pool, struct rt_str *text, const struct rt_str *from);

/* Bytes asked of the pool for the text at data, which must not be empty. */
uint32_t rt_share_size(const char *data);

/* Empties *text. */
void rt_share_drop(struct rt_pool *pool, struct rt_str *text);

#endif
