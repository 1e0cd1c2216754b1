#include "rules/load.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const char *rc_load_string(struct rc_loader *loader, const struct rc_text *text)
{
    return rc_arena_strndup(loader->arena, text->data, text->len);
}

struct rc_span rc_load_span(const struct rc_text *text)
{
    return rc_text_span(text, 0, text->len, NULL);
}

struct rc_text rc_load_join(struct rc_loader *loader, const struct rc_text *a,
                            const struct rc_text *b)
{
    struct rc_text_builder builder = {.arena = loader->arena};
    struct rc_span between = rc_text_span(b, 0, 0, NULL);
    rc_text_append(&builder, a, 0, a->len, NULL);
    rc_text_add(&builder, " ", 1, between, false, NULL);
    rc_text_append(&builder, b, 0, b->len, NULL);
    return rc_text_finish(&builder);
}

/* The place to point at when a key is missing: the first pair of the item. */
static struct rc_span item_span(const struct rc_yaml_node *item)
{
    return item->kind == RC_YAML_MAP && item->nchildren > 0 ? item->children[0]->span : item->span;
}

static enum rc_load_result load_scalar(struct rc_loader *loader, const struct rc_yaml_node *item,
                                       const char *key, const struct rc_context *context,
                                       enum rc_load_need need, const struct rc_yaml_node **out)
{
    const struct rc_yaml_node *at = item;
    const struct rc_yaml_node *value = rc_yaml_get(item, key, &at);
    if (!value) {
        if (need != RC_LOAD_REQUIRED)
            return RC_LOAD_ABSENT;
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, item_span(item),
                 "the key `%s` is missing", key);
        return RC_LOAD_BAD;
    }
    if (value->kind == RC_YAML_NULL) {
        if (need == RC_LOAD_OPTIONAL_EMPTY)
            return RC_LOAD_ABSENT;
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, at->span, "`%s` has no value",
                 key);
        return RC_LOAD_BAD;
    }
    context = rc_load_within(loader, context, "value for", key, value->span);
    if (value->kind != RC_YAML_SCALAR) {
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, value->span,
                 "`%s` must be a single value, not a %s", key, rc_yaml_kind_name(value->kind));
        return RC_LOAD_BAD;
    }
    if (value->text.len == 0) {
        if (need == RC_LOAD_OPTIONAL_EMPTY)
            return RC_LOAD_ABSENT;
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, value->span,
                 "`%s` must not be empty", key);
        return RC_LOAD_BAD;
    }
    *out = value;
    return RC_LOAD_FOUND;
}

enum rc_load_result rc_load_text(struct rc_loader *loader, const struct rc_yaml_node *item,
                                 const char *key, const struct rc_context *context,
                                 enum rc_load_need need, struct rc_text *out)
{
    const struct rc_yaml_node *value;
    enum rc_load_result result = load_scalar(loader, item, key, context, need, &value);
    if (result == RC_LOAD_FOUND)
        *out = value->text;
    return result;
}

/* Says what the value of key must be. */
static enum rc_load_result wrong_value(struct rc_loader *loader, const struct rc_context *context,
                                       const char *key, const struct rc_yaml_node *value,
                                       const char *expected)
{
    context = rc_load_within(loader, context, "value for", key, value->span);
    rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, value->span, "`%s` must be %s", key,
             expected);
    return RC_LOAD_BAD;
}

/* Truth as YAML 1.1 spells it: all small, all capital, or with one capital. */
static bool is_bool(const struct rc_text *text, bool *out)
{
    static const struct {
        const char *word;
        bool value;
    } words[] = {
        {"y", true},    {"n", false},     {"yes", true}, {"no", false},
        {"true", true}, {"false", false}, {"on", true},  {"off", false},
    };
    bool rest_lower = true, rest_upper = true;
    for (uint32_t i = 1; i < text->len; i++) {
        rest_lower = rest_lower && islower((unsigned char)text->data[i]);
        rest_upper = rest_upper && isupper((unsigned char)text->data[i]);
    }
    bool spelled = rest_lower || (rest_upper && isupper((unsigned char)text->data[0]));
    for (size_t i = 0; spelled && i < sizeof(words) / sizeof(words[0]); i++) {
        if (strlen(words[i].word) == text->len &&
            strncasecmp(words[i].word, text->data, text->len) == 0) {
            *out = words[i].value;
            return true;
        }
    }
    return false;
}

enum rc_load_result rc_load_bool(struct rc_loader *loader, const struct rc_yaml_node *item,
                                 const char *key, const struct rc_context *context,
                                 enum rc_load_need need, bool *out)
{
    const struct rc_yaml_node *value;
    enum rc_load_result result = load_scalar(loader, item, key, context, need, &value);
    if (result != RC_LOAD_FOUND || is_bool(&value->text, out))
        return result;
    return wrong_value(loader, context, key, value, "true or false");
}

