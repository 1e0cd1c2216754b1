#include "events/draft.h"

#include "base/name_table.h"
#include "base/utf8.h"
#include "events/safe.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* From what tells a program to what tells the deed. What changes with every run (numbers of
 * processes, command lines, names of containers) is not here: it silences the past only. */
static const char *const usual_fields[] = {
    "proc.exepath",   "proc.name",      "proc.pname",
    "proc.aname[2]",  "k8s.ns.name",    "container.image.repository",
    "user.name",      "fd.name",        "fs.path.name",
    "fs.path.source", "fs.path.target",
};

#define NUSUAL (sizeof usual_fields / sizeof usual_fields[0])

static_assert(NUSUAL <= RC_DRAFT_FIELDS, "room for the usual fields");

struct job {
    struct rc_arena arena;
    const struct rc_store *store;
    const struct rc_store_view *view;
    const char *const *fields; /* nfields that may be named */
    uint32_t nfields;
    bool fixed; /* the user named them */

    struct rc_name_table values[RC_DRAFT_FIELDS]; /* a value as YAML -> a struct value */
    uint32_t nvalues[RC_DRAFT_FIELDS];
    struct tuple *tuples; /* ntuples: the chosen alerts, one each */
    size_t ntuples;
    uint32_t taken[RC_DRAFT_FIELDS]; /* ntaken indices into fields */
    uint32_t ntaken;
};

struct value {
    const char *yaml;
    uint32_t number; /* from 1, in the order in which they came */
};

/* The values of an alert; NULL: it has none that can be named. */
struct tuple {
    const struct value *of[RC_DRAFT_FIELDS];
    uint64_t n; /* how many alerts are like that, once they are merged */
};

/* --- values --- */

/* Whether text stands for itself, in YAML and in conditions; more: what else it may hold. */
static bool is_plain(const char *text, const char *more)
{
    static const char *const words[] = {"and", "or",  "not",  "true", "false", "yes", "no",
                                        "on",  "off", "null", "nan",  "inf",   "y",   "n"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcasecmp(text, words[i]) == 0)
            return false;
    }
    for (; *text; text++) {
        if (!isalnum((unsigned char)*text) && *text != '/' && !strchr(more, *text))
            return false;
    }
    return true;
}

/* Text as a scalar of YAML. */
static void add_yaml(struct rc_strbuf *out, const char *text)
{
    const size_t length = strlen(text);

    if (length > 0 && (isalpha((unsigned char)text[0]) || text[0] == '/') &&
        text[length - 1] != ' ' && is_plain(text, "._- ")) {
        rc_strbuf_adds(out, text);
        return;
    }
    rc_strbuf_addc(out, '"');
    for (size_t i = 0, len = length; i < len;) {
        uint32_t size;
        const int32_t code = rc_utf8_decode(text + i, len - i > 4 ? 4 : (uint32_t)(len - i), &size);

        if (code == '"' || code == '\\')
            rc_strbuf_printf(out, "\\%c", (char)code);
        else if ((code >= 0 && code < 0x20) || (code >= 0x7f && code < 0xa0))
            rc_strbuf_printf(out, "\\x%02x", (unsigned)code);
        else if (code > 0x7f && (rc_utf8_width(code) == 0 || (code >= 0x2066 && code <= 0x2069)))
            rc_strbuf_printf(out, "\\U%08x", (unsigned)code);
        else
            rc_strbuf_add(out, text + i, size);
        i += size;
    }
    rc_strbuf_addc(out, '"');
}

/* Text as a value of a condition: as it is, or in quotes with what is not plain as \xNN. */
static void add_condition_value(struct rc_strbuf *out, const char *text)
{
    if (is_plain(text, "._-:@+")) {
        rc_strbuf_adds(out, text);
        return;
    }
    rc_strbuf_addc(out, '"');
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;

        if (c < 0x20 || c == 0x7f || c == '"' || c == '\\')
            rc_strbuf_printf(out, "\\x%02x", c);
        else
            rc_strbuf_addc(out, *text);
    }
    rc_strbuf_addc(out, '"');
}

/* A field's value as YAML, in the arena; NULL: the alert has none, or it cannot be named: bytes
 * that were no UTF-8 stand in an alert as U+FFFD, and nobody knows which they were. */
static const char *yaml_of(struct job *job, const json_t *value)
{
    struct rc_strbuf condition = {0}, yaml = {0};
    char *copy = NULL;

    if (json_is_integer(value))
        return rc_arena_printf(&job->arena, "%lld", (long long)json_integer_value(value));
    if (json_is_boolean(value))
        return json_is_true(value) ? "\"true\"" : "\"false\"";
    if (!json_is_string(value) || json_string_length(value) == 0 ||
        strlen(json_string_value(value)) != json_string_length(value) ||
        strstr(json_string_value(value), "\xef\xbf\xbd"))
        return NULL;
    add_condition_value(&condition, json_string_value(value));
    add_yaml(&yaml, condition.data ? condition.data : "");
    copy = rc_arena_strndup(&job->arena, yaml.data, yaml.len);
    rc_strbuf_free(&condition);
    rc_strbuf_free(&yaml);
    return copy;
}

