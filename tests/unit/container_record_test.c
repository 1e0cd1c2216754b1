/* Containers out of JSON: every field of a record, the store's states, and JSON that lies. */
#include "../support/stage.h"
#include "container/intake.h"

#include <errno.h>

static const char web[] =
    "{\"container\":{\"type\":0,\"id\":\"0123456789ab\",\"name\":\"web\",\"image\":\"shop/"
    "web:1.2\","
    "\"imagedigest\":\"sha256:d1\",\"imageid\":\"i1\",\"imagerepo\":\"shop/"
    "web\",\"imagetag\":\"1.2\","
    "\"full_id\":\"0123456789abcdef\",\"host_ipc\":false,\"host_network\":true,\"host_pid\":false,"
    "\"ip\":\"10.0.0.7\",\"is_pod_sandbox\":false,\"cni_json\":\"\",\"privileged\":true,"
    "\"labels\":{\"tier\":\"front\",\"app\":\"shop\",\"bare\":\"\",\"annotation.x\":\"1\","
    "\"io.kubernetes.pod.name\":\"shop-0\",\"io.kubernetes.pod.namespace\":\"prod\","
    "\"io.kubernetes.pod.uid\":\"u-1\"},\"pod_sandbox_id\":\"feedfeedfeedfeed\","
    "\"pod_sandbox_labels\":{\"own\":\"1\"},\"Mounts\":["
    "{\"Source\":\"/data\",\"Destination\":\"/srv\",\"Mode\":\"z\",\"RW\":true,"
    "\"Propagation\":\"rprivate\"},"
    "{\"Source\":\"/proc\",\"Destination\":\"/host/proc\",\"Mode\":\"\",\"RW\":false,"
    "\"Propagation\":\"rslave\"}]}}";

static const char sandbox[] =
    "{\"container\":{\"type\":7,\"id\":\"feedfeedfeed\",\"name\":\"pause\",\"ip\":\"10.1.1.1\","
    "\"cni_json\":\"[{}]\",\"labels\":null,\"pod_sandbox_labels\":{\"team\":\"shop\"}}}";

static struct rct_stage *open_stage(const char *container_id)
{
    static char cgroups[256];
    struct rct_stage *stage = rct_stage_open();
    const int len = snprintf(cgroups, sizeof cgroups, "cpu=%s", container_id);

    assert_int_equal(rt_containers_create(&stage->engine.containers), 0);
    stage->thread.cgroups = (struct rt_str){cgroups, (uint32_t)len + 1};
    rct_stage_ready(stage);
    return stage;
}

static void close_stage(struct rct_stage *stage)
{
    rt_containers_destroy(stage->engine.containers);
    rct_stage_close(stage);
}

#define DOCKER "/docker/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void add(struct rct_stage *stage, const char *json)
{
    struct rt_container *record;

    assert_int_equal(rt_container_parse(&record, json, strlen(json), "", 0), 0);
    rt_containers_put(stage->engine.containers, record);
}

static void an_event(struct rct_stage *stage)
{
    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_event(stage, EV_CLOSE_X, 100, -1);
}

