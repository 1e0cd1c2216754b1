/* Names of packages, and what agents need beside themselves. See package.h. */
#include "package/package.h"

#include "catalog/setting.h"

#include <elf.h>
#include <string.h>

const char *rc_package_name(struct rc_arena *arena, const char *output)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789+-.";
    const char *slash = strrchr(output, '/'), *base = slash ? slash + 1 : output;
    size_t len = strlen(base);

    if (len > 4 && strcmp(base + len - 4, ".deb") == 0)
        len -= 4;
    if (len < 2 || len > 60 || strspn(base, allowed) < len || !strchr(allowed, base[0]) ||
        strchr("+-.", base[0]))
        return NULL;
    return rc_arena_strndup(arena, base, len);
}

/* A program without an interpreter in its headers is static. */
static bool has_interpreter(const struct rc_package *package)
{
    Elf64_Ehdr head;
    Elf64_Phdr segment;

    if (package->agent_len < sizeof head)
        return false;
    memcpy(&head, package->agent, sizeof head);
    for (unsigned i = 0; i < head.e_phnum; i++) {
        const size_t at = head.e_phoff + i * sizeof segment;

        if (at + sizeof segment > package->agent_len)
            return false;
        memcpy(&segment, (const char *)package->agent + at, sizeof segment);
        if (segment.p_type == PT_INTERP)
            return true;
    }
    return false;
}

static bool asks_for(const struct rc_package *package, enum cat_setting_id enabled)
{
    const char *value = package->site->values[enabled];

    return value && cat_setting_bool(value);
}

void rc_package_libraries(struct rc_package *package)
{
    package->is_static = !has_interpreter(package);
    package->depends = "";
    if (!package->is_static)
        package->depends = rc_arena_printf(
            package->arena, "libbpf1, libc6%s, libelf1, libjansson4%s%s, libseccomp2%s, zlib1g",
            asks_for(package, CAT_SETTING_HTTP_ENABLED) ? ", libcurl4" : "",
            asks_for(package, CAT_SETTING_WEB_ENABLED) ? ", libmicrohttpd12" : "",
            asks_for(package, CAT_SETTING_KAFKA_ENABLED) ? ", librdkafka1" : "",
            asks_for(package, CAT_SETTING_WEB_ENABLED) ? ", libsqlite3-0" : "");
}
