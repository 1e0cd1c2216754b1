/* Blocks of a capture under construction. See capture_block.h. */
#include "capture_block.h"

#include "../state/state.h"
#include "capture.h"

#include <errno.h>
#include <stdlib.h>

#define MIN_SIZE 65536u

void block_free(struct capture_block *block)
{
    free(block->data);
    *block = (struct capture_block){0};
}

/* Room for n more bytes, or NULL. */
static uint8_t *reserve(struct capture_block *block, size_t n)
{
    if (block->error)
        return NULL;
    if (n > block->size - block->len) {
        size_t size = block->size > 0 ? block->size : MIN_SIZE;
        while (size - block->len < n && size <= UINT32_MAX)
            size *= 2;
        uint8_t *data = size <= UINT32_MAX ? realloc(block->data, size) : NULL;
        if (!data) {
            block->error = size <= UINT32_MAX ? -ENOMEM : -EFBIG;
            return NULL;
        }
        block->data = data;
        block->size = size;
    }
    uint8_t *at = block->data + block->len;
    block->len += n;
    return at;
}

void block_put(struct capture_block *block, const void *data, size_t len)
{
    uint8_t *at = reserve(block, len);
    if (at && len > 0)
        memcpy(at, data, len);
}

void block_u8(struct capture_block *block, uint8_t value)
{
    block_put(block, &value, sizeof(value));
}

void block_u16(struct capture_block *block, uint16_t value)
{
    block_put(block, &value, sizeof(value));
}

void block_u32(struct capture_block *block, uint32_t value)
{
    block_put(block, &value, sizeof(value));
}

void block_u64(struct capture_block *block, uint64_t value)
{
    block_put(block, &value, sizeof(value));
}

void block_text(struct capture_block *block, struct rt_str text, uint32_t max)
{
    uint32_t len = text.len < max ? text.len : max;
    block_u16(block, (uint16_t)len);
    block_put(block, text.data, len);
}

size_t block_entry_begin(struct capture_block *block)
{
    size_t entry = block->len;
    block_u32(block, 0);
    return entry;
}

void block_entry_end(struct capture_block *block, size_t entry, bool counts_itself)
{
    if (!block->error)
        rt_store32(block->data + entry, (uint32_t)(block->len - entry - (counts_itself ? 0 : 4)));
}

void block_begin(struct capture_block *block, uint32_t type)
{
    block->len = 0;
    block->error = 0;
    block_u32(block, type);
    block_u32(block, 0);
}

int block_end(struct capture_block *block)
{
    static const uint8_t zeros[3];
    block_put(block, zeros, (4 - block->len % 4) % 4);
    uint32_t len = (uint32_t)block->len + 4;
    block_u32(block, len);
    if (block->error)
        return block->error;
    rt_store32(block->data + 4, len);
    return 0;
}
