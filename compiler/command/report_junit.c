/* Diagnostics as JUnit's XML. See report.h. */
#include "base/utf8.h"
#include "command/report.h"

#include <stdlib.h>
#include <string.h>

/* A test case: a rule, macro or list where it is first named in a file, or the file itself. */
struct junit_case {
    uint32_t file;
    const char *type, *name; /* "" and "": the file */
    uint32_t off;            /* its place in the file */
    struct junit_fault *first, **last;
    uint32_t nfaults; /* that make it fail */
};

struct junit_fault {
    const struct rc_diag *diag;
    struct junit_fault *next;
};

struct junit {
    const struct rc_report *report;
    struct rc_strbuf *out;
    struct rc_arena *arena;
    struct junit_case *cases; /* ncases, by key */
    uint32_t ncases, capacity;
};

/* What XML 1.0 cannot hold becomes U+FFFD; in attributes line ends must be written so. */
static void put_escaped(struct rc_strbuf *out, const char *text, bool attribute)
{
    const uint32_t len = (uint32_t)strlen(text);

    for (uint32_t i = 0, size; i < len; i += size) {
        const int32_t code = rc_utf8_decode(text + i, len - i, &size);
        if (code == '&')
            rc_strbuf_adds(out, "&amp;");
        else if (code == '<')
            rc_strbuf_adds(out, "&lt;");
        else if (code == '>')
            rc_strbuf_adds(out, "&gt;");
        else if (code == '"')
            rc_strbuf_adds(out, "&quot;");
        else if (code == '\n' && !attribute)
            rc_strbuf_addc(out, '\n');
        else if (code == '\n' || code == '\t')
            rc_strbuf_printf(out, "&#%d;", (int)code);
        else if (code < 0x20 || code == 0xfffe || code == 0xffff)
            rc_strbuf_adds(out, "\xef\xbf\xbd");
        else
            rc_strbuf_add(out, text + i, size);
    }
}

static void put_attribute(struct rc_strbuf *out, const char *name, const char *value)
{
    rc_strbuf_printf(out, " %s=\"", name);
    put_escaped(out, value, true);
    rc_strbuf_addc(out, '"');
}

/* --- which cases there are --- */

static bool is_item(const struct rc_context *context)
{
    return strcmp(context->type, "rule") == 0 || strcmp(context->type, "macro") == 0 ||
           strcmp(context->type, "list") == 0;
}

/* The item that a context is in; NULL: none. */
static const struct rc_context *item_of(const struct rc_context *context)
{
    while (context && !(is_item(context) && *context->name))
        context = context->up;
    return context;
}

static void add_case(struct junit *junit, uint32_t file, const char *type, const char *name,
                     uint32_t off)
{
    if (junit->ncases == junit->capacity) {
        const uint32_t capacity = junit->capacity ? junit->capacity * 2 : 64;
        struct junit_case *cases = rc_arena_array(junit->arena, capacity, sizeof *cases);
        if (junit->ncases > 0)
            memcpy(cases, junit->cases, junit->ncases * sizeof *cases);
        junit->cases = cases;
        junit->capacity = capacity;
    }
    junit->cases[junit->ncases++] =
        (struct junit_case){.file = file, .type = type, .name = name, .off = off};
}

static int by_key(const void *left, const void *right)
{
    const struct junit_case *a = left, *b = right;
    int order;

    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    order = strcmp(a->type, b->type);
    return order ? order : strcmp(a->name, b->name);
}

static int by_key_and_place(const void *left, const void *right)
{
    const struct junit_case *a = left, *b = right;
    const int order = by_key(left, right);

    return order ? order : a->off < b->off ? -1 : a->off > b->off;
}

static int by_place(const void *left, const void *right)
{
    const struct junit_case *a = *(const struct junit_case *const *)left;
    const struct junit_case *b = *(const struct junit_case *const *)right;

    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (a->off != b->off)
        return a->off < b->off ? -1 : 1;
    return by_key(a, b);
}

/* Every file and every item once. */
static void gather_cases(struct junit *junit)
{
    const struct rc_ruleset *set = junit->report->set;
    uint32_t kept = 0;

    for (uint32_t file = 1; file <= set->sources->nfiles; file++)
        add_case(junit, file, "", "", 0);
    for (const struct rc_rule *rule = set->rules; rule; rule = rule->next)
        add_case(junit, rule->span.file, "rule", rule->name, rule->span.off);
    for (const struct rc_macro *macro = set->macros; macro; macro = macro->next)
        add_case(junit, macro->span.file, "macro", macro->name, macro->span.off);
    for (const struct rc_list *list = set->lists; list; list = list->next)
        add_case(junit, list->span.file, "list", list->name, list->span.off);
    for (const struct rc_diag *diag = set->diags->first; diag; diag = diag->next) {
        const struct rc_context *item = item_of(diag->context);
        if (item && item->span.file != 0)
            add_case(junit, item->span.file, item->type, item->name, item->span.off);
    }
    if (junit->ncases == 0)
        RC_BUG("a rule set without files");
    qsort(junit->cases, junit->ncases, sizeof *junit->cases, by_key_and_place);
    for (uint32_t i = 0; i < junit->ncases; i++) {
        if (kept == 0 || by_key(&junit->cases[kept - 1], &junit->cases[i]) != 0)
            junit->cases[kept++] = junit->cases[i];
    }
    junit->ncases = kept;
}

