/* The rule front end on any bytes: loading, checking, and, if the rules are clean, graph, plan and
 * C. Whatever the bytes, every diagnostic must be printable both ways. */
#include "emit/build.h"
#include "rules/load_result.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

/* --- a mutator that knows that rules are lines of `key: value`, and conditions words --- */

static const char *const keys[] = {"- rule",
                                   "- macro",
                                   "- list",
                                   "- required_engine_version",
                                   "- required_plugin_versions",
                                   "condition",
                                   "output",
                                   "desc",
                                   "priority",
                                   "source",
                                   "enabled",
                                   "tags",
                                   "warn_evttypes",
                                   "skip-if-unknown-filter",
                                   "capture",
                                   "capture_duration",
                                   "append",
                                   "items",
                                   "exceptions",
                                   "- name",
                                   "fields",
                                   "comps",
                                   "values",
                                   "override"};

static const char *const values[] = {"",
                                     "~",
                                     "[]",
                                     "{}",
                                     "[a, b]",
                                     "[[a, b], c]",
                                     "true",
                                     "1",
                                     "append",
                                     "replace",
                                     "\"a b\"",
                                     "'x'",
                                     "|",
                                     ">",
                                     "&a x",
                                     "*a",
                                     "evt.type = open",
                                     "l",
                                     "m",
                                     "[l, m]",
                                     "[=, in]",
                                     "0.63.0",
                                     "syscall",
                                     "proc.name in (l)",
                                     "%proc.name %evt.arg[0]",
                                     "WARNING",
                                     "%20toupper(fd.name)"};

static const char *const words[] = {" and ",
                                    " or ",
                                    " not ",
                                    "(",
                                    ")",
                                    " = ",
                                    " in ",
                                    " regex ",
                                    " pmatch ",
                                    " exists",
                                    " oneof ",
                                    "val(",
                                    "tolower(",
                                    "join(",
                                    "getopt(",
                                    "[0]",
                                    "\"",
                                    "'",
                                    "\\x41",
                                    ", ",
                                    "proc.name",
                                    "evt.arg.fd",
                                    "fd.snet",
                                    "10.0.0.0/8",
                                    "-1",
                                    "18446744073709551616",
                                    "(?i)a{1,1000}",
                                    "[[:alpha:]]\\pL",
                                    "m",
                                    "l"};

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

#define PICK(list, state) (list)[next(state) % (sizeof(list) / sizeof(list)[0])]

/* The start of some line; size if there is none behind. */
static size_t line_at(const uint8_t *data, size_t size, uint32_t *state)
{
    size_t at = size > 0 ? next(state) % size : 0;

    while (at > 0 && data[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(const uint8_t *data, size_t size, size_t at)
{
    const uint8_t *end = size > at ? memchr(data + at, '\n', size - at) : NULL;

    return end ? (size_t)(end - data) + 1 : size;
}

/* text in the place of the bytes from begin to end. */
static size_t put(uint8_t *data, size_t size, size_t most, size_t begin, size_t end,
                  const uint8_t *text, size_t len)
{
    if (size - (end - begin) + len > most)
        return size;
    memmove(data + begin + len, data + end, size - end);
    if (len > 0)
        memcpy(data + begin, text, len);
    return size - (end - begin) + len;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    uint32_t state = seed;
    size_t begin = line_at(data, size, &state), end = line_end(data, size, begin), from, to, at;
    uint8_t line[512];
    int len;

    switch (next(&state) % 8) {
    case 0: /* a line goes */
        return put(data, size, most, begin, end, NULL, 0);
    case 1: /* a line again, somewhere else */
        from = line_at(data, size, &state);
        to = line_end(data, size, from);
        if (to - from > sizeof line)
            break;
        memcpy(line, data + from, to - from);
        return put(data, size, most, begin, begin, line, to - from);
    case 2: /* a new key */
        len = snprintf((char *)line, sizeof line, "%*s%s: %s\n", (int)(next(&state) % 4 * 2), "",
                       PICK(keys, &state), PICK(values, &state));
        return put(data, size, most, begin, begin, line, (size_t)len);
    case 3: /* another value */
        for (at = begin; at < end && data[at] != ':'; at++)
            ;
        if (at == end)
            break;
        len = snprintf((char *)line, sizeof line, ": %s\n", PICK(values, &state));
        return put(data, size, most, at, end, line, (size_t)len);
    case 4: /* other indentation */
        for (at = begin; at < end && data[at] == ' '; at++)
            ;
        len = snprintf((char *)line, sizeof line, "%*s", (int)(next(&state) % 8), "");
        return put(data, size, most, begin, at, line, (size_t)len);
    case 5: /* words in a condition */
    case 6: {
        const char *word = PICK(words, &state);

        at = begin < end ? begin + next(&state) % (end - begin) : begin;
        to = at + next(&state) % 6;
        return put(data, size, most, at, to < end ? to : at, (const uint8_t *)word, strlen(word));
    }
    default:
        break;
    }
    return LLVMFuzzerMutate(data, size, most);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rc_build *build = calloc(1, sizeof *build);
    struct rc_strbuf out = {0};

    if (!build)
        abort();
    build->sources.arena = &build->arena;
    build->diags.arena = &build->arena;
    build->set = (struct rc_ruleset){
        .arena = &build->arena, .sources = &build->sources, .diags = &build->diags};
    rc_ruleset_load_source(&build->set,
                           rc_sources_add(&build->sources, "fuzz.yaml", (const char *)data, size));
    rc_ruleset_settle(&build->set);
    rc_ruleset_check(&build->set);
    rc_diags_print(&build->diags, &build->sources, 0, &out);
    rc_load_result_json(&build->diags, &build->sources, &out);
    if (build->diags.nerrors == 0) {
        rc_plan_make_at(&build->plan, &build->graph, &build->set, RC_PLAN_HIGHEST);
        rc_graph_print(&build->graph, &out);
        rc_plan_print(&build->plan, &out);
        rc_build_generate(build);
    }
    rc_strbuf_free(&out);
    rc_build_free(build);
    free(build);
    return 0;
}