bool rc_load_is_u32(const struct rc_text *text, uint32_t *out)
{
    char *end;
    if (text->len == 0 || !(isdigit((unsigned char)text->data[0]) || text->data[0] == '+'))
        return false;
    unsigned long long number = strtoull(text->data, &end, 0);
    while (isspace((unsigned char)*end))
        end++;
    if (end == text->data || end != text->data + text->len || number > UINT32_MAX)
        return false;
    *out = (uint32_t)number;
    return true;
}

enum rc_load_result rc_load_u32(struct rc_loader *loader, const struct rc_yaml_node *item,
                                const char *key, const struct rc_context *context,
                                enum rc_load_need need, uint32_t *out)
{
    const struct rc_yaml_node *value;
    enum rc_load_result result = load_scalar(loader, item, key, context, need, &value);
    if (result != RC_LOAD_FOUND || rc_load_is_u32(&value->text, out))
        return result;
    return wrong_value(loader, context, key, value, "a whole number from 0 to 4294967295");
}

enum rc_load_result rc_load_strings(struct rc_loader *loader, const struct rc_yaml_node *item,
                                    const char *key, const struct rc_context *context,
                                    enum rc_load_need need, struct rc_text **out, uint32_t *count)
{
    const struct rc_yaml_node *at = item;
    const struct rc_yaml_node *value = rc_yaml_get(item, key, &at);
    if (!value) {
        if (need != RC_LOAD_REQUIRED)
            return RC_LOAD_ABSENT;
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, item_span(item),
                 "the key `%s` is missing", key);
        return RC_LOAD_BAD;
    }
    context = rc_load_within(loader, context, "value for", key, value->span);
    if (value->kind != RC_YAML_SEQUENCE) {
        if (value->kind == RC_YAML_NULL)
            rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, at->span,
                     "`%s` must be a sequence; an empty one is written []", key);
        else
            rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, value->span,
                     "`%s` must be a sequence, not a %s", key, rc_yaml_kind_name(value->kind));
        return RC_LOAD_BAD;
    }
    struct rc_text *texts = rc_arena_array(loader->arena, value->nchildren, sizeof(*texts));
    bool ok = true;
    for (uint32_t i = 0; i < value->nchildren; i++) {
        const struct rc_yaml_node *child = value->children[i];
        texts[i] = child->kind == RC_YAML_SCALAR ? child->text : (struct rc_text){.data = ""};
        if (child->kind == RC_YAML_SCALAR)
            continue;
        ok = false;
        rc_error(rc_load_at(loader, rc_load_within(loader, context, "list item", "", child->span)),
                 RC_ERR_YAML_VALIDATE, child->span, "an element of `%s` is a %s, not a value", key,
                 rc_yaml_kind_name(child->kind));
    }
    *out = texts;
    *count = value->nchildren;
    return ok ? RC_LOAD_FOUND : RC_LOAD_BAD;
}

void rc_load_warn_keys(struct rc_loader *loader, const struct rc_yaml_node *item,
                       const char *const *known, size_t nknown, const struct rc_context *context)
{
    for (uint32_t i = 0; i + 1 < item->nchildren; i += 2) {
        const struct rc_yaml_node *key = item->children[i];
        if (key->kind == RC_YAML_SEQUENCE || key->kind == RC_YAML_MAP) {
            rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, key->span,
                     "a key must be a single value, not a %s", rc_yaml_kind_name(key->kind));
            return;
        }
        bool is_known = false;
        for (size_t k = 0; k < nknown && !is_known; k++)
            is_known = rc_yaml_is(key, known[k]);
        if (is_known)
            continue;
        const char *name = key->kind == RC_YAML_NULL ? "null" : rc_load_string(loader, &key->text);
        const char *near = rc_suggest(name, strlen(name), known, nknown);
        if (near)
            rc_warning(rc_load_at(loader, context), RC_WARN_UNKNOWN_KEY, key->span,
                       "unknown key `%s` is ignored; did you mean `%s`?", name, near);
        else
            rc_warning(rc_load_at(loader, context), RC_WARN_UNKNOWN_KEY, key->span,
                       "unknown key `%s` is ignored", name);
    }
}

enum rc_load_result rc_load_append(struct rc_loader *loader, const struct rc_yaml_node *item,
                                   const struct rc_context *context, bool *append)
{
    enum rc_load_result result =
        rc_load_bool(loader, item, "append", context, RC_LOAD_OPTIONAL, append);
    if (result == RC_LOAD_FOUND && *append) {
        const struct rc_yaml_node *at = item;
        rc_yaml_get(item, "append", &at);
        rc_warning(rc_load_at(loader, context), RC_WARN_DEPRECATED_ITEM, at->span,
                   "`append` is deprecated; write `append` for each key under `override` instead");
    }
    return result;
}
