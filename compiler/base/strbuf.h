/* A growable byte buffer, for text that is built piece by piece. Owned by the caller;
 * rc_strbuf_free releases it. */
#ifndef RULEC_STRBUF_H
#define RULEC_STRBUF_H

#include <stddef.h>

struct rc_strbuf {
    char *data; /* len bytes, then a NUL; NULL while empty */
    size_t len;
    size_t capacity;
};

void rc_strbuf_add(struct rc_strbuf *buf, const void *bytes, size_t len);
void rc_strbuf_adds(struct rc_strbuf *buf, const char *text);
void rc_strbuf_addc(struct rc_strbuf *buf, char c);
void rc_strbuf_printf(struct rc_strbuf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void rc_strbuf_free(struct rc_strbuf *buf);

#endif
