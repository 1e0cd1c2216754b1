/* The terminal's parts: screen.c reads keys and input, screen_model.c knows what is looked at,
 * screen_draw.c draws it. Private to screen*.c.
 *
 *     rulec events: journal   1234 alerts, 2 malformed lines, live      heading
 *     rule: Password hashes read > process: cat                        the way down: a stack of
 * views 1 rules  2 priorities  3 processes  4 containers  5 alerts       tabs
 *     ...                                                              rows of the tab, or a page
 * of text Enter: drill down  ...                                           keys, a message, or a
 * prompt
 */
#ifndef RULEC_EVENTS_SCREEN_PARTS_H
#define RULEC_EVENTS_SCREEN_PARTS_H

#include "base/strbuf.h"
#include "events/input.h"
#include "events/noise.h"
#include "events/store.h"

#define SCREEN_DEEPEST 16
#define SCREEN_ALERTS  RC_BY__COUNT /* the tab behind those of the counts */
#define SCREEN_TABS    (RC_BY__COUNT + 1)

enum screen_prompt { SCREEN_NO_PROMPT, SCREEN_SEARCH, SCREEN_EXPORT, SCREEN_WRITE };

struct screen {
    struct rc_store *store;
    struct rc_input *input;
    const char *source;
    bool utf8, colours;

    struct rc_store_view views[SCREEN_DEEPEST]; /* the last one counts */
    uint32_t depth;                             /* of the last one */
    uint32_t tab;

    uint64_t *rows; /* nrows: numbers of names, or of alerts from the newest */
    size_t nrows, rows_size;
    size_t selected, top;          /* row; the first one that is shown */
    struct rc_store_count *counts; /* of the tab's names */
    bool *is_noise;                /* of the tab's names, for rules; NULL: nothing is known */

    bool paging;            /* a page of text is shown over the rows */
    bool drafting;          /* the page is a draft */
    struct rc_strbuf page;  /* as it would be written to a file */
    struct rc_strbuf shown; /* as it is shown: safe, wrapped to shown_columns */
    int shown_columns;
    size_t page_top, page_lines;

    enum screen_prompt prompt;
    char typed[128]; /* into the prompt */
    char message[256];
    bool quit;
};

/* Looks at the store again: rows of the tab, the selection staying with what it was on. */
void screen_refresh(struct screen *screen);
/* Chooses a tab. */
void screen_show_tab(struct screen *screen, uint32_t tab);
/* Goes into the selected row, or back by one step. */
void screen_enter(struct screen *screen);
void screen_back(struct screen *screen);
/* Puts a search into the way down; "" changes nothing. */
void screen_search(struct screen *screen, const char *text);
/* Shows a draft for what is looked at. */
void screen_draft(struct screen *screen);
/* Shows the keys. */
void screen_help(struct screen *screen);
/* Writes the alerts that are looked at, or the page, to a new file; says so in message. */
void screen_write(struct screen *screen, const char *path, bool page);

void screen_close_page(struct screen *screen);
void screen_free(struct screen *screen);

/* Rows there is room for. */
size_t screen_room(void);
void screen_draw(struct screen *screen);

#endif