/* The values of an alert. known: only values that chosen alerts have. */
static void read_tuple(struct job *job, const struct rc_store_alert *alert, bool known,
                       struct tuple *tuple)
{
    json_t *root = rc_line_parse(alert->line, alert->len);
    const json_t *fields = json_object_get(root, "output_fields");

    *tuple = (struct tuple){.n = 1};
    for (uint32_t i = 0; i < job->nfields; i++) {
        const char *yaml = yaml_of(job, json_object_get(fields, job->fields[i]));

        if (!yaml)
            continue;
        tuple->of[i] = rc_name_table_get(&job->values[i], yaml);
        if (tuple->of[i] || known)
            continue;
        struct value *value = rc_arena_alloc(&job->arena, sizeof *value);
        *value = (struct value){yaml, ++job->nvalues[i]};
        rc_name_table_set(&job->values[i], yaml, value);
        tuple->of[i] = value;
    }
    json_decref(root);
}

/* --- fields --- */

static int compare_tuples(const void *a, const void *b, void *context)
{
    const struct job *job = context;
    const struct tuple *left = a, *right = b;

    for (uint32_t i = 0; i < job->ntaken; i++) {
        const struct value *l = left->of[job->taken[i]], *r = right->of[job->taken[i]];

        if (l != r)
            return !l || (r && l->number < r->number) ? -1 : 1;
    }
    return 0;
}

/* How many different tuples there are; those without a value are none. Sorts them. */
static size_t count_tuples(struct job *job)
{
    size_t n = 0;

    qsort_r(job->tuples, job->ntuples, sizeof *job->tuples, compare_tuples, job);
    for (size_t i = 0; i < job->ntuples; i++)
        n += i == 0 || compare_tuples(&job->tuples[i - 1], &job->tuples[i], job) != 0;
    return n;
}

static bool all_have(const struct job *job, uint32_t field)
{
    for (size_t i = 0; i < job->ntuples; i++) {
        if (!job->tuples[i].of[field])
            return false;
    }
    return true;
}

static void choose_fields(struct job *job)
{
    job->ntaken = 0;
    for (uint32_t i = 0; i < job->nfields; i++) {
        if (!job->fixed && !all_have(job, i))
            continue;
        job->taken[job->ntaken++] = i;
        if (!job->fixed && count_tuples(job) > RC_DRAFT_TUPLES)
            job->ntaken--;
    }
    count_tuples(job);
}

static bool is_whole(const struct job *job, const struct tuple *tuple)
{
    for (uint32_t i = 0; i < job->ntaken; i++) {
        if (!tuple->of[job->taken[i]])
            return false;
    }
    return job->ntaken > 0;
}

/* Merges tuples that are the same, and drops those that lack a value; how many alerts are left. */
static uint64_t merge_tuples(struct job *job)
{
    uint64_t alerts = 0;
    size_t n = 0;

    for (size_t i = 0; i < job->ntuples; i++) {
        if (!is_whole(job, &job->tuples[i]))
            continue;
        alerts++;
        if (n > 0 && compare_tuples(&job->tuples[n - 1], &job->tuples[i], job) == 0)
            job->tuples[n - 1].n++;
        else
            job->tuples[n++] = job->tuples[i];
    }
    job->ntuples = n;
    return alerts;
}

