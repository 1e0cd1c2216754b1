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
static inline uint64_t rt_hash(const char *text, uint32_t len, uint32_t seed)
{
    uint64_t hash = seed ^ (uint64_t)len << 32, word = 0;

    if (len < 8) {
        memcpy(&word, text, len);
        return rt_hash_mix(rt_hash_mix(hash, word), seed);
    }
    for (uint32_t at = 0; at + 8 < len; at += 8) {
        memcpy(&word, text + at, 8);
        hash = rt_hash_mix(hash, word);
    }
    memcpy(&word, text + len - 8, 8);
    return rt_hash_mix(rt_hash_mix(hash, word), seed);
}

/* A perfect hash: texts whose hashes agree in the low bits share a displacement, which rulec chose
 * so that every text has a place of its own. nplaces is a power of two. */
static inline uint32_t rt_hash_place(uint64_t hash, uint32_t displacement, uint32_t nplaces)
{
    return ((uint32_t)(hash >> 32) + displacement * ((uint32_t)(hash >> 12) | 1)) & (nplaces - 1);
}

/* Four bytes of a text, as the filter of the contains tables numbers them. Letters count alike
 * whatever their case, so that one filter serves both kinds. */
static inline uint32_t rt_hash_four(const char *text, uint32_t bits)
{
    uint32_t word;

    memcpy(&word, text, sizeof word);
    return ((word | UINT32_C(0x20202020)) * UINT32_C(0x9e3779b1)) >> (32 - bits);
}

#endif
