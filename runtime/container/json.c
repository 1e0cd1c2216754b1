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

cJSON *rt_json_parse(const char *text, size_t len)
{
    return is_modest(text, len) ? cJSON_ParseWithLength(text, len) : NULL;
}

const cJSON *rt_json_object(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);

    return cJSON_IsObject(item) ? item : NULL;
}

const cJSON *rt_json_array(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);

    return cJSON_IsArray(item) ? item : NULL;
}

const char *rt_json_text(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);

    return cJSON_IsString(item) && item->valuestring ? item->valuestring : "";
}

bool rt_json_true(const cJSON *object, const char *name)
{
    return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, name));
}

bool rt_json_is(const cJSON *item, const char *text)
{
    return cJSON_IsString(item) && item->valuestring && strcmp(item->valuestring, text) == 0;
}
