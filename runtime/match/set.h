/* All literals that any rule compares one field with, in one table.
 *
 * For equality (=, !=, in) it is a hash table: one look-up tells every test on the field. For
 * startswith it is the sorted prefixes: one search tells every prefix. The tests of a table have
 * neighbouring numbers, so that an outcome is a few words of bits, which are put into the
 * evaluation's tests_known and tests_true as they are.
 *
 * Tables are made by rulec and constant.
 */
#ifndef RULEC_MATCH_SET_H
#define RULEC_MATCH_SET_H

#include "../program.h"
#include "hash.h"
#include "text.h"

struct rt_str_set {
    const struct rt_text *texts; /* ntexts, each once; prefixes in the order of rt_text_compare */
    const uint64_t *masks;       /* nwords for each text: the tests that name it */
    const uint32_t *slots;    /* equality: nslots (a power of two) places; 0 free, else the text's
                                 index plus 1; a taken place sends the search to the next one */
    const uint32_t *parents;  /* prefixes: index plus 1 of the longest text that is a proper
                                 prefix of this one; 0 none. Masks hold those of the parents too */
    const uint64_t *tests;    /* nwords: all tests of the table */
    const uint64_t *inverted; /* nwords: the tests that hold on what is not named (!=) */
    uint64_t lengths;         /* bit min(len, 63) for each text */
    uint32_t seed;            /* of the hash */
    uint32_t ntexts, nslots;
    uint32_t first_word, nwords; /* where the tests lie in the bit sets */
};

/* Looks the values up and notes the outcome of every test of the table. */
void rt_str_set_test(struct rt_eval *eval, const struct rt_str_set *set,
                     const struct rt_values *values);
void rt_prefix_set_test(struct rt_eval *eval, const struct rt_str_set *set,
                        const struct rt_values *values);

#endif
