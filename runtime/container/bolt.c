/* bolt databases. See bolt.h. */
#include "bolt.h"

#include "../bytes.h"

#include <string.h>

#define READ_MAX   (32u << 20) /* bytes */
#define STEPS      64u /* pages from the root to a value; a file that lies may go in circles */
#define VALUES_MAX 65536u

enum { PAGE_HEADER = 16, ELEMENT = 16, META_SIZE = 64, BUCKET_HEADER = 16 };
enum { PAGE_BRANCH = 1, PAGE_LEAF = 2, PAGE_META = 4 };
enum { LEAF_BUCKET = 1 };
#define MAGIC      0xED0CDAEDu
#define VERSION    2
#define USUAL_PAGE 4096

static uint64_t fnv(const uint8_t *data, size_t len)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ data[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/* Takes a meta page if it is valid and of a later transaction than what is known. */
static bool take_meta(struct rt_bolt *bolt, uint64_t at)
{
    const struct rt_piece page = rt_pages_read(bolt->pages, at, PAGE_HEADER + META_SIZE);

    if (!page.at)
        return false;
    const uint8_t *meta = page.at + PAGE_HEADER;
    const uint32_t page_size = rt_load32(meta + 8);
    const uint64_t transaction = rt_load64(meta + 48);
    if (!(rt_load16(page.at + 8) & PAGE_META) || rt_load32(meta) != MAGIC ||
        rt_load32(meta + 4) != VERSION || rt_load64(meta + 56) != fnv(meta, 56) ||
        page_size < 512 || page_size > 65536)
        return false;
    if (bolt->page_size != 0 && transaction <= bolt->transaction)
        return true;
    bolt->page_size = page_size;
    bolt->root = rt_load64(meta + 16);
    bolt->transaction = transaction;
    return true;
}

static bool take_metas(struct rt_bolt *bolt)
{
    const bool first = take_meta(bolt, 0);
    const bool second = take_meta(bolt, first ? bolt->page_size : USUAL_PAGE);

    return first || second;
}

bool rt_bolt_open(struct rt_bolt *bolt, int root, const char *path)
{
    *bolt = (struct rt_bolt){.pages = rt_pages_open(root, path, READ_MAX)};
    if (!bolt->pages)
        return false;
    if (take_metas(bolt))
        return true;
    rt_pages_close(bolt->pages);
    return false;
}

bool rt_bolt_close(struct rt_bolt *bolt)
{
    struct rt_bolt now = {.pages = bolt->pages};
    const bool whole = take_metas(&now) && now.transaction == bolt->transaction;

    rt_pages_close(bolt->pages);
    return whole;
}

/* --- pages --- */

/* Page number n, with what overflows it. */
static struct rt_piece page(struct rt_bolt *bolt, uint64_t n)
{
    const uint64_t size = rt_pages_size(bolt->pages), pages = size / bolt->page_size;

    if (n >= pages)
        return (struct rt_piece){0};
    const struct rt_piece header = rt_pages_read(bolt->pages, n * bolt->page_size, PAGE_HEADER);
    if (!header.at)
        return header;
    const uint64_t count = (uint64_t)rt_load32(header.at + 12) + 1;
    if (count > pages - n)
        return (struct rt_piece){0};
    return rt_pages_read(bolt->pages, n * bolt->page_size, count * bolt->page_size);
}

/* An element of a page, with its key. */
struct element {
    struct rt_piece key, value; /* value: of a leaf page */
    uint64_t below;             /* of a branch page: the page that the key leads to */
    bool is_bucket;
};

/* False: it is not inside of the page. */
static bool read_element(struct rt_piece in, uint32_t i, bool leaf, struct element *out)
{
    const size_t at = PAGE_HEADER + (size_t)i * ELEMENT;
    const struct rt_piece element = rt_piece_part(in, at, ELEMENT);

    *out = (struct element){0};
    if (!element.at)
        return false;
    if (!leaf) {
        out->below = rt_load64(element.at + 8);
        out->key = rt_piece_part(in, at + rt_load32(element.at), rt_load32(element.at + 4));
        return out->key.at != NULL;
    }
    const uint32_t pos = rt_load32(element.at + 4), ksize = rt_load32(element.at + 8);
    out->is_bucket = rt_load32(element.at) & LEAF_BUCKET;
    out->key = rt_piece_part(in, at + pos, ksize);
    out->value = rt_piece_part(in, at + pos + ksize, rt_load32(element.at + 12));
    return out->key.at && out->value.at;
}

static bool is_leaf(struct rt_piece in)
{
    return rt_load16(in.at + 8) & PAGE_LEAF;
}

static uint16_t count_of(struct rt_piece in)
{
    return rt_load16(in.at + 10);
}

static int order(struct rt_piece key, const char *wanted)
{
    const size_t len = strlen(wanted), least = key.len < len ? key.len : len;
    const int differs = memcmp(key.at, wanted, least);

    if (differs != 0)
        return differs;
    return key.len < len ? -1 : key.len > len;
}

/* The page below a branch page that the key is under; 0: there is none. */
static uint64_t below(struct rt_piece in, const char *wanted)
{
    struct element element;
    uint64_t found = 0;

    for (uint32_t i = 0; i < count_of(in); i++) {
        if (!read_element(in, i, false, &element) || (order(element.key, wanted) > 0 && i > 0))
            break;
        found = element.below;
    }
    return found;
}

/* The element of that key in a tree. */
static bool find(struct rt_bolt *bolt, struct rt_piece in, const char *wanted, struct element *out)
{
    for (uint32_t step = 0; step < STEPS && in.len >= PAGE_HEADER && !is_leaf(in); step++) {
        const uint64_t next = rt_load16(in.at + 8) & PAGE_BRANCH ? below(in, wanted) : 0;
        in = next ? page(bolt, next) : (struct rt_piece){0};
    }
    if (in.len < PAGE_HEADER || !is_leaf(in))
        return false;
    for (uint32_t i = 0; i < count_of(in) && read_element(in, i, true, out); i++) {
        if (order(out->key, wanted) == 0)
            return true;
    }
    return false;
}

/* --- buckets --- */

/* The page that a bucket's value leads to; small ones have it behind their header. */
static struct rt_piece bucket_page(struct rt_bolt *bolt, struct rt_piece value)
{
    if (value.len < BUCKET_HEADER)
        return (struct rt_piece){0};
    const uint64_t root = rt_load64(value.at);
    return root ? page(bolt, root) : rt_piece_part(value, BUCKET_HEADER, value.len - BUCKET_HEADER);
}

/* The first page of the bucket behind those keys. */
static struct rt_piece find_bucket(struct rt_bolt *bolt, const char *const *keys, uint32_t nkeys)
{
    struct rt_piece in = page(bolt, bolt->root);
    struct element element;

    for (uint32_t i = 0; i < nkeys; i++) {
        if (!find(bolt, in, keys[i], &element) || !element.is_bucket)
            return (struct rt_piece){0};
        in = bucket_page(bolt, element.value);
    }
    return in;
}

struct rt_piece rt_bolt_value(struct rt_bolt *bolt, const char *const *keys, uint32_t nkeys)
{
    const struct rt_piece in = find_bucket(bolt, keys, nkeys - 1);
    struct element element;

    if (!find(bolt, in, keys[nkeys - 1], &element) || element.is_bucket)
        return (struct rt_piece){0};
    return element.value;
}

struct walk {
    struct rt_bolt *bolt;
    void (*each)(void *context, struct rt_piece key, struct rt_piece value);
    void *context;
    uint32_t left; /* values */
};

static void walk_page(struct walk *walk, struct rt_piece in, uint32_t depth)
{
    struct element element;

    if (in.len < PAGE_HEADER || depth > STEPS)
        return;
    for (uint32_t i = 0; i < count_of(in) && walk->left > 0; i++) {
        if (!read_element(in, i, is_leaf(in), &element))
            return;
        if (!is_leaf(in)) {
            walk->left--;
            walk_page(walk, page(walk->bolt, element.below), depth + 1);
        } else if (!element.is_bucket) {
            walk->left--;
            walk->each(walk->context, element.key, element.value);
        }
    }
}

void rt_bolt_each(struct rt_bolt *bolt, const char *const *keys, uint32_t nkeys,
                  void (*each)(void *context, struct rt_piece key, struct rt_piece value),
                  void *context)
{
    struct walk walk = {.bolt = bolt, .each = each, .context = context, .left = VALUES_MAX};

    walk_page(&walk, find_bucket(bolt, keys, nkeys), 0);
}
