/* Drawing. See screen_parts.h. */
#include "base/utf8.h"
#include "events/report.h"
#include "events/safe.h"
#include "events/screen_parts.h"

#include <inttypes.h>
#include <ncurses.h>
#include <string.h>

enum { HEADING_LINES = 3, FOOT_LINES = 1, PAIR_RED = 1, PAIR_YELLOW, PAIR_CYAN };

size_t screen_room(void)
{
    const int room = LINES - HEADING_LINES - FOOT_LINES;

    return room > 0 ? (size_t)room : 0;
}

/* Text from a column on, made safe and cut to so many columns (0: to the edge). Returns the column
 * behind it. */
static int put(const struct screen *screen, int line, int column, int columns, const char *text)
{
    struct rc_strbuf safe = {0};
    const int left = COLS - column;
    uint32_t used;

    if (left <= 0)
        return column;
    if (columns == 0 || columns > left)
        columns = left;
    used = rc_safe_add(&safe, text, strlen(text), (uint32_t)columns, screen->utf8);
    if (safe.data)
        mvaddnstr(line, column, safe.data, (int)safe.len);
    rc_strbuf_free(&safe);
    return column + (int)used;
}

static attr_t colour_of(const struct screen *screen, const char *priority)
{
    const int severity = rc_line_severity(priority);

    if (!screen->colours || severity < 0)
        return A_NORMAL;
    if (severity <= 3)
        return (attr_t)COLOR_PAIR(PAIR_RED) | A_BOLD;
    if (severity == 4)
        return (attr_t)COLOR_PAIR(PAIR_YELLOW);
    return severity == 5 ? (attr_t)COLOR_PAIR(PAIR_CYAN) : A_NORMAL;
}

static void draw_heading(const struct screen *screen)
{
    const struct rc_store *store = screen->store;
    char text[256];
    int column;

    attron(A_REVERSE);
    mvhline(0, 0, ' ', COLS);
    column = put(screen, 0, 1, 0, "rulec events: ");
    column = put(screen, 0, column, COLS / 2, screen->source);
    snprintf(text, sizeof text, "   %" PRIu64 " alerts", store->alerts);
    column = put(screen, 0, column, 0, text);
    if (store->other > 0) {
        snprintf(text, sizeof text, ", %" PRIu64 " lines without one", store->other);
        column = put(screen, 0, column, 0, text);
    }
    if (store->malformed > 0) {
        snprintf(text, sizeof text, ", %" PRIu64 " malformed", store->malformed);
        column = put(screen, 0, column, 0, text);
    }
    if (store->kept < store->alerts) {
        snprintf(text, sizeof text, ", the newest %" PRIu64 " kept", store->kept);
        column = put(screen, 0, column, 0, text);
    }
    put(screen, 0, column, 0, screen->input->fd >= 0 ? "   reading" : "");
    attroff(A_REVERSE);
}

/* What each view has that the one below it has not. */
static void draw_way(const struct screen *screen)
{
    int column = put(screen, 1, 1, 0, screen->depth == 0 ? "all alerts" : "");

    for (uint32_t i = 1; i <= screen->depth; i++) {
        const struct rc_store_view *view = &screen->views[i], *below = view - 1;

        if (i > 1)
            column = put(screen, 1, column, 0, "  >  ");
        for (int by = 0; by < RC_BY__COUNT; by++) {
            if (view->names[by] == below->names[by])
                continue;
            column = put(screen, 1, column, 0, rc_store_by_names[by]);
            column = put(screen, 1, column, 0, ": ");
            attron(A_BOLD);
            column = put(screen, 1, column, 40, screen->store->names[by].texts[view->names[by]]);
            attroff(A_BOLD);
        }
        if (strcmp(view->search, below->search) != 0) {
            column = put(screen, 1, column, 0, "with: ");
            attron(A_BOLD);
            column = put(screen, 1, column, 40, view->search);
            attroff(A_BOLD);
        }
    }
}

static void draw_tabs(const struct screen *screen)
{
    static const char *const names[SCREEN_TABS] = {" 1 rules ", " 2 priorities ", " 3 processes ",
                                                   " 4 containers ", " 5 alerts "};
    int column = 0;

    for (uint32_t i = 0; i < SCREEN_TABS; i++) {
        const attr_t look = i == screen->tab ? A_BOLD | A_UNDERLINE : A_DIM;

        attron(look);
        column = put(screen, 2, column, 0, names[i]);
        attroff(look);
    }
}

