/* The floor of replaying a capture: reads the file and goes from block to block, looking at nothing
 * but each block's type and lengths. No reader of captures can be cheaper.
 *
 *     floor FILE      prints the number of event blocks
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define WINDOW (256u << 10) /* bytes; as the agent's, see runtime/source/capture_input.c */

static uint8_t window[WINDOW];

static uint32_t load32(const uint8_t *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof(value));
    return value;
}

static bool is_event(uint32_t type)
{
    return type == 0x204 || type == 0x208 || type == 0x216 || type == 0x217 || type == 0x221 ||
           type == 0x222;
}

static int fail(const char *path, const char *text)
{
    fprintf(stderr, "floor: %s: %s\n", path, text);
    return 1;
}

int main(int argc, char **argv)
{
    uint64_t events = 0;
    size_t pos = 0, len = 0, skip = 0; /* bytes */

    if (argc != 2)
        return fail("usage", "floor FILE");
    int fd = open(argv[1], O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(argv[1], strerror(errno));
    for (;;) {
        memmove(window, window + pos, len - pos);
        len -= pos;
        pos = 0;
        ssize_t got = read(fd, window + len, WINDOW - len);
        if (got < 0)
            return fail(argv[1], strerror(errno));
        if (got == 0)
            break;
        len += (size_t)got;
        for (;;) {
            size_t step = skip < len - pos ? skip : len - pos;
            pos += step;
            skip -= step;
            if (skip > 0 || len - pos < 12)
                break;
            uint32_t size = load32(window + pos + 4);
            if (size < 12)
                return fail(argv[1], "a block's length is impossible");
            events += is_event(load32(window + pos));
            if (size <= len - pos && load32(window + pos + size - 4) != size)
                return fail(argv[1], "the two lengths of a block differ");
            skip = size;
        }
    }
    if (skip > 0 || len > pos)
        return fail(argv[1], "it ends within a block");
    printf("%" PRIu64 "\n", events);
    return 0;
}
