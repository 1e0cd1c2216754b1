/* The manifest of an agent. See manifest.h. */
#include "manifest.h"

#include "alert/alert.h"
#include "settings.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* An escape is six bytes at most. */
#define LONGEST_ESCAPE 6

struct writer {
    FILE *out;
    int error;
};

static void put_string(struct writer *writer, const char *text)
{
    const uint32_t len = (uint32_t)strlen(text);
    struct rt_line line = {.data = malloc((size_t)len * LONGEST_ESCAPE + 1),
                           .size = len * LONGEST_ESCAPE};

    if (!line.data) {
        writer->error = -ENOMEM;
        return;
    }
    rt_line_json(&line, text, len);
    fprintf(writer->out, "\"%.*s\"", (int)line.len, line.data);
    free(line.data);
}

static void put_member(struct writer *writer, const char *name, const char *value)
{
    fprintf(writer->out, "  \"%s\": ", name);
    put_string(writer, value);
    fputs(",\n", writer->out);
}

/* An element of an array. */
static void put_element(struct writer *writer, uint32_t index, const char *value)
{
    fputs(index > 0 ? ", " : "", writer->out);
    put_string(writer, value);
}

static void put_files(struct writer *writer, const struct rt_manifest *manifest)
{
    fputs("  \"sources\": [", writer->out);
    for (uint32_t i = 0; i < manifest->nfiles; i++) {
        const struct rt_manifest_file *file = &manifest->files[i];

        fprintf(writer->out, "%s\n    {\"name\": ", i > 0 ? "," : "");
        put_string(writer, file->name);
        fprintf(writer->out, ", \"kind\": \"%s\", \"sha256\": \"%s\"}", file->kind, file->sha256);
    }
    fputs("\n  ],\n", writer->out);
}

/* As built: what options and the environment switch over shows in --config. */
static void put_outputs(struct writer *writer, const struct rt_site *site)
{
    static const struct {
        enum cat_setting_id enabled;
        const char *name;
    } outputs[] = {
        {CAT_SETTING_STDOUT_ENABLED, "stdout"}, {CAT_SETTING_FILE_ENABLED, "file"},
        {CAT_SETTING_SYSLOG_ENABLED, "syslog"}, {CAT_SETTING_PROGRAM_ENABLED, "program"},
        {CAT_SETTING_HTTP_ENABLED, "http"},     {CAT_SETTING_KAFKA_ENABLED, "kafka"},
    };
    uint32_t n = 0;

    fputs("  \"outputs\": [", writer->out);
    for (size_t i = 0; i < sizeof outputs / sizeof outputs[0]; i++) {
        const enum cat_setting_id id = outputs[i].enabled;
        const char *value = site ? site->values[id] : NULL;

        if (cat_setting_bool(value ? value : cat_settings[id].otherwise))
            put_element(writer, n++, outputs[i].name);
    }
    fputs("],\n", writer->out);
}

static void put_event_sources(struct writer *writer, const struct rt_program *program)
{
    uint32_t n = 0;

    fputs("  \"event_sources\": [", writer->out);
    for (uint32_t i = 0; i < program->nrules; i++) {
        bool again = false;

        for (uint32_t k = 0; k < i && !again; k++)
            again = strcmp(program->rules[k].source, program->rules[i].source) == 0;
        if (!again)
            put_element(writer, n++, program->rules[i].source);
    }
    fputs("]\n", writer->out);
}

int rt_manifest_print(FILE *out, const struct rt_program *program)
{
    static const struct rt_manifest unknown = {
        .rulec = RULEC_VERSION, .compiler = "", .build_options = ""};
    const struct rt_manifest *manifest = program->manifest ? program->manifest : &unknown;
    struct writer writer = {.out = out};

    fputs("{\n", out);
    put_member(&writer, "rulec", manifest->rulec);
    put_member(&writer, "compiler", manifest->compiler);
    put_member(&writer, "build_options", manifest->build_options);
    fputs("  \"options\": [", out);
    for (uint32_t i = 0; i < manifest->noptions; i++)
        put_element(&writer, i, manifest->options[i]);
    fputs("],\n", out);
    fprintf(out, "  \"rules\": %" PRIu32 ",\n", program->nrules);
    put_member(&writer, "rules_sha256", program->rules_hash);
    put_files(&writer, manifest);
    put_outputs(&writer, program->site);
    put_event_sources(&writer, program);
    fputs("}\n", out);
    return writer.error;
}