static bool is_failure(const struct junit *junit, const struct rc_diag *diag)
{
    return diag->severity == RC_ERROR || junit->report->werror;
}

/* Puts every fault behind its case. */
static void gather_faults(struct junit *junit)
{
    uint32_t n;
    const struct rc_diag **sorted = rc_diags_sorted(junit->report->set->diags, &n);

    for (uint32_t i = 0; i < n; i++) {
        const struct rc_context *item = item_of(sorted[i]->context);
        struct junit_fault *fault = rc_arena_alloc(junit->arena, sizeof *fault);
        struct junit_case key = {.file = sorted[i]->span.file, .type = "", .name = ""}, *found;

        if (item && item->span.file != 0)
            key = (struct junit_case){
                .file = item->span.file, .type = item->type, .name = item->name};
        found = bsearch(&key, junit->cases, junit->ncases, sizeof key, by_key);
        if (!found)
            RC_BUG("no case for %s", sorted[i]->message);
        fault->diag = sorted[i];
        *(found->last ? found->last : &found->first) = fault;
        found->last = &fault->next;
        found->nfaults += is_failure(junit, sorted[i]);
    }
}

/* --- printing --- */

static void put_fault(struct junit *junit, const struct rc_diag *diag)
{
    struct rc_strbuf text = {0};
    const char *element = is_failure(junit, diag) ? "failure" : "system-out";

    rc_strbuf_printf(junit->out, "      <%s", element);
    if (is_failure(junit, diag)) {
        put_attribute(junit->out, "type", rc_code_name(diag->code));
        put_attribute(junit->out, "message", diag->message);
    }
    rc_strbuf_addc(junit->out, '>');
    rc_diag_print(diag, junit->report->set->sources, &text);
    put_escaped(junit->out, text.data, false);
    rc_strbuf_free(&text);
    rc_strbuf_printf(junit->out, "</%s>\n", element);
}

static void put_case(struct junit *junit, const struct junit_case *item)
{
    const char *file = rc_source(junit->report->set->sources, item->file)->name;
    const char *name =
        *item->type ? rc_arena_printf(junit->arena, "%s: %s", item->type, item->name) : "file";

    rc_strbuf_adds(junit->out, "    <testcase");
    put_attribute(junit->out, "name", name);
    put_attribute(junit->out, "classname", file);
    if (!item->first) {
        rc_strbuf_adds(junit->out, "/>\n");
        return;
    }
    rc_strbuf_adds(junit->out, ">\n");
    for (const struct junit_fault *fault = item->first; fault; fault = fault->next)
        put_fault(junit, fault->diag);
    rc_strbuf_adds(junit->out, "    </testcase>\n");
}

static void put_suite(struct junit *junit, struct junit_case **cases, uint32_t n)
{
    uint32_t failures = 0;

    for (uint32_t i = 0; i < n; i++)
        failures += cases[i]->nfaults > 0;
    rc_strbuf_adds(junit->out, "  <testsuite");
    put_attribute(junit->out, "name", rc_source(junit->report->set->sources, cases[0]->file)->name);
    rc_strbuf_printf(junit->out, " tests=\"%u\" failures=\"%u\" errors=\"0\">\n", n, failures);
    for (uint32_t i = 0; i < n; i++)
        put_case(junit, cases[i]);
    rc_strbuf_adds(junit->out, "  </testsuite>\n");
}

void rc_report_junit(const struct rc_report *report, struct rc_strbuf *out)
{
    struct junit junit = {.report = report, .out = out, .arena = report->set->arena};
    struct junit_case **order;
    uint32_t failures = 0;

    gather_cases(&junit);
    gather_faults(&junit);
    order = rc_arena_array(junit.arena, junit.ncases, sizeof(struct junit_case *));
    for (uint32_t i = 0; i < junit.ncases; i++) {
        order[i] = &junit.cases[i];
        failures += order[i]->nfaults > 0;
    }
    qsort(order, junit.ncases, sizeof(struct junit_case *), by_place);
    rc_strbuf_printf(out,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<testsuites name=\"rulec check\" tests=\"%u\" failures=\"%u\" "
                     "errors=\"0\">\n",
                     junit.ncases, failures);
    for (uint32_t i = 0, n; i < junit.ncases; i += n) {
        for (n = 1; i + n < junit.ncases && order[i + n]->file == order[i]->file;)
            n++;
        put_suite(&junit, order + i, n);
    }
    rc_strbuf_adds(out, "</testsuites>\n");
}
