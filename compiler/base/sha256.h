/* SHA-256 (FIPS 180-4), to name rule sets and cached agents. */
#ifndef RULEC_SHA256_H
#define RULEC_SHA256_H

#include <stddef.h>
#include <stdint.h>

struct rc_sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    uint8_t block[64];
};

void rc_sha256_init(struct rc_sha256 *sha);
void rc_sha256_add(struct rc_sha256 *sha, const void *bytes, size_t len);

/* The digest as 64 hexadecimal digits and a NUL. */
void rc_sha256_hex(struct rc_sha256 *sha, char out[65]);

#endif
