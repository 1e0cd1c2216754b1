/* SPDX. See sbom.h; the members are those of the specification, spdx.github.io/spdx-spec/v2.3. */
#include "emit/sbom.h"

#include "base/json.h"
#include "base/sha1.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static void member(struct rc_json *json, const char *key, const char *value)
{
    rc_json_key(json, key);
    rc_json_cstring(json, value);
}

/* [{"algorithm": ..., "checksumValue": ...}]; sha1: NULL for none. */
static void checksums(struct rc_json *json, const char *sha1, const char *sha256)
{
    rc_json_key(json, "checksums");
    rc_json_begin(json, '[');
    if (sha1) {
        rc_json_begin(json, '{');
        member(json, "algorithm", "SHA1");
        member(json, "checksumValue", sha1);
        rc_json_end(json, '}');
    }
    rc_json_begin(json, '{');
    member(json, "algorithm", "SHA256");
    member(json, "checksumValue", sha256);
    rc_json_end(json, '}');
    rc_json_end(json, ']');
}

/* The identifier of the thing of that number: "SPDXRef-library-3". */
struct id {
    char text[48];
};

static struct id numbered(const char *kind, uint32_t number)
{
    struct id id;

    snprintf(id.text, sizeof id.text, "SPDXRef-%s-%u", kind, number);
    return id;
}

/* Leaves the object open. version: NULL if there is none. */
static void begin_package(struct rc_json *json, const char *id, const char *name,
                          const char *version, const char *purpose)
{
    rc_json_begin(json, '{');
    member(json, "SPDXID", id);
    member(json, "name", name);
    if (version)
        member(json, "versionInfo", version);
    member(json, "downloadLocation", "NOASSERTION");
    rc_json_key(json, "filesAnalyzed");
    rc_json_bool(json, false);
    member(json, "licenseConcluded", "NOASSERTION");
    member(json, "licenseDeclared", "NOASSERTION");
    member(json, "copyrightText", "NOASSERTION");
    member(json, "primaryPackagePurpose", purpose);
}

/* A package URL: of what stands in versions of Debian, + and : are escaped. */
static void put_purl(struct rc_json *json, const struct rc_linked *library)
{
    struct rc_strbuf url = {0};

    rc_strbuf_printf(&url, "pkg:deb/debian/%s@", library->name);
    for (const char *c = library->version; *c; c++) {
        if (strchr("+:", *c))
            rc_strbuf_printf(&url, "%%%02X", (unsigned char)*c);
        else
            rc_strbuf_addc(&url, *c);
    }
    rc_strbuf_printf(&url, "?arch=%s", library->architecture);
    rc_json_key(json, "externalRefs");
    rc_json_begin(json, '[');
    rc_json_begin(json, '{');
    member(json, "referenceCategory", "PACKAGE-MANAGER");
    member(json, "referenceType", "purl");
    member(json, "referenceLocator", url.data);
    rc_json_end(json, '}');
    rc_json_end(json, ']');
    rc_strbuf_free(&url);
}

static void put_packages(const struct rc_sbom *sbom, struct rc_json *json)
{
    rc_json_key(json, "packages");
    rc_json_begin(json, '[');
    begin_package(json, "SPDXRef-agent", sbom->agent, NULL, "APPLICATION");
    checksums(json, NULL, sbom->agent_sha256);
    rc_json_end(json, '}');
    begin_package(json, "SPDXRef-rulec", "rulec", RULEC_VERSION, "APPLICATION");
    rc_json_end(json, '}');
    begin_package(json, "SPDXRef-runtime", "librulec", RULEC_VERSION, "LIBRARY");
    checksums(json, NULL, sbom->runtime_sha256);
    rc_json_end(json, '}');
    for (uint32_t i = 0; i < sbom->linked->n; i++) {
        const struct rc_linked *library = &sbom->linked->items[i];

        begin_package(json, numbered("library", i + 1).text, library->name, library->version,
                      "LIBRARY");
        if (library->version) {
            rc_json_key(json, "sourceInfo");
            rc_json_cstring(json, library->source);
            put_purl(json, library);
        }
        rc_json_end(json, '}');
    }
    rc_json_end(json, ']');
}