static void draw_count(const struct screen *screen, int line, uint32_t name, uint64_t most)
{
    const struct rc_store_count *count = &screen->counts[name];
    const char *text = screen->store->names[screen->tab].texts[name];
    /* A narrow screen leaves the names more room: shorter bars, and times without the year. */
    const uint64_t longest = COLS >= 140 ? 30 : COLS >= 100 ? 10 : 5;
    const int bar = most > 0 ? (int)((count->n * longest + most - 1) / most) : 0;
    const attr_t look = screen->tab == RC_BY_PRIORITY ? colour_of(screen, text) : A_NORMAL;
    char number[64], last[32];
    int column;

    snprintf(number, sizeof number, "%9" PRIu64 "  ", count->n);
    column = put(screen, line, 0, 0, number);
    if (COLS >= 60) {
        for (int i = 0; i < bar; i++)
            put(screen, line, column + i, 0, screen->utf8 ? "\xe2\x96\x88" : "#");
        column += (int)longest + 2;
        rc_report_time(count->last, last);
        column =
            put(screen, line, column, 0, COLS >= 100 || strlen(last) < 5 + 14 ? last : last + 5) +
            2;
    }
    attron(look);
    column = put(screen, line, column, 0, text);
    attroff(look);
    if (screen->tab == RC_BY_RULE && screen->is_noise && screen->is_noise[name]) {
        attron(colour_of(screen, "warning"));
        put(screen, line, column + 2 > COLS - 7 ? COLS - 7 : column + 2, 0, "[noise]");
        attroff(colour_of(screen, "warning"));
    }
}

/* What an alert says, behind the time and the priority that other columns show. */
static void put_output(const struct screen *screen, int line, int column, int columns,
                       const struct rc_store_alert *alert, const char *priority)
{
    json_t *root = rc_line_parse(alert->line, alert->len);
    const char *text = json_string_value(json_object_get(root, "output"));
    const char *behind = text ? strstr(text, priority) : NULL;

    if (behind && *priority)
        text = behind + strlen(priority) + strspn(behind + strlen(priority), " ");
    put(screen, line, column, columns, text ? text : "");
    json_decref(root);
}

static void draw_alert(const struct screen *screen, int line, const struct rc_store_alert *alert)
{
    const struct rc_store *store = screen->store;
    const char *names[RC_BY__COUNT];
    char time[32];
    int column;

    for (int by = 0; by < RC_BY__COUNT; by++)
        names[by] = store->names[by].texts[alert->names[by]];
    rc_report_time(alert->time, time);
    column = put(screen, line, 1, 0, COLS >= 100 || strlen(time) < 11 ? time : time + 11) + 2;
    attron(colour_of(screen, names[RC_BY_PRIORITY]));
    put(screen, line, column, 13, names[RC_BY_PRIORITY]);
    attroff(colour_of(screen, names[RC_BY_PRIORITY]));
    column += 14;
    const int rule = (COLS - column) / 2, other = (COLS - column - rule) / 2;
    if (screen->views[screen->depth].names[RC_BY_RULE] == RC_STORE_ANY)
        put(screen, line, column, rule - 2, names[RC_BY_RULE]);
    else
        put_output(screen, line, column, rule - 2, alert, names[RC_BY_PRIORITY]);
    put(screen, line, column + rule, other - 2, names[RC_BY_PROCESS]);
    put(screen, line, column + rule + other, other, names[RC_BY_CONTAINER]);
}

static void draw_rows(struct screen *screen)
{
    const size_t room = screen_room();
    uint64_t most = 0;

    if (screen->selected < screen->top)
        screen->top = screen->selected;
    if (room > 0 && screen->selected >= screen->top + room)
        screen->top = screen->selected - room + 1;
    if (screen->nrows <= room)
        screen->top = 0;
    for (size_t i = 0; screen->tab != SCREEN_ALERTS && i < screen->nrows; i++) {
        if (screen->counts[screen->rows[i]].n > most)
            most = screen->counts[screen->rows[i]].n;
    }
    for (size_t i = 0; i < room && screen->top + i < screen->nrows; i++) {
        const size_t row = screen->top + i;
        const int line = HEADING_LINES + (int)i;

        if (screen->tab == SCREEN_ALERTS) {
            const struct rc_store_alert *alert =
                rc_store_numbered(screen->store, screen->rows[row]);
            if (alert)
                draw_alert(screen, line, alert);
        } else {
            draw_count(screen, line, (uint32_t)screen->rows[row], most);
        }
        if (row == screen->selected)
            mvchgat(line, 0, -1, A_REVERSE | A_BOLD, 0, NULL);
    }
    if (screen->nrows == 0)
        put(screen, HEADING_LINES + 1, 2, 0,
            screen->input->fd >= 0 ? "no alerts yet" : "no alerts");
}

