/* The manifest, as data and as C. See manifest.h. */
#include "emit/manifest.h"

#include "base/sha256.h"
#include "emit/emit_c.h"

#include <string.h>

void rc_manifest_make(struct rc_manifest *manifest, const struct rc_sources *sources,
                      uint32_t nsites)
{
    manifest->files = rc_arena_array(sources->arena, sources->nfiles + 1, sizeof *manifest->files);
    manifest->nfiles = sources->nfiles;
    for (uint32_t i = 0; i < sources->nfiles; i++) {
        struct rc_manifest_file *file = &manifest->files[i];
        struct rc_sha256 sha;

        file->file = &sources->files[i];
        file->is_site = i < nsites;
        rc_sha256_init(&sha);
        rc_sha256_add(&sha, file->file->text, file->file->len);
        rc_sha256_hex(&sha, file->sha256);
    }
}

static const char *quoted(const struct rc_plan *plan, const char *text)
{
    return rc_emit_c_string(plan, text, strlen(text));
}

void rc_emit_c_manifest(const struct rc_plan *plan, struct rc_emit *emit)
{
    const struct rc_manifest *manifest = plan->manifest;

    if (!manifest)
        return;
    rc_emit_comment(emit, "What the agent was made from.");
    rc_emit_table_begin(emit);
    if (manifest->noptions > 0) {
        rc_emit_open(emit, "static const char *const manifest_options[] =");
        for (uint32_t i = 0; i < manifest->noptions; i++)
            rc_emit_line(emit, "%s,", quoted(plan, manifest->options[i]));
        rc_emit_close(emit, ";");
    }
    rc_emit_open(emit, "static const struct rt_manifest_file manifest_files[] =");
    for (uint32_t i = 0; i < manifest->nfiles; i++) {
        const struct rc_manifest_file *file = &manifest->files[i];

        rc_emit_line(emit, "{%s, \"%s\",", quoted(plan, file->file->name),
                     file->is_site ? "site" : "rules");
        rc_emit_line(emit, " \"%s\"},", file->sha256);
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
    rc_emit_open(emit, "static const struct rt_manifest manifest =");
    rc_emit_line(emit, ".rulec = \"%s\",", RULEC_VERSION);
    rc_emit_line(emit, ".compiler = RT_COMPILER,");
    rc_emit_line(emit, ".build_options = RULEC_BUILD_OPTIONS,");
    if (manifest->noptions > 0)
        rc_emit_line(emit, ".options = manifest_options,");
    rc_emit_line(emit, ".files = manifest_files,");
    if (manifest->noptions > 0)
        rc_emit_line(emit, ".noptions = %u,", manifest->noptions);
    rc_emit_line(emit, ".nfiles = %u,", manifest->nfiles);
    rc_emit_close(emit, ";");
    rc_emit_gap(emit);
}
