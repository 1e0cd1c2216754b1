#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const code_names[] = {
#define X(id, name, description) [RC_##id] = name,
    RC_CODES(X)
#undef X
};

static const char *const code_descriptions[] = {
#define X(id, name, description) [RC_##id] = description,
    RC_CODES(X)
#undef X
};

const char *rc_code_name(enum rc_code code)
{
    return code_names[code];
}

const char *rc_code_description(enum rc_code code)
{
    return code_descriptions[code];
}

bool rc_code_is_error(enum rc_code code)
{
    return code <= RC_ERR_PLUGIN_REQUIREMENT;
}

static struct rc_diag *add(struct rc_diags *diags, enum rc_severity severity, enum rc_code code,
                           struct rc_span span, const char *format, va_list args)
{
    struct rc_diag *diag = rc_arena_alloc(diags->arena, sizeof(*diag));
    diag->severity = severity;
    diag->code = code;
    diag->span = span;
    diag->message = rc_arena_vprintf(diags->arena, format, args);
    diag->context = diags->context;
    if (diags->last)
        diags->last->next = diag;
    else
        diags->first = diag;
    diags->last = diag;
    if (severity == RC_ERROR)
        diags->nerrors++;
    else
        diags->nwarnings++;
    return diag;
}

struct rc_diag *rc_error(struct rc_diags *diags, enum rc_code code, struct rc_span span,
                         const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct rc_diag *diag = add(diags, RC_ERROR, code, span, format, args);
    va_end(args);
    return diag;
}

struct rc_diag *rc_warning(struct rc_diags *diags, enum rc_code code, struct rc_span span,
                           const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct rc_diag *diag = add(diags, RC_WARNING, code, span, format, args);
    va_end(args);
    return diag;
}

void rc_note(struct rc_diags *diags, struct rc_diag *diag, struct rc_span span, const char *format,
             ...)
{
    struct rc_note *note = rc_arena_alloc(diags->arena, sizeof(*note));
    va_list args;
    va_start(args, format);
    note->span = span;
    note->message = rc_arena_vprintf(diags->arena, format, args);
    va_end(args);
    if (diag->last)
        diag->last->next = note;
    else
        diag->notes = note;
    diag->last = note;
}

void rc_note_origin(struct rc_diags *diags, struct rc_diag *diag, const struct rc_origin *origin)
{
    for (; origin; origin = origin->up) {
        if (strcmp(origin->what, "exception") == 0)
            rc_note(diags, diag, origin->definition, "from exception `%s`", origin->name);
        else if (origin->use.file != 0)
            rc_note(diags, diag, origin->use, "from %s `%s`, used here", origin->what,
                    origin->name);
        else
            rc_note(diags, diag, origin->definition, "%s `%s` defined here", origin->what,
                    origin->name);
    }
}

#define LONGEST_WORD 64

/* Edit distance with transpositions of neighbours counted as one; words up to LONGEST_WORD. */
static size_t edit_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b_len; j++)
        last[j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t best = last[j - 1] + (a[i - 1] != b[j - 1]);
            if (last[j] + 1 < best)
                best = last[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
        }
        size_t *oldest = before;
        before = last;
        last = row;
        row = oldest;
    }
    return last[b_len];
}

const char *rc_suggest(const char *word, size_t len, const char *const *candidates, size_t count)
{
    if (len == 0 || len > LONGEST_WORD)
        return NULL;
    /* One slip in three letters; short words must not turn into just any other short word. */
    size_t limit = len < 3 ? 1 : len / 3;
    const char *best = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t candidate_len = strlen(candidates[i]);
        if (candidate_len > LONGEST_WORD || candidate_len > len + limit ||
            len > candidate_len + limit)
            continue;
        size_t distance = edit_distance(word, len, candidates[i], candidate_len);
        if (distance == 0 || distance > limit || distance >= candidate_len)
            continue;
        best = candidates[i];
        limit = distance - 1;
        if (limit == 0)
            break;
    }
    return best;
}

void rc_bug(const char *file, int line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "rulec: bug at %s:%d: ", file, line);
    vfprintf(stderr, format, args);
    fputs("\nrulec: please report this together with the rule files\n", stderr);
    va_end(args);
    exit(70);
}
