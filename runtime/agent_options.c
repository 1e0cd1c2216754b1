/* The command line of an agent. See agent_options.h. */
#include "agent_options.h"

#include "harden/syscalls.h"
#include "manifest.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define EXIT_USAGE 2

static const char help[] =
    "usage: %s [--capture FILE] [OPTION...]\n"
    "\n"
    "Detects what its rules describe, in the running kernel or in a capture, and prints a line "
    "for\n"
    "each alert to standard output. Reports losses to standard error.\n"
    "\n"
    "  --capture FILE           read a .scap capture, plain or gzip, instead of the kernel; - is\n"
    "                           standard input\n"
    "  --record FILE            write what is seen as a capture too, gzip if the name ends in .gz\n"
    "  --container-wait MS      how long conditions and alerts wait for the metadata of a "
    "container\n"
    "                           that has just appeared, at most, in milliseconds; default 500, 0: "
    "not\n"
    "                           at all\n"
    "  --container-root DIR     where the host's files are, for that metadata; default /\n"
    "  --rule-matching first|all\n"
    "                           the first rule that holds on an event, in load order, or every "
    "one;\n"
    "                           default first\n"
    "  --priority PRIORITY      only rules of this priority or a more urgent one: emergency, "
    "alert,\n"
    "                           critical, error, warning, notice, informational, debug (default)\n"
    "  --time-iso8601           begin lines with date and time in ISO 8601, in place of the time\n"
    "\n"
    "  --json                   alerts as JSON, an object a line. With it:\n"
    "  --json-message           the property message too: the output without time and priority\n"
    "  --json-no-output         without the property output\n"
    "  --json-no-tags           without the property tags\n"
    "  --json-no-output-fields  without the property output_fields\n"
    "  --output-field FIELD     this field in output_fields too: one that some rule reads, or a\n"
    "                           generic one such as evt.num; may be repeated\n"
    "\n"
    "  --buffer-base64          byte buffers (evt.buffer, evt.arg.data) in base64; without it "
    "dots\n"
    "                           stand for what cannot be printed\n"
    "  --filter on|off|shadow   whether the kernel gives up events that no rule can hold on; in\n"
    "                           shadow they are sent, and rules that hold on them are counted;\n"
    "                           default on, or off with --record\n"
    "  --check-kept             work out afresh, on each event, what is kept of processes and "
    "files,\n"
    "                           and compare; exit status 1 if anything kept was not true any more\n"
    "  --control SOCKET         let a successor take over at this unix socket: the setting\n"
    "                           control_socket\n"
    "  --replace SOCKET         take over from the agent at this socket: it is asked to stop when "
    "this\n"
    "                           one is ready; alerts of what both saw are marked rulec.overlap. "
    "This\n"
    "                           one then listens there itself, unless --control names another "
    "place\n"
    "  -o KEY=VALUE             a setting, as a site file has it: -o json_output=true\n"
    "  --config                 print all settings, and where each comes from\n"
    "  --seccomp-list           print the system calls that the agent keeps to with these "
    "settings\n"
    "  --stats                  print counters to standard error at the end\n"
    "  --version                print versions, and the hash of the rules\n"
    "  --manifest               print as JSON what the agent was made from: rule files, "
    "compilers,\n"
    "                           their options, outputs, sources of events\n"
    "  --help                   print this\n"
    "\n"
    "SIGINT and SIGTERM stop it when all alerts are delivered; a second one stops it at once. On\n"
    "SIGHUP output files are opened anew, on SIGUSR1 it tells what became of alerts. A setting\n"
    "SECTION.NAME is RULEC_SECTION_NAME in the environment. The host name in alerts is\n"
    "FALCO_HOSTNAME, if that is set.\n"
    "\n"
    "exit status: 0 the end, all alerts delivered; 1 a failure; 2 wrong usage\n";