static void every_field_of_a_record(void **state)
{
    static const char *const expected[][2] = {
        {"container.id", "0123456789ab"},
        {"container.full_id", "0123456789abcdef"},
        {"container.name", "web"},
        {"container.image", "shop/web:1.2"},
        {"container.image.id", "i1"},
        {"container.image.repository", "shop/web"},
        {"container.image.tag", "1.2"},
        {"container.image.digest", "sha256:d1"},
        {"container.type", "docker"},
        {"container.privileged", "true"},
        {"container.host_network", "true"},
        {"container.host_pid", "false"},
        {"container.host_ipc", "false"},
        {"container.ip", "10.0.0.7"},
        {"container.cni.json", ""},
        {"container.mounts", "/data:/srv:z:true:rprivate,/proc:/host/proc::false:rslave"},
        {"container.labels", "app:shop, bare, tier:front"},
        {"container.healthcheck", "<NA>"},
        {"container.liveness_probe", "<NA>"},
        {"container.readiness_probe", "<NA>"},
        {"proc.is_container_healthcheck", "<NA>"},
        {"container.start_ts", "<NA>"},
        {"k8s.pod.name", "shop-0"},
        {"k8s.ns.name", "prod"},
        {"k8s.pod.id", "u-1"},
        {"k8s.pod.uid", "u-1"},
        {"k8s.pod.sandbox_id", "feedfeedfeed"},
        {"k8s.pod.full_sandbox_id", "feedfeedfeedfeed"},
        {"k8s.pod.labels", "own:1"},
        {"k8s.pod.ip", "<NA>"},
        {"k8s.deployment.name", "<NA>"},
    };
    struct rct_stage *stage = open_stage(DOCKER);

    (void)state;
    an_event(stage);
    assert_string_equal(rct_ask(stage, "container.name"), "<NA>"); /* nothing is known yet */
    assert_string_equal(rct_ask(stage, "container.id"), "0123456789ab");
    add(stage, web);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_string_equal(rct_ask(stage, expected[i][0]), expected[i][1]);

    /* With the pod's sandbox there is more. */
    add(stage, sandbox);
    assert_string_equal(rct_ask(stage, "k8s.pod.labels"), "team:shop");
    assert_string_equal(rct_ask_key(stage, "k8s.pod.label", "team"), "shop");
    assert_string_equal(rct_ask_key(stage, "k8s.pod.label", "own"), "1");
    assert_string_equal(rct_ask(stage, "k8s.pod.ip"), "10.1.1.1");
    assert_string_equal(rct_ask(stage, "k8s.pod.cni.json"), "[{}]");
    close_stage(stage);
}

static void mounts_and_labels_by_argument(void **state)
{
    struct rct_stage *stage = open_stage(DOCKER);

    (void)state;
    an_event(stage);
    add(stage, web);
    assert_string_equal(rct_ask_index(stage, "container.mount", 1),
                        "/proc:/host/proc::false:rslave");
    assert_string_equal(rct_ask_index(stage, "container.mount", 2), "<NA>");
    assert_string_equal(rct_ask_index(stage, "container.mount.mode", 0), "z");
    assert_string_equal(rct_ask_key(stage, "container.mount.dest", "/proc"), "/host/proc");
    assert_string_equal(rct_ask_key(stage, "container.mount.source", "/srv"), "/data");
    assert_string_equal(rct_ask_key(stage, "container.mount.rdwr", "/proc"), "false");
    assert_string_equal(rct_ask_key(stage, "container.mount.propagation", "/data"), "rprivate");
    assert_string_equal(rct_ask_key(stage, "container.mount", "/etc"), "<NA>");
    assert_string_equal(rct_ask_key(stage, "container.label", "tier"), "front");
    assert_string_equal(rct_ask_key(stage, "container.label", "bare"), "");
    assert_string_equal(rct_ask_key(stage, "container.label", "annotation.x"), "1");
    assert_string_equal(rct_ask_key(stage, "container.label", "none"), "<NA>");
    close_stage(stage);
}

static void outside_of_containers_is_the_host(void **state)
{
    struct rct_stage *stage = open_stage("/");

    (void)state;
    an_event(stage);
    assert_string_equal(rct_ask(stage, "container.id"), "host");
    assert_string_equal(rct_ask(stage, "container.name"), "host");
    assert_string_equal(rct_ask(stage, "container.type"), "host");
    assert_string_equal(rct_ask(stage, "container.image"), "");
    assert_string_equal(rct_ask(stage, "container.privileged"), "false");
    assert_string_equal(rct_ask(stage, "container.mounts"), "");
    assert_string_equal(rct_ask(stage, "container.labels"), "");
    assert_string_equal(rct_ask(stage, "k8s.pod.name"), "<NA>");
    assert_string_equal(rct_ask(stage, "k8s.pod.labels"), "");
    close_stage(stage);
}

