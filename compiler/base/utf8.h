/* UTF-8, as far as messages need it: code points, and how many columns they take on a terminal. */
#ifndef RULEC_UTF8_H
#define RULEC_UTF8_H

#include <stdint.h>

/* The code point at text (len > 0 bytes are left); *size gets its bytes. A byte that begins no
 * valid sequence gives -1 and size 1. */
int32_t rc_utf8_decode(const char *text, uint32_t len, uint32_t *size);

/* Columns of a code point: 0 combining, 2 wide, else 1. Independent of the locale. */
uint32_t rc_utf8_width(int32_t code);

#endif
