/* The hash of the literal tables. rulec computes it when it lays a table out, the agent when it
 * looks a value up: both include this file. */
#ifndef RULEC_MATCH_HASH_H
#define RULEC_MATCH_HASH_H

#include <stdint.h>
#include <string.h>

static inline uint64_t rt_hash_mix(uint64_t hash, uint64_t word)
{
    const uint64_t mixed = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);

    return mixed ^ mixed >> 32;
}

/* Eight bytes at a time; the last ones overlap, so that no byte is read beyond the text. */
static inline uint32_t rt_hash(const char *text, uint32_t len, uint32_t seed)
{
    uint64_t hash = seed ^ (uint64_t)len << 32, word = 0;

    if (len < 8) {
        memcpy(&word, text, len);
        return (uint32_t)rt_hash_mix(hash, word);
    }
    for (uint32_t at = 0; at + 8 < len; at += 8) {
        memcpy(&word, text + at, 8);
        hash = rt_hash_mix(hash, word);
    }
    memcpy(&word, text + len - 8, 8);
    return (uint32_t)rt_hash_mix(hash, word);
}

#endif
