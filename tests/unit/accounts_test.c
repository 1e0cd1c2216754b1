/* Users and groups met while running: read below a root that the test makes. */
#include "source/accounts.h"

#include "source/accounts_file.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static char root[] = "/tmp/rulec-accounts-XXXXXX";

static void write_file(const char *path, const char *text)
{
    char full[512];

    snprintf(full, sizeof full, "%s/%s", root, path);
    FILE *file = fopen(full, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void make_dir(const char *path)
{
    char full[512];

    snprintf(full, sizeof full, "%s/%s", root, path);
    assert_int_equal(mkdir(full, 0755), 0);
}

/* The machine, with process 77 in a container and 78 still on the machine's root. */
static int make_root(void **state)
{
    char full[512];

    (void)state;
    if (!mkdtemp(root))
        return -1;
    make_dir("etc");
    make_dir("proc");
    make_dir("proc/77");
    make_dir("proc/77/root");
    make_dir("proc/77/root/etc");
    make_dir("proc/78");
    write_file("etc/passwd",
               "root:x:0:0:root:/root:/bin/bash\nanna:x:1000:1000::/home/anna:/bin/sh\n");
    write_file("etc/group", "root:x:0:\nanna:x:1000:\n");
    write_file("proc/77/root/etc/passwd",
               "root:x:0:0:root:/root:/bin/ash\n"
               "bad line\n:x:1:1:::\nnobody:x:-1:5:a:b:c\n+nis:x:7:7:::\n"
               "app:x:1000:1001:An app:/app:/sbin/nologin\n\n");
    write_file("proc/77/root/etc/group", "root:x:0:\nstaff:x:1001:app\nshort:x\n");
    snprintf(full, sizeof full, "%s/proc/78/root", root);
    return symlink(root, full);
}

static int remove_root(void **state)
{
    char command[128];

    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", root);
    return system(command);
}

static struct rt_state *state_of(void)
{
    struct rt_state *state;

    assert_int_equal(rt_state_create(&state, NULL), 0);
    return state;
}

static struct rt_thread thread_in(const char *id, int64_t pid, uint32_t uid)
{
    struct rt_thread thread = {.tid = pid, .pid = pid, .uid = uid, .gid = uid};

    snprintf(thread.container_id, sizeof thread.container_id, "%s", id);
    return thread;
}

/* Takes answers until the user is known, for a second at most. */
static const struct rt_user *await(struct rt_accounts *accounts, struct rt_state *state,
                                   const struct rt_thread *thread, uint32_t uid)
{
    const struct timespec moment = {.tv_nsec = 1000000};

    for (int i = 0; i < 1000 && !rt_state_user(state, thread, uid); i++) {
        rt_accounts_turn(accounts, state, NULL, 1);
        nanosleep(&moment, NULL);
    }
    return rt_state_user(state, thread, uid);
}

static void a_container_has_users_of_its_own(void **unused)
{
    struct rt_state *state = state_of();
    struct rt_accounts *accounts;
    const struct rt_thread thread = thread_in("0123456789ab", 77, 1000);
    const struct rt_thread machine = thread_in("", 5, 1000);

    (void)unused;
    assert_int_equal(rt_accounts_open(&accounts, root), 0);
    rt_accounts_see(accounts, state, &thread, 1);
    const struct rt_user *user = await(accounts, state, &thread, 1000);
    assert_non_null(user);
    assert_string_equal(user->name.data, "app");
    assert_string_equal(user->home.data, "/app");
    assert_string_equal(user->shell.data, "/sbin/nologin");
    assert_int_equal(user->gid, 1001);
    assert_string_equal(rt_state_group(state, &thread, 1001)->name.data, "staff");
    assert_string_equal(rt_state_user(state, &thread, 0)->shell.data, "/bin/ash");
    assert_null(rt_state_user(state, &thread, 7));
    assert_null(rt_state_user(state, &thread, UINT32_MAX));
    assert_null(rt_state_user(state, &machine, 1000));

    rt_accounts_see(accounts, state, &machine, 1);
    user = await(accounts, state, &machine, 1000);
    assert_non_null(user);
    assert_string_equal(user->name.data, "anna");

    rt_state_forget_accounts(state, "0123456789ab");
    assert_null(rt_state_user(state, &thread, 1000));
    assert_non_null(rt_state_user(state, &machine, 1000));
    rt_accounts_close(accounts);
    rt_state_destroy(state);
}

/* Before a container has its root, the machine's users are not taken for its own. */
static void the_machines_root_is_not_a_containers(void **unused)
{
    const struct timespec moment = {.tv_nsec = 1000000};
    struct rt_state *state = state_of();
    struct rt_accounts *accounts;
    const struct rt_thread early = thread_in("cafe00000000", 78, 1000);
    const struct rt_thread later = thread_in("cafe00000000", 77, 1000);

    (void)unused;
    assert_int_equal(rt_accounts_open(&accounts, root), 0);
    rt_accounts_see(accounts, state, &early, 1);
    for (int i = 0; i < 20; i++) {
        rt_accounts_turn(accounts, state, NULL, 1);
        nanosleep(&moment, NULL);
    }
    assert_null(rt_state_user(state, &early, 1000));
    rt_accounts_see(accounts, state, &later, 2); /* and it may be asked at once */
    assert_non_null(await(accounts, state, &later, 1000));
    rt_accounts_close(accounts);
    rt_state_destroy(state);
}

/* Links stay inside, and what is no plain file is not read. */
static void files_are_read_without_trust(void **unused)
{
    struct rt_account_list list;
    char path[512];
    int dir;

    (void)unused;
    make_dir("evil");
    make_dir("evil/etc");
    snprintf(path, sizeof path, "%s/evil/etc/passwd", root);
    assert_int_equal(symlink("/etc/passwd", path), 0); /* itself, inside */
    snprintf(path, sizeof path, "%s/evil/etc/group", root);
    assert_int_equal(mkfifo(path, 0644), 0);
    snprintf(path, sizeof path, "%s/evil", root);
    dir = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    assert_true(dir >= 0);
    assert_int_equal(rt_account_list_read(&list, dir), -ENOENT);
    snprintf(path, sizeof path, "%s/evil/etc/passwd", root);
    unlink(path);
    assert_int_equal(symlink("../../../../../../evil", path), 0);
    write_file("evil/evil", "z:x:1:2:::/x");
    assert_int_equal(rt_account_list_read(&list, dir), 0);
    assert_int_equal(list.nusers, 1);
    assert_string_equal(list.users[0].shell.data, "/x");
    rt_account_list_free(&list);
    close(dir);
}

/* However many lines and bytes there are. */
static void files_are_bounded(void **unused)
{
    struct rt_account_list list;
    char path[512];

    (void)unused;
    make_dir("large");
    make_dir("large/etc");
    snprintf(path, sizeof path, "%s/large/etc/passwd", root);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (int i = 0; i < 200000; i++)
        fprintf(file, "u%d:x:%d:1:::\n", i, i);
    fclose(file);
    snprintf(path, sizeof path, "%s/large", root);
    const int dir = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    assert_int_equal(rt_account_list_read(&list, dir), 0);
    assert_int_equal(list.nusers, RT_ACCOUNTS_ENTRIES);
    rt_account_list_free(&list);
    close(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_container_has_users_of_its_own),
        cmocka_unit_test(the_machines_root_is_not_a_containers),
        cmocka_unit_test(files_are_read_without_trust),
        cmocka_unit_test(files_are_bounded),
    };

    return cmocka_run_group_tests(tests, make_root, remove_root);
}
