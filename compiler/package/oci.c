/* An OCI image layout of an agent: oci-layout, index.json, blobs/sha256/. See package.h. The image
 * has one layer with one file: a static agent needs nothing else. */
#include "base/sha256.h"
#include "emit/build.h"
#include "emit/emit.h"
#include "package/archive.h"
#include "package/package.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(__x86_64__)
#define ARCHITECTURE "amd64"
#else
#define ARCHITECTURE "arm64"
#endif
#define TYPE "application/vnd.oci.image."

static void hash(const void *data, size_t len, char out[65])
{
    struct rc_sha256 sha;

    rc_sha256_init(&sha);
    rc_sha256_add(&sha, data, len);
    rc_sha256_hex(&sha, out);
}

static int write_file(const char *path, const void *data, size_t len)
{
    const int error = rc_write_if_changed(path, data, len);

    if (error != 0)
        fprintf(stderr, "rulec: cannot write %s: %s\n", path, strerror(-error));
    return error == 0 ? 0 : -1;
}

/* A blob, and what refers to it; NULL with a message printed. */
static json_t *write_blob(const struct rc_package *package, const char *output, const char *type,
                          const void *data, size_t len)
{
    char name[65];

    hash(data, len, name);
    if (write_file(rc_arena_printf(package->arena, "%s/blobs/sha256/%s", output, name), data,
                   len) != 0)
        return NULL;
    return json_pack("{s:s, s:s, s:I}", "mediaType", type, "digest",
                     rc_arena_printf(package->arena, "sha256:%s", name), "size", (json_int_t)len);
}

static json_t *write_json_blob(const struct rc_package *package, const char *output,
                               const char *type, const json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS);
    json_t *reference = text ? write_blob(package, output, type, text, strlen(text)) : NULL;

    free(text);
    return reference;
}

static const char *creation_time(struct rc_arena *arena)
{
    const time_t seconds = (time_t)rc_archive_time();
    char text[32] = "";
    struct tm tm;

    if (gmtime_r(&seconds, &tm))
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    return rc_arena_strdup(arena, text);
}

/* What it runs, and what it needs to be allowed. */
static json_t *configuration(const struct rc_package *package, const char *layer_hash)
{
    return json_pack("{s:s, s:s, s:s, s:{s:[s], s:s, s:{s:s, s:s, s:s}}, s:{s:s, s:[s]}}",
                     "created", creation_time(package->arena), "architecture", ARCHITECTURE, "os",
                     "linux", "config", "Entrypoint",
                     rc_arena_printf(package->arena, "/%s", package->name), "WorkingDir", "/",
                     "Labels", "org.opencontainers.image.title", package->name,
                     "org.opencontainers.image.version", RULEC_VERSION, "rulec.capabilities",
                     "BPF,PERFMON,SYS_PTRACE,DAC_READ_SEARCH", "rootfs", "type", "layers",
                     "diff_ids", rc_arena_printf(package->arena, "sha256:%s", layer_hash));
}

static bool make_layer(const struct rc_package *package, struct rc_strbuf *gzip, char hash_out[65])
{
    struct rc_strbuf tar = {0};
    bool good;

    rc_tar_file(&tar, package->name, 0755, package->agent, package->agent_len);
    rc_tar_finish(&tar);
    hash(tar.data, tar.len, hash_out);
    good = rc_gzip(gzip, &tar);
    if (!good)
        fprintf(stderr, "rulec: no memory for the image\n");
    rc_strbuf_free(&tar);
    return good;
}

/* The index points to the manifest, which is taken over. */
static int write_index(const struct rc_package *package, const char *output, json_t *manifest)
{
    static const char layout[] = "{\"imageLayoutVersion\":\"1.0.0\"}";
    json_t *index;
    char *text;
    int result = -1;

    json_object_set_new(manifest, "annotations",
                        json_pack("{s:s}", "org.opencontainers.image.ref.name", "latest"));
    index = json_pack("{s:i, s:s, s:[o]}", "schemaVersion", 2, "mediaType", TYPE "index.v1+json",
                      "manifests", manifest);
    text = json_dumps(index, JSON_COMPACT | JSON_SORT_KEYS);
    if (text && write_file(rc_arena_printf(package->arena, "%s/index.json", output), text,
                           strlen(text)) == 0)
        result = write_file(rc_arena_printf(package->arena, "%s/oci-layout", output), layout,
                            sizeof layout - 1);
    free(text);
    json_decref(index);
    return result;
}

static int write_image(const struct rc_package *package, const char *output)
{
    struct rc_strbuf layer = {0};
    json_t *config = NULL, *layer_reference = NULL, *config_reference = NULL, *manifest = NULL,
           *reference = NULL;
    char layer_hash[65];

    if (make_layer(package, &layer, layer_hash)) {
        config = configuration(package, layer_hash);
        layer_reference =
            write_blob(package, output, TYPE "layer.v1.tar+gzip", layer.data, layer.len);
        config_reference = layer_reference
                               ? write_json_blob(package, output, TYPE "config.v1+json", config)
                               : NULL;
    }
    if (config_reference) {
        manifest = json_pack("{s:i, s:s, s:O, s:[O]}", "schemaVersion", 2, "mediaType",
                             TYPE "manifest.v1+json", "config", config_reference, "layers",
                             layer_reference);
        reference = write_json_blob(package, output, TYPE "manifest.v1+json", manifest);
    }
    json_decref(config);
    json_decref(layer_reference);
    json_decref(config_reference);
    json_decref(manifest);
    rc_strbuf_free(&layer);
    return reference ? write_index(package, output, reference) : -1;
}

int rc_package_oci(const struct rc_package *package, const char *output)
{
    const int error = rc_make_dirs(rc_arena_printf(package->arena, "%s/blobs/sha256", output));

    if (!package->is_static) {
        fprintf(stderr, "rulec: no image of an agent with HTTP, Kafka or a web server: it needs "
                        "libraries of a system\n");
        return -1;
    }
    if (error != 0) {
        fprintf(stderr, "rulec: cannot make %s: %s\n", output, strerror(-error));
        return -1;
    }
    return write_image(package, output);
}