enum {
    OPTION_CAPTURE = 256,
    OPTION_RECORD,
    OPTION_CONTAINER_WAIT,
    OPTION_CONTAINER_ROOT,
    OPTION_RULE_MATCHING,
    OPTION_PRIORITY,
    OPTION_TIME_ISO8601,
    OPTION_JSON,
    OPTION_JSON_MESSAGE,
    OPTION_JSON_NO_OUTPUT,
    OPTION_JSON_NO_TAGS,
    OPTION_JSON_NO_OUTPUT_FIELDS,
    OPTION_OUTPUT_FIELD,
    OPTION_BUFFER_BASE64,
    OPTION_FILTER,
    OPTION_CHECK_KEPT,
    OPTION_CONTROL,
    OPTION_REPLACE,
    OPTION_CONFIG,
    OPTION_SECCOMP_LIST,
    OPTION_STATS,
    OPTION_VERSION,
    OPTION_MANIFEST,
    OPTION_HELP
};

static const struct option long_options[] = {
    {"capture", required_argument, NULL, OPTION_CAPTURE},
    {"record", required_argument, NULL, OPTION_RECORD},
    {"container-wait", required_argument, NULL, OPTION_CONTAINER_WAIT},
    {"container-root", required_argument, NULL, OPTION_CONTAINER_ROOT},
    {"rule-matching", required_argument, NULL, OPTION_RULE_MATCHING},
    {"priority", required_argument, NULL, OPTION_PRIORITY},
    {"time-iso8601", no_argument, NULL, OPTION_TIME_ISO8601},
    {"json", no_argument, NULL, OPTION_JSON},
    {"json-message", no_argument, NULL, OPTION_JSON_MESSAGE},
    {"json-no-output", no_argument, NULL, OPTION_JSON_NO_OUTPUT},
    {"json-no-tags", no_argument, NULL, OPTION_JSON_NO_TAGS},
    {"json-no-output-fields", no_argument, NULL, OPTION_JSON_NO_OUTPUT_FIELDS},
    {"output-field", required_argument, NULL, OPTION_OUTPUT_FIELD},
    {"buffer-base64", no_argument, NULL, OPTION_BUFFER_BASE64},
    {"filter", required_argument, NULL, OPTION_FILTER},
    {"check-kept", no_argument, NULL, OPTION_CHECK_KEPT},
    {"control", required_argument, NULL, OPTION_CONTROL},
    {"replace", required_argument, NULL, OPTION_REPLACE},
    {"config", no_argument, NULL, OPTION_CONFIG},
    {"seccomp-list", no_argument, NULL, OPTION_SECCOMP_LIST},
    {"stats", no_argument, NULL, OPTION_STATS},
    {"version", no_argument, NULL, OPTION_VERSION},
    {"manifest", no_argument, NULL, OPTION_MANIFEST},
    {"help", no_argument, NULL, OPTION_HELP},
    {0},
};

static int usage(const char *self, const char *message, const char *what)
{
    fprintf(stderr, "%s: %s%s\ntry `%s --help`\n", self, message, what, self);
    return EXIT_USAGE;
}

/* The number of a priority by its name in any case, "info" included; -1: there is none. */
static int priority_number(const char *name)
{
    for (int i = 0; i < RT_PRIORITY__COUNT; i++) {
        if (strcasecmp(name, rt_priority_names[i]) == 0)
            return i;
    }
    return strcasecmp(name, "info") == 0 ? priority_number("informational") : -1;
}

static void find_hostname(struct rt_agent_options *options)
{
    const char *given = getenv("FALCO_HOSTNAME");

    if (given && *given) {
        snprintf(options->hostname, sizeof options->hostname, "%s", given);
        return;
    }
    if (gethostname(options->hostname, sizeof options->hostname) != 0)
        options->hostname[0] = '\0';
    options->hostname[sizeof options->hostname - 1] = '\0';
}

static bool parse_wait(const char *value, uint32_t *ms)
{
    char *end;
    const unsigned long number = strtoul(value, &end, 10);

    *ms = (uint32_t)number;
    return *value >= '0' && *value <= '9' && *end == '\0' && number <= 60000;
}

