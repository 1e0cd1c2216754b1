/* rulec deploy: a new agent takes over from the one that runs (runtime/handover.h has the words
 * that are said at the socket). */
#include "base/strbuf.h"
#include "command/command.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_S 2    /* for an answer */
#define LOOK_MS    50   /* between looks whether it watches */
#define LOOKS      1200 /* before it is given up: a minute */

/* The process that watches there; 0: there is an agent, and it does not watch; negative errno. */
static long who_watches(const char *path)
{
    const struct timeval patience = {.tv_sec = PATIENCE_S};
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char answer[64];
    ssize_t n;
    int fd;
    long pid = 0;

    if (strlen(path) >= sizeof address.sun_path)
        return -ENAMETOOLONG;
    memcpy(address.sun_path, path, strlen(path));
    fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -errno;
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0)
        pid = -errno;
    else if (send(fd, "status\n", 7, MSG_NOSIGNAL) == 7) {
        n = recv(fd, answer, sizeof answer - 1, 0);
        answer[n > 0 ? n : 0] = '\0';
        if (strncmp(answer, "watching ", 9) == 0)
            pid = strtol(answer + 9, NULL, 10);
    }
    close(fd);
    return pid;
}

/* Begins a program in a session of its own; out: its standard output, -1: this one's. Its pid, or
 * negative errno. */
static pid_t begin(const char *const *argv, int out)
{
    const pid_t pid = fork();
    int null;

    if (pid != 0)
        return pid < 0 ? -errno : pid;
    setsid();
    null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null < 0 || dup2(null, STDIN_FILENO) < 0 || (out >= 0 && dup2(out, STDOUT_FILENO) < 0))
        _exit(127);
    execv(argv[0], (char *const *)argv);
    fprintf(stderr, "rulec deploy: cannot run %s: %s\n", argv[0], strerror(errno));
    _exit(127);
}

/* Its exit status; -1: a signal ended it. */
static int end_of(pid_t pid)
{
    int status;

    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* What the agent prints with its last option; false, with a message: it did not end well. */
static bool ask_agent(const char *const *argv, const char *option, struct rc_strbuf *out)
{
    char bytes[4096];
    int ends[2], status;
    ssize_t n;
    pid_t pid;

    if (pipe2(ends, O_CLOEXEC) != 0) {
        fprintf(stderr, "rulec deploy: no pipe: %s\n", strerror(errno));
        return false;
    }
    pid = begin(argv, ends[1]);
    close(ends[1]);
    while (pid > 0 && (n = read(ends[0], bytes, sizeof bytes)) > 0)
        rc_strbuf_add(out, bytes, (size_t)n);
    close(ends[0]);
    status = pid > 0 ? end_of(pid) : -1;
    if (status != 0)
        fprintf(stderr, "rulec deploy: %s %s does not end well: it is not deployed\n", argv[0],
                option);
    return status == 0;
}

/* Whether it has the manifest of an agent; if not, a message says so. */
static bool is_agent(const char *const *argv)
{
    struct rc_strbuf text = {0};
    const bool answers = ask_agent(argv, "--manifest", &text);
    json_t *manifest = answers ? json_loadb(text.data ? text.data : "", text.len, 0, NULL) : NULL;
    const bool good = json_is_object(manifest);

    if (answers && !good)
        fprintf(stderr, "rulec deploy: %s prints no manifest: it is no agent\n", argv[0]);
    json_decref(manifest);
    rc_strbuf_free(&text);
    return good;
}

/* argv of the agent: itself, its options, and what is put behind them. */
static const char **words(struct rc_arena *arena, const char *agent, const struct rc_args *args,
                          const char *const *more, uint32_t nmore)
{
    const char **argv = rc_arena_array(arena, args->rest.n + nmore + 2, sizeof *argv);
    uint32_t n = 0;

    argv[n++] = agent;
    for (uint32_t i = 0; i < args->rest.n; i++)
        argv[n++] = args->rest.items[i];
    for (uint32_t i = 0; i < nmore; i++)
        argv[n++] = more[i];
    return argv;
}

/* "control_socket: PATH  # ..." of --config; NULL: it is empty. */
static const char *find_socket(struct rc_arena *arena, const struct rc_strbuf *config)
{
    static const char key[] = "control_socket";
    const char *line = config->len > 0 ? config->data : "";

    for (; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
        const char *value = line + strlen(key);

        if (strncmp(line, key, strlen(key)) != 0)
            continue;
        value += strspn(value, " :=\"");
        return *value == '/' ? rc_arena_strndup(arena, value, strcspn(value, " \"\n")) : NULL;
    }
    return NULL;
}

/* Waits until the new agent watches; false, with a message: it does not. */
static bool wait_for(pid_t pid, const char *agent, const char *socket_path)
{
    const struct timespec moment = {.tv_nsec = LOOK_MS * 1000000L};

    for (int i = 0; i < LOOKS; i++) {
        int status;

        if (who_watches(socket_path) == (long)pid)
            return true;
        if (waitpid(pid, &status, WNOHANG) == pid) {
            fprintf(stderr, "rulec deploy: %s has ended before it watched\n", agent);
            return false;
        }
        nanosleep(&moment, NULL);
    }
    fprintf(stderr, "rulec deploy: %s does not watch after a minute; it is stopped\n", agent);
    kill(pid, SIGTERM);
    end_of(pid);
    return false;
}

/* Says who watches now. */
static int report(const char *agent, pid_t pid, long old, const char *socket_path)
{
    printf("%s watches as process %ld; process %ld has handed over to it at %s\n", agent, (long)pid,
           old, socket_path);
    return rc_finish_output("deploy");
}

static int deploy(const struct rc_args *args, struct rc_arena *arena, struct rc_strbuf *config)
{
    static const char *const manifest_option[] = {"--manifest"}, *const config_option[] = {
                                                                     "--config"};
    const char *name = args->operands.items[0];
    const char *agent = strchr(name, '/') ? name : rc_arena_printf(arena, "./%s", name);
    const char *path = rc_args_value(args, RC_OPT_CONTROL);
    long old;
    pid_t pid;

    if (!is_agent(words(arena, agent, args, manifest_option, 1)) ||
        !ask_agent(words(arena, agent, args, config_option, 1), "--config", config))
        return RC_EXIT_RULES;
    if (!path)
        path = find_socket(arena, config);
    if (!path) {
        fprintf(stderr, "rulec deploy: at which socket? --control SOCKET, or a site file with an "
                        "absolute control_socket\n");
        return RC_EXIT_RULES;
    }
    old = who_watches(path);
    if (old <= 0) {
        fprintf(stderr, "rulec deploy: no agent watches that answers at %s%s%s\n", path,
                old < 0 ? ": " : "", old < 0 ? strerror((int)-old) : "");
        return RC_EXIT_RULES;
    }
    pid = begin(
        words(arena, agent, args, (const char *[]){"--control", path, "--replace", path}, 4), -1);
    if (pid < 0) {
        fprintf(stderr, "rulec deploy: no process: %s\n", strerror(-pid));
        return RC_EXIT_RULES;
    }
    if (wait_for(pid, agent, path))
        return report(agent, pid, old, path);
    fprintf(stderr, "rulec deploy: process %ld %s\n", old,
            who_watches(path) == old ? "still watches" : "does not watch any more");
    return RC_EXIT_RULES;
}

int rc_cmd_deploy(const struct rc_args *args)
{
    struct rc_arena arena = {0};
    struct rc_strbuf config = {0};
    const int status = deploy(args, &arena, &config);

    rc_strbuf_free(&config);
    rc_arena_free(&arena);
    return status;
}
