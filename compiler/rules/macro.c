/* Macros: parsed once, found by name, put into trees.
 *
 * A macro may use the macros defined before its own last definition; rules may use all. The tree of
 * a macro exists once: every use is a node of its own (RC_EXPR_EXPANDED) above the shared tree.
 */
#include "check/sema.h"

#include <string.h>

/* Macros are resolved in the order in which they are defined, so the ones that a macro uses are
 * done already, save those that were defined once more behind it. */
#define DEEPEST_LOOKUP 200

static struct rc_macro_state *state_of(struct rc_sema *sema, const char *name)
{
    return rc_name_table_get(&sema->macros, name);
}

struct rc_macro_state *rc_sema_macro(struct rc_sema *sema, const struct rc_expr *expr)
{
    return state_of(sema, expr->name);
}

/* One walk over a tree. */
struct walk {
    struct rc_sema *sema;
    uint32_t visible;   /* macros of a lower order may be used */
    uint32_t recursion; /* macros being looked up */
    bool bad;
    uint32_t depth; /* found so far */
};

static void resolve_state(struct rc_sema *sema, struct rc_macro_state *state, uint32_t recursion);

static void report(struct walk *walk, const struct rc_expr *expr, const char *message)
{
    struct rc_diag *diag = rc_error(walk->sema->diags, RC_ERR_VALIDATE, expr->span, "%s", message);

    rc_note_origin(walk->sema->diags, diag, expr->origin);
    walk->bad = true;
}

static void report_unknown(struct walk *walk, const struct rc_expr *expr)
{
    const struct rc_ruleset *set = walk->sema->set;
    struct rc_arena *arena = walk->sema->arena;
    const char **names = rc_arena_array(arena, set->nmacros + 1u, sizeof(const char *));
    const struct rc_macro *later = rc_ruleset_macro(set, expr->name);
    const char *near;
    size_t n = 0;

    walk->bad = true;
    if (set->incomplete && !later)
        return; /* it may be in the file that could not be read */
    for (const struct rc_macro *macro = set->macros; macro; macro = macro->next) {
        if (macro->order < walk->visible)
            names[n++] = macro->name;
    }
    near = rc_suggest(expr->name, strlen(expr->name), names, n);
    if (later) {
        struct rc_diag *diag = rc_error(walk->sema->diags, RC_ERR_VALIDATE, expr->span,
                                        "macro `%s` is defined behind its use here", expr->name);

        rc_note_origin(walk->sema->diags, diag, expr->origin);
        rc_note(walk->sema->diags, diag, later->span, "defined here");
    } else if (near) {
        report(walk, expr,
               rc_arena_printf(arena, "unknown macro `%s`; did you mean `%s`?", expr->name, near));
    } else {
        report(walk, expr, rc_arena_printf(arena, "unknown macro `%s`", expr->name));
    }
}

/* Turns the name of a macro into the macro. */
static void put_macro(struct walk *walk, struct rc_expr *expr, uint32_t depth)
{
    struct rc_macro_state *state = state_of(walk->sema, expr->name);

    if (!state || state->macro->order >= walk->visible) {
        report_unknown(walk, expr);
        return;
    }
    state->macro->used = true;
    if (state->lookup == RC_MACRO_OPEN) {
        report(walk, expr,
               rc_arena_printf(walk->sema->arena, "macro `%s` uses itself", expr->name));
        return;
    }
    if (state->lookup == RC_MACRO_NEW) {
        if (walk->recursion >= DEEPEST_LOOKUP) {
            report(walk, expr, "macros are nested too deeply here");
            return;
        }
        resolve_state(walk->sema, state, walk->recursion + 1);
    }
    if (state->bad) {
        walk->bad = true;
        return;
    }
    if (depth + state->depth > walk->depth)
        walk->depth = depth + state->depth;
    expr->kind = RC_EXPR_EXPANDED;
    expr->children = rc_arena_array(walk->sema->arena, 1, sizeof(struct rc_expr *));
    expr->children[0] = state->macro->expr;
    expr->nchildren = 1;
}

static void resolve_expr(struct walk *walk, struct rc_expr *expr, uint32_t depth)
{
    if (depth > walk->depth)
        walk->depth = depth;
    switch (expr->kind) {
    case RC_EXPR_TEST:
    case RC_EXPR_EXPANDED:
        return;
    case RC_EXPR_MACRO:
        put_macro(walk, expr, depth);
        return;
    case RC_EXPR_NOT:
    case RC_EXPR_AND:
    case RC_EXPR_OR:
        /* Brackets nest no deeper than the lexer lets them. */
        for (uint32_t i = 0; i < expr->nchildren; i++)
            resolve_expr(walk, expr->children[i], depth + 1);
        return;
    }
}

