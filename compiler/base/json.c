#include "base/json.h"

#include "base/utf8.h"

#include <string.h>

static void comma(struct rc_json *json)
{
    if (json->need_comma)
        rc_strbuf_addc(json->out, ',');
}

void rc_json_begin(struct rc_json *json, char bracket)
{
    comma(json);
    rc_strbuf_addc(json->out, bracket);
    json->need_comma = false;
}

void rc_json_end(struct rc_json *json, char bracket)
{
    rc_strbuf_addc(json->out, bracket);
    json->need_comma = true;
}

void rc_json_key(struct rc_json *json, const char *name)
{
    rc_json_cstring(json, name);
    rc_strbuf_addc(json->out, ':');
    json->need_comma = false;
}

void rc_json_string(struct rc_json *json, const char *text, size_t len)
{
    comma(json);
    rc_strbuf_addc(json->out, '"');
    for (size_t i = 0; i < len;) {
        uint32_t size, left = len - i > 4 ? 4 : (uint32_t)(len - i);
        int32_t code = rc_utf8_decode(text + i, left, &size);
        if (code < 0)
            rc_strbuf_adds(json->out, "\xef\xbf\xbd");
        else if (code == '"' || code == '\\')
            rc_strbuf_printf(json->out, "\\%c", (char)code);
        else if (code == '\n')
            rc_strbuf_adds(json->out, "\\n");
        else if (code < 0x20 || code == 0x7f)
            rc_strbuf_printf(json->out, "\\u%04x", (unsigned)code);
        else
            rc_strbuf_add(json->out, text + i, size);
        i += size;
    }
    rc_strbuf_addc(json->out, '"');
    json->need_comma = true;
}

void rc_json_cstring(struct rc_json *json, const char *text)
{
    rc_json_string(json, text, strlen(text));
}

void rc_json_uint(struct rc_json *json, uint64_t number)
{
    comma(json);
    rc_strbuf_printf(json->out, "%llu", (unsigned long long)number);
    json->need_comma = true;
}

void rc_json_bool(struct rc_json *json, bool value)
{
    comma(json);
    rc_strbuf_adds(json->out, value ? "true" : "false");
    json->need_comma = true;
}
