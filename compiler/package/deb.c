/* A Debian package of an agent. See package.h; the format is that of deb(5). */
#include "emit/emit.h"
#include "package/archive.h"
#include "package/package.h"

#include <stdio.h>
#include <string.h>

#if defined(__x86_64__)
#define ARCHITECTURE "amd64"
#else
#define ARCHITECTURE "arm64"
#endif

static const char after_installation[] = "#!/bin/sh\n"
                                         "set -e\n"
                                         "if [ -d /run/systemd/system ]; then\n"
                                         "    systemctl daemon-reload\n"
                                         "    systemctl enable %1$s.service\n"
                                         "    systemctl restart %1$s.service\n"
                                         "fi\n";
static const char before_removal[] = "#!/bin/sh\n"
                                     "set -e\n"
                                     "if [ \"$1\" = remove ] && [ -d /run/systemd/system ]; then\n"
                                     "    systemctl disable --now %1$s.service\n"
                                     "fi\n";

static void put_control(const struct rc_package *package, size_t bytes, struct rc_strbuf *out)
{
    rc_strbuf_printf(out,
                     "Package: %s\n"
                     "Version: " RULEC_VERSION "+rules%.12s\n"
                     "Architecture: " ARCHITECTURE "\n"
                     "Maintainer: rulec <root@localhost>\n"
                     "Installed-Size: %zu\n",
                     package->name, package->rules_hash, (bytes + 1023) / 1024);
    if (*package->depends)
        rc_strbuf_printf(out, "Depends: %s\n", package->depends);
    rc_strbuf_printf(out,
                     "Section: admin\n"
                     "Priority: optional\n"
                     "Description: detection of what rules describe\n"
                     " An agent that watches the kernel of this machine for what its rules\n"
                     " describe. The rules are compiled into it; their SHA-256 is\n"
                     " %s.\n",
                     package->rules_hash);
}

static void put_script(struct rc_strbuf *tar, const char *name, const char *format,
                       const char *agent)
{
    struct rc_strbuf text = {0};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    rc_strbuf_printf(&text, format, agent);
#pragma GCC diagnostic pop
    rc_tar_file(tar, name, 0755, text.data, text.len);
    rc_strbuf_free(&text);
}

static bool make_control(const struct rc_package *package, struct rc_strbuf *out)
{
    struct rc_strbuf control = {0}, tar = {0};
    bool good;

    put_control(package, package->agent_len, &control);
    rc_tar_directory(&tar, "./");
    rc_tar_file(&tar, "./control", 0644, control.data, control.len);
    put_script(&tar, "./postinst", after_installation, package->name);
    put_script(&tar, "./prerm", before_removal, package->name);
    rc_tar_finish(&tar);
    good = rc_gzip(out, &tar);
    rc_strbuf_free(&control);
    rc_strbuf_free(&tar);
    return good;
}

static bool make_data(const struct rc_package *package, struct rc_strbuf *out)
{
    static const char *const directories[] = {"./",
                                              "./usr/",
                                              "./usr/bin/",
                                              "./usr/lib/",
                                              "./usr/lib/systemd/",
                                              "./usr/lib/systemd/system/"};
    struct rc_strbuf unit = {0}, tar = {0};
    bool good;

    for (size_t i = 0; i < 3; i++)
        rc_tar_directory(&tar, directories[i]);
    rc_tar_file(&tar, rc_arena_printf(package->arena, "./usr/bin/%s", package->name), 0755,
                package->agent, package->agent_len);
    for (size_t i = 3; i < sizeof directories / sizeof directories[0]; i++)
        rc_tar_directory(&tar, directories[i]);
    rc_package_unit(package, &unit);
    rc_tar_file(
        &tar, rc_arena_printf(package->arena, "./usr/lib/systemd/system/%s.service", package->name),
        0644, unit.data, unit.len);
    rc_tar_finish(&tar);
    good = rc_gzip(out, &tar);
    rc_strbuf_free(&unit);
    rc_strbuf_free(&tar);
    return good;
}

int rc_package_deb(const struct rc_package *package, const char *output)
{
    struct rc_strbuf version = {0}, control = {0}, data = {0}, deb = {0};
    const bool made = make_control(package, &control) && make_data(package, &data);
    int error = made ? 0 : -1;

    rc_strbuf_adds(&version, "2.0\n");
    rc_ar_begin(&deb);
    rc_ar_file(&deb, "debian-binary", &version);
    rc_ar_file(&deb, "control.tar.gz", &control);
    rc_ar_file(&deb, "data.tar.gz", &data);
    if (!made)
        fprintf(stderr, "rulec: no memory for the package\n");
    else
        error = rc_write_if_changed(output, deb.data, deb.len);
    if (made && error != 0)
        fprintf(stderr, "rulec: cannot write %s: %s\n", output, strerror(-error));
    rc_strbuf_free(&version);
    rc_strbuf_free(&control);
    rc_strbuf_free(&data);
    rc_strbuf_free(&deb);
    return error == 0 ? 0 : -1;
}
