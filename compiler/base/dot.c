/* Writing graphs in the language of Graphviz. See dot.h. */
#include "base/dot.h"

/* Bytes of a label; longer ones make pictures that nobody can look at. */
#define LONGEST 120

void rc_dot_text(struct rc_strbuf *out, const char *text, size_t len)
{
    size_t end = len < LONGEST ? len : LONGEST;

    /* No half of a character. */
    while (end > 0 && end < len && ((unsigned char)text[end] & 0xc0) == 0x80)
        end--;
    rc_strbuf_addc(out, '"');
    for (size_t i = 0; i < end; i++) {
        if (text[i] == '"' || text[i] == '\\')
            rc_strbuf_addc(out, '\\');
        rc_strbuf_addc(out, (unsigned char)text[i] < 0x20 ? ' ' : text[i]);
    }
    rc_strbuf_adds(out, end < len ? "...\"" : "\"");
}
