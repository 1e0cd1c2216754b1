/* The settings that an agent runs with: what its site file said when it was built, and what
 * overrides that now. The site is C data in the agent; no file is read.
 */
#ifndef RULEC_SETTINGS_H
#define RULEC_SETTINGS_H

#include "catalog/setting.h"
#include "output/sinks.h"

struct rt_web_ops;

#define RT_LIMIT_UNSET UINT32_MAX /* as for all rules */

/* How often a rule may alert: what differs from what all may. See alert/limit.h. */
struct rt_rule_limits {
    uint32_t rule;
    uint32_t alerts, seconds, alike_seconds;
    const struct rt_output_part *by; /* nby values by which alerts are alike; 0: by their text */
    uint16_t nby;
};

/* What a page for people tells of a rule: why it fires. */
struct rt_rule_note {
    const char *desc;
    const char *condition; /* as written */
    const uint16_t *slots; /* nslots values that the condition asks */
    uint16_t nslots;
};

/* What rulec build emits for a site file. An agent without one has zeros. */
struct rt_site {
    const char *values[CAT_SETTING__COUNT]; /* as the site says; NULL: it says nothing */
    rt_sink_http_fn *http;                  /* NULL: the agent was built without */
    rt_sink_kafka_fn *kafka;
    const struct rt_web_ops *web;
    const struct rt_rule_limits *limits; /* nlimits */
    uint32_t nlimits;
    const struct rt_rule_note *notes; /* of each rule, for the web server's page; NULL: none */
};

enum rt_setting_origin {
    RT_SETTING_DEFAULT,
    RT_SETTING_SITE,
    RT_SETTING_ENVIRONMENT,
    RT_SETTING_OPTION
};

struct rt_settings {
    const struct rt_site *site; /* never NULL */
    const char *values[CAT_SETTING__COUNT];
    enum rt_setting_origin origins[CAT_SETTING__COUNT];
};

/* The site's values, over them the environment's. site: NULL for none. False: a variable RULEC_...
 * is wrong; said on standard error. */
bool rt_settings_open(struct rt_settings *settings, const struct rt_site *site, const char *self);

/* KEY=VALUE over what there is; text is borrowed. False: wrong; said on standard error. */
bool rt_settings_override(struct rt_settings *settings, const char *text, const char *self);

/* Sets a value that is right. */
void rt_settings_set(struct rt_settings *settings, enum cat_setting_id id, const char *value);

static inline bool rt_settings_bool(const struct rt_settings *settings, enum cat_setting_id id)
{
    return cat_setting_bool(settings->values[id]);
}

static inline uint64_t rt_settings_number(const struct rt_settings *settings,
                                          enum cat_setting_id id)
{
    return cat_setting_number(settings->values[id]);
}

static inline const char *rt_settings_text(const struct rt_settings *settings,
                                           enum cat_setting_id id)
{
    return settings->values[id];
}

/* All settings with their values and where these come from; secrets are not shown. */
void rt_settings_print(FILE *out, const struct rt_settings *settings);

#endif
