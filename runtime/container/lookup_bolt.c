/* One value out of the bolt database that Podman keeps its containers in.
 *
 * A bolt file is pages of equal size. Two meta pages take turns; the valid one of the higher
 * transaction names the page of the root bucket. A bucket is a tree: branch pages lead to leaf
 * pages, a leaf's elements are keys with values, and a value may be another bucket, in its parent's
 * element if it is small. Podman's containers are in the bucket "ctr", each a bucket named by its
 * id with the keys "config" and "state", which are JSON. (Layout: go.etcd.io/bbolt, page.go,
 * db.go.)
 *
 * Podman may write while this reads. Pages that a valid meta page leads to are not written again
 * before the next transaction, so a torn read is rare; it is told by what it finds: a wrong length,
 * a missing key, JSON that does not parse. The look-up then tries once more later.
 */
#include "../bytes.h"
#include "lookup_internal.h"

#include <stdlib.h>
#include <string.h>

#define FILE_MAX (256u << 20)
#define STEPS    64u /* pages from the root to a value; a file that lies may go in circles */

enum { PAGE_HEADER = 16, ELEMENT = 16, META_SIZE = 64, BUCKET_HEADER = 16 };
enum { PAGE_BRANCH = 1, PAGE_LEAF = 2, PAGE_META = 4 };
enum { LEAF_BUCKET = 1 };
#define MAGIC 0xED0CDAEDu

struct bolt {
    const uint8_t *data;
    size_t len;
    uint32_t page_size;
};

struct piece {
    const uint8_t *at; /* NULL: nothing */
    size_t len;
};

static uint64_t fnv(const uint8_t *data, size_t len)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ data[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/* The root page and transaction of a meta page; false: it is not valid. */
static bool read_meta(const struct bolt *bolt, size_t at, uint32_t *page_size, uint64_t *root,
                      uint64_t *transaction)
{
    if (at > bolt->len || bolt->len - at < PAGE_HEADER + META_SIZE)
        return false;
    const uint8_t *meta = bolt->data + at + PAGE_HEADER;
    if (!(rt_load16(bolt->data + at + 8) & PAGE_META) || rt_load32(meta) != MAGIC ||
        rt_load32(meta + 4) != 2 || rt_load64(meta + 56) != fnv(meta, 56))
        return false;
    *page_size = rt_load32(meta + 8);
    *root = rt_load64(meta + 16);
    *transaction = rt_load64(meta + 48);
    return *page_size >= 512 && *page_size <= 65536;
}

/* Page number n, with what overflows it. */
static struct piece page(const struct bolt *bolt, uint64_t n)
{
    if (n >= bolt->len / bolt->page_size)
        return (struct piece){0};
    const size_t at = (size_t)n * bolt->page_size;
    const uint64_t pages = (uint64_t)rt_load32(bolt->data + at + 12) + 1;
    const size_t left = bolt->len - at;
    return (struct piece){bolt->data + at,
                          pages > left / bolt->page_size ? left : pages * bolt->page_size};
}

/* Part of a piece; nothing if it is not inside. */
static struct piece part(struct piece whole, size_t at, size_t len)
{
    if (!whole.at || at > whole.len || len > whole.len - at)
        return (struct piece){0};
    return (struct piece){whole.at + at, len};
}

static int order(struct piece key, const char *wanted)
{
    const size_t len = strlen(wanted), least = key.len < len ? key.len : len;
    const int differs = memcmp(key.at, wanted, least);

    if (differs != 0)
        return differs;
    return key.len < len ? -1 : key.len > len;
}

/* The page below a branch page that the key is under; 0: there is none. */
static uint64_t below(struct piece in, uint32_t count, const char *wanted)
{
    uint64_t found = 0;

    for (uint32_t i = 0; i < count; i++) {
        const size_t at = PAGE_HEADER + (size_t)i * ELEMENT;
        const struct piece element = part(in, at, ELEMENT);
        if (!element.at)
            return 0;
        const struct piece key = part(in, at + rt_load32(element.at), rt_load32(element.at + 4));
        if (!key.at || (order(key, wanted) > 0 && i > 0))
            break;
        found = rt_load64(element.at + 8);
    }
    return found;
}

/* The value of a key in a leaf page, and whether it is a bucket. */
static struct piece value_of(struct piece in, uint32_t count, const char *wanted, bool *bucket)
{
    for (uint32_t i = 0; i < count; i++) {
        const size_t at = PAGE_HEADER + (size_t)i * ELEMENT;
        const struct piece element = part(in, at, ELEMENT);
        if (!element.at)
            break;
        const uint32_t pos = rt_load32(element.at + 4), ksize = rt_load32(element.at + 8);
        const struct piece key = part(in, at + pos, ksize);
        if (!key.at)
            break;
        if (order(key, wanted) == 0) {
            *bucket = rt_load32(element.at) & LEAF_BUCKET;
            return part(in, at + pos + ksize, rt_load32(element.at + 12));
        }
    }
    return (struct piece){0};
}

/* Looks a key up from a page on. */
static struct piece find(const struct bolt *bolt, struct piece in, const char *wanted, bool *bucket)
{
    for (uint32_t step = 0; step < STEPS; step++) {
        if (in.len < PAGE_HEADER)
            break;
        const uint16_t flags = rt_load16(in.at + 8), count = rt_load16(in.at + 10);
        if (flags & PAGE_LEAF)
            return value_of(in, count, wanted, bucket);
        const uint64_t next = flags & PAGE_BRANCH ? below(in, count, wanted) : 0;
        if (next == 0)
            break;
        in = page(bolt, next);
    }
    return (struct piece){0};
}

/* The page that a bucket's value leads to; small ones have it behind their header. */
static struct piece bucket_page(const struct bolt *bolt, struct piece value)
{
    if (value.len < BUCKET_HEADER)
        return (struct piece){0};
    const uint64_t root = rt_load64(value.at);
    return root ? page(bolt, root) : part(value, BUCKET_HEADER, value.len - BUCKET_HEADER);
}

static struct piece find_container(struct bolt *bolt, const char *id, const char *what)
{
    uint32_t size = 0, other_size = 0;
    uint64_t root = 0, other_root = 0, transaction = 0, other = 0;
    bool bucket = false;
    const bool first = read_meta(bolt, 0, &size, &root, &transaction);

    if (read_meta(bolt, first ? size : 4096, &other_size, &other_root, &other) &&
        (!first || other > transaction)) {
        root = other_root;
        size = other_size;
    } else if (!first) {
        return (struct piece){0};
    }
    bolt->page_size = size;
    struct piece value = find(bolt, page(bolt, root), "ctr", &bucket);
    if (!bucket)
        return (struct piece){0};
    bucket = false;
    value = find(bolt, bucket_page(bolt, value), id, &bucket);
    if (!bucket)
        return (struct piece){0};
    value = find(bolt, bucket_page(bolt, value), what, &bucket);
    return bucket ? (struct piece){0} : value;
}

json_t *rt_bolt_container(int root, const char *path, const char *id, const char *what)
{
    struct bolt bolt = {0};
    char *data = rt_file_read(root, path, FILE_MAX, &bolt.len);
    json_t *json = NULL;

    if (!data)
        return NULL;
    bolt.data = (const uint8_t *)data;
    const struct piece value = find_container(&bolt, id, what);
    if (value.at)
        json = rt_json_parse((const char *)value.at, value.len);
    free(data);
    return json;
}
