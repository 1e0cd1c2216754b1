/* What is looked at on the terminal. See screen_parts.h. */
#include "events/draft.h"
#include "events/report.h"
#include "events/safe.h"
#include "events/screen_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct rc_store_view *view_of(struct screen *screen)
{
    return &screen->views[screen->depth];
}

static bool room_for_rows(struct screen *screen, size_t n)
{
    uint64_t *rows;

    if (n <= screen->rows_size)
        return true;
    rows = reallocarray(screen->rows, n * 2, sizeof *rows);
    if (!rows)
        return false;
    screen->rows = rows;
    screen->rows_size = n * 2;
    return true;
}

static void refresh_alerts(struct screen *screen)
{
    const struct rc_store *store = screen->store;

    if (!room_for_rows(screen, store->ring_count))
        return;
    for (size_t i = store->ring_count; i > 0; i--) {
        if (rc_store_in_view(view_of(screen), rc_store_at(store, i - 1)))
            screen->rows[screen->nrows++] = store->first_number + i - 1;
    }
}

static void refresh_noise(struct screen *screen)
{
    struct rc_noise *noise;
    const uint32_t n = rc_noise_find(screen->store, view_of(screen), &noise);

    screen->is_noise = calloc(screen->store->names[RC_BY_RULE].n, sizeof *screen->is_noise);
    for (uint32_t i = 0; screen->is_noise && i < n; i++)
        screen->is_noise[noise[i].rule] = true;
    free(noise);
}

static void refresh_counts(struct screen *screen)
{
    const struct rc_store *store = screen->store;
    const enum rc_store_by by = (enum rc_store_by)screen->tab;
    const uint32_t n = store->names[by].n;
    uint32_t *order = calloc(n, sizeof *order);

    free(screen->counts);
    screen->counts = calloc(n, sizeof *screen->counts);
    if (order && screen->counts && room_for_rows(screen, n)) {
        if (screen->depth == 0)
            memcpy(screen->counts, store->names[by].counts, n * sizeof *screen->counts);
        else
            rc_store_count_view(store, view_of(screen), by, screen->counts);
        screen->nrows = rc_store_order(store, by, screen->counts, order);
        for (size_t i = 0; i < screen->nrows; i++)
            screen->rows[i] = order[i];
    }
    free(order);
    if (by == RC_BY_RULE)
        refresh_noise(screen);
}

void screen_refresh(struct screen *screen)
{
    const bool had = screen->selected < screen->nrows;
    const uint64_t key = had ? screen->rows[screen->selected] : 0;

    screen->nrows = 0;
    free(screen->is_noise);
    screen->is_noise = NULL;
    if (screen->tab == SCREEN_ALERTS)
        refresh_alerts(screen);
    else
        refresh_counts(screen);
    for (size_t i = 0; had && i < screen->nrows; i++) {
        if (screen->rows[i] == key) {
            screen->selected = i;
            break;
        }
    }
    if (screen->selected >= screen->nrows)
        screen->selected = screen->nrows > 0 ? screen->nrows - 1 : 0;
}

void screen_show_tab(struct screen *screen, uint32_t tab)
{
    screen->tab = tab;
    screen->nrows = 0;
    screen->selected = screen->top = 0;
    screen_refresh(screen);
}

/* A new view on top of the others, the same as the last; NULL: there is no more room. */
static struct rc_store_view *push_view(struct screen *screen)
{
    if (screen->depth + 1 == SCREEN_DEEPEST) {
        snprintf(screen->message, sizeof screen->message, "it goes no deeper than this");
        return NULL;
    }
    screen->depth++;
    screen->views[screen->depth] = screen->views[screen->depth - 1];
    return view_of(screen);
}

static void open_page(struct screen *screen)
{
    screen->paging = true;
    screen->drafting = false;
    screen->page.len = 0;
    screen->shown_columns = 0;
    screen->page_top = 0;
}

void screen_close_page(struct screen *screen)
{
    screen->paging = screen->drafting = false;
}