/* Whether one of the merged tuples, which are sorted, has the same values. */
static bool is_drafted(struct job *job, const struct tuple *tuple)
{
    size_t low = 0, high = job->ntuples;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = compare_tuples(tuple, &job->tuples[middle], job);

        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

/* Alerts of the rule that were not chosen and have the values of a tuple. */
static uint64_t count_others(struct job *job, uint32_t rule)
{
    uint64_t others = 0;

    for (size_t i = 0; i < job->store->ring_count; i++) {
        const struct rc_store_alert *alert = rc_store_at(job->store, i);
        struct tuple tuple;

        if (alert->names[RC_BY_RULE] != rule || rc_store_in_view(job->view, alert))
            continue;
        read_tuple(job, alert, true, &tuple);
        if (!is_whole(job, &tuple))
            continue;
        others += is_drafted(job, &tuple);
    }
    return others;
}

/* --- the text --- */

static void add_list(const struct job *job, struct rc_strbuf *out, const struct tuple *tuple,
                     const char *same)
{
    rc_strbuf_addc(out, '[');
    for (uint32_t i = 0; i < job->ntaken; i++) {
        const uint32_t field = job->taken[i];

        rc_strbuf_adds(out, i > 0 ? ", " : "");
        if (tuple)
            rc_strbuf_adds(out, tuple->of[field]->yaml);
        else if (same)
            rc_strbuf_adds(out, same);
        else
            add_yaml(out, job->fields[field]);
    }
    rc_strbuf_addc(out, ']');
}

static void add_rule(const struct job *job, struct rc_strbuf *out, const char *rule,
                     uint64_t silenced, uint64_t chosen, uint64_t others)
{
    rc_strbuf_adds(out, "\n- rule: ");
    add_yaml(out, rule);
    rc_strbuf_printf(out, "\n  # silences %llu of the %llu chosen alerts of this rule",
                     (unsigned long long)silenced, (unsigned long long)chosen);
    if (others > 0)
        rc_strbuf_printf(out, ", AND %llu THAT WERE NOT CHOSEN", (unsigned long long)others);
    rc_strbuf_adds(out, "\n  exceptions:\n    - name: drafted");
    for (uint32_t i = 0; i < job->ntaken; i++) {
        rc_strbuf_addc(out, '_');
        for (const char *c = job->fields[job->taken[i]]; *c; c++)
            rc_strbuf_addc(out, isalnum((unsigned char)*c) ? *c : '_');
    }
    rc_strbuf_adds(out, "\n      fields: ");
    add_list(job, out, NULL, NULL);
    rc_strbuf_adds(out, "\n      comps: ");
    add_list(job, out, NULL, "\"=\"");
    rc_strbuf_adds(out, "\n      values:\n");
    for (size_t i = 0; i < job->ntuples; i++) {
        rc_strbuf_adds(out, "        - ");
        add_list(job, out, &job->tuples[i], NULL);
        rc_strbuf_printf(out, " # %llu alert%s\n", (unsigned long long)job->tuples[i].n,
                         job->tuples[i].n == 1 ? "" : "s");
    }
    rc_strbuf_adds(out, "  override:\n    exceptions: append\n");
}

/* The rule's name in whole, which the store may have cut. */
static const char *rule_name(struct job *job, const struct rc_store_alert *alert)
{
    json_t *root = rc_line_parse(alert->line, alert->len);
    const char *name = json_string_value(json_object_get(root, "rule"));
    char *copy = rc_arena_strdup(&job->arena, name ? name : "");

    json_decref(root);
    return copy;
}

static void draft_rule(struct job *job, uint32_t rule, uint64_t nchosen, struct rc_strbuf *out,
                       struct rc_draft *draft)
{
    const char *name = "";
    uint64_t silenced, others;

    for (uint32_t i = 0; i < job->nfields; i++) {
        job->values[i] = (struct rc_name_table){.arena = &job->arena};
        job->nvalues[i] = 0;
    }
    job->tuples = rc_arena_array(&job->arena, nchosen, sizeof *job->tuples);
    job->ntuples = 0;
    for (size_t i = 0; i < job->store->ring_count && job->ntuples < nchosen; i++) {
        const struct rc_store_alert *alert = rc_store_at(job->store, i);

        if (alert->names[RC_BY_RULE] != rule || !rc_store_in_view(job->view, alert))
            continue;
        if (job->ntuples == 0)
            name = rule_name(job, alert);
        read_tuple(job, alert, false, &job->tuples[job->ntuples++]);
    }
    choose_fields(job);
    silenced = merge_tuples(job);
    draft->chosen += nchosen;
    if (silenced == 0) {
        rc_strbuf_adds(out, "\n# no exception for ");
        add_yaml(out, name);
        rc_strbuf_printf(out, ": %s\n",
                         job->fixed ? "none of its alerts has a value for each of the fields"
                                    : "its alerts have no fields in common that tell them");
        draft->without++;
        return;
    }
    others = count_others(job, rule);
    add_rule(job, out, name, silenced, nchosen, others);
    draft->silenced += silenced;
    draft->others += others;
    draft->rules++;
}

void rc_draft(const struct rc_store *store, const struct rc_store_view *view, const char *const *by,
              uint32_t nby, struct rc_strbuf *out, struct rc_draft *draft)
{
    struct job job = {.store = store, .view = view, .fixed = nby > 0};
    const uint32_t nrules = store->names[RC_BY_RULE].n;
    struct rc_store_count *counts = rc_arena_array(&job.arena, nrules, sizeof *counts);
    uint32_t *order = rc_arena_array(&job.arena, nrules, sizeof *order);
    uint32_t n;

    *draft = (struct rc_draft){0};
    job.fields = nby > 0 ? by : usual_fields;
    job.nfields = nby > 0 ? nby : NUSUAL;
    rc_store_count_view(store, view, RC_BY_RULE, counts);
    n = rc_store_order(store, RC_BY_RULE, counts, order);
    rc_strbuf_adds(out, "# Drafted by rulec events, to be loaded behind the rules.\n"
                        "# Read it before you use it: what it names goes unseen.\n");
    for (uint32_t i = 0; i < n; i++) {
        if (order[i] == 0)
            continue; /* rules beyond those that are told apart */
        draft_rule(&job, order[i], counts[order[i]].n, out, draft);
    }
    rc_arena_free(&job.arena);
}