/* The page as it is shown: safe, and no line longer than the screen is wide. */
static void wrap_page(struct screen *screen)
{
    struct rc_strbuf safe = {0};
    int column = 0;

    screen->shown.len = 0;
    screen->page_lines = 1;
    screen->shown_columns = COLS;
    for (size_t i = 0; i < screen->page.len;) {
        const char *begin = screen->page.data + i;
        const char *end = memchr(begin, '\n', screen->page.len - i);
        const size_t len = end ? (size_t)(end - begin) : screen->page.len - i;

        rc_safe_add(&safe, begin, len, 0, screen->utf8);
        rc_strbuf_addc(&safe, '\n');
        i += len + 1;
    }
    for (size_t i = 0; i < safe.len;) {
        uint32_t size;
        const int32_t code =
            rc_utf8_decode(safe.data + i, safe.len - i > 4 ? 4 : (uint32_t)(safe.len - i), &size);
        const int width = code == '\n' ? 0 : (int)rc_utf8_width(code);

        if (code != '\n' && column + width > COLS - 2) {
            rc_strbuf_addc(&screen->shown, '\n');
            screen->page_lines++;
            column = 0;
        }
        rc_strbuf_add(&screen->shown, safe.data + i, size);
        column = code == '\n' ? 0 : column + width;
        screen->page_lines += code == '\n';
        i += size;
    }
    rc_strbuf_free(&safe);
}

static void draw_page(struct screen *screen)
{
    const size_t room = screen_room();
    const char *line;

    if (screen->shown_columns != COLS)
        wrap_page(screen);
    if (screen->page_top + room > screen->page_lines)
        screen->page_top = screen->page_lines > room ? screen->page_lines - room : 0;
    line = screen->shown.data ? screen->shown.data : "";
    for (size_t i = 0; i < screen->page_top + room && *line; i++) {
        const size_t len = strcspn(line, "\n");

        if (i >= screen->page_top)
            mvaddnstr(HEADING_LINES + (int)(i - screen->page_top), 1, line, (int)len);
        line += len + (line[len] == '\n');
    }
}

static void draw_foot(const struct screen *screen)
{
    static const char *const labels[] = {"", "alerts with: ", "export to: ", "write draft to: "};
    const int line = LINES - 1;

    if (screen->prompt != SCREEN_NO_PROMPT) {
        const int column = put(screen, line, 1, 0, labels[screen->prompt]);

        move(line, put(screen, line, column, 0, screen->typed));
        curs_set(1);
        return;
    }
    curs_set(0);
    attron(A_REVERSE);
    mvhline(line, 0, ' ', COLS);
    if (screen->message[0])
        put(screen, line, 1, COLS - 2, screen->message);
    else if (screen->paging)
        put(screen, line, 1, COLS - 2,
            screen->drafting ? "Up/Down: scroll   w: write to a file   Esc: back   q: leave"
                             : "Up/Down: scroll   Esc: back   q: leave");
    else if (COLS >= 96)
        put(screen, line, 1, COLS - 2,
            "Enter: into   Esc: back   Tab: next   /: search   d: draft   e: export   ?: help   q: "
            "leave");
    else
        put(screen, line, 1, COLS - 2,
            "Enter: into  Esc: back  Tab: next  /: search  d: draft  ?: help  q: leave");
    attroff(A_REVERSE);
}

void screen_draw(struct screen *screen)
{
    erase();
    if (LINES < HEADING_LINES + FOOT_LINES + 1 || COLS < 20) {
        put(screen, 0, 0, 0, "too small");
    } else {
        draw_heading(screen);
        draw_way(screen);
        draw_tabs(screen);
        if (screen->paging)
            draw_page(screen);
        else
            draw_rows(screen);
        draw_foot(screen);
    }
    refresh();
}
