/* Loads a program in a thread of its own. See aside.h. */
#include "aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../bpf/recipe.h"
#include "../thread.h"

static int load(const struct rt_aside *aside, const struct bpf_prog_load_opts *options)
{
    const int fd = bpf_prog_load(aside->type, bpf_program__name(aside->program), CAPTURE_LICENSE,
                                 aside->code, aside->ncode, options);

    return fd >= 0 ? fd : -errno;
}

static void *run(void *context)
{
    struct rt_aside *aside = context;

    aside->fd = load(aside, &aside->options);
    return NULL;
}

static void *copy_of(const void *data, size_t size)
{
    void *copy = malloc(size + 1);

    if (copy && size > 0)
        memcpy(copy, data, size);
    return copy;
}

/* libbpf may let go of what it has before the thread is done, if it fails. */
static bool take(struct rt_aside *aside, const struct bpf_prog_load_opts *options)
{
    aside->options = *options;
    aside->ncode = bpf_program__insn_cnt(aside->program);
    aside->code = copy_of(bpf_program__insns(aside->program), aside->ncode * sizeof *aside->code);
    aside->functions =
        copy_of(options->func_info, (size_t)options->func_info_cnt * options->func_info_rec_size);
    aside->lines =
        copy_of(options->line_info, (size_t)options->line_info_cnt * options->line_info_rec_size);
    aside->options.func_info = aside->functions;
    aside->options.line_info = aside->lines;
    aside->options.log_level = 0;
    aside->options.log_size = 0;
    aside->options.log_buf = NULL;
    return aside->code && aside->functions && aside->lines;
}

static int begin_thread(struct rt_aside *aside)
{
    const int result = rt_thread_start(&aside->thread, run, aside);

    aside->running = result == 0;
    return result;
}

int rt_aside_begin(struct rt_aside *aside, struct bpf_program *program, enum bpf_prog_type type,
                   struct bpf_prog_load_opts *options)
{
    struct bpf_insn nothing[] = {
        {.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0},
        {.code = BPF_JMP | BPF_EXIT},
    };

    *aside = (struct rt_aside){.program = program, .type = type, .fd = -ESRCH};
    int result = take(aside, options) ? begin_thread(aside) : -ENOMEM;
    if (result == 0)
        result = bpf_program__set_insns(program, nothing, sizeof nothing / sizeof nothing[0]);
    if (result != 0) {
        rt_aside_close(aside);
        return result;
    }
    /* These told of the true one. */
    options->func_info = options->line_info = NULL;
    options->func_info_cnt = options->line_info_cnt = 0;
    options->attach_btf_id = 0;
    options->expected_attach_type = 0;
    return 0;
}

static void wait_for(struct rt_aside *aside)
{
    if (aside->running)
        pthread_join(aside->thread, NULL);
    aside->running = false;
}

/* Has the kernel say why. */
static void ask_why(const struct rt_aside *aside, char *log, size_t size)
{
    struct bpf_prog_load_opts options = aside->options;

    options.log_level = 1;
    options.log_buf = log;
    options.log_size = (uint32_t)size;
    const int fd = load(aside, &options);
    if (fd >= 0)
        close(fd);
}

int rt_aside_end(struct rt_aside *aside, char *log, size_t log_size)
{
    int result = 0;

    if (!aside->program)
        return 0;
    wait_for(aside);
    if (aside->fd < 0) {
        result = aside->fd;
        ask_why(aside, log, log_size);
    } else if (dup3(aside->fd, bpf_program__fd(aside->program), O_CLOEXEC) < 0) {
        result = -errno;
    }
    rt_aside_close(aside);
    return result;
}

void rt_aside_close(struct rt_aside *aside)
{
    wait_for(aside);
    if (aside->program && aside->fd >= 0)
        close(aside->fd);
    free(aside->code);
    free(aside->functions);
    free(aside->lines);
    *aside = (struct rt_aside){0};
}