/* One option; -1, or an exit status. */
static int take(struct rt_agent_options *options, int option, const char *value, char **argv,
                const struct rt_program *program)
{
    struct rt_options *engine = &options->engine;
    struct rt_settings *settings = &options->settings;

    switch (option) {
    case OPTION_CAPTURE:
        options->capture = value;
        return -1;
    case OPTION_RECORD:
        options->record = value;
        return -1;
    case OPTION_CONTAINER_WAIT:
        if (!parse_wait(value, &engine->container_wait_ms))
            return usage(argv[0], "--container-wait is 0 to 60000 milliseconds, not ", value);
        return -1;
    case OPTION_CONTAINER_ROOT:
        engine->container_root = value;
        return -1;
    case 'o':
        return rt_settings_override(settings, value, argv[0]) ? -1 : EXIT_USAGE;
    case OPTION_RULE_MATCHING:
        if (strcmp(value, "all") != 0 && strcmp(value, "first") != 0)
            return usage(argv[0], "--rule-matching is first or all, not ", value);
        rt_settings_set(settings, CAT_SETTING_RULE_MATCHING, value);
        return -1;
    case OPTION_PRIORITY:
        if (priority_number(value) < 0)
            return usage(argv[0], "there is no such priority: ", value);
        rt_settings_set(settings, CAT_SETTING_PRIORITY, value);
        return -1;
    case OPTION_TIME_ISO8601:
        rt_settings_set(settings, CAT_SETTING_TIME_ISO8601, "true");
        return -1;
    case OPTION_JSON:
        rt_settings_set(settings, CAT_SETTING_JSON_OUTPUT, "true");
        return -1;
    case OPTION_JSON_MESSAGE:
        rt_settings_set(settings, CAT_SETTING_JSON_MESSAGE_PROPERTY, "true");
        options->json_given = true;
        return -1;
    case OPTION_JSON_NO_OUTPUT:
        rt_settings_set(settings, CAT_SETTING_JSON_OUTPUT_PROPERTY, "false");
        options->json_given = true;
        return -1;
    case OPTION_JSON_NO_TAGS:
        rt_settings_set(settings, CAT_SETTING_JSON_TAGS_PROPERTY, "false");
        options->json_given = true;
        return -1;
    case OPTION_JSON_NO_OUTPUT_FIELDS:
        rt_settings_set(settings, CAT_SETTING_JSON_FIELDS_PROPERTY, "false");
        options->json_given = true;
        return -1;
    case OPTION_OUTPUT_FIELD:
        if (engine->nextra_fields == RT_AGENT_MAX_FIELDS)
            return usage(argv[0], "too many fields: ", value);
        options->extra_fields[engine->nextra_fields++] = value;
        options->json_given = true;
        return -1;
    case OPTION_BUFFER_BASE64:
        rt_settings_set(settings, CAT_SETTING_BUFFER_BASE64, "true");
        return -1;
    case OPTION_FILTER:
        if (strcmp(value, "on") == 0)
            options->filtering = RT_FILTERING_ON;
        else if (strcmp(value, "off") == 0)
            options->filtering = RT_FILTERING_OFF;
        else if (strcmp(value, "shadow") == 0)
            options->filtering = RT_FILTERING_SHADOW;
        else
            return usage(argv[0], "--filter is on, off or shadow, not ", value);
        options->filter_given = true;
        return -1;
    case OPTION_CHECK_KEPT:
        engine->check_kept = true;
        return -1;
    case OPTION_CONTROL:
        rt_settings_set(settings, CAT_SETTING_CONTROL_SOCKET, value);
        return -1;
    case OPTION_REPLACE:
        options->replace = value;
        return -1;
    case OPTION_CONFIG:
        options->config = true;
        return -1;
    case OPTION_SECCOMP_LIST:
        options->seccomp_list = true;
        return -1;
    case OPTION_STATS:
        options->stats = true;
        return -1;
    case OPTION_VERSION:
        printf("rulec %s agent, %u rules, SHA-256 of the rules %s\n", RULEC_VERSION,
               program->nrules, program->rules_hash);
        return fflush(stdout) == 0 ? 0 : 1;
    case OPTION_MANIFEST:
        return rt_manifest_print(stdout, program) == 0 && fflush(stdout) == 0 ? 0 : 1;
    case OPTION_HELP:
        printf(help, argv[0]);
        return fflush(stdout) == 0 ? 0 : 1;
    default: /* getopt_long has said what is wrong */
        fprintf(stderr, "try `%s --help`\n", argv[0]);
        return EXIT_USAGE;
    }
}

