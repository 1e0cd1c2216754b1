/* Base64, for byte buffers in outputs. */
#ifndef RULEC_FIELD_BASE64_H
#define RULEC_FIELD_BASE64_H

#include <stdint.h>

/* Characters of len bytes in base64, padding included. */
static inline uint32_t rt_base64_len(uint32_t len)
{
    return (len + 2) / 3 * 4;
}

/* Writes len bytes in base64, rt_base64_len(len) characters without a NUL. To encode in pieces let
 * all but the last be of a multiple of three bytes. */
void rt_base64(char *out, const uint8_t *data, uint32_t len);

#endif
