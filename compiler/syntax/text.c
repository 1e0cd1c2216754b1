#include "syntax/text.h"

#include <string.h>

/* The segment that holds byte off; the last one for off at or behind the end. */
static uint32_t find_segment(const struct rc_text *text, uint32_t off)
{
    uint32_t low = 0, high = text->nsegments;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->segments[middle].start <= off)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static uint32_t segment_end(const struct rc_text *text, uint32_t index)
{
    return index + 1 < text->nsegments ? text->segments[index + 1].start : text->len;
}

/* The place of bytes [from, to) of the text, all in the segment. */
static struct rc_span piece_span(const struct rc_segment *segment, uint32_t from, uint32_t to)
{
    struct rc_span span = segment->span;
    if (segment->verbatim) {
        span.off += from - segment->start;
        span.len = to - from;
    }
    return span;
}

struct rc_span rc_text_span(const struct rc_text *text, uint32_t off, uint32_t len,
                            const struct rc_origin **origin)
{
    if (origin)
        *origin = NULL;
    if (text->nsegments == 0)
        return (struct rc_span){0};
    if (off > text->len)
        off = text->len;
    if (len > text->len - off)
        len = text->len - off;
    uint32_t index = find_segment(text, off);
    const struct rc_segment *first = &text->segments[index];
    if (origin)
        *origin = first->origin;
    uint32_t end = off + len, stop = segment_end(text, index);
    struct rc_span span = piece_span(first, off, end < stop ? end : stop);
    if (len == 0 && !first->verbatim && off == text->len) {
        /* A point at the very end stands behind what the last segment stands for. */
        span.off += span.len;
        span.len = 0;
    }
    while (++index < text->nsegments && text->segments[index].start < end) {
        const struct rc_segment *segment = &text->segments[index];
        stop = segment_end(text, index);
        if (segment->span.file == span.file && segment->origin == first->origin)
            span = rc_span_join(span, piece_span(segment, segment->start, end < stop ? end : stop));
    }
    return span;
}

static void *grow(struct rc_arena *arena, const void *old, uint32_t used, uint32_t *capacity,
                  uint64_t need, size_t size)
{
    if (need > UINT32_MAX / 2)
        need = UINT32_MAX / 2; /* callers cut at RC_TEXT_LIMIT long before */
    /* Most texts are one piece: the first room is what that needs. */
    uint32_t larger = *capacity ? *capacity : (uint32_t)need;
    while (larger < need)
        larger *= 2;
    void *memory = rc_arena_array(arena, larger, size);
    if (old)
        memcpy(memory, old, used * size);
    *capacity = larger;
    return memory;
}

static bool continues(const struct rc_segment *last, uint32_t start, struct rc_span span,
                      bool verbatim, const struct rc_origin *origin)
{
    return last->verbatim && verbatim && last->origin == origin && last->span.file == span.file &&
           last->span.off + (start - last->start) == span.off;
}

void rc_text_add(struct rc_text_builder *builder, const char *bytes, uint32_t len,
                 struct rc_span span, bool verbatim, const struct rc_origin *origin)
{
    if (len == 0)
        return;
    uint64_t need = (uint64_t)builder->len + len + 1;
    if (need > RC_TEXT_LIMIT)
        return; /* the caller sees RC_TEXT_LIMIT reached by the length and reports it */
    if (!builder->data || need > builder->capacity)
        builder->data = grow(builder->arena, builder->data, builder->len, &builder->capacity, need,
                             sizeof(char));
    memcpy(builder->data + builder->len, bytes, len);
    builder->data[builder->len + len] = '\0';
    uint32_t start = builder->len;
    builder->len += len;

    struct rc_segment *last =
        builder->nsegments ? &builder->segments[builder->nsegments - 1] : NULL;
    if (last && continues(last, start, span, verbatim, origin)) {
        last->span.len += len;
        return;
    }
    if (!builder->segments || builder->nsegments == builder->segment_capacity)
        builder->segments =
            grow(builder->arena, builder->segments, builder->nsegments, &builder->segment_capacity,
                 (uint64_t)builder->nsegments + 1, sizeof(*builder->segments));
    if (verbatim)
        span.len = len;
    builder->segments[builder->nsegments++] =
        (struct rc_segment){.start = start, .span = span, .verbatim = verbatim, .origin = origin};
}

/* A copy of the chain with outer at its far end. */
static const struct rc_origin *put_around(struct rc_arena *arena, const struct rc_origin *inner,
                                          const struct rc_origin *outer)
{
    if (!inner)
        return outer;
    if (!outer)
        return inner;
    struct rc_origin *first = NULL, *last = NULL;
    for (; inner; inner = inner->up) {
        struct rc_origin *copy = rc_arena_alloc(arena, sizeof(*copy));
        *copy = *inner;
        copy->up = outer;
        if (last)
            last->up = copy;
        else
            first = copy;
        last = copy;
    }
    return first;
}

void rc_text_append(struct rc_text_builder *builder, const struct rc_text *text, uint32_t off,
                    uint32_t len, const struct rc_origin *origin)
{
    if (off > text->len)
        off = text->len;
    if (len > text->len - off)
        len = text->len - off;
    if (text->nsegments == 0) {
        rc_text_add(builder, text->data + off, len, (struct rc_span){0}, false, origin);
        return;
    }
    uint32_t end = off + len;
    const struct rc_origin *inner = NULL, *joined = origin;
    for (uint32_t i = find_segment(text, off); i < text->nsegments; i++) {
        const struct rc_segment *segment = &text->segments[i];
        if (segment->start >= end)
            break;
        uint32_t from = segment->start > off ? segment->start : off;
        uint32_t stop = segment_end(text, i);
        uint32_t to = stop < end ? stop : end;
        if (segment->origin != inner) {
            inner = segment->origin;
            joined = put_around(builder->arena, inner, origin);
        }
        rc_text_add(builder, text->data + from, to - from, piece_span(segment, from, to),
                    segment->verbatim, joined);
    }
}

struct rc_text rc_text_finish(struct rc_text_builder *builder)
{
    return (struct rc_text){
        .data = builder->data ? builder->data : "",
        .len = builder->len,
        .segments = builder->segments,
        .nsegments = builder->nsegments,
    };
}