void screen_enter(struct screen *screen)
{
    const uint64_t row = screen->selected < screen->nrows ? screen->rows[screen->selected] : 0;

    if (screen->selected >= screen->nrows)
        return;
    if (screen->tab == SCREEN_ALERTS) {
        const struct rc_store_alert *alert = rc_store_numbered(screen->store, row);

        if (alert) {
            open_page(screen);
            rc_report_alert(alert, screen->utf8, &screen->page);
        }
        return;
    }
    const uint32_t tab = screen->tab;
    struct rc_store_view *view = push_view(screen);
    if (view) {
        view->names[tab] = (uint32_t)row;
        /* From a rule to the processes, then to the alerts. */
        screen_show_tab(screen, tab == RC_BY_RULE && view->names[RC_BY_PROCESS] == RC_STORE_ANY
                                    ? RC_BY_PROCESS
                                    : SCREEN_ALERTS);
    }
}

void screen_back(struct screen *screen)
{
    if (screen->paging) {
        screen_close_page(screen);
        return;
    }
    if (screen->depth == 0)
        return;
    const struct rc_store_view *left = view_of(screen);
    const struct rc_store_view *to = left - 1;
    uint32_t tab = screen->tab;
    for (uint32_t by = 0; by < RC_BY__COUNT; by++) {
        if (left->names[by] != to->names[by])
            tab = by;
    }
    screen->depth--;
    screen_show_tab(screen, tab);
}

void screen_search(struct screen *screen, const char *text)
{
    struct rc_store_view *view = *text ? push_view(screen) : NULL;

    if (!view)
        return;
    snprintf(view->search, sizeof view->search, "%s", text);
    screen_show_tab(screen, screen->tab);
}

void screen_draft(struct screen *screen)
{
    struct rc_store_view view = *view_of(screen);
    struct rc_draft draft;

    if (screen->selected >= screen->nrows)
        return;
    if (screen->tab != SCREEN_ALERTS)
        view.names[screen->tab] = (uint32_t)screen->rows[screen->selected];
    open_page(screen);
    screen->drafting = true;
    rc_draft(screen->store, &view, NULL, 0, &screen->page, &draft);
    snprintf(screen->message, sizeof screen->message,
             "it silences %llu of %llu alerts, and %llu others; w writes it to a file",
             (unsigned long long)draft.silenced, (unsigned long long)draft.chosen,
             (unsigned long long)draft.others);
}

void screen_help(struct screen *screen)
{
    open_page(screen);
    rc_strbuf_adds(
        &screen->page,
        "Up, Down, PgUp, PgDn, Home, End   move (or j, k)\n"
        "Tab, 1 to 5                       rules, priorities, processes, containers, alerts\n"
        "Enter, Right                      only what is of this row; of an alert: every field\n"
        "Backspace, Esc, Left              back by one step\n"
        "/                                 only alerts that hold a text\n"
        "d                                 draft an exception that silences the row\n"
        "e                                 export the alerts that are looked at: CSV if the file's "
        "name ends in .csv, else JSON, one a line\n"
        "q                                 leave\n"
        "\n"
        "A rule is marked as noise if it has at least ten alerts, one in twenty of all, and nine "
        "in "
        "ten of them come from at most three pairs of process and container.\n");
}

void screen_write(struct screen *screen, const char *path, bool page)
{
    struct rc_strbuf alerts = {0};
    const struct rc_strbuf *text = page ? &screen->page : &alerts;
    const size_t len = strlen(path);
    const bool csv = len > 4 && strcmp(path + len - 4, ".csv") == 0;
    int error = 0, fd;

    if (!page)
        rc_report_alerts(screen->store, view_of(screen), csv ? RC_REPORT_CSV : RC_REPORT_JSON,
                         &alerts);
    fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        error = errno;
    for (size_t done = 0; error == 0 && done < text->len;) {
        const ssize_t n = write(fd, text->data + done, text->len - done);

        if (n < 0 && errno != EINTR)
            error = errno;
        done += n > 0 ? (size_t)n : 0;
    }
    if (fd >= 0 && close(fd) != 0 && error == 0)
        error = errno;
    if (error != 0)
        snprintf(screen->message, sizeof screen->message, "cannot write %s: %s", path,
                 strerror(error));
    else
        snprintf(screen->message, sizeof screen->message, "%s is written", path);
    rc_strbuf_free(&alerts);
}

void screen_free(struct screen *screen)
{
    free(screen->rows);
    free(screen->counts);
    free(screen->is_noise);
    rc_strbuf_free(&screen->page);
    rc_strbuf_free(&screen->shown);
}