/* --- events --- */

static const struct rt_container *take(struct rct_stage *stage, const char *name, const char *json)
{
    rct_begin(stage);
    rct_number(stage, 0, 4);
    rct_text(stage, name);
    rct_text(stage, json);
    rct_event(stage, EV_ASYNCEVENT_E, 0, -1);
    if (!rt_container_intake_wants(&stage->event))
        return NULL;
    return rt_container_intake(stage->engine.containers, &stage->event);
}

static void events_bring_and_remove(void **state)
{
    struct rct_stage *stage = open_stage(DOCKER);
    struct rt_containers *store = stage->engine.containers;
    struct rt_containers_stats stats;

    (void)state;
    assert_null(take(stage, "something", web));
    assert_string_equal(take(stage, "container", web)->name.data, "web");
    assert_int_equal(rt_containers_state(store, "0123456789ab"), RT_CONTAINER_KNOWN);
    assert_string_equal(take(stage, "container_removed", web)->name.data, "web");
    assert_int_equal(rt_containers_state(store, "0123456789ab"), RT_CONTAINER_ENDED);
    assert_null(rt_containers_find(store, "0123456789ab"));
    assert_string_equal(rt_containers_find_past(store, "0123456789ab")->name.data, "web");
    assert_string_equal(take(stage, "container_removed", sandbox)->name.data, "pause");
    assert_null(take(stage, "container", "{\"container\":{}}"));

    rct_begin(stage);
    rct_text(stage, web);
    rct_event(stage, EV_CONTAINER_JSON_2_E, 0, -1);
    assert_true(rt_container_intake_wants(&stage->event));
    assert_non_null(rt_container_intake(store, &stage->event));
    rt_containers_stats(store, &stats);
    assert_int_equal(stats.malformed, 1);
    assert_int_equal(stats.ended, 2);
    close_stage(stage);
}

static void pending_is_a_state_of_its_own(void **state)
{
    struct rct_stage *stage = open_stage(DOCKER);
    struct rt_containers *store = stage->engine.containers;

    (void)state;
    assert_int_equal(rt_containers_state(store, "0123456789ab"), RT_CONTAINER_STRANGE);
    rt_containers_await(store, "0123456789ab");
    assert_int_equal(rt_containers_state(store, "0123456789ab"), RT_CONTAINER_PENDING);
    rt_containers_give_up(store, "0123456789ab");
    assert_int_equal(rt_containers_state(store, "0123456789ab"), RT_CONTAINER_ABSENT);
    add(stage, web); /* late, but here */
    assert_int_equal(rt_containers_state(store, "0123456789ab"), RT_CONTAINER_KNOWN);
    rt_containers_give_up(store, "0123456789ab");
    assert_int_equal(rt_containers_state(store, "0123456789ab"), RT_CONTAINER_KNOWN);
    close_stage(stage);
}

static void the_store_is_bounded(void **state)
{
    struct rct_stage *stage = open_stage("/");
    struct rt_containers *store = stage->engine.containers;
    struct rt_containers_stats stats;
    char key[RT_CONTAINER_ID_SIZE];

    (void)state;
    add(stage, web);
    for (uint32_t i = 0; i < 3 * RT_CONTAINERS_MAX; i++) {
        snprintf(key, sizeof key, "%u", i);
        rt_containers_await(store, key);
        rt_containers_give_up(store, key);
    }
    assert_int_equal(rt_containers_state(store, "0123456789ab"), RT_CONTAINER_KNOWN);
    assert_int_equal(rt_containers_state(store, key), RT_CONTAINER_ABSENT);
    rt_containers_stats(store, &stats);
    assert_int_equal(stats.evicted, 2 * RT_CONTAINERS_MAX + 1);
    close_stage(stage);
}

/* --- lies --- */

