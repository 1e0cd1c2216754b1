/* The table of commands. See command.h. */
#include "command/command.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define OPTIONS(array)  .options = (array), .noptions = COUNT(array)
#define EXAMPLES(array) .examples = (array), .nexamples = COUNT(array)

static const char of_rules[] = "0 success, 1 the rules have errors or the output could not be "
                               "written, 2 wrong usage, 70 a bug in rulec";

const struct rc_option rc_option_help = {
    .id = RC_OPT_HELP, .brief = 'h', .name = "help", .help = "Print this help."};

/* --- check --- */

static const char *const check_description[] = {
    "Checks rule files: YAML, rules, macros, lists, exceptions, conditions, outputs. The files are "
    "loaded in the order given, into one rule set, as Falco loads them; of a directory the files "
    "*.yaml and *.yml in the order of their names. - is standard input.",
    NULL,
};
static const struct rc_option check_options[] = {
    {.id = RC_OPT_FORMAT,
     .name = "format",
     .kind = RC_VALUE_CHOICE,
     .choices = "text|json|sarif|github|junit",
     .help =
         "How to say what was found. text: messages with excerpts, on standard error. The others "
         "go to standard output: json: one line, as Falco's -V prints it; sarif: SARIF 2.1.0; "
         "github: workflow commands, which annotate a change; junit: a test case per rule, macro "
         "and list."},
    {.id = RC_OPT_MAX_ERRORS,
     .name = "max-errors",
     .kind = RC_VALUE_NUMBER,
     .value = "N",
     .help = "Print at most N errors (default 20; 0: all); text only."},
    {.id = RC_OPT_WERROR,
     .name = "werror",
     .help = "Warnings count as errors: they make the exit status 1 too."},
    {.id = RC_OPT_QUIET,
     .brief = 'q',
     .name = "quiet",
     .help = "Print nothing, just give the exit status."},
};
static const struct rc_example check_examples[] = {
    {"rulec check rules/", "all rule files of a directory, as one rule set"},
    {"rulec check --format sarif rules/ >rules.sarif", "for code scanning"},
    {"rulec check --werror falco_rules.yaml local.yaml", "warnings fail the check as well"},
};

/* --- build --- */

