/* SHA-1 (FIPS 180-4): SPDX asks for it as the name of a file; nothing is kept safe by it. */
#ifndef RULEC_SHA1_H
#define RULEC_SHA1_H

#include <stddef.h>

/* The digest of len bytes as 40 hexadecimal digits and a NUL. */
void rc_sha1_hex(const void *bytes, size_t len, char out[41]);

#endif
