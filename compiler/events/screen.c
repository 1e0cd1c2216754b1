/* The loop of the terminal: keys and input. See screen_parts.h. */
#include "events/screen.h"

#include "events/screen_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define CHUNKS     8   /* reads between two looks at the keyboard */
#define REFRESH_MS 200 /* the least between two looks at the store while it grows */
#define FOLLOW_MS  500 /* between two looks at a file that may grow */
#define ESCAPE     27

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void move_by(struct screen *screen, int64_t rows)
{
    size_t *at = screen->paging ? &screen->page_top : &screen->selected;
    const size_t end = screen->paging ? screen->page_lines : screen->nrows;

    if (rows < 0)
        *at = *at < (size_t)-rows ? 0 : *at - (size_t)-rows;
    else if (end > 0)
        *at = *at + (size_t)rows < end ? *at + (size_t)rows : end - 1;
}

static void ask(struct screen *screen, enum screen_prompt prompt)
{
    screen->prompt = prompt;
    screen->typed[0] = '\0';
}

static void answer(struct screen *screen)
{
    const enum screen_prompt prompt = screen->prompt;

    screen->prompt = SCREEN_NO_PROMPT;
    if (!screen->typed[0])
        return;
    if (prompt == SCREEN_SEARCH)
        screen_search(screen, screen->typed);
    else
        screen_write(screen, screen->typed, prompt == SCREEN_WRITE);
}

static void prompt_key(struct screen *screen, int key)
{
    size_t len = strlen(screen->typed);

    if (key == ESCAPE) {
        screen->prompt = SCREEN_NO_PROMPT;
    } else if (key == '\n' || key == '\r' || key == KEY_ENTER) {
        answer(screen);
    } else if (key == KEY_BACKSPACE || key == 127 || key == 8) {
        while (len > 0 && ((unsigned char)screen->typed[len - 1] & 0xc0) == 0x80)
            screen->typed[--len] = '\0';
        if (len > 0)
            screen->typed[len - 1] = '\0';
    } else if (key >= ' ' && key < 256 && len + 1 < sizeof screen->typed) {
        screen->typed[len] = (char)key;
        screen->typed[len + 1] = '\0';
    }
}

static void list_key(struct screen *screen, int key)
{
    switch (key) {
    case '\t':
        screen_show_tab(screen, (screen->tab + 1) % SCREEN_TABS);
        break;
    case KEY_BTAB:
        screen_show_tab(screen, (screen->tab + SCREEN_TABS - 1) % SCREEN_TABS);
        break;
    case '\n':
    case '\r':
    case KEY_ENTER:
    case KEY_RIGHT:
        screen_enter(screen);
        break;
    case '/':
        ask(screen, SCREEN_SEARCH);
        break;
    case 'd':
        screen_draft(screen);
        break;
    case 'e':
        ask(screen, SCREEN_EXPORT);
        break;
    default:
        if (key >= '1' && key < '1' + SCREEN_TABS)
            screen_show_tab(screen, (uint32_t)(key - '1'));
    }
}

static void take_key(struct screen *screen, int key)
{
    const int64_t page = (int64_t)screen_room();

    if (key == KEY_RESIZE)
        return;
    screen->message[0] = '\0';
    if (screen->prompt != SCREEN_NO_PROMPT) {
        prompt_key(screen, key);
        return;
    }
    switch (key) {
    case 'q':
    case 3: /* Ctrl-C where the terminal does not make a signal of it */
        screen->quit = true;
        break;
    case KEY_UP:
    case 'k':
        move_by(screen, -1);
        break;
    case KEY_DOWN:
    case 'j':
        move_by(screen, 1);
        break;
    case KEY_PPAGE:
        move_by(screen, -page);
        break;
    case KEY_NPAGE:
    case ' ':
        move_by(screen, page);
        break;
    case KEY_HOME:
        move_by(screen, -INT32_MAX);
        break;
    case KEY_END:
        move_by(screen, INT32_MAX);
        break;
    case ESCAPE:
    case KEY_BACKSPACE:
    case KEY_LEFT:
    case 127:
    case 8:
        screen_back(screen);
        break;
    case '?':
        screen_help(screen);
        break;
    case 'w':
        if (screen->drafting)
            ask(screen, SCREEN_WRITE);
        break;
    default:
        if (!screen->paging)
            list_key(screen, key);
    }
}

/* Reads what is there, within bounds. Returns whether there may be more at once; or negative
 * errno. */
static int take_input(struct screen *screen, bool *grew)
{
    for (int i = 0; i < CHUNKS && screen->input->fd >= 0; i++) {
        const ssize_t n = rc_input_read(screen->input, screen->store);

        if (n < 0)
            return (int)n;
        *grew = true;
        if (n == 0 || !screen->input->is_file)
            return screen->input->fd >= 0 && n > 0 && screen->input->is_file;
    }
    return screen->input->fd >= 0;
}

static int loop(struct screen *screen, int tty)
{
    int64_t refreshed = 0;
    bool grew = true;
    int more = 1, error = 0;

    while (!screen->quit && error == 0) {
        const bool watch_input = screen->input->fd >= 0 && !screen->input->is_file;
        struct pollfd fds[2] = {{.fd = tty, .events = POLLIN},
                                {.fd = watch_input ? screen->input->fd : -1, .events = POLLIN}};
        const bool growing = screen->input->fd >= 0 && screen->input->is_file;
        int key;

        if (grew && now_ms() - refreshed >= REFRESH_MS) {
            screen_refresh(screen);
            refreshed = now_ms();
            grew = false;
        }
        screen_draw(screen);
        const int wait = growing && more ? 0 : grew ? REFRESH_MS : growing ? FOLLOW_MS : -1;
        if (poll(fds, 2, wait) < 0 && errno != EINTR)
            error = -errno;
        if (fds[0].revents & (POLLHUP | POLLERR))
            screen->quit = true; /* the terminal is gone */
        while ((key = getch()) != ERR && !screen->quit)
            take_key(screen, key);
        if (growing || fds[1].revents) {
            more = take_input(screen, &grew);
            if (more < 0)
                error = more;
        }
    }
    return error;
}

int rc_screen_run(struct rc_store *store, struct rc_input *input, const char *source)
{
    struct screen screen = {.store = store, .input = input, .source = source};
    FILE *keys = fopen("/dev/tty", "r");
    SCREEN *terminal;
    int error;

    setlocale(LC_CTYPE, "");
    screen.utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    screen.views[0] = rc_store_everything;
    terminal = keys ? newterm(NULL, stdout, keys) : NULL;
    if (!terminal) {
        if (keys)
            fclose(keys);
        return -ENOTTY;
    }
    set_escdelay(25);
    cbreak();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    if (has_colors()) {
        start_color();
        use_default_colors();
        init_pair(1, COLOR_RED, -1);
        init_pair(2, COLOR_YELLOW, -1);
        init_pair(3, COLOR_CYAN, -1);
        screen.colours = true;
    }
    error = loop(&screen, fileno(keys));
    endwin();
    delscreen(terminal);
    fclose(keys);
    screen_free(&screen);
    return error;
}
