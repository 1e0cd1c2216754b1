/* Names for generated code. See plan.h. */
#include "graph/plan.h"

#include <ctype.h>
#include <string.h>

static uint32_t hash(const char *text)
{
    uint32_t h = 5381;

    for (; *text; text++)
        h = h * 33 + (unsigned char)*text;
    return h;
}

/* The slot that holds the name, or the free one for it. */
static const char **find(struct rc_plan_names *names, const char *name)
{
    for (uint32_t slot = hash(name);; slot++) {
        const char **place = &names->slots[slot & (names->nslots - 1)];

        if (!*place || strcmp(*place, name) == 0)
            return place;
    }
}

static void grow(struct rc_plan_names *names)
{
    const char **old = names->slots;
    const uint32_t nold = names->nslots;

    if (2 * (names->used + 1) <= names->nslots)
        return;
    names->nslots = nold > 0 ? 2 * nold : 256;
    names->slots = rc_arena_array(names->arena, names->nslots, sizeof *names->slots);
    for (uint32_t i = 0; i < nold; i++) {
        if (old[i])
            *find(names, old[i]) = old[i];
    }
}

/* Letters and digits stay, everything else between them becomes one underscore. */
static uint32_t slug(char *out, uint32_t size, const char *text, bool upper)
{
    uint32_t len = 0;

    for (; *text && len + 1 < size; text++) {
        const unsigned char c = (unsigned char)*text;

        if (c < 0x80 && isalnum(c))
            out[len++] = (char)(upper ? toupper(c) : tolower(c));
        else if (len > 0 && out[len - 1] != '_')
            out[len++] = '_';
    }
    while (len > 0 && out[len - 1] == '_')
        len--;
    out[len] = '\0';
    return len;
}

const char *rc_plan_name(struct rc_plan_names *names, const char *prefix, const char *text,
                         uint32_t longest, bool upper)
{
    char base[128];
    const char *name;
    const char **place;

    /* Room for a number behind it. */
    slug(base, longest > strlen(prefix) + 5 ? longest - (uint32_t)strlen(prefix) - 4 : 2, text,
         upper);
    name = rc_arena_printf(names->arena, "%s%s", prefix, base[0] ? base : "x");
    grow(names);
    place = find(names, name);
    for (uint32_t number = 2; *place; number++) {
        name = rc_arena_printf(names->arena, "%s%s_%u", prefix, base[0] ? base : "x", number);
        place = find(names, name);
    }
    *place = name;
    names->used++;
    return name;
}
