/* A program of three rules written by hand, for tests of what comes after a rule has fired: the
 * engine and the lines of alerts. Its values come from variables of the test. */
#ifndef RULEC_TESTS_TINY_PROGRAM_H
#define RULEC_TESTS_TINY_PROGRAM_H

#include "program.h"

#include <string.h>

/* What proc.name gives; NULL: nothing. */
static const char *tiny_name = "cat";
static uint32_t tiny_extracted; /* times it was asked for */

static void tiny_extract_name(struct rt_eval *eval, const struct rt_field_ref *ref,
                              struct rt_values *out)
{
    struct rt_value *value = (struct rt_value *)out->v;

    (void)eval;
    (void)ref;
    tiny_extracted++;
    if (!tiny_name)
        return;
    *value = (struct rt_value){.str = tiny_name, .len = (uint32_t)strlen(tiny_name)};
    out->n = 1;
}

static void tiny_extract_number(struct rt_eval *eval, const struct rt_field_ref *ref,
                                struct rt_values *out)
{
    struct rt_value *value = (struct rt_value *)out->v;

    (void)ref;
    *value = (struct rt_value){.i64 = -(int64_t)eval->event->number};
    out->n = 1;
}

static void tiny_extract_nothing(struct rt_eval *eval, const struct rt_field_ref *ref,
                                 struct rt_values *out)
{
    (void)eval;
    (void)ref;
    (void)out;
}

enum { TINY_NAME, TINY_NUMBER, TINY_NOTHING, TINY_UPPER };
enum { TINY_DEBUG, TINY_WARNING, TINY_CRITICAL };

static const uint16_t tiny_upper_inputs[] = {TINY_NAME};
static const struct rt_value_def tiny_values[] = {
    [TINY_NAME] = {.name = "proc.name",
                   .extract = tiny_extract_name,
                   .ref = {.field = FIELD_PROC_NAME, .key = ""},
                   .type = CAT_TYPE_CHARBUF},
    [TINY_NUMBER] = {.name = "fd.num",
                     .extract = tiny_extract_number,
                     .ref = {.field = FIELD_FD_NUM, .key = ""},
                     .type = CAT_TYPE_INT64,
                     .format = CAT_FORMAT_DEC},
    [TINY_NOTHING] = {.name = "proc.pname",
                      .extract = tiny_extract_nothing,
                      .ref = {.field = FIELD_PROC_PNAME, .key = ""},
                      .type = CAT_TYPE_CHARBUF},
    [TINY_UPPER] = {.name = "toupper(proc.name)",
                    .type = CAT_TYPE_CHARBUF,
                    .transformer = CAT_TRANSFORM_TOUPPER,
                    .inputs = tiny_upper_inputs,
                    .ninputs = 1},
};

static const struct rt_output_part tiny_debug_parts[] = {{.text = "seen", .len = 4}};
static const struct rt_output_part tiny_warning_parts[] = {
    {.text = "name=", .len = 5},    {.slot = TINY_NAME},
    {.text = " number=", .len = 8}, {.slot = TINY_NUMBER},
    {.text = " parent=", .len = 8}, {.slot = TINY_NOTHING},
    {.text = " narrow=", .len = 8}, {.slot = TINY_NOTHING, .width = 3},
    {.text = " name=", .len = 6},   {.slot = TINY_NAME},
};
static const struct rt_output_part tiny_critical_parts[] = {{.slot = TINY_UPPER}};
static const char *const tiny_tags[] = {"T1059", "a \"tag\""};

#define TINY_PARTS(array) .parts = (array), .nparts = sizeof(array) / sizeof((array)[0])

static const struct rt_rule_def tiny_rules[] = {
    [TINY_DEBUG] = {.name = "debug rule",
                    .source = "syscall",
                    .position = "tiny.yaml:1",
                    .priority = 7,
                    TINY_PARTS(tiny_debug_parts)},
    [TINY_WARNING] = {.name = "warning \"rule\"",
                      .source = "syscall",
                      .position = "tiny.yaml:7",
                      .priority = 4,
                      .tags = tiny_tags,
                      .ntags = 2,
                      TINY_PARTS(tiny_warning_parts)},
    [TINY_CRITICAL] = {.name = "critical rule",
                       .source = "syscall",
                       .position = "tiny.yaml:13",
                       .priority = 2,
                       TINY_PARTS(tiny_critical_parts)},
};

/* All three hold on close, the critical one on dup. */
static void tiny_on_close(struct rt_eval *eval)
{
    for (uint32_t rule = TINY_DEBUG; rule <= TINY_CRITICAL && !eval->stop; rule++)
        rt_fire(eval, rule);
}

static void tiny_on_dup(struct rt_eval *eval)
{
    rt_fire(eval, TINY_CRITICAL);
}

static void (*const tiny_handlers[EV__COUNT])(struct rt_eval *) = {
    [EV_CLOSE_X] = tiny_on_close,
    [EV_DUP_1_X] = tiny_on_dup,
};

static const struct rt_program tiny_program = {
    .abi = RT_PROGRAM_ABI,
    .rules_hash = "0",
    .values = tiny_values,
    .nvalues = sizeof tiny_values / sizeof tiny_values[0],
    .rules = tiny_rules,
    .nrules = sizeof tiny_rules / sizeof tiny_rules[0],
    .handlers = tiny_handlers,
};

#endif
