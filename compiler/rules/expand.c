/* Lists: into the text of conditions, before it is parsed.
 *
 * Falco replaces names of lists textually, list after list, and so does this: a list may stand
 * wherever its items may, items may name further lists, and an item that holds a space is put into
 * quotes.
 *
 *   list: shells, items: [bash, "my sh"]
 *   proc.name in (shells, cat)    becomes    proc.name in ( bash, "my sh" , cat)
 *
 * A name counts only between blanks, brackets, commas and equal signs. Of an empty list a comma
 * beside it goes too.
 */
#include "check/sema.h"

#include <string.h>

/* Lists that name lists can grow without end. So many bytes, items and names of lists replaced are
 * the most for one condition, or for one list. */
#define MOST_BYTES (UINT64_C(64) << 20)
#define MOST_USES  200000
#define MOST_ITEMS (UINT64_C(4) << 20)

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_delimiter(char c)
{
    return is_blank(c) || c == '(' || c == ')' || c == ',' || c == '=';
}

static const char *text_string(struct rc_arena *arena, const struct rc_text *text)
{
    return rc_arena_strndup(arena, text->data, text->len);
}

void rc_sema_lists(struct rc_sema *sema)
{
    struct rc_list **lists = rc_arena_array(sema->arena, sema->set->nlists + 1u, sizeof *lists);
    uint32_t n = 0;

    for (struct rc_list *list = sema->set->lists; list; list = list->next) {
        struct rc_list *copy = rc_arena_alloc(sema->arena, sizeof *copy);
        uint64_t nitems = 0;

        *copy = *list;
        for (uint32_t i = 0; i < list->nitems; i++) {
            struct rc_list *named =
                rc_ruleset_list(sema->set, text_string(sema->arena, &list->items[i]));

            nitems += named && named->order < list->visibility ? named->nitems : 1;
        }
        if (nitems > MOST_ITEMS) {
            sema->diags->context = list->context;
            rc_error(sema->diags, RC_ERR_VALIDATE, list->span,
                     "list `%s` is too long once the lists in it are put in", list->name);
            copy->nitems = 0;
            lists[n++] = copy;
            continue;
        }
        copy->items = rc_arena_array(sema->arena, nitems + 1, sizeof *copy->items);
        copy->nitems = 0;
        for (uint32_t i = 0; i < list->nitems; i++) {
            struct rc_list *named =
                rc_ruleset_list(sema->set, text_string(sema->arena, &list->items[i]));

            if (named && named->order < list->visibility) {
                named->used = true;
                if (named->nitems > 0)
                    memcpy(copy->items + copy->nitems, named->items,
                           named->nitems * sizeof *copy->items);
                copy->nitems += named->nitems;
            } else {
                copy->items[copy->nitems++] = list->items[i];
            }
        }
        lists[n++] = copy;
    }
    sema->lists = lists;
}

/* Takes bytes off the end of a text under construction. */
static void cut(struct rc_text_builder *builder, uint32_t len)
{
    while (builder->nsegments > 0 && builder->segments[builder->nsegments - 1].start >= len)
        builder->nsegments--;
    builder->len = len;
    if (builder->nsegments > 0) {
        struct rc_segment *last = &builder->segments[builder->nsegments - 1];

        if (last->verbatim)
            last->span.len = len - last->start;
    }
}

/* An item as it goes into the text; length only if builder is NULL. */
static uint64_t add_item(struct rc_text_builder *builder, const struct rc_text *item,
                         const struct rc_origin *origin)
{
    const bool quote =
        memchr(item->data, ' ', item->len) && item->data[0] != '"' && item->data[0] != '\'';
    const struct rc_span span = rc_text_span(item, 0, item->len, NULL);

    if (!builder)
        return item->len + (quote ? 2u : 0u);
    if (quote)
        rc_text_add(builder, "\"", 1, span, false, origin);
    rc_text_append(builder, item, 0, item->len, origin);
    if (quote)
        rc_text_add(builder, "\"", 1, span, false, origin);
    return 0;
}

