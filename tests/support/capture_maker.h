/* Captures made in memory, block by block, of any version: what tests and fuzzers feed the reader
 * with. */
#ifndef RULEC_TEST_CAPTURE_MAKER_H
#define RULEC_TEST_CAPTURE_MAKER_H

#include "source/capture.h"
#include "source/capture_block.h"
#include "source/writer.h"
#include "state/state.h"

#include <stdlib.h>

/* The bytes of a capture; grows block by block. */
struct capture_bytes {
    uint8_t *data; /* owned */
    size_t len;
    uint32_t nblocks;
    size_t blocks[256]; /* where each block begins */
};

static inline void capture_bytes_free(struct capture_bytes *bytes)
{
    free(bytes->data);
    *bytes = (struct capture_bytes){0};
}

/* Ends the block and appends it. */
static inline void make_block(struct capture_bytes *bytes, struct capture_block *block)
{
    if (block_end(block) != 0 || bytes->nblocks >= 256)
        abort();
    uint8_t *data = realloc(bytes->data, bytes->len + block->len);
    if (!data)
        abort();
    memcpy(data + bytes->len, block->data, block->len);
    bytes->blocks[bytes->nblocks++] = bytes->len;
    bytes->data = data;
    bytes->len += block->len;
}

static inline void make_section(struct capture_bytes *bytes)
{
    struct capture_block block = {0};
    block_begin(&block, CAPTURE_SECTION_HEADER);
    block_u32(&block, CAPTURE_BYTE_ORDER_MAGIC);
    block_u16(&block, 1);
    block_u16(&block, 0);
    block_u64(&block, UINT64_MAX);
    make_block(bytes, &block);
    block_free(&block);
}

static inline void make_machine(struct capture_bytes *bytes, const char *hostname)
{
    struct capture_block block = {0};
    char name[CAPTURE_HOSTNAME_SIZE] = "";
    memcpy(name, hostname, strlen(hostname));
    block_begin(&block, CAPTURE_MACHINE_INFO);
    block_u32(&block, 4);
    block_u64(&block, 0);
    block_u64(&block, 0);
    block_put(&block, name, sizeof(name));
    block_u64(&block, 1700000000000000000);
    for (int i = 0; i < 3; i++)
        block_u64(&block, 0);
    make_block(bytes, &block);
    block_free(&block);
}

/* An event of the block types with a parameter count, or (v1) of those without. */
static inline void make_event(struct capture_bytes *bytes, uint32_t block_type, uint64_t time_ns,
                              int64_t tid, uint16_t type, const struct rt_param *params,
                              uint32_t nparams)
{
    static uint8_t data[1 << 20];
    struct capture_block block = {0};
    bool v1 = block_type == CAPTURE_EVENT_V1 || block_type == CAPTURE_EVENT_FLAGS_V1 ||
              block_type == CAPTURE_UNOFFICIAL_EVENT;
    bool flags = block_type == CAPTURE_EVENT_FLAGS_V1 || block_type == CAPTURE_EVENT_FLAGS_V2 ||
                 block_type == CAPTURE_EVENT_FLAGS_LARGE;
    int len = rt_event_encode(data, sizeof(data), time_ns, tid, type, params, nparams);
    if (len < 0)
        abort();
    block_begin(&block, block_type);
    block_u16(&block, 3); /* CPU */
    if (flags)
        block_u32(&block, 0x80);
    if (v1) {
        rt_store32(data + 16, (uint32_t)len - 4);
        block_put(&block, data, RT_EVENT_HEADER_SIZE - 4);
        block_put(&block, data + RT_EVENT_HEADER_SIZE, (size_t)len - RT_EVENT_HEADER_SIZE);
    } else {
        block_put(&block, data, (size_t)len);
    }
    make_block(bytes, &block);
    block_free(&block);
}

/* Parameters of events. They point to the values given. */
#define PARAM_OF(value)  ((struct rt_param){(const uint8_t *)&(value), sizeof(value)})
#define PARAM_TEXT(text) ((struct rt_param){(const uint8_t *)(text), sizeof(text)})
#define PARAM_EMPTY      ((struct rt_param){NULL, 0})

#endif
