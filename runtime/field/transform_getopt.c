/* getopt(): short options out of a command line. See transform.h. */
#include "give.h"
#include "transform.h"

#define MOST_RESULTS 256

struct scan {
    const char *options; /* the option string */
    uint32_t noptions;
    char wanted; /* the only letter asked for; 0: all */
    struct rt_value *results;
    uint32_t n, room;
};

enum takes { UNKNOWN, NOTHING, ARGUMENT };

/* What the option string says of a letter. The last mention counts, as long as one has a ':' . */
static enum takes look_up(const struct scan *scan, char letter)
{
    enum takes takes = UNKNOWN;

    for (uint32_t i = 0; i < scan->noptions; i++) {
        if (scan->options[i] == ':' || scan->options[i] != letter)
            continue;
        if (i + 1 < scan->noptions && scan->options[i + 1] == ':')
            return ARGUMENT;
        takes = NOTHING;
    }
    return takes;
}

static void keep(struct scan *scan, const char *text, uint32_t len)
{
    if (scan->wanted)
        scan->n = 0; /* the last one wins */
    if (scan->n < scan->room)
        scan->results[scan->n++] = (struct rt_value){.str = text, .len = len};
}

/* One word that starts with '-'. next: the word behind it, NULL: none. True if that was its
 * argument. */
static bool scan_word(struct scan *scan, const struct rt_value *word, const struct rt_value *next)
{
    for (uint32_t i = 1; i < word->len; i++) {
        const char *letter = &word->str[i];
        enum takes takes = look_up(scan, *letter);
        bool asked = !scan->wanted || scan->wanted == *letter;

        if (takes == UNKNOWN) {
            if (!scan->wanted)
                keep(scan, "?", 1);
        } else if (takes == NOTHING) {
            if (asked)
                keep(scan, letter, 1);
        } else {
            bool attached = i + 1 < word->len;

            if (!attached && !next) {
                if (asked)
                    keep(scan, "", 0); /* its argument is missing */
                return false;
            }
            if (asked && !scan->wanted)
                keep(scan, letter, 1);
            if (asked && attached)
                keep(scan, letter + 1, word->len - i - 1);
            else if (asked)
                keep(scan, next->str, next->len);
            return !attached;
        }
    }
    return false;
}

/* The words of all inputs but the last, as one line. False at its end. */
struct words {
    const struct rt_eval *eval;
    const struct rt_value_def *def;
    uint32_t input, i;
};

static const struct rt_value *next_word(struct words *words)
{
    while (words->input + 1u < words->def->ninputs) {
        const struct rt_values *values = &words->eval->values[words->def->inputs[words->input]];

        if (words->i < values->n)
            return &values->v[words->i++];
        words->input++;
        words->i = 0;
    }
    return NULL;
}

void rt_transform_getopt(struct rt_eval *eval, const struct rt_value_def *def,
                         struct rt_values *out)
{
    const struct rt_values *options = &eval->values[def->inputs[def->ninputs - 1]];
    struct words words = {eval, def, 0, 0};
    struct scan scan = {.room = MOST_RESULTS};

    if (options->n == 0)
        return;
    for (uint32_t i = 0; i + 1u < def->ninputs; i++) {
        if (!rt_values_exist(&eval->values[def->inputs[i]]))
            return;
    }
    scan.options = options->v[0].str;
    scan.noptions = options->v[0].len;
    scan.wanted = def->ref.key ? def->ref.key[0] : 0;
    scan.results = rt_give_list(eval, out, scan.room);
    if (!scan.results)
        return;

    const struct rt_value *word = next_word(&words);
    while (word) {
        bool long_option = word->len > 2 && word->str[0] == '-' && word->str[1] == '-';

        if (word->len < 2 || word->str[0] != '-' || (word->len == 2 && word->str[1] == '-'))
            break; /* the first word that is no option, or "--" */
        const struct rt_value *next = next_word(&words);
        if (!long_option && scan_word(&scan, word, next))
            next = next_word(&words);
        word = next;
    }
    out->n = scan.n;
    out->empty = scan.n == 0 && !scan.wanted;
}
