/* Texts within a block: a 16-bit length, then the bytes, without a NUL. The readers copy them to
 * where they get one, because the state takes texts that end in one. */
#ifndef RULEC_CAPTURE_TEXT_H
#define RULEC_CAPTURE_TEXT_H

#include "../state/state.h"
#include "capture.h"

/* What libscap accepts at most, in bytes; a length beyond is taken for damage. */
#define CAPTURE_MAX_PATH    1024
#define CAPTURE_MAX_STRINGS 4096 /* arguments, environment, cgroups */
#define CAPTURE_MAX_NAME    255  /* user and group names, homes, shells */

/* Copies the next text to out, which has room for max bytes and a NUL. It ends at its first NUL. A
 * text longer than max marks the cursor as failed. */
static inline struct rt_str cursor_text(struct capture_cursor *cursor, char *out, uint32_t max)
{
    uint32_t len = cursor_u16(cursor);
    if (len > max || len > cursor->left) {
        cursor->failed = true;
        cursor->left = 0;
        len = 0;
    }
    if (len > 0)
        memcpy(out, cursor_take(cursor, len), len);
    out[len] = '\0';
    return (struct rt_str){out, (uint32_t)strlen(out)};
}

/* The same for a row of texts that each end in a NUL; out has room for max bytes and a NUL, which
 * is added if the last text lacks it. */
static inline struct rt_str cursor_strings(struct capture_cursor *cursor, char *out, uint32_t max)
{
    uint32_t len = cursor_u16(cursor);
    if (len > max || len > cursor->left) {
        cursor->failed = true;
        cursor->left = 0;
        len = 0;
    }
    if (len > 0)
        memcpy(out, cursor_take(cursor, len), len);
    out[len] = '\0';
    if (len > 0 && out[len - 1] != '\0')
        len++;
    return (struct rt_str){out, len};
}

#endif
