/* JSON within bounds. See json.h. */
#include "json.h"

#include <string.h>

/* Counts what will become nodes, and levels; strings are passed over. */
static bool is_modest(const char *text, size_t len)
{
    size_t nodes = 1, depth = 0;

    for (size_t i = 0; i < len; i++) {
        switch (text[i]) {
        case '"':
            for (i++; i < len && text[i] != '"'; i++)
                i += text[i] == '\\';
            break;
        case '{':
        case '[':
            nodes++;
            if (++depth > RT_JSON_DEPTH)
                return false;
            break;
        case '}':
        case ']':
            depth -= depth > 0;
            break;
        case ',':
            nodes++;
            break;
        default:
            break;
        }
        if (nodes > RT_JSON_NODES)
            return false;
    }
    return true;
}

json_t *rt_json_parse(const char *text, size_t len)
{
    /* A number that fits no integer is taken as a real one. */
    return is_modest(text, len) ? json_loadb(text, len, JSON_DECODE_INT_AS_REAL, NULL) : NULL;
}

json_t *rt_json_object(json_t *object, const char *name)
{
    json_t *item = json_object_get(object, name);

    return json_is_object(item) ? item : NULL;
}

json_t *rt_json_array(json_t *object, const char *name)
{
    json_t *item = json_object_get(object, name);

    return json_is_array(item) ? item : NULL;
}

const char *rt_json_text(json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));

    return text ? text : "";
}

bool rt_json_true(json_t *object, const char *name)
{
    return json_is_true(json_object_get(object, name));
}

bool rt_json_is(json_t *item, const char *text)
{
    const char *value = json_string_value(item);

    return value && strcmp(value, text) == 0;
}