/* The tree is whole, and not too deep for what comes. */
static bool check_depth(struct walk *walk, const struct rc_expr *expr)
{
    if (walk->bad)
        return false;
    if (walk->depth <= RC_EXPR_DEEPEST)
        return true;
    rc_error(walk->sema->diags, RC_ERR_COMPILE_CONDITION, expr->span,
             "the condition is nested too deeply once its macros are put in");
    return false;
}

static void resolve_state(struct rc_sema *sema, struct rc_macro_state *state, uint32_t recursion)
{
    struct walk walk = {.sema = sema, .visible = state->macro->visibility, .recursion = recursion};
    const struct rc_context *context = sema->diags->context;

    state->lookup = RC_MACRO_OPEN;
    if (!state->bad) {
        sema->diags->context = state->macro->condition_context;
        resolve_expr(&walk, state->macro->expr, 1);
        state->bad = !check_depth(&walk, state->macro->expr);
        state->depth = walk.depth;
        sema->diags->context = context;
    }
    state->lookup = RC_MACRO_DONE;
}

void rc_sema_macros(struct rc_sema *sema)
{
    sema->macros.arena = sema->arena;
    for (struct rc_macro *macro = sema->set->macros; macro; macro = macro->next) {
        struct rc_macro_state *state = rc_arena_alloc(sema->arena, sizeof *state);
        struct rc_text text;

        state->macro = macro;
        rc_name_table_set(&sema->macros, macro->name, state);
        sema->diags->context = macro->condition_context;
        if (!macro->broken && rc_sema_expand(sema, &macro->condition, &text))
            macro->expr = rc_condition_parse(sema->arena, sema->diags, &text);
        state->bad = !macro->expr;
    }
    for (struct rc_macro *macro = sema->set->macros; macro; macro = macro->next) {
        struct rc_macro_state *state = state_of(sema, macro->name);

        if (state->lookup == RC_MACRO_NEW)
            resolve_state(sema, state, 0);
    }
    sema->diags->context = NULL;
}

bool rc_sema_resolve(struct rc_sema *sema, struct rc_expr *expr)
{
    struct walk walk = {.sema = sema, .visible = UINT32_MAX};

    resolve_expr(&walk, expr, 1);
    return check_depth(&walk, expr);
}

/* Puts the very same problems into another list, each once. */
static void gather(struct rc_arena *arena, struct rc_problems *to, uint32_t number,
                   const struct rc_problems *from)
{
    for (uint32_t i = 0; i < from->n; i++) {
        struct rc_problem *problem = from->items[i];

        if (problem->gathered == number)
            continue;
        problem->gathered = number;
        rc_problems_push(arena, to, problem);
    }
}

/* What was found in a macro counts for everything that uses it. */
static void check_macro(struct rc_sema *sema, const struct rc_expr *expr,
                        const struct rc_origin *via, struct rc_findings *findings)
{
    struct rc_macro_state *state = state_of(sema, expr->name);

    if (!state->checked) {
        struct rc_origin *use = rc_arena_alloc(sema->arena, sizeof *use);

        *use = (struct rc_origin){.what = "macro",
                                  .name = expr->name,
                                  .use = expr->span,
                                  .definition = state->macro->span,
                                  .up = via};
        state->checked = true;
        state->findings.number = ++sema->nfindings;
        rc_sema_check(sema, state->macro->expr, use, &state->findings);
    }
    gather(sema->arena, &findings->errors, findings->number, &state->findings.errors);
    gather(sema->arena, &findings->warnings, findings->number, &state->findings.warnings);
}

void rc_sema_check(struct rc_sema *sema, struct rc_expr *expr, const struct rc_origin *via,
                   struct rc_findings *findings)
{
    switch (expr->kind) {
    case RC_EXPR_TEST:
        rc_check_test(sema->arena, expr, via, findings);
        return;
    case RC_EXPR_EXPANDED:
        check_macro(sema, expr, via, findings);
        return;
    case RC_EXPR_NOT:
    case RC_EXPR_AND:
    case RC_EXPR_OR:
        for (uint32_t i = 0; i < expr->nchildren; i++)
            rc_sema_check(sema, expr->children[i], via, findings);
        return;
    case RC_EXPR_MACRO:
        return; /* there is none of that name, which was reported */
    }
}
