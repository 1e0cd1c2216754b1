/* Settings of a running agent. See settings.h. */
#include "settings.h"

#include <string.h>

#include <unistd.h>

static const struct rt_site no_site;

static bool set(struct rt_settings *settings, enum cat_setting_id id, const char *value,
                enum rt_setting_origin origin, const char *name, const char *self)
{
    char expected[160];

    if (!(cat_settings[id].flags & CAT_SETTING_OVERRIDABLE)) {
        fprintf(stderr, "%s: %s is settled when the agent is built\n", self, name);
        return false;
    }
    if ((cat_settings[id].flags & CAT_SETTING_SECRET) && origin == RT_SETTING_OPTION) {
        char variable[96];

        cat_setting_variable(id, variable, sizeof variable);
        fprintf(stderr,
                "%s: %s is a secret, and a command line is none: use %s of the environment, or "
                "%s_file\n",
                self, name, variable, cat_settings[id].key);
        return false;
    }
    if (!cat_setting_check(id, value, expected, sizeof expected)) {
        fprintf(stderr, "%s: %s must be %s, not `%s`\n", self, name, expected, value);
        return false;
    }
    settings->values[id] = value;
    settings->origins[id] = origin;
    return true;
}

/* One variable of the environment, "RULEC_PRIORITY=warning". */
static bool take_variable(struct rt_settings *settings, const char *text, const char *self)
{
    const char *equal = strchr(text, '=');
    char variable[96];

    if (strncmp(text, "RULEC_", 6) != 0 || !equal)
        return true;
    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++) {
        cat_setting_variable((enum cat_setting_id)i, variable, sizeof variable);
        if (strlen(variable) == (size_t)(equal - text) &&
            memcmp(variable, text, (size_t)(equal - text)) == 0)
            return set(settings, (enum cat_setting_id)i, equal + 1, RT_SETTING_ENVIRONMENT,
                       variable, self);
    }
    fprintf(stderr, "%s: there is no setting for the variable %.*s\n", self, (int)(equal - text),
            text);
    return false;
}

bool rt_settings_open(struct rt_settings *settings, const struct rt_site *site, const char *self)
{
    bool good = true;

    *settings = (struct rt_settings){.site = site ? site : &no_site};
    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++) {
        const char *value = settings->site->values[i];

        settings->values[i] = value ? value : cat_settings[i].otherwise;
        settings->origins[i] = value ? RT_SETTING_SITE : RT_SETTING_DEFAULT;
    }
    for (char **variable = environ; variable && *variable; variable++)
        good = take_variable(settings, *variable, self) && good;
    return good;
}

bool rt_settings_override(struct rt_settings *settings, const char *text, const char *self)
{
    const char *equal = strchr(text, '=');
    const size_t len = equal ? (size_t)(equal - text) : 0;
    const enum cat_setting_id id = cat_setting_find(text, len);

    if (!equal) {
        fprintf(stderr, "%s: -o takes KEY=VALUE, not %s\n", self, text);
        return false;
    }
    if (id == CAT_SETTING__COUNT) {
        fprintf(stderr, "%s: there is no setting %.*s; --config tells them\n", self, (int)len,
                text);
        return false;
    }
    return set(settings, id, equal + 1, RT_SETTING_OPTION, cat_settings[id].key, self);
}

void rt_settings_set(struct rt_settings *settings, enum cat_setting_id id, const char *value)
{
    settings->values[id] = value;
    settings->origins[id] = RT_SETTING_OPTION;
}

void rt_settings_print(FILE *out, const struct rt_settings *settings)
{
    static const char *const origins[] = {"default", "site", "environment", "option"};

    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++) {
        const bool secret = cat_settings[i].flags & CAT_SETTING_SECRET;
        const char *value = settings->values[i];

        fprintf(out, "%s: ", cat_settings[i].key);
        if (secret && *value)
            fputs("(secret)", out);
        else if (*value == '\0')
            fputs("\"\"", out);
        for (const char *c = value; *c && !secret; c++)
            fputs(*c == '\n' ? " | " : (char[]){*c, '\0'}, out);
        fprintf(out, "  # %s%s\n", origins[settings->origins[i]],
                cat_settings[i].flags & CAT_SETTING_OVERRIDABLE ? "" : ", fixed");
    }
}
