/* Base64. See base64.h. */
#include "base64.h"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void rt_base64(char *out, const uint8_t *data, uint32_t len)
{
    for (; len > 0; out += 4) {
        const uint32_t n = len < 3 ? len : 3;
        const uint32_t bits =
            (uint32_t)data[0] << 16 | (n > 1 ? data[1] : 0u) << 8 | (n > 2 ? data[2] : 0u);

        out[0] = digits[bits >> 18];
        out[1] = digits[bits >> 12 & 63];
        out[2] = n > 1 ? digits[bits >> 6 & 63] : '=';
        out[3] = n > 2 ? digits[bits & 63] : '=';
        data += n;
        len -= n;
    }
}
