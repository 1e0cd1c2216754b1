/* Reads the counters of the kernel side. See live_counts.h. */
#include "live_counts.h"

#include "live_table.h"

#include <assert.h>
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "../../bpf/recipe.h"
#include "capture.skel.h"

/* Of a call, on a processor: as bpf/drop.h has it. */
struct tally {
    uint64_t seen, dropped;
};

static_assert((int)LOSS__COUNT == RT_LOST__COUNT && LOSS__COUNT <= LOSS_KINDS &&
                  CAUSE__COUNT <= LOSS_CAUSES && CAUSE_RING - 1 == (int)RT_CAUSE_BUFFER &&
                  CAUSE_SCRATCH - 1 == (int)RT_CAUSE_SCRATCH &&
                  CAUSE_CUT - 1 == (int)RT_CAUSE_CUT && CAUSE_FAULT - 1 == (int)RT_CAUSE_FAULT,
              "both sides count alike");

int rt_live_counts_open(struct rt_live_counts *counts, int ncpus)
{
    *counts = (struct rt_live_counts){.ncpus = ncpus};
    if (ncpus > 0)
        counts->losses = calloc((size_t)ncpus, sizeof *counts->losses);
    return counts->losses ? 0 : -ENOMEM;
}

void rt_live_counts_close(struct rt_live_counts *counts)
{
    free(counts->losses);
    *counts = (struct rt_live_counts){0};
}

/* Reads the losses of all processors. */
static bool read_losses(const struct rt_live_counts *counts)
{
    const uint32_t key = 0;

    return bpf_map_lookup_elem(bpf_map__fd(counts->programs->maps.losses), &key, counts->losses) ==
           0;
}

void rt_live_counts_add(const struct rt_live_counts *counts, struct rt_source_account *account)
{
    if (!read_losses(counts))
        return;
    for (int cpu = 0; cpu < counts->ncpus; cpu++) {
        const struct loss_counts *losses = &counts->losses[cpu];
        for (uint32_t kind = 0; kind < LOSS__COUNT; kind++) {
            account->written[kind] += losses->of[CAUSE_NONE][kind];
            for (uint32_t cause = 0; cause < RT_CAUSE__COUNT; cause++)
                account->missing[cause][kind] += losses->of[cause + 1][kind];
        }
    }
}

/* The events that each processor lost altogether. */
static void count_losses(const struct rt_live_counts *counts, struct rt_kernel_counts *by)
{
    static const bool whole[RT_CAUSE__COUNT] = {
#define X(id, is_whole, words) [RT_CAUSE_##id] = (is_whole),
        RT_CAUSES(X)
#undef X
    };

    if (!read_losses(counts))
        return;
    for (uint32_t cpu = 0; cpu < by->ncpus; cpu++) {
        for (uint32_t cause = 0; cause < RT_CAUSE__COUNT; cause++) {
            for (uint32_t kind = 0; kind < LOSS__COUNT && whole[cause]; kind++)
                by->cpus[cpu].lost += counts->losses[cpu].of[cause + 1][kind];
        }
    }
}

void rt_live_counts_kernel(const struct rt_live_counts *counts, bool drops,
                           struct rt_kernel_counts *by)
{
    const int map = bpf_map__fd(counts->programs->maps.tallies);
    struct tally *tallies = calloc((size_t)counts->ncpus, sizeof *tallies);

    *by = (struct rt_kernel_counts){0};
    by->ncpus = counts->ncpus < RT_MOST_KERNEL_CPUS ? (uint32_t)counts->ncpus : RT_MOST_KERNEL_CPUS;
    for (uint32_t call = 0; tallies && call < MAX_CALLS; call++) {
        const char *name = rt_live_call_name(call);
        struct rt_kernel_call *sum = &by->calls[by->ncalls];

        if (!name || bpf_map_lookup_elem(map, &call, tallies) != 0)
            continue;
        *sum = (struct rt_kernel_call){.name = name};
        for (int i = 0; i < counts->ncpus; i++) {
            sum->seen += tallies[i].seen;
            sum->dropped += tallies[i].dropped;
            if ((uint32_t)i < by->ncpus)
                by->cpus[i].sent += tallies[i].seen - (drops ? tallies[i].dropped : 0);
        }
        by->ncalls += sum->seen > 0;
    }
    free(tallies);
    count_losses(counts, by);
}

void rt_live_counts_print(const struct rt_live_counts *counts, FILE *out)
{
    const int map = bpf_map__fd(counts->programs->maps.tallies);
    struct tally *tallies = calloc((size_t)counts->ncpus, sizeof *tallies), all = {0};

    for (uint32_t call = 0; tallies && call < MAX_CALLS; call++) {
        const char *name = rt_live_call_name(call);
        struct tally sum = {0};

        if (!name || bpf_map_lookup_elem(map, &call, tallies) != 0)
            continue;
        for (int i = 0; i < counts->ncpus; i++) {
            sum.seen += tallies[i].seen;
            sum.dropped += tallies[i].dropped;
        }
        all.seen += sum.seen;
        all.dropped += sum.dropped;
        if (sum.seen > 0)
            fprintf(out, "stats: %" PRIu64 " of %" PRIu64 " events of %s dropped in the kernel\n",
                    sum.dropped, sum.seen, name);
    }
    fprintf(out, "stats: %" PRIu64 " of %" PRIu64 " events of calls dropped in the kernel\n",
            all.dropped, all.seen);
    free(tallies);
}

void rt_live_account_print(const struct rt_source_account *account, FILE *out)
{
    static const char *const kinds[RT_LOST__COUNT] = {
#define X(id, name) [RT_LOST_##id] = (name),
        RT_LOST(X)
#undef X
    };
    static const char *const causes[RT_CAUSE__COUNT] = {
#define X(id, whole, words) [RT_CAUSE_##id] = (words),
        RT_CAUSES(X)
#undef X
    };

    for (uint32_t kind = 0; kind < RT_LOST__COUNT; kind++) {
        if (account->written[kind] == 0)
            continue;
        fprintf(out, "stats: %s: %" PRIu64 " events written, %" PRIu64 " read", kinds[kind],
                account->written[kind], account->read[kind]);
        for (uint32_t cause = 0; cause < RT_CAUSE__COUNT; cause++) {
            if (account->missing[cause][kind] > 0)
                fprintf(out, ", %" PRIu64 " %s", account->missing[cause][kind], causes[cause]);
        }
        fputc('\n', out);
    }
    if (account->reread > 0)
        fprintf(out, "stats: %" PRIu64 " times a process was read again in /proc after a loss\n",
                account->reread);
}
