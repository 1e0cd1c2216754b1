/* Factors: text that every match of a pattern contains. Looking for it along with everything else
 * that rules look for in the value spares the pattern. See plan.h. */
#include "check/regex.h"
#include "graph/plan.h"

#include <string.h>

/* Shorter text is found too often to spare anything. */
#define SHORTEST 4

struct factor {
    const char *text;
    uint32_t len;
};

static struct factor longer(struct factor a, struct factor b)
{
    return b.len > a.len ? b : a;
}

/* The longest stretch of a glob without signs of its own. What stands in brackets is none; nor is
 * anything behind the first backslash, to be on the safe side. */
static struct factor of_glob(const struct rc_literal *glob)
{
    struct factor best = {0};
    uint32_t begin = 0;

    for (uint32_t i = 0; i <= glob->len; i++) {
        if (i < glob->len && !memchr("*?[\\", glob->text[i], 4))
            continue;
        best = longer(best, (struct factor){glob->text + begin, i - begin});
        if (i < glob->len && (glob->text[i] == '[' || glob->text[i] == '\\'))
            break;
        begin = i + 1;
    }
    return best;
}

static bool is_one_byte(const struct rc_regex *regex)
{
    return regex->kind == RC_REGEX_CLASS && regex->nranges == 1 &&
           regex->ranges[0].first == regex->ranges[0].last && regex->ranges[0].first < 0x80 &&
           regex->ranges[0].first > 0;
}

/* The longest run of single characters in a sequence. */
static struct factor of_regex(struct rc_arena *arena, const struct rc_literal *pattern)
{
    const char *error = NULL;
    const struct rc_regex *regex = rc_regex_parse(arena, pattern->text, pattern->len, &error);
    struct factor best = {0};
    char *text;
    uint32_t len = 0;

    if (!regex || regex->kind != RC_REGEX_CONCAT)
        return best;
    text = rc_arena_alloc(arena, 2 * (size_t)regex->nchildren + 2);
    for (uint32_t i = 0; i < regex->nchildren; i++) {
        if (!is_one_byte(regex->children[i])) {
            best = longer(best, (struct factor){text, len});
            text += len;
            len = 0;
            continue;
        }
        text[len++] = (char)regex->children[i]->ranges[0].first;
    }
    return longer(best, (struct factor){text, len});
}

const struct rc_node *rc_plan_factor(struct rc_graph *graph, const struct rc_test *test)
{
    struct factor factor = {0};

    if (test->modifier != CAT_MOD_NONE || test->nliterals != 1 || test->right ||
        test->left->is_list || test->left->field == FIELD_EVT_RAWARG)
        return NULL;
    if (test->op == CAT_OP_GLOB)
        factor = of_glob(test->literals[0]);
    else if (test->op == CAT_OP_REGEX)
        factor = of_regex(graph->arena, test->literals[0]);
    return factor.len < SHORTEST ? NULL
                                 : rc_graph_contains(graph, test->left, factor.text, factor.len);
}