static const char *const build_description[] = {
    "Compiles rule files into an agent: one binary that holds the rules as code. Directories stand "
    "for their *.yaml and *.yml files in the order of their names.",
    "The C compiler is $CC, else cc; $CFLAGS and $LDFLAGS are added to the flags. Regular "
    "expressions in rules need re2c. An agent is a static program and needs nothing but a kernel; "
    "LDFLAGS=-pie links it with shared libraries, as sanitizers in either variable do.",
    NULL,
};
static const struct rc_option build_options[] = {
    {.id = RC_OPT_RULES,
     .brief = 'r',
     .name = "rules",
     .kind = RC_VALUE_RULES,
     .value = "FILE|DIR",
     .many = true,
     .help = "The rules, in the order in which they are to be loaded; in place of the site's "
             "rules_files."},
    {.id = RC_OPT_SITE,
     .brief = 'c',
     .name = "config",
     .kind = RC_VALUE_FILE,
     .value = "SITE",
     .many = true,
     .help = "The site file: rules_files, which rules are on, and the agent's settings, with the "
             "keys of falco.yaml. `AGENT --config` lists the settings."},
    {.id = RC_OPT_OUTPUT,
     .brief = 'o',
     .name = "output",
     .kind = RC_VALUE_FILE,
     .value = "AGENT",
     .help = "Where the agent goes."},
    {.id = RC_OPT_EMIT_DIR,
     .name = "emit-dir",
     .kind = RC_VALUE_DIR,
     .value = "DIR",
     .help = "Keep the generated C here, to be read."},
    {.id = RC_OPT_EMIT_ONLY,
     .name = "emit-only",
     .help = "Stop when the sources are written; needs --emit-dir."},
    {.id = RC_OPT_SBOM,
     .name = "sbom",
     .kind = RC_VALUE_FILE,
     .value = "FILE",
     .help = "Write a bill of materials too, SPDX 2.3 in JSON: the agent, rulec, the libraries in "
             "the agent with the versions of their Debian packages, the rule and site files. "
             "SOURCE_DATE_EPOCH in the environment is its date, if it is there."},
    {.id = RC_OPT_PACKAGE,
     .name = "package",
     .kind = RC_VALUE_CHOICE,
     .choices = "deb|oci",
     .help = "Make the agent into something to install, at -o, whose last part is its name: deb, a "
             "Debian package with a unit for systemd; oci, the directory of an image layout for "
             "podman and its like (`podman pull oci:DIR`). SOURCE_DATE_EPOCH in the environment is "
             "the time of their files, else the beginning of 1980."},
    {.id = RC_OPT_NO_SUGGESTED_OUTPUT,
     .name = "no-suggested-output",
     .help = "Leave outputs as they are; without it the fields that tell the container are put "
             "behind each, as Falco does."},
    {.id = RC_OPT_APPEND_OUTPUT,
     .name = "append-output",
     .kind = RC_VALUE_TEXT,
     .value = "TEXT",
     .help = "Put TEXT, which may name fields, behind the output of every rule."},
    {.id = RC_OPT_APPEND_FIELD,
     .name = "append-field",
     .kind = RC_VALUE_TEXT,
     .value = "FIELD|NAME=TEXT",
     .many = true,
     .help = "Put more into output_fields of every alert: the value of a field, or a text that may "
             "name fields under a name."},
    {.id = RC_OPT_LEVEL,
     .brief = 'O',
     .name = "level",
     .kind = RC_VALUE_CHOICE,
     .choices = "0|1|2",
     .help = "0: every rule by itself, nothing shared or remembered. 1: each question once an "
             "event. 2, "
             "the default: questions about processes and files once for each of them. All give the "
             "same "
             "alerts, and are there to be compared."},
    {.id = RC_OPT_DUMP,
     .name = "dump",
     .kind = RC_VALUE_CHOICE,
     .choices = "ast|dag|plan|c|ast-dot|dag-dot|plan-dot|site",
     .help = "Print a stage to standard output and stop: the conditions, the graph that they "
             "share, the plan, or the C; with -dot as a picture in the language of Graphviz. site: "
             "what the site file says."},
};
static const struct rc_example build_examples[] = {
    {"rulec build -r rules/ -o agent", "one agent for all rules of a directory"},
    {"rulec build -c site.yaml -o agent", "the agent of a site, with its outputs"},
    {"rulec build -r rules/ --emit-dir generated --emit-only", "only the C, to be read"},
};

/* --- run --- */

static const char *const run_description[] = {
    "Builds the agent for the rules, or takes the one built before, and runs it with the options, "
    "`--capture FILE` say. `rulec run -r RULES -- --help` tells the agent's options. So that it "
    "starts soon, it is compiled with -O1, where rulec build takes -O2.",
    "Agents are kept in $XDG_CACHE_HOME/rulec, else ~/.cache/rulec, by a hash over everything that "
    "they are made from. The directory may be deleted at any time.",
    NULL,
};
static const struct rc_option run_options[] = {
    {.id = RC_OPT_RULES,
     .brief = 'r',
     .name = "rules",
     .kind = RC_VALUE_RULES,
     .value = "FILE|DIR",
     .many = true,
     .required = true,
     .help = "The rules, in the order in which they are to be loaded."},
};
static const struct rc_example run_examples[] = {
    {"rulec run -r rules/", "detect on this machine"},
    {"rulec run -r rules/ --capture trace.scap --json", "what a capture would have alerted"},
};

/* --- deploy --- */

