/* A keyed digest of bytes: SipHash-2-4 (Aumasson and Bernstein, 2012). Whoever does not know the
 * key cannot find two texts with the same digest. */
#ifndef RULEC_ALERT_DIGEST_H
#define RULEC_ALERT_DIGEST_H

#include <stdint.h>

uint64_t rt_digest(const uint64_t key[2], const void *bytes, uint32_t len);

#endif