/* The first place from `from` on where the list is named; len: none. */
static uint32_t find_name(const struct rc_text *text, const char *name, uint32_t name_len,
                          uint32_t from, uint32_t begin, const struct rc_text_builder *before)
{
    while (from < text->len) {
        const char *found = memmem(text->data + from, text->len - from, name, name_len);
        uint32_t start, end;
        char left;

        if (!found)
            break;
        start = (uint32_t)(found - text->data);
        end = start + name_len;
        /* What is left of the first byte not yet copied is the end of what was made. */
        left = start > begin ? text->data[start - 1]
               : before->len ? before->data[before->len - 1]
                             : ' ';
        if (is_delimiter(left) && (end == text->len || is_delimiter(text->data[end])))
            return start;
        from = start + 1;
    }
    return text->len;
}

/* What expansion has cost so far. */
struct cost {
    uint64_t bytes, items;
    uint32_t uses;
};

static bool is_too_much(const struct cost *cost)
{
    return cost->bytes > MOST_BYTES || cost->items > MOST_ITEMS || cost->uses > MOST_USES;
}

/* One list; false: it is not named. */
static bool expand_list(struct rc_sema *sema, const struct rc_list *list,
                        const struct rc_text *text, struct rc_text *out, struct cost *cost)
{
    const uint32_t name_len = (uint32_t)strlen(list->name);
    struct rc_text_builder builder = {.arena = sema->arena};
    uint32_t done = 0, start = find_name(text, list->name, name_len, 0, 0, &builder);
    uint64_t size = 0;

    if (name_len == 0 || start == text->len)
        return false;
    for (uint32_t i = 0; i < list->nitems; i++)
        size += add_item(NULL, &list->items[i], NULL) + 2;
    while (start < text->len) {
        struct rc_origin *origin = rc_arena_alloc(sema->arena, sizeof *origin);
        uint32_t end = start + name_len;
        const struct rc_origin *up;

        *origin = (struct rc_origin){.what = "list",
                                     .name = list->name,
                                     .use = rc_text_span(text, start, name_len, &up),
                                     .definition = list->span};
        origin->up = up;
        rc_text_append(&builder, text, done, start - done, NULL);
        while (builder.len > 0 && is_blank(builder.data[builder.len - 1]))
            cut(&builder, builder.len - 1);
        while (end < text->len && is_blank(text->data[end]))
            end++;
        if (list->nitems == 0) {
            if (builder.len > 0 && builder.data[builder.len - 1] == ',')
                cut(&builder, builder.len - 1);
            else if (end < text->len && text->data[end] == ',')
                end++;
        }
        if (builder.len > 0)
            rc_text_add(&builder, " ", 1, origin->use, false, NULL);
        cost->bytes += size;
        cost->items += list->nitems;
        cost->uses++;
        if (is_too_much(cost))
            break;
        for (uint32_t i = 0; i < list->nitems; i++) {
            if (i > 0)
                rc_text_add(&builder, ", ", 2, origin->use, false, NULL);
            add_item(&builder, &list->items[i], origin);
        }
        rc_text_add(&builder, " ", 1, origin->use, false, NULL);
        done = end;
        start = find_name(text, list->name, name_len, done, done, &builder);
    }
    rc_text_append(&builder, text, done, text->len - done, NULL);
    *out = rc_text_finish(&builder);
    return true;
}

bool rc_sema_expand(struct rc_sema *sema, const struct rc_text *text, struct rc_text *out)
{
    struct rc_list *list = sema->set->lists;
    struct cost cost = {0};
    struct rc_text expanded;

    *out = *text;
    for (uint32_t i = 0; list; list = list->next, i++) {
        if (!expand_list(sema, sema->lists[i], out, &expanded, &cost))
            continue;
        list->used = true;
        *out = expanded;
        if (is_too_much(&cost)) {
            rc_error(sema->diags, RC_ERR_COMPILE_CONDITION, rc_text_span(text, 0, text->len, NULL),
                     "the condition is too long once the lists in it are put in");
            return false;
        }
    }
    return true;
}
