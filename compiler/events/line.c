#include "events/line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

/* Wrappings inside one another: a container's log in a journal. */
#define DEEPEST 4

json_t *rc_line_parse(const char *text, size_t len)
{
    const size_t flags = JSON_ALLOW_NUL | JSON_DECODE_ANY;
    json_error_t error;
    json_t *root = json_loadb(text, len, flags, &error);

    if (!root && json_error_code(&error) == json_error_numeric_overflow)
        root = json_loadb(text, len, flags | JSON_DECODE_INT_AS_REAL, &error);
    return root;
}

/* "2026-07-31T13:53:31.726060287Z"; 0 if it is no such time. */
static int64_t parse_time(const char *text)
{
    struct tm tm = {0};
    int used = 0;
    int64_t ns = 0;

    if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d%n", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour,
               &tm.tm_min, &tm.tm_sec, &used) != 6)
        return 0;
    if (tm.tm_year < 1970 || tm.tm_year > 2200 || tm.tm_mon < 1 || tm.tm_mon > 12)
        return 0;
    tm.tm_year -= 1900;
    tm.tm_mon -= 1;
    text += used;
    if (*text == '.') {
        int64_t unit = 100000000;
        for (text++; *text >= '0' && *text <= '9'; text++, unit /= 10)
            ns += unit * (*text - '0');
    }
    return (int64_t)timegm(&tm) * 1000000000 + ns;
}

static int64_t time_of(const struct rc_line_alert *alert)
{
    const json_t *time = json_object_get(alert->root, "time");
    int64_t ns = json_is_string(time) ? parse_time(json_string_value(time)) : 0;

    time = json_object_get(alert->fields, "evt.time");
    if (ns == 0 && json_is_integer(time) && json_integer_value(time) > 0)
        ns = json_integer_value(time);
    return ns;
}

/* The text of a wrapped line: a string, or with journald an array of bytes where it is no UTF-8.
 * The caller's, free; NULL: there is none. */
static char *wrapped_text(const json_t *value, size_t *len)
{
    char *text;

    if (json_is_string(value)) {
        *len = json_string_length(value);
        text = malloc(*len + 1);
        if (text)
            memcpy(text, json_string_value(value), *len + 1);
        return text;
    }
    if (!json_is_array(value) || json_array_size(value) == 0)
        return NULL;
    *len = json_array_size(value);
    text = malloc(*len + 1);
    for (size_t i = 0; text && i < *len; i++)
        text[i] = (char)json_integer_value(json_array_get(value, i));
    return text;
}

static enum rc_line_kind read_line(const char *line, size_t len, int depth,
                                   struct rc_line_alert *out);

/* What another program put an alert into. */
static enum rc_line_kind read_wrapped(const json_t *root, int depth, struct rc_line_alert *out)
{
    static const char *const keys[] = {"MESSAGE", "log"};

    for (int i = 0; i < 2; i++) {
        size_t len = 0;
        char *text = wrapped_text(json_object_get(root, keys[i]), &len);

        if (text) {
            enum rc_line_kind kind = RC_LINE_OTHER;
            if (depth < DEEPEST)
                kind = read_line(text, len, depth + 1, out);
            free(text);
            return kind;
        }
    }
    return RC_LINE_OTHER;
}

static enum rc_line_kind read_line(const char *line, size_t len, int depth,
                                   struct rc_line_alert *out)
{
    const char *begin = memchr(line, '{', len);
    struct rc_line_alert alert = {.priority = ""};
    enum rc_line_kind kind = RC_LINE_ALERT;
    const json_t *rule, *priority;

    if (!begin)
        return RC_LINE_OTHER;
    alert.root = rc_line_parse(begin, len - (size_t)(begin - line));
    if (!json_is_object(alert.root)) {
        json_decref(alert.root);
        /* Other programs' messages have brackets too: an alert opens with a key. */
        return begin[1] == '"' || begin == line ? RC_LINE_MALFORMED : RC_LINE_OTHER;
    }
    rule = json_object_get(alert.root, "rule");
    priority = json_object_get(alert.root, "priority");
    alert.fields = json_object_get(alert.root, "output_fields");
    if (!rule) {
        kind = read_wrapped(alert.root, depth, out);
    } else if (!json_is_string(rule) || (priority && !json_is_string(priority)) ||
               (alert.fields && !json_is_object(alert.fields))) {
        kind = RC_LINE_MALFORMED;
    } else {
        alert.rule = json_string_value(rule);
        if (priority)
            alert.priority = json_string_value(priority);
        alert.time = time_of(&alert);
        *out = alert;
        return RC_LINE_ALERT;
    }
    json_decref(alert.root);
    return kind;
}

enum rc_line_kind rc_line_read(const char *line, size_t len, struct rc_line_alert *out)
{
    return read_line(line, len, 0, out);
}

const char *rc_line_field(const struct rc_line_alert *alert, const char *name)
{
    return json_string_value(json_object_get(alert->fields, name));
}

int rc_line_severity(const char *priority)
{
    static const char *const names[] = {"emergency", "alert",  "critical",      "error",
                                        "warning",   "notice", "informational", "debug"};

    for (int i = 0; i < 8; i++) {
        if (strcasecmp(priority, names[i]) == 0)
            return i;
    }
    return strcasecmp(priority, "info") == 0 ? 6 : -1;
}