static const char *const deploy_description[] = {
    "Puts a new agent in the place of the one that runs, and no event in between goes unseen: the "
    "new one begins with the options behind it, attaches, and when it sees everything it asks the "
    "old one, at its control socket, to stop. That one delivers what it still has and ends. Alerts "
    "about events that both saw are marked: rulec.overlap.",
    "The agent is first asked for its manifest and its settings; then it runs in a session of its "
    "own, with the standard output and error of this command, which ends when the agent watches. "
    "If it does not get so far, the old one goes on.",
    NULL,
};
static const struct rc_option deploy_options[] = {
    {.id = RC_OPT_CONTROL,
     .name = "control",
     .kind = RC_VALUE_FILE,
     .value = "SOCKET",
     .help = "The control socket of the agent that runs, and then of the new one; in place of the "
             "new one's setting control_socket."},
};
static const struct rc_example deploy_examples[] = {
    {"./agent --control /run/agent.sock", "an agent that can be replaced"},
    {"rulec deploy ./new-agent --control /run/agent.sock", "replaces it"},
    {"rulec deploy ./new-agent -- --json", "at the socket that its site file names"},
};

/* --- bench --- */

static const char *const bench_description[] = {
    "Measures what the rules cost. With --capture, agents for the rules replay a capture from "
    "memory: processor time of an event and of each type of event, how often each rule and each "
    "test is asked and what share of the time that takes, and memory. The time of an event is "
    "taken with the agent as rulec build makes it; rules and tests are counted by one that is "
    "built for that.",
    "With --live, an agent watches the running kernel, which needs the rights for it: how long a "
    "detection takes, from the end of the system call to the alert in a pipe, idle and while a "
    "loop on another processor opens and closes files. The rules get one more, on a file that "
    "rulec opens.",
    NULL,
};
static const struct rc_option bench_options[] = {
    {.id = RC_OPT_RULES,
     .brief = 'r',
     .name = "rules",
     .kind = RC_VALUE_RULES,
     .value = "FILE|DIR",
     .many = true,
     .required = true,
     .help = "The rules, in the order in which they are to be loaded."},
    {.id = RC_OPT_CAPTURE,
     .name = "capture",
     .kind = RC_VALUE_FILE,
     .value = "FILE",
     .help = "Replay this .scap capture, plain or gzip."},
    {.id = RC_OPT_LIVE,
     .name = "live",
     .kind = RC_VALUE_NUMBER,
     .value = "SECONDS",
     .help = "Detect in the running kernel, idle and under load for so many seconds each."},
    {.id = RC_OPT_ROUNDS,
     .name = "rounds",
     .kind = RC_VALUE_NUMBER,
     .value = "N",
     .help = "Measure the capture N times and tell median, least and most (default 5)."},
    {.id = RC_OPT_COMPARE,
     .name = "compare",
     .kind = RC_VALUE_RULES,
     .value = "FILE|DIR",
     .many = true,
     .help = "Measure these rules beside the first ones, in turn within each round."},
    {.id = RC_OPT_BASELINE,
     .name = "baseline",
     .kind = RC_VALUE_FILE,
     .value = "FILE",
     .help = "An earlier report in JSON to compare with: time of an event, memory, and median "
             "latency; needs --fail-over."},
    {.id = RC_OPT_FAIL_OVER,
     .name = "fail-over",
     .kind = RC_VALUE_TEXT,
     .value = "PERCENT",
     .help = "Exit with 1 if one of these has grown by more: 10% say."},
    {.id = RC_OPT_FORMAT,
     .name = "format",
     .kind = RC_VALUE_CHOICE,
     .choices = "text|json|html",
     .help = "How to print it. text, the default: the most expensive of each; json: everything; "
             "html: a page with charts, all in one file."},
    {.id = RC_OPT_OUTPUT,
     .brief = 'o',
     .name = "output",
     .kind = RC_VALUE_FILE,
     .value = "FILE",
     .help = "Where the report goes; without it, to standard output."},
};
static const struct rc_example bench_examples[] = {
    {"rulec bench -r rules/ --capture trace.scap", "what each rule costs on a capture"},
    {"rulec bench -r rules/ --capture trace.scap --format html -o cost.html", "as a page"},
    {"rulec bench -r rules/ --compare new/ --capture trace.scap", "two rule sets side by side"},
    {"rulec bench -r rules/ --capture trace.scap --baseline cost.json --fail-over 10%",
     "a gate for changes"},
    {"rulec bench -r rules/ --live 10", "how long detections take on this machine"},
};

