/* The settings of an agent, and how a value of each is written: one table that rulec checks site
 * files by, and agents read what overrides them by.
 */
#ifndef RULEC_SETTING_H
#define RULEC_SETTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum cat_setting_type {
    CAT_SETTING_BOOL,     /* true or false */
    CAT_SETTING_NUMBER,   /* whole, not negative */
    CAT_SETTING_REAL,     /* not negative, with a point perhaps */
    CAT_SETTING_DURATION, /* "1h30m", "15s", "500ms"; a number alone is of milliseconds */
    CAT_SETTING_TEXT,
    CAT_SETTING_CHOICE, /* one of some words, in any case */
    CAT_SETTING_LIST    /* texts; as one text they have newlines between them */
};

#define CAT_SETTING_OVERRIDABLE 1u /* by -o KEY=VALUE and RULEC_KEY of the environment */
#define CAT_SETTING_SECRET      2u /* by the environment only */

enum cat_setting_id {
#define X(id, key, type, otherwise, flags, low, high, choices, help) CAT_SETTING_##id,
#include "settings.def"
#undef X
    CAT_SETTING__COUNT
};

struct cat_setting {
    const char *key; /* "http_output.url" */
    enum cat_setting_type type;
    const char *otherwise; /* the default */
    unsigned flags;
    uint64_t low, high;  /* of a number; of a duration in milliseconds */
    const char *choices; /* "first|all", of a LIST each of its texts; "": any text */
    const char *help;    /* half a sentence */
};

extern const struct cat_setting cat_settings[CAT_SETTING__COUNT];

/* The setting of that key, or CAT_SETTING__COUNT. */
enum cat_setting_id cat_setting_find(const char *key, size_t len);

/* Whether text is a value of that setting; if not, *expected says what one is (at most size bytes):
 * "true or false", "a whole number from 1 to 1024". */
bool cat_setting_check(enum cat_setting_id id, const char *text, char *expected, size_t size);

/* The value of a text that was checked. */
bool cat_setting_bool(const char *text);
uint64_t cat_setting_number(const char *text);
double cat_setting_real(const char *text);
/* Whether the text is one of a list's. */
bool cat_setting_lists(const char *list, const char *text);
/* Whether text may be one of the setting's texts, which is a list; *expected as above. */
bool cat_setting_check_item(enum cat_setting_id id, const char *text, char *expected, size_t size);
uint64_t cat_setting_duration_ms(const char *text);

/* "RULEC_HTTP_OUTPUT_URL" into out, size bytes. */
void cat_setting_variable(enum cat_setting_id id, char *out, size_t size);

#endif
