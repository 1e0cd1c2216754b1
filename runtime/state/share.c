#include "share.h"

#include <string.h>

/* What lies before the bytes. */
struct head {
    uint32_t holders; /* texts that show these bytes */
    uint32_t size;    /* of the piece, as asked of the pool */
};

static struct head *head_of(const struct rt_str *text)
{
    return (struct head *)(uintptr_t)(text->data - sizeof(struct head));
}

uint32_t rt_share_size(const char *data)
{
    return head_of(&(struct rt_str){.data = data})->size;
}

void rt_share_drop(struct rt_pool *pool, struct rt_str *text)
{
    if (text->len > 0) {
        struct head *head = head_of(text);
        if (--head->holders == 0)
            rt_pool_free(pool, head, head->size);
    }
    *text = rt_share_empty();
}

bool rt_share_set(struct rt_pool *pool, struct rt_str *text, const char *data, uint32_t len)
{
    if (len > RT_SHARE_MAX)
        len = RT_SHARE_MAX;
    if (len == 0) {
        rt_share_drop(pool, text);
        return true;
    }
    if (len == text->len && memcmp(text->data, data, len) == 0)
        return true;

    uint32_t size = (uint32_t)sizeof(struct head) + len + 1;
    struct head *head = rt_pool_alloc(pool, size);
    if (!head) {
        rt_share_drop(pool, text);
        return false;
    }
    *head = (struct head){.holders = 1, .size = size};
    char *bytes = (char *)(head + 1);
    memcpy(bytes, data, len); /* data may lie in the text that goes now */
    bytes[len] = 0;
    rt_share_drop(pool, text);
    *text = (struct rt_str){.data = bytes, .len = len};
    return true;
}

void rt_share_copy(struct rt_pool *pool, struct rt_str *text, const struct rt_str *from)
{
    struct rt_str taken = *from;
    if (taken.len > 0)
        head_of(&taken)->holders++;
    rt_share_drop(pool, text);
    *text = taken;
}