/* --- list --- */

static const char *const list_description[] = {
    "Lists what conditions and outputs may name: fields, events, system calls, operators, "
    "transformers; or what rule files hold: rules, macros, lists.",
    "With --format json, rules gives the document of Falco's -L: rules, macros and lists, what was "
    "written and what became of it; macros and lists give their own part of it.",
    NULL,
};
static const struct rc_option list_options[] = {
    {.id = RC_OPT_RULES,
     .brief = 'r',
     .name = "rules",
     .kind = RC_VALUE_RULES,
     .value = "FILE|DIR",
     .many = true,
     .help = "The rule files of which rules, macros or lists are listed."},
    {.id = RC_OPT_SOURCE,
     .name = "source",
     .kind = RC_VALUE_TEXT,
     .value = "SOURCE",
     .help = "Only what there is for events of that source: syscall."},
    {.id = RC_OPT_FORMAT,
     .name = "format",
     .kind = RC_VALUE_CHOICE,
     .choices = "text|json|markdown",
     .help = "How to print it; text is the default."},
};
static const struct rc_example list_examples[] = {
    {"rulec list fields | grep '^proc'", "the fields of processes"},
    {"rulec list rules -r rules/ --format markdown", "a table of rules for a document"},
    {"rulec list rules -r falco_rules.yaml --format json", "as falco -L prints it"},
};

/* --- explain --- */

static const char *const explain_description[] = {
    "Tells what becomes of a rule: where it stands, its condition with macros and lists put in, "
    "the "
    "events on which it can fire, its tests with what they ask and a rough cost, and where the "
    "plan "
    "asks it.",
    NULL,
};
static const struct rc_option explain_options[] = {
    {.id = RC_OPT_RULES,
     .brief = 'r',
     .name = "rules",
     .kind = RC_VALUE_RULES,
     .value = "FILE|DIR",
     .many = true,
     .required = true,
     .help = "The rule files, in the order in which they are to be loaded."},
    {.id = RC_OPT_KERNEL,
     .name = "kernel",
     .help = "Tell what the kernel decides instead: which system calls are sent to the agent for "
             "the rule, which tests keep others from being sent, and what stands in the way. "
             "Without RULE, for every rule."},
};
static const struct rc_example explain_examples[] = {
    {"rulec explain 'Setuid bit set' -r rules/", "one rule of a directory"},
    {"rulec explain --kernel -r rules/", "what rules cost the machine, and why"},
};

/* --- lint --- */

static const char *const lint_description[] = {
    "Looks for what Falco loads without a word and nobody means: rules that can never fire, "
    "because "
    "their condition contradicts itself (contradiction) or holds on none of its events "
    "(never-fires), and rules that ask for the same as one before them (same-condition).",
    NULL,
};
static const struct rc_example lint_examples[] = {
    {"rulec lint rules/", "all rules of a directory"},
};

/* --- fmt --- */

static const char *const fmt_description[] = {
    "Writes rule files anew in one layout: items at the margin with a blank line between them, "
    "nested values two columns deeper, lists in brackets filled to 100 columns. Values and "
    "comments "
    "stay as they are written, and so does the order of keys; what a file says does not change. Of "
    "a directory the files *.yaml and *.yml are taken.",
    "An item with anchors, aliases or tags stays as it stands, and so does a file of several "
    "documents.",
    NULL,
};
static const struct rc_option fmt_options[] = {
    {.id = RC_OPT_CHECK,
     .name = "check",
     .help = "Write nothing; name the files that would change, and exit with 1 if there are any."},
    {.id = RC_OPT_STDOUT,
     .name = "stdout",
     .help = "Print the files in their layout instead of writing them."},
};
static const struct rc_example fmt_examples[] = {
    {"rulec fmt rules/", "lay out all files of a directory"},
    {"rulec fmt --check rules/", "before a commit"},
};

