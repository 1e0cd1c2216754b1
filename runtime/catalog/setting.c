/* Settings. See setting.h. */
#include "setting.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const struct cat_setting cat_settings[CAT_SETTING__COUNT] = {
#define X(id, key, type, otherwise, flags, low, high, choices, help)                               \
    [CAT_SETTING_##id] = {(key),           CAT_SETTING_##type, (otherwise), (flags),               \
                          (uint64_t)(low), (uint64_t)(high),   (choices),   (help)},
#include "settings.def"
#undef X
};

enum cat_setting_id cat_setting_find(const char *key, size_t len)
{
    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++) {
        if (strlen(cat_settings[i].key) == len && memcmp(cat_settings[i].key, key, len) == 0)
            return (enum cat_setting_id)i;
    }
    return CAT_SETTING__COUNT;
}

/* Truth as YAML 1.1 spells it. */
static int truth(const char *text)
{
    static const char *const words[2][4] = {{"false", "no", "off", "n"},
                                            {"true", "yes", "on", "y"}};

    for (int value = 0; value < 2; value++) {
        for (int i = 0; i < 4; i++) {
            if (strcasecmp(text, words[value][i]) == 0)
                return value;
        }
    }
    return -1;
}

static bool read_number(const char *text, uint64_t *number)
{
    char *end;

    errno = 0;
    *number = strtoull(text, &end, 10);
    return isdigit((unsigned char)*text) && *end == '\0' && errno == 0;
}

/* "0.1", ".1", "1e-3". */
static bool read_real(const char *text, double *number)
{
    char *end;

    *number = strtod(text, &end);
    return (isdigit((unsigned char)*text) || *text == '.') && end != text && *end == '\0' &&
           !strpbrk(text, "xXpP");
}

/* Units as Prometheus has them, the largest first; each may be there once, in this order. */
static bool read_duration(const char *text, uint64_t *ms)
{
    static const struct {
        const char *name;
        uint64_t ms;
    } units[] = {{"y", 31536000000}, {"w", 604800000}, {"d", 86400000}, {"h", 3600000},
                 {"m", 60000},       {"s", 1000},      {"ms", 1}};
    size_t unit = 0;

    if (read_number(text, ms))
        return true;
    *ms = 0;
    do {
        char *end;
        uint64_t number;
        size_t len;

        if (!isdigit((unsigned char)*text))
            return false;
        errno = 0;
        number = strtoull(text, &end, 10);
        len = strspn(end, "ywdhms");
        while (unit < sizeof units / sizeof units[0] &&
               !(strlen(units[unit].name) == len && memcmp(units[unit].name, end, len) == 0))
            unit++;
        if (errno != 0 || unit == sizeof units / sizeof units[0] ||
            __builtin_mul_overflow(number, units[unit].ms, &number) ||
            __builtin_add_overflow(*ms, number, ms))
            return false;
        unit++;
        text = end + len;
    } while (*text);
    return true;
}

static bool is_choice(const char *choices, const char *text)
{
    const size_t len = strlen(text);

    while (*choices) {
        const size_t n = strcspn(choices, "|");

        if (n == len && strncasecmp(choices, text, n) == 0)
            return true;
        choices += n + (choices[n] == '|');
    }
    return false;
}

/* "first, all" */
static void spell_choices(const char *choices, char *out, size_t size)
{
    size_t len = (size_t)snprintf(out, size, "one of ");

    for (; *choices && len + 2 < size; choices++) {
        if (*choices == '|')
            out[len++] = ',';
        out[len++] = *choices == '|' ? ' ' : *choices;
    }
    out[len] = '\0';
}

bool cat_setting_check(enum cat_setting_id id, const char *text, char *expected, size_t size)
{
    const struct cat_setting *setting = &cat_settings[id];
    uint64_t number;
    double real;

    switch (setting->type) {
    case CAT_SETTING_BOOL:
        snprintf(expected, size, "true or false");
        return truth(text) >= 0;
    case CAT_SETTING_NUMBER:
        snprintf(expected, size, "a whole number from %" PRIu64 " to %" PRIu64, setting->low,
                 setting->high);
        return read_number(text, &number) && number >= setting->low && number <= setting->high;
    case CAT_SETTING_REAL:
        snprintf(expected, size, "a number from %" PRIu64 " to %" PRIu64, setting->low,
                 setting->high);
        return read_real(text, &real) && real >= (double)setting->low &&
               real <= (double)setting->high;
    case CAT_SETTING_DURATION:
        snprintf(expected, size,
                 "a duration such as 15s or 1h30m, from %" PRIu64 " s to %" PRIu64 " s",
                 setting->low / 1000, setting->high / 1000);
        return read_duration(text, &number) && number >= setting->low && number <= setting->high;
    case CAT_SETTING_CHOICE:
        spell_choices(setting->choices, expected, size);
        return is_choice(setting->choices, text);
    case CAT_SETTING_TEXT:
    case CAT_SETTING_LIST:
        break;
    }
    return true;
}

bool cat_setting_bool(const char *text)
{
    return truth(text) == 1;
}

uint64_t cat_setting_number(const char *text)
{
    uint64_t number = 0;

    read_number(text, &number);
    return number;
}

double cat_setting_real(const char *text)
{
    double number = 0;

    read_real(text, &number);
    return number;
}

bool cat_setting_lists(const char *list, const char *text)
{
    const size_t len = strlen(text);

    while (*list) {
        const size_t n = strcspn(list, "\n");

        if (n == len && strncasecmp(list, text, n) == 0)
            return true;
        list += n + (list[n] == '\n');
    }
    return false;
}

bool cat_setting_check_item(enum cat_setting_id id, const char *text, char *expected, size_t size)
{
    const struct cat_setting *setting = &cat_settings[id];

    if (setting->choices[0] == '\0')
        return true;
    spell_choices(setting->choices, expected, size);
    return is_choice(setting->choices, text);
}

uint64_t cat_setting_duration_ms(const char *text)
{
    uint64_t ms = 0;

    read_duration(text, &ms);
    return ms;
}

void cat_setting_variable(enum cat_setting_id id, char *out, size_t size)
{
    snprintf(out, size, "RULEC_%s", cat_settings[id].key);
    for (char *c = out; *c; c++)
        *c = *c == '.' ? '_' : (char)toupper((unsigned char)*c);
}
