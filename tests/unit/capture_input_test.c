/* What captures are read from: gzip, files, standard input. */
#include "../support/capture_outcome.h"

#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

static size_t pack(const uint8_t *data, size_t len, uint8_t *out, size_t size)
{
    z_stream stream = {0};
    assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = (Bytef *)(uintptr_t)data;
    stream.avail_in = (uInt)len;
    stream.next_out = out;
    stream.avail_out = (uInt)size;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    size_t packed = size - stream.avail_out;
    deflateEnd(&stream);
    return packed;
}

static void gzip_whole_cut_and_damaged(void **context)
{
    struct capture_bytes bytes = {0};
    uint8_t packed[20000];
    struct rt_state *state = new_state();
    uint32_t seed = 7;
    (void)context;

    make_small(&bytes);
    size_t half = bytes.blocks[10];
    size_t len = pack(bytes.data, bytes.len, packed, sizeof(packed));
    struct outcome outcome = read_all(packed, len, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 12);

    /* Two members one behind the other, then bytes that are no gzip, as gzip itself takes them. */
    size_t first = pack(bytes.data, half, packed, sizeof(packed));
    size_t both =
        first + pack(bytes.data + half, bytes.len - half, packed + first, sizeof(packed) - first);
    memset(packed + both, 0, 100);
    outcome = read_all(packed, both + 100, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 12);

    len = pack(bytes.data, bytes.len, packed, sizeof(packed));
    packed[len - 6] ^= 1; /* the checksum: found after everything was read */
    outcome = read_all(packed, len, state);
    assert_int_equal(outcome.ended, -EBADMSG);
    assert_int_equal(outcome.events, 12);
    assert_non_null(strstr(outcome.error, "gzip data are damaged"));
    packed[len - 6] ^= 1;
    for (size_t cut = 2; cut < len; cut++) {
        rt_state_clear(state);
        outcome = read_all(packed, cut, state);
        assert_int_not_equal(outcome.ended, RT_SOURCE_END);
        if (outcome.ended < 0 && outcome.ended != -ENODATA)
            assert_non_null(strstr(outcome.error, "end too early"));
    }
    for (int round = 0; round < 500; round++) {
        size_t at = next_random(&seed) % len;
        packed[at] ^= 0x10;
        rt_state_clear(state);
        read_all(packed, len, state);
        packed[at] ^= 0x10;
    }
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

/* Feeds the bytes to standard input in pieces of that size, from another process. */
static struct outcome through_a_pipe(const uint8_t *data, size_t len, size_t piece)
{
    struct outcome outcome = {0};
    struct rt_source *source;
    struct rt_state *state = new_state();
    int ends[2], saved = dup(STDIN_FILENO);

    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        for (size_t at = 0; at < len; at += piece) {
            size_t n = len - at < piece ? len - at : piece;
            if (write(ends[1], data + at, n) != (ssize_t)n)
                _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
    outcome.opened = rt_capture_open(&source, "-", outcome.error, sizeof(outcome.error));
    assert_int_equal(outcome.opened, 0);
    finish(&outcome, source, state);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    rt_state_destroy(state);
    return outcome;
}

static void standard_input_in_pieces(void **context)
{
    struct capture_bytes bytes = {0};
    uint8_t packed[20000];
    (void)context;

    make_small(&bytes);
    size_t len = pack(bytes.data, bytes.len, packed, sizeof(packed));
    const size_t pieces[] = {1, 7, 1000, 1 << 20};
    for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
        struct outcome plain = through_a_pipe(bytes.data, bytes.len, pieces[i]);
        assert_int_equal(plain.ended, RT_SOURCE_END);
        assert_int_equal(plain.events, 12);
        assert_int_equal(through_a_pipe(packed, len, pieces[i]).events, 12);
    }
    capture_bytes_free(&bytes);
}

/* Blocks larger than the window, and many of them: the window has to move and to grow. */
static void large_events_from_a_file(void **context)
{
    static uint8_t payload[900000];
    char path[] = "/tmp/capture_test.XXXXXX";
    struct capture_bytes bytes = {0};
    struct outcome outcome = {0};
    struct rt_source *source;
    struct rt_state *state = new_state();
    int fd = mkstemp(path);
    (void)context;

    assert_true(fd >= 0);
    make_section(&bytes);
    for (uint32_t i = 0; i < 100; i++) {
        const struct rt_param json[] = {{payload, i * 9000}};
        make_event(&bytes, CAPTURE_EVENT_LARGE, i, 1, EV_CONTAINER_JSON_2_E, json, 1);
    }
    assert_int_equal(write(fd, bytes.data, bytes.len), bytes.len);
    close(fd);
    assert_int_equal(rt_capture_open(&source, path, outcome.error, sizeof(outcome.error)), 0);
    finish(&outcome, source, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 100);
    unlink(path);
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gzip_whole_cut_and_damaged),
        cmocka_unit_test(standard_input_in_pieces),
        cmocka_unit_test(large_events_from_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
