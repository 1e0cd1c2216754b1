/* A block under construction: {type, length} body, padding, {length}. It grows as bytes are put in;
 * running out of memory is remembered and told at the end. */
#ifndef RULEC_CAPTURE_BLOCK_H
#define RULEC_CAPTURE_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rt_state;
struct rt_str;

struct capture_block {
    uint8_t *data; /* owned */
    size_t len, size;
    int error; /* -ENOMEM, or -EFBIG: larger than a block can be; what was put in is not all */
};

void block_free(struct capture_block *block);

/* Begins a block of that type; what was in the buffer is gone, its memory is used again. */
void block_begin(struct capture_block *block, uint32_t type);

/* Pads, closes and fills in the length. 0, -ENOMEM or -EFBIG. */
int block_end(struct capture_block *block);

void block_put(struct capture_block *block, const void *data, size_t len);
void block_u8(struct capture_block *block, uint8_t value);
void block_u16(struct capture_block *block, uint16_t value);
void block_u32(struct capture_block *block, uint32_t value);
void block_u64(struct capture_block *block, uint64_t value);

/* A text: 16 bits of length and at most max bytes. */
void block_text(struct capture_block *block, struct rt_str text, uint32_t max);

/* An entry that begins with its own length: the place to give to block_entry_end. counts_itself:
 * the length includes its own four bytes. */
size_t block_entry_begin(struct capture_block *block);
void block_entry_end(struct capture_block *block, size_t entry, bool counts_itself);

/* Each fills in the block of one list of the state. */
void block_machine_info(struct capture_block *block, const struct rt_state *state);
void block_iflist(struct capture_block *block, const struct rt_state *state);
void block_userlist(struct capture_block *block, const struct rt_state *state);
void block_proclist(struct capture_block *block, const struct rt_state *state);

#endif
