/* Agents over a capture. See bench.h. */
#include "base/diag.h"
#include "bench/bench.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int rc_bench_build(struct rc_bench *bench, const char *const *rules, uint32_t nrules,
                   enum rc_emit_purpose purpose, const char *output, uint32_t *nrules_built,
                   char hash[65])
{
    const char *dir = rc_arena_printf(bench->arena, "%s.d", output);
    struct rc_build build = {.purpose = purpose};
    int status = -1;

    if (rc_build_rules(&build, rules, nrules) && rc_build_generate(&build)) {
        status = rc_build_write(&build, dir, true) != 0 ? -1 : rc_build_link(&build, dir, output);
        rc_remove_dir(dir);
    }
    if (nrules_built)
        *nrules_built = build.plan.nrules;
    if (hash)
        memcpy(hash, build.rules_hash, 65);
    rc_build_free(&build);
    return status;
}

/* --- running --- */

/* Standard output of the agent, parsed; NULL with a message printed. */
static json_t *run(const char *agent, const char *capture, bool timing)
{
    const char *const argv[] = {agent, capture, timing ? "1" : "0", NULL};
    posix_spawn_file_actions_t actions;
    json_error_t error = {.text = "it printed nothing"};
    json_t *result = NULL;
    int ends[2], status = 0, failure;
    FILE *out;
    pid_t pid;

    if (pipe(ends) != 0) {
        fprintf(stderr, "rulec bench: no pipe: %s\n", strerror(errno));
        return NULL;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    failure = posix_spawn(&pid, agent, &actions, NULL, (char *const *)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    out = fdopen(ends[0], "r");
    if (failure == 0 && out)
        result = json_loadf(out, 0, &error);
    if (out)
        fclose(out);
    else
        close(ends[0]);
    if (failure == 0)
        waitpid(pid, &status, 0);
    if (failure == 0 && status == 0 && result)
        return result;
    if (failure != 0)
        fprintf(stderr, "rulec bench: cannot run %s: %s\n", agent, strerror(failure));
    else if (status == 0 || !WIFEXITED(status)) /* else it has said what is wrong */
        fprintf(stderr, "rulec bench: the agent did not tell what it measured: %s\n", error.text);
    json_decref(result);
    return NULL;
}

/* --- the report --- */

static double time_of(const json_t *entry, const char *times)
{
    return rc_bench_number(entry, times) * rc_bench_number(entry, "ns");
}

struct entry {
    json_t *json;
    double ns;
    size_t place; /* in the agent's list: what comes first of equals */
};

static int by_time(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    if (x->ns != y->ns)
        return x->ns < y->ns ? 1 : -1;
    return (x->place > y->place) - (x->place < y->place);
}

/* The list with shares of `total`, most time first. times: the member that counts. */
static json_t *shared_out(struct rc_arena *arena, json_t *list, const char *times, double total)
{
    const size_t n = json_array_size(list);
    struct entry *entries = rc_arena_array(arena, n + 1, sizeof *entries);
    json_t *sorted = json_array(), *entry;
    size_t i;

    json_array_foreach(list, i, entry)
    {
        entries[i] = (struct entry){entry, time_of(entry, times), i};
        json_object_set_new(entry, "share", json_real(total > 0 ? entries[i].ns / total : 0));
    }
    qsort(entries, n, sizeof *entries, by_time);
    for (i = 0; i < n; i++)
        json_array_append(sorted, entries[i].json);
    return sorted;
}

static double total_time(const json_t *types)
{
    const json_t *entry;
    double total = 0;
    size_t i;

    json_array_foreach((json_t *)types, i, entry) total += time_of(entry, "events");
    return total;
}

/* One run with the time of each event, one with counts. */
static int add_costs(struct rc_bench *bench, const struct rc_bench_set *set, json_t *json)
{
    json_t *timed = run(set->plain, bench->capture, true);
    json_t *counted = timed ? run(set->counted, bench->capture, false) : NULL;
    json_t *types = json_object_get(timed, "types");
    const double total = total_time(types);

    if (counted) {
        json_object_set_new(json, "types", shared_out(bench->arena, types, "events", total));
        json_object_set_new(
            json, "rules_cost",
            shared_out(bench->arena, json_object_get(counted, "rules"), "asked", total));
        json_object_set_new(
            json, "tests",
            shared_out(bench->arena, json_object_get(counted, "tests"), "asked", total));
    }
    json_decref(timed);
    json_decref(counted);
    return counted ? 0 : -1;
}

/* Everybody once in each round, so that what else the machine does falls on both. */
static int run_rounds(struct rc_bench *bench, json_t *sets)
{
    double *ns[2], *memory[2], *ratio = rc_arena_array(bench->arena, bench->rounds, sizeof *ratio);
    double events = 0, alerts[2] = {0};

    for (uint32_t i = 0; i < 2; i++) {
        ns[i] = rc_arena_array(bench->arena, bench->rounds, sizeof *ns[i]);
        memory[i] = rc_arena_array(bench->arena, bench->rounds, sizeof *memory[i]);
    }
    for (uint32_t round = 0; round < bench->rounds; round++) {
        for (uint32_t i = 0; i < bench->nsets; i++) {
            json_t *result = run(bench->sets[i].plain, bench->capture, false);

            if (!result)
                return -1;
            ns[i][round] = rc_bench_number(result, "ns");
            memory[i][round] = rc_bench_number(result, "memory");
            events = rc_bench_number(result, "events");
            alerts[i] = rc_bench_number(result, "alerts");
            json_decref(result);
        }
        ratio[round] = ns[0][round] > 0 ? ns[1][round] / ns[0][round] : 0;
    }
    for (uint32_t i = 0; i < bench->nsets; i++) {
        json_t *json = json_array_get(sets, i);

        json_object_set_new(json, "ns_per_event", rc_bench_spread(ns[i], bench->rounds));
        json_object_set_new(json, "memory_bytes", rc_bench_spread(memory[i], bench->rounds));
        json_object_set_new(json, "alerts", json_integer((json_int_t)alerts[i]));
        if (add_costs(bench, &bench->sets[i], json) != 0)
            return -1;
    }
    json_object_set_new(bench->report, "capture",
                        json_pack("{s:o, s:I}", "file",
                                  rc_bench_string(bench->arena, bench->capture), "events",
                                  (json_int_t)events));
    if (bench->nsets == 2)
        json_object_set_new(bench->report, "ratio", rc_bench_spread(ratio, bench->rounds));
    return 0;
}

static json_t *machine(void)
{
    struct utsname kernel = {0};
    char line[256], processor[128] = "";
    FILE *file = fopen("/proc/cpuinfo", "re");

    while (file && !processor[0] && fgets(line, sizeof line, file))
        sscanf(line, "model name : %127[^\n]", processor);
    if (file)
        fclose(file);
    uname(&kernel);
    return json_pack("{s:s, s:I, s:s}", "processor", processor[0] ? processor : kernel.machine,
                     "processors", (json_int_t)sysconf(_SC_NPROCESSORS_ONLN), "kernel",
                     kernel.release);
}

/* Builds what is needed for one set, and begins its part of the report. */
static json_t *begin_set(struct rc_bench *bench, uint32_t number)
{
    struct rc_bench_set *set = &bench->sets[number];
    const double begin = now_seconds();
    char hash[65];
    uint32_t nrules;
    struct stat info = {0};
    double took;

    set->plain = rc_arena_printf(bench->arena, "%s/plain%u", bench->dir, number);
    if (rc_bench_build(bench, set->rules, set->nrules, RC_EMIT_MEASURED, set->plain, &nrules,
                       hash) != 0)
        return NULL;
    took = now_seconds() - begin;
    stat(set->plain, &info);
    if (bench->capture) {
        set->counted = rc_arena_printf(bench->arena, "%s/counted%u", bench->dir, number);
        if (rc_bench_build(bench, set->rules, set->nrules, RC_EMIT_COUNTED, set->counted, NULL,
                           NULL) != 0)
            return NULL;
    }
    return json_pack("{s:o, s:s, s:I, s:f, s:I}", "rules", rc_bench_string(bench->arena, set->name),
                     "rules_hash", hash, "nrules", (json_int_t)nrules, "build_seconds", took,
                     "agent_bytes", (json_int_t)info.st_size);
}

int rc_bench_measure(struct rc_bench *bench)
{
    json_t *sets = json_array();

    bench->report =
        json_pack("{s:s, s:s, s:o, s:I, s:o}", "format", RC_BENCH_FORMAT, "rulec", RULEC_VERSION,
                  "machine", machine(), "rounds", (json_int_t)bench->rounds, "sets", sets);
    if (!bench->report)
        RC_BUG("a report cannot be begun");
    for (uint32_t i = 0; i < bench->nsets; i++) {
        json_t *json = begin_set(bench, i);

        if (!json)
            return -1;
        json_array_append_new(sets, json);
    }
    if (bench->capture && run_rounds(bench, sets) != 0)
        return -1;
    for (uint32_t i = 0; bench->live_seconds > 0 && i < bench->nsets; i++) {
        json_t *live = rc_bench_live(bench, &bench->sets[i]);

        if (!live)
            return -1;
        json_object_set_new(json_array_get(sets, i), "live", live);
    }
    return 0;
}