/* What the engine goes by. */
static void take_settings(struct rt_options *engine, const struct rt_settings *settings)
{
    engine->min_priority =
        (uint8_t)priority_number(rt_settings_text(settings, CAT_SETTING_PRIORITY));
    engine->match_all =
        strcasecmp(rt_settings_text(settings, CAT_SETTING_RULE_MATCHING), "all") == 0;
    engine->json = rt_settings_bool(settings, CAT_SETTING_JSON_OUTPUT);
    engine->json_output = rt_settings_bool(settings, CAT_SETTING_JSON_OUTPUT_PROPERTY);
    engine->json_message = rt_settings_bool(settings, CAT_SETTING_JSON_MESSAGE_PROPERTY);
    engine->json_tags = rt_settings_bool(settings, CAT_SETTING_JSON_TAGS_PROPERTY);
    engine->json_output_fields = rt_settings_bool(settings, CAT_SETTING_JSON_FIELDS_PROPERTY);
    engine->time_iso8601 = rt_settings_bool(settings, CAT_SETTING_TIME_ISO8601);
    engine->throttle_alerts = (uint32_t)rt_settings_number(settings, CAT_SETTING_THROTTLE_ALERTS);
    engine->throttle_seconds = (uint32_t)rt_settings_number(settings, CAT_SETTING_THROTTLE_SECONDS);
    engine->alike_seconds = (uint32_t)rt_settings_number(settings, CAT_SETTING_ALIKE_SECONDS);
    engine->limit_threads = (uint32_t)rt_settings_number(settings, CAT_SETTING_STATE_THREADS);
    engine->limits = settings->site->limits;
    engine->nlimits = settings->site->nlimits;
    engine->buffer_base64 = rt_settings_bool(settings, CAT_SETTING_BUFFER_BASE64);
}

int rt_agent_options_parse(struct rt_agent_options *options, int argc, char **argv,
                           const struct rt_program *program)
{
    struct rt_options *engine = &options->engine;
    int option, status;

    *options = (struct rt_agent_options){.self = argv[0],
                                         .engine = {.container_wait_ms = RT_CONTAINER_WAIT_MS}};
    if (!rt_settings_open(&options->settings, program->site, argv[0]))
        return EXIT_USAGE;
    optind = 1;
    while ((option = getopt_long(argc, argv, "o:", long_options, NULL)) != -1) {
        status = take(options, option, optarg, argv, program);
        if (status >= 0)
            return status;
    }
    if (optind < argc)
        return usage(argv[0], "unknown argument ", argv[optind]);
    if (options->replace && options->capture)
        return usage(argv[0], "who reads a capture takes over from nobody: --replace ",
                     options->replace);
    if (options->replace && !*rt_settings_text(&options->settings, CAT_SETTING_CONTROL_SOCKET))
        rt_settings_set(&options->settings, CAT_SETTING_CONTROL_SOCKET, options->replace);
    if (options->config) {
        rt_settings_print(stdout, &options->settings);
        return fflush(stdout) == 0 ? 0 : 1;
    }
    if (options->seccomp_list) {
        rt_seccomp_print(stdout, rt_seccomp_parts(&options->settings, options->record != NULL));
        return fflush(stdout) == 0 ? 0 : 1;
    }
    take_settings(engine, &options->settings);
    options->log_level =
        priority_number(rt_settings_text(&options->settings, CAT_SETTING_LOG_LEVEL));
    if (!engine->json && options->json_given)
        return usage(argv[0], "this needs --json: --json-..., --output-field", "");
    engine->watch_containers = options->record != NULL;
    if (!options->capture)
        engine->accounts_root = engine->container_root ? engine->container_root : "";
    if (!options->filter_given)
        options->filtering = options->record ? RT_FILTERING_OFF : RT_FILTERING_ON;
    if (options->capture && options->filter_given && options->filtering == RT_FILTERING_ON)
        return usage(argv[0], "a capture can be filtered in shadow only: --filter ", "shadow");
    find_hostname(options);
    engine->hostname = options->hostname;
    engine->extra_fields = options->extra_fields;
    return -1;
}
