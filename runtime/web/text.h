/* A text that grows: what an answer is put together in. Never on the deciding thread. Private to
 * web/. */
#ifndef RULEC_WEB_TEXT_H
#define RULEC_WEB_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rt_text {
    char *data; /* len bytes and a NUL; NULL: nothing yet */
    size_t len, size;
    bool failed; /* no memory: what was added since is missing */
};

void rt_text_add(struct rt_text *text, const char *bytes, size_t len);
void rt_text_puts(struct rt_text *text, const char *string);
void rt_text_printf(struct rt_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The string in quotes, as JSON; invalid UTF-8 becomes U+FFFD. */
void rt_text_json(struct rt_text *text, const char *string, size_t len);

void rt_text_free(struct rt_text *text);

#endif