/* --- events --- */

static const char *const events_description[] = {
    "Shows the alerts of an agent or of Falco: how many there are by rule, priority, process and "
    "container, and when the last one was; which rules are noise; and what exception would silence "
    "them. Alerts are JSON, one a line, as they are or inside the lines of syslog, of journalctl "
    "(-o json, cat or short) or of a container's log. - is standard input; journal stands for what "
    "journalctl has. Lines without an alert are passed over; malformed ones are counted.",
    "On a terminal it is browsed: ? tells the keys. Elsewhere, and with --format, --alerts or "
    "--draft, the result is printed.",
    "A rule is called noise if it has at least ten alerts, one in twenty of all, and nine in ten "
    "of "
    "them come from at most three pairs of process and container.",
    "Patterns are those of the shell: * is any text. What comes from alerts is printed with "
    "control "
    "characters written out.",
    NULL,
};
static const struct rc_option events_options[] = {
    {.id = RC_OPT_RULE,
     .brief = 'r',
     .name = "rule",
     .kind = RC_VALUE_TEXT,
     .value = "PATTERN",
     .help = "Only alerts of rules of that name."},
    {.id = RC_OPT_PRIORITY,
     .name = "priority",
     .kind = RC_VALUE_CHOICE,
     .choices = "emergency|alert|critical|error|warning|notice|informational|debug",
     .help = "Only alerts of that priority or more urgent ones."},
    {.id = RC_OPT_PROCESS,
     .name = "process",
     .kind = RC_VALUE_TEXT,
     .value = "PATTERN",
     .help = "Only alerts about processes of that name: proc.name, else proc.exepath."},
    {.id = RC_OPT_CONTAINER,
     .name = "container",
     .kind = RC_VALUE_TEXT,
     .value = "PATTERN",
     .help = "Only alerts about that container: container.name, else container.id."},
    {.id = RC_OPT_FIELD,
     .name = "field",
     .kind = RC_VALUE_TEXT,
     .value = "NAME=PATTERN",
     .many = true,
     .help = "Only alerts with that value in output_fields; all that are given must fit."},
    {.id = RC_OPT_SEARCH,
     .name = "search",
     .kind = RC_VALUE_TEXT,
     .value = "TEXT",
     .help = "Only alerts whose JSON holds TEXT, in any case."},
    {.id = RC_OPT_ALERTS,
     .name = "alerts",
     .help = "Print the alerts themselves, not their counts."},
    {.id = RC_OPT_FORMAT,
     .name = "format",
     .kind = RC_VALUE_CHOICE,
     .choices = "text|json|csv",
     .help = "How to print: text is the default; json: one object, with --alerts one a line."},
    {.id = RC_OPT_DRAFT,
     .brief = 'd',
     .name = "draft",
     .help =
         "Print a rule file that, loaded behind the rules, adds the exceptions that silence the "
         "alerts. Exit status 1 if some rule gets none."},
    {.id = RC_OPT_BY,
     .name = "by",
     .kind = RC_VALUE_TEXT,
     .value = "FIELD",
     .many = true,
     .help =
         "The fields that the exceptions name; without it those of program, parent, image, user "
         "and file that all alerts of a rule have and that take few values."},
    {.id = RC_OPT_TOP,
     .name = "top",
     .kind = RC_VALUE_NUMBER,
     .value = "N",
     .help = "Rows of each kind as text (default 20; 0: all)."},
    {.id = RC_OPT_KEEP,
     .name = "keep",
     .kind = RC_VALUE_NUMBER,
     .value = "MIB",
     .help =
         "Megabytes of alerts to keep, the newest (default 64). Older ones are counted; they are "
         "not shown, nor looked at for noise and drafts."},
    {.id = RC_OPT_FOLLOW,
     .brief = 'f',
     .name = "follow",
     .help = "On a terminal: wait for more at the end of a file or of the journal."},
};
static const struct rc_example events_examples[] = {
    {"rulec events alerts.json", "browse a file of alerts"},
    {"rulec events -f journal", "what the journal has, and what comes"},
    {"rulec events alerts.json --rule 'Password*' --process backup --draft >exceptions.yaml",
     "silence the nightly backup"},
    {"rulec events alerts.json --priority error --alerts --format csv", "for a spreadsheet"},
};

