/* Container ids from control group paths, as Falco 0.44's container plugin finds them. */
#include "state/internal.h"

#include "../support/state_events.h"

#define ID "8b5a5b3d7f4e0c1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192"

static void reads_what_engines_write(void **context)
{
    (void)context;
    static const struct {
        const char *path, *id; /* NULL: no container */
    } cases[] = {
        /* Docker: cgroupfs driver, systemd driver, inside Kubernetes */
        {"/docker/" ID, "8b5a5b3d7f4e"},
        {"/system.slice/docker-" ID ".scope", "8b5a5b3d7f4e"},
        {"/kubepods/besteffort/pod1234/" ID, "8b5a5b3d7f4e"},
        {"/kubepods.slice/kubepods-pod12.slice/docker-" ID ".scope", "8b5a5b3d7f4e"},
        /* containerd through the CRI */
        {"/kubepods.slice/kubepods-burstable.slice/cri-containerd-" ID ".scope", "8b5a5b3d7f4e"},
        {"/system.slice/containerd.service/kubepods-burstable-pod1.slice:cri-containerd:" ID,
         "8b5a5b3d7f4e"},
        /* CRI-O */
        {"/kubepods.slice/kubepods-pod3.slice/crio-" ID ".scope", "8b5a5b3d7f4e"},
        {"/kubepods/pod3/crio-" ID, "8b5a5b3d7f4e"},
        /* Podman, root and rootless */
        {"/machine.slice/libpod-" ID ".scope", "8b5a5b3d7f4e"},
        {"/machine.slice/libpod-" ID ".scope/container", "8b5a5b3d7f4e"},
        {"/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-" ID ".scope/container",
         "8b5a5b3d7f4e"},
        {"/libpod_parent/libpod-" ID, "8b5a5b3d7f4e"},
        /* A long number at the end is enough, whoever wrote it */
        {"/" ID, "8b5a5b3d7f4e"},
        {"/somebody/else/" ID, "8b5a5b3d7f4e"},
        /* containerd without the CRI: a namespace and a name */
        {"/default/web", "web"},
        {"/default/a-very-long-container-name", "a-very-long-"},
        {"/moby/abc", "abc"},
        /* LXC, libvirt, BPM */
        {"/lxc/box", "box"},
        {"/lxc.payload.box/init.scope", "box"},
        {"/lxc.payload/box.slice", "box.slice"},
        {"/guest.libvirt-lxc", "guest"},
        {"/machine.slice/guest.libvirt-lxc", "guest.libvir"}, /* containerd comes before */
        {"/machine.slice/machine-lxc\\x2d22\\x2dguest.scope", "22\\x2dguest"},
        {"/machine-lxc\\x2d22\\x2dguest.scope/libvirt", "22\\x2dguest"},
        {"/system.slice/bpm-router.scope", "router"},
        /* The machine itself */
        {"/", NULL},
        {"", NULL},
        {"/init.scope", NULL},
        {"/system.slice/ssh.service", NULL},
        {"/user.slice/user-0.slice/session-1.scope", NULL},
        {"/user.slice/user-1000.slice/user@1000.service/app.slice/app.scope", NULL},
        {"/system.slice/docker-" ID "0.scope", NULL}, /* a digit too many */
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char id[RT_CONTAINER_ID_SIZE] = "";
        bool found = rt_container_match(cases[i].path, (uint32_t)strlen(cases[i].path), id);
        if (cases[i].id) {
            assert_true(found);
            assert_string_equal(id, cases[i].id);
        } else {
            if (found)
                print_error("%s gives %s\n", cases[i].path, id);
            assert_false(found);
        }
    }
}

static void first_matching_group_counts(void **context)
{
    (void)context;
    struct sender sender = open_sender(NULL);
    add_thread(&sender, 1, 1, 0, "init");
    rt_state_start_done(sender.state);
    static const char cgroups[] = "cpuset=/\0memory=/docker/" ID "\0pids=/lxc/other";
    LOOK(&sender, EV_CLONE_20_X, 10, I64(0), TEXT("sh"), NOTHING, I64(10), I64(10), I64(1),
         TEXT(""), I64(0), I64(0), I64(0), U32(0), U32(0), U32(0), TEXT("sh"),
         BYTES(cgroups, sizeof(cgroups)), U32(0), U32(0), U32(0), I64(10), I64(10));
    assert_string_equal(sender.subject.thread->container_id, "8b5a5b3d7f4e");
    assert_string_equal(sender.subject.thread->cgroups.data, "cpuset=/");
    settle(&sender);
    rt_state_destroy(sender.state);
}

static void names_subsystems_as_falco_does(void **context)
{
    (void)context;
    struct sender sender = open_sender(NULL);
    static const char cgroups[] = "perf_cgroup=/a\0mem=/b\0io=/c\0cpu_cgroup=/d";
    static const char expected[] = "perf_event=/a\0memory=/b\0blkio=/c\0cpu=/d";
    LOOK(&sender, EV_CLONE_20_X, 10, I64(0), TEXT("sh"), NOTHING, I64(10), I64(10), I64(1),
         TEXT(""), I64(0), I64(0), I64(0), U32(0), U32(0), U32(0), TEXT("sh"),
         BYTES(cgroups, sizeof(cgroups)), U32(0), U32(0), U32(0), I64(10), I64(10));
    assert_int_equal(sender.subject.thread->cgroups.len, sizeof(expected));
    assert_memory_equal(sender.subject.thread->cgroups.data, expected, sizeof(expected));
    rt_state_destroy(sender.state);
}

static void any_bytes_will_do(void **context)
{
    (void)context;
    static const char *const words[] = {"/",   "libpod-",      ".scope", "docker-",
                                        "lxc", ".libvirt-lxc", "bpm-",   ID,
                                        "a",   "-lxc\\x2",     "x",      "default"};
    uint32_t seed = 3;
    for (int round = 0; round < 100000; round++) {
        char path[600] = "", id[RT_CONTAINER_ID_SIZE] = "";
        for (int i = 0; i < 8; i++) {
            seed = seed * 1664525 + 1013904223;
            strcat(path, words[(seed >> 16) % (sizeof(words) / sizeof(words[0]))]);
        }
        if (rt_container_match(path, (uint32_t)strlen(path), id)) {
            assert_true(strlen(id) > 0);
            assert_true(strlen(id) < RT_CONTAINER_ID_SIZE);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_engines_write),
        cmocka_unit_test(first_matching_group_counts),
        cmocka_unit_test(names_subsystems_as_falco_does),
        cmocka_unit_test(any_bytes_will_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