static void what_is_no_container_is_refused(void **state)
{
    static const char *const lies[] = {
        "",
        "null",
        "[]",
        "{}",
        "{\"container\":null}",
        "{\"container\":[]}",
        "{\"container\":{\"id\":\"\"}}",
        "{\"container\":{\"id\":5}}",
        "{\"container\":{\"id\":\"a\",\"name\":{}}}",
        "{\"container\":{\"id\":\"a\",\"type\":\"docker\"}}",
        "{\"container\":{\"id\":\"a\",\"privileged\":\"yes\"}}",
        "{\"container\":{\"id\":\"a\",\"labels\":[]}}",
        "{\"container\":{\"id\":\"a\",\"labels\":{\"k\":1}}}",
        "{\"container\":{\"id\":\"a\",\"Mounts\":{}}}",
        "{\"container\":{\"id\":\"a\",\"Mounts\":[1]}}",
        "{\"container\":{\"id\":\"a\",\"Mounts\":[{\"Source\":1}]}}",
        "{\"container\":{\"id\":\"a\"",
        "{\"container\":{\"id\":\"a\\",
    };
    struct rt_container *record;

    (void)state;
    for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++)
        assert_int_equal(rt_container_parse(&record, lies[i], strlen(lies[i]), "", 0), -EBADMSG);
}

static void depth_and_size_are_bounded(void **state)
{
    const size_t size = RT_CONTAINER_JSON_MAX + 1;
    char *text = malloc(size);
    struct rt_container *record;

    (void)state;
    assert_non_null(text);
    memset(text, '[', size);
    assert_int_equal(rt_container_parse(&record, text, 1 << 20, "", 0), -EBADMSG);
    for (size_t i = 0; i < size; i++)
        text[i] = i % 2 ? ',' : '1';
    text[0] = '[';
    assert_int_equal(rt_container_parse(&record, text, RT_CONTAINER_JSON_MAX, "", 0), -EBADMSG);
    assert_int_equal(rt_container_parse(&record, text, size, "", 0), -EBADMSG);
    free(text);
}

/* Whatever a prefix or a changed byte makes of it: a record or a refusal. */
static void damage_is_harmless(void **state)
{
    struct rt_container *record;
    char text[sizeof web];

    (void)state;
    for (size_t i = 0; i < sizeof web - 1; i++) {
        assert_int_equal(rt_container_parse(&record, web, i, "", 0), -EBADMSG);
        for (unsigned c = 0; c < 256; c += 15) {
            memcpy(text, web, sizeof web);
            text[i] = (char)c;
            if (rt_container_parse(&record, text, sizeof web - 1, "", 0) == 0)
                rt_container_free(record);
        }
    }
}

static void the_last_of_two_labels_counts(void **state)
{
    static const char json[] =
        "{\"id\":\"a\",\"type\":-3,\"labels\":{\"k\":\"1\",\"a\":\"\",\"k\":\"2\"}}";
    struct rt_container *record;

    (void)state;
    assert_int_equal(rt_container_parse(&record, json, strlen(json), "/r", 9), 0);
    assert_string_equal(record->labels.text.data, "a, k:2");
    assert_int_equal(record->type, RT_CONTAINER_UNKNOWN);
    assert_string_equal(record->json.data, json);
    assert_string_equal(record->root.data, "/r");
    assert_int_equal(record->pid, 9);
    rt_container_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_of_a_record),
        cmocka_unit_test(mounts_and_labels_by_argument),
        cmocka_unit_test(outside_of_containers_is_the_host),
        cmocka_unit_test(events_bring_and_remove),
        cmocka_unit_test(pending_is_a_state_of_its_own),
        cmocka_unit_test(the_store_is_bounded),
        cmocka_unit_test(what_is_no_container_is_refused),
        cmocka_unit_test(depth_and_size_are_bounded),
        cmocka_unit_test(damage_is_harmless),
        cmocka_unit_test(the_last_of_two_labels_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