/* --- completion --- */

static const char *const completion_description[] = {
    "Prints a script that makes a shell complete rulec's commands, options and values.",
    NULL,
};
static const struct rc_example completion_examples[] = {
    {"source <(rulec completion bash)", "in ~/.bashrc"},
    {"rulec completion zsh >~/.zfunc/_rulec", "in a directory of $fpath"},
    {"rulec completion fish >~/.config/fish/completions/rulec.fish", "for fish"},
};

/* --- help --- */

static const char *const help_description[] = {
    "Tells what rulec does, or what a command does and its options.",
    NULL,
};
static const struct rc_option help_options[] = {
    {.id = RC_OPT_MAN, .name = "man", .help = "Print the manual page rulec(1), in roff."},
};
static const struct rc_example help_examples[] = {
    {"rulec help --man | man -l -", "read the manual without installing it"},
};

const struct rc_command rc_commands[] = {
    {
        .name = "check",
        .summary = "check rule files",
        .description = check_description,
        .operand_kind = RC_VALUE_RULES,
        .operand = "FILE|DIR",
        .min = 1,
        .max = UINT32_MAX,
        .missing = "no rule files are given",
        OPTIONS(check_options),
        EXAMPLES(check_examples),
        .statuses = "0 the rules are clean (warnings do not count), 1 the rules have errors or the "
                    "output could not be written, 2 wrong usage, 70 a bug in rulec",
        .run = rc_cmd_check,
    },
    {
        .name = "build",
        .summary = "build an agent from rule files",
        .description = build_description,
        OPTIONS(build_options),
        EXAMPLES(build_examples),
        .statuses = "0 built, 1 the rules have errors or the agent could not be built: no agent is "
                    "written then, 2 wrong usage, 70 a bug in rulec",
        .run = rc_cmd_build,
    },
    {
        .name = "run",
        .summary = "build an agent and run it at once",
        .description = run_description,
        .passes_rest = true,
        .rest = "AGENT OPTION",
        OPTIONS(run_options),
        EXAMPLES(run_examples),
        .statuses = "the agent's, 1 the rules have errors or the agent could not be built, 2 wrong "
                    "usage, 70 a bug in rulec",
        .run = rc_cmd_run,
    },
    {
        .name = "deploy",
        .summary = "let a new agent take over from a running one",
        .description = deploy_description,
        .operand_kind = RC_VALUE_FILE,
        .operand = "AGENT",
        .min = 1,
        .max = 1,
        .missing = "which agent?",
        .passes_rest = true,
        .rest = "AGENT OPTION",
        OPTIONS(deploy_options),
        EXAMPLES(deploy_examples),
        .statuses = "0 the new agent watches, 1 it does not, 2 wrong usage, 70 a bug in rulec",
        .run = rc_cmd_deploy,
    },
    {
        .name = "bench",
        .summary = "measure what rules cost",
        .description = bench_description,
        OPTIONS(bench_options),
        EXAMPLES(bench_examples),
        .statuses = "0 measured, 1 the rules have errors, something could not be measured or "
                    "written, or is above the limit of --fail-over, 2 wrong usage, 70 a bug in "
                    "rulec",
        .run = rc_cmd_bench,
    },
    {
        .name = "list",
        .summary = "list fields, events, operators, or what rule files hold",
        .description = list_description,
        .operand_kind = RC_VALUE_CHOICE,
        .choices = "fields|events|syscalls|operators|transformers|rules|macros|lists",
        .min = 1,
        .max = 1,
        .missing = "what is to be listed? fields, events, syscalls, operators, transformers, "
                   "rules, macros or lists",
        OPTIONS(list_options),
        EXAMPLES(list_examples),
        .statuses = of_rules,
        .run = rc_cmd_list,
    },
    {
        .name = "explain",
        .summary = "tell what becomes of a rule",
        .description = explain_description,
        .operand_kind = RC_VALUE_TEXT,
        .operand = "RULE",
        .min = 0,
        .max = 1,
        OPTIONS(explain_options),
        EXAMPLES(explain_examples),
        .statuses = of_rules,
        .run = rc_cmd_explain,
    },
    {
        .name = "lint",
        .summary = "find rules that can never fire",
        .description = lint_description,
        .operand_kind = RC_VALUE_RULES,
        .operand = "FILE|DIR",
        .min = 1,
        .max = UINT32_MAX,
        .missing = "no rule files are given",
        EXAMPLES(lint_examples),
        .statuses = "0 nothing was found, 1 something was or the rules have errors, 2 wrong usage, "
                    "70 a bug in rulec",
        .run = rc_cmd_lint,
    },
    {
        .name = "fmt",
        .summary = "lay out rule files in one way",
        .description = fmt_description,
        .operand_kind = RC_VALUE_RULES,
        .operand = "FILE|DIR",
        .min = 1,
        .max = UINT32_MAX,
        .missing = "no rule files are given",
        OPTIONS(fmt_options),
        EXAMPLES(fmt_examples),
        .statuses = "0 success, 1 a file is no YAML or cannot be read or written, or with --check "
                    "would change, 2 wrong usage, 70 a bug in rulec",
        .run = rc_cmd_fmt,
    },
    {
        .name = "events",
        .summary = "browse alerts, find noise, draft exceptions",
        .description = events_description,
        .operand_kind = RC_VALUE_FILE,
        .operand = "FILE|-|journal",
        .min = 1,
        .max = 1,
        .missing = "which alerts? a file, - or journal",
        OPTIONS(events_options),
        EXAMPLES(events_examples),
        .statuses = "0 success, 1 the alerts could not be read or the output not be written, or a "
                    "rule got no exception, 2 wrong usage, 70 a bug in rulec",
        .run = rc_cmd_events,
    },
    {
        .name = "completion",
        .summary = "print a completion script for a shell",
        .description = completion_description,
        .operand_kind = RC_VALUE_CHOICE,
        .choices = "bash|zsh|fish",
        .min = 1,
        .max = 1,
        .missing = "no shell is given: bash, zsh or fish",
        EXAMPLES(completion_examples),
        .statuses = of_rules,
        .run = rc_cmd_completion,
    },
    {
        .name = "help",
        .summary = "what a command does, and its options",
        .description = help_description,
        .operand_kind = RC_VALUE_COMMAND,
        .operand = "COMMAND",
        .max = 1,
        OPTIONS(help_options),
        EXAMPLES(help_examples),
        .statuses = of_rules,
        .run = rc_cmd_help,
    },
};
const uint32_t rc_ncommands = COUNT(rc_commands);

const struct rc_environment rc_environment[] = {
    {"CC", "The C compiler that builds agents; cc if it is not set."},
    {"CFLAGS, LDFLAGS", "Flags that are added when an agent is compiled and linked."},
    {"TMPDIR", "Where agents are compiled; /tmp if it is not set."},
    {"XDG_CACHE_HOME", "Agents of rulec run are kept in its directory rulec; ~/.cache/rulec if it "
                       "is not set."},
};
const uint32_t rc_nenvironment = COUNT(rc_environment);

const struct rc_command *rc_command_find(const char *name)
{
    for (uint32_t i = 0; i < rc_ncommands; i++) {
        if (strcmp(rc_commands[i].name, name) == 0)
            return &rc_commands[i];
    }
    return NULL;
}

void rc_choices_each(const char *choices,
                     void (*visit)(void *context, const char *name, size_t len), void *context)
{
    while (*choices) {
        const size_t len = strcspn(choices, "|");
        visit(context, choices, len);
        choices += len + (choices[len] == '|');
    }
}
