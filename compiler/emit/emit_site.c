/* A site file as C data. See emit_c.h. */
#include "emit/emit_c.h"

#include <string.h>

static const char *const names[CAT_SETTING__COUNT] = {
#define X(id, key, type, otherwise, flags, low, high, choices, help) [CAT_SETTING_##id] = #id,
#include "catalog/settings.def"
#undef X
};

bool rc_site_asks_for(const struct rc_site *site, enum cat_setting_id enabled)
{
    return site->values[enabled] && cat_setting_bool(site->values[enabled]);
}

void rc_emit_c_site(const struct rc_plan *plan, struct rc_emit *emit)
{
    const struct rc_site *site = plan->site;
    uint32_t n = 0;

    if (!site)
        return;
    if (rc_site_asks_for(site, CAT_SETTING_WEB_ENABLED)) {
        rc_emit_line(emit, "extern const struct rt_web_ops rt_web_ops;");
        rc_emit_gap(emit);
    }
    rc_emit_comment(emit, "What the site file says; the other settings have their defaults.");
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static const struct rt_site site =");
    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++) {
        const char *value = site->values[i];

        if (!value)
            continue;
        if (n++ == 0)
            rc_emit_open(emit, ".values =");
        rc_emit_line(emit, "[CAT_SETTING_%s] = %s,", names[i],
                     rc_emit_c_string(plan, value, strlen(value)));
    }
    if (n > 0)
        rc_emit_close(emit, ",");
    if (rc_site_asks_for(site, CAT_SETTING_HTTP_ENABLED))
        rc_emit_line(emit, ".http = rt_sink_http,");
    if (rc_site_asks_for(site, CAT_SETTING_KAFKA_ENABLED))
        rc_emit_line(emit, ".kafka = rt_sink_kafka,");
    if (rc_site_asks_for(site, CAT_SETTING_WEB_ENABLED))
        rc_emit_line(emit, ".web = &rt_web_ops,");
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}