/* Names of files are relative in SPDX, and begin with ./ */
static void put_files(const struct rc_sbom *sbom, struct rc_json *json)
{
    const struct rc_manifest *manifest = sbom->manifest;

    rc_json_key(json, "files");
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < manifest->nfiles; i++) {
        const struct rc_manifest_file *file = &manifest->files[i];
        const char *name = file->file->name;
        struct rc_strbuf path = {0};
        char sha1[41];

        rc_strbuf_printf(&path, "%s%s",
                         strncmp(name, "./", 2) == 0 ? ""
                         : *name == '/'              ? "."
                                                     : "./",
                         name);
        rc_sha1_hex(file->file->text, file->file->len, sha1);
        rc_json_begin(json, '{');
        member(json, "SPDXID", numbered("file", i + 1).text);
        member(json, "fileName", path.data);
        rc_json_key(json, "fileTypes");
        rc_json_begin(json, '[');
        rc_json_cstring(json, "SOURCE");
        rc_json_end(json, ']');
        checksums(json, sha1, file->sha256);
        member(json, "licenseConcluded", "NOASSERTION");
        member(json, "copyrightText", "NOASSERTION");
        member(json, "comment", file->is_site ? "site file" : "rules");
        rc_json_end(json, '}');
        rc_strbuf_free(&path);
    }
    rc_json_end(json, ']');
}

static void relation(struct rc_json *json, const char *from, const char *type, const char *to)
{
    rc_json_begin(json, '{');
    member(json, "spdxElementId", from);
    member(json, "relationshipType", type);
    member(json, "relatedSpdxElement", to);
    rc_json_end(json, '}');
}

static void put_relations(const struct rc_sbom *sbom, struct rc_json *json)
{
    rc_json_key(json, "relationships");
    rc_json_begin(json, '[');
    relation(json, "SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-agent");
    relation(json, "SPDXRef-rulec", "BUILD_TOOL_OF", "SPDXRef-agent");
    relation(json, "SPDXRef-agent", "STATIC_LINK", "SPDXRef-runtime");
    for (uint32_t i = 0; i < sbom->linked->n; i++)
        relation(json, "SPDXRef-agent",
                 sbom->linked->items[i].is_shared ? "DYNAMIC_LINK" : "STATIC_LINK",
                 numbered("library", i + 1).text);
    for (uint32_t i = 0; i < sbom->manifest->nfiles; i++)
        relation(json, "SPDXRef-agent", "GENERATED_FROM", numbered("file", i + 1).text);
    rc_json_end(json, ']');
}

void rc_sbom_print(const struct rc_sbom *sbom, struct rc_strbuf *out)
{
    struct rc_json json = {.out = out};
    const time_t created = (time_t)sbom->created;
    struct rc_strbuf space = {0};
    char time_text[32] = "1970-01-01T00:00:00Z";
    struct tm tm;

    if (gmtime_r(&created, &tm))
        strftime(time_text, sizeof time_text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    rc_strbuf_printf(&space, "https://spdx.org/spdxdocs/rulec-agent-%s", sbom->agent_sha256);
    rc_json_begin(&json, '{');
    member(&json, "spdxVersion", "SPDX-2.3");
    member(&json, "dataLicense", "CC0-1.0");
    member(&json, "SPDXID", "SPDXRef-DOCUMENT");
    member(&json, "name", sbom->agent);
    member(&json, "documentNamespace", space.data);
    member(&json, "comment",
           "The files are those that the agent's rules come from, in load order.");
    rc_json_key(&json, "creationInfo");
    rc_json_begin(&json, '{');
    member(&json, "created", time_text);
    rc_json_key(&json, "creators");
    rc_json_begin(&json, '[');
    rc_json_cstring(&json, "Tool: rulec-" RULEC_VERSION);
    rc_json_end(&json, ']');
    rc_json_end(&json, '}');
    put_packages(sbom, &json);
    put_files(sbom, &json);
    put_relations(sbom, &json);
    rc_json_end(&json, '}');
    rc_strbuf_addc(out, '\n');
    rc_strbuf_free(&space);
}
