/* Replays inputs that once broke a fuzzer: the main function of NAME_fuzz_replay, which is linked
 * with tests/fuzz/NAME_fuzz.c in every build but the fuzzers' own. Arguments are folders; each file
 * in them is one input.
 */
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* All bytes of a file, to be freed; NULL: errno says why. */
static uint8_t *read_all(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = NULL;

    if (!file)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        const long end = ftell(file);
        bytes = end >= 0 ? malloc((size_t)end + 1) : NULL;
        *size = bytes ? (size_t)end : 0;
        rewind(file);
        if (bytes && fread(bytes, 1, *size, file) != *size) {
            free(bytes);
            bytes = NULL;
        }
    }
    fclose(file);
    return bytes;
}

static int replay(const char *folder, uint32_t *count)
{
    struct dirent **entries;
    const int n = scandir(folder, &entries, NULL, alphasort);
    int status = 0;

    if (n < 0) {
        fprintf(stderr, "%s: %s\n", folder, strerror(errno));
        return 1;
    }
    for (int i = 0; i < n; i++) {
        char path[4096];
        size_t size = 0;
        if (entries[i]->d_name[0] != '.') {
            snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
            printf("%s\n", path);
            fflush(stdout);
            uint8_t *bytes = read_all(path, &size);
            if (bytes) {
                LLVMFuzzerTestOneInput(bytes, size);
                ++*count;
            } else {
                fprintf(stderr, "%s: %s\n", path, strerror(errno));
                status = 1;
            }
            free(bytes);
        }
        free(entries[i]);
    }
    free(entries);
    return status;
}

int main(int argc, char **argv)
{
    uint32_t count = 0;
    int status = 0;

    for (int i = 1; i < argc; i++)
        status |= replay(argv[i], &count);
    printf("%u cases replayed\n", count);
    return status;
}
