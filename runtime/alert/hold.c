/* Alerts that wait. See hold.h.
 *
 * They lie one behind the other in a ring of bytes, each in one piece: a head, then either a line
 * that is finished and only keeps its place, or the values of slots with their texts. Which slots a
 * rule's alert is made of, and which of them depend on a container, is worked out at the start.
 */
#include "hold.h"

#include "../engine.h"
#include "../settings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RING_BYTES   (8u << 20)
#define SCRATCH_SIZE (1u << 18)

/* What an alert in the ring begins with. Everything in the ring is aligned to 8. */
struct head {
    uint32_t size; /* in the ring, all included; 0: the ring goes on at its beginning */
    uint32_t rule;
    uint32_t line_len; /* of a finished line behind the head; 0: nslots values are there */
    uint32_t nslots;
    uint64_t deadline_ms;
    uint64_t previous_event_ns;
    uint64_t held;         /* as of the event's eval */
    struct rt_event event; /* without its parameters */
    char container_id[RT_CONTAINER_ID_SIZE];
    uint64_t pidns_start_ns;
};

/* The values of one slot; behind them lie their texts. */
struct slot {
    _Alignas(8) uint32_t size; /* all included */
    uint32_t number;
    uint32_t n; /* struct rt_value behind it */
    enum cat_type type;
    bool empty; /* a list of none */
};

struct rt_hold {
    struct rt_engine *engine;
    uint32_t wait_ms;
    struct rt_eval eval; /* in which held alerts are made */
    struct rt_thread thread;

    bool *of_container; /* by slot: the value depends on a container's metadata */
    bool *waits;        /* by rule: its alert holds such a value */
    uint32_t *slots;    /* those to copy for rule i: from first[i] to first[i + 1] */
    uint32_t *first;    /* program->nrules + 1 */

    struct rt_line line; /* of a finished alert */
    uint8_t *ring;
    uint32_t begin, end; /* first alert, end of the last; equal: there is none */
    struct rt_hold_stats stats;
};

static uint64_t now_ms(const struct rt_hold *hold)
{
    struct timespec now;

    if (!hold->engine->source->ops->is_live)
        return hold->engine->previous_event_ns / 1000000;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* --- which values an alert is made of --- */

/* What is known of a container without asking anybody. */
static bool is_metadata(enum cat_field_id field)
{
    return cat_fields[field].cls == CAT_CLASS_CONTAINER && field != FIELD_CONTAINER_ID &&
           field != FIELD_CONTAINER_START_TS && field != FIELD_CONTAINER_DURATION;
}

static void mark_slots(struct rt_hold *hold)
{
    const struct rt_program *program = hold->engine->program;
    bool changed = true;

    for (uint32_t i = 0; i < program->nvalues; i++)
        hold->of_container[i] =
            program->values[i].extract && is_metadata(program->values[i].ref.field);
    /* A transformer of such a value, and one of that, and so on. */
    while (changed) {
        changed = false;
        for (uint32_t i = 0; i < program->nvalues; i++) {
            const struct rt_value_def *def = &program->values[i];
            for (uint32_t k = 0; k < def->ninputs && !def->extract; k++) {
                if (hold->of_container[def->inputs[k]] && !hold->of_container[i])
                    changed = hold->of_container[i] = true;
            }
        }
    }
}

/* The collection of one rule's slots. */
struct collection {
    struct rt_hold *hold;
    bool *seen; /* by slot */
    uint32_t n;
    bool waits;
};

static void collect(struct collection *collection, uint32_t slot)
{
    struct rt_hold *hold = collection->hold;
    const struct rt_value_def *def = &hold->engine->program->values[slot];

    if (collection->seen[slot])
        return;
    collection->seen[slot] = true;
    if (!hold->of_container[slot]) {
        if (!def->is_constant)
            hold->slots[collection->n++] = slot;
        return;
    }
    collection->waits = true;
    for (uint32_t i = 0; i < def->ninputs && !def->extract; i++)
        collect(collection, def->inputs[i]);
}

static void collect_parts(struct collection *collection, const struct rt_output_part *parts,
                          uint32_t nparts)
{
    for (uint32_t i = 0; i < nparts; i++) {
        if (!parts[i].text)
            collect(collection, parts[i].slot);
    }
}

static int plan(struct rt_hold *hold)
{
    const struct rt_program *program = hold->engine->program;
    const struct rt_alert_layout *layout = &hold->engine->layout;
    const struct rt_rule_note *notes = program->site ? program->site->notes : NULL;
    struct collection collection = {.hold = hold,
                                    .seen = calloc(program->nvalues + 1, sizeof(bool))};

    if (!collection.seen)
        return -ENOMEM;
    for (uint32_t i = 0; i < program->nrules; i++) {
        const struct rt_rule_def *rule = &program->rules[i];
        memset(collection.seen, 0, program->nvalues * sizeof(bool));
        collection.waits = false;
        hold->first[i] = collection.n;
        collect_parts(&collection, rule->parts, rule->nparts);
        for (uint32_t k = layout->first[i]; k < layout->first[i + 1]; k++) {
            if (layout->fields[k].def && layout->fields[k].slot != RT_ALERT_NO_SLOT)
                collect(&collection, layout->fields[k].slot);
        }
        for (uint32_t k = 0; k < rule->nextras; k++)
            collect_parts(&collection, rule->extras[k].parts, rule->extras[k].nparts);
        for (uint32_t k = 0; notes && k < notes[i].nslots; k++)
            collect(&collection, notes[i].slots[k]);
        if (layout->time.slot != RT_ALERT_NO_SLOT)
            collect(&collection, layout->time.slot);
        hold->waits[i] = collection.waits;
    }
    hold->first[program->nrules] = collection.n;
    free(collection.seen);
    return 0;
}

int rt_hold_open(struct rt_hold **out, struct rt_engine *engine, uint32_t wait_ms)
{
    const struct rt_program *program = engine->program;
    struct rt_hold *hold = calloc(1, sizeof *hold);
    int error = -ENOMEM;

    if (!hold)
        return -ENOMEM;
    hold->engine = engine;
    hold->wait_ms = wait_ms;
    hold->of_container = calloc(program->nvalues + 1, sizeof *hold->of_container);
    hold->waits = calloc(program->nrules + 1, sizeof *hold->waits);
    hold->first = calloc(program->nrules + 1, sizeof *hold->first);
    hold->slots = calloc((size_t)program->nvalues * program->nrules + 1, sizeof *hold->slots);
    hold->ring = malloc(RING_BYTES);
    hold->line = (struct rt_line){.data = malloc(RT_ALERT_MAX), .size = RT_ALERT_MAX - 1};
    if (hold->line.data && hold->of_container && hold->waits && hold->first && hold->slots &&
        hold->ring) {
        mark_slots(hold);
        error = plan(hold);
    }
    if (error == 0)
        error = rt_eval_open(&hold->eval, program, engine, SCRATCH_SIZE);
    if (error != 0) {
        rt_hold_close(hold);
        return error;
    }
    hold->eval.thread = &hold->thread;
    hold->eval.is_copy = true;
    *out = hold;
    return 0;
}

void rt_hold_close(struct rt_hold *hold)
{
    if (!hold)
        return;
    rt_eval_close(&hold->eval);
    free(hold->of_container);
    free(hold->waits);
    free(hold->first);
    free(hold->slots);
    free(hold->line.data);
    free(hold->ring);
    free(hold);
}

/* --- sending --- */

/* Makes the values of the copies known, and the alert of them. */
static void remake(struct rt_hold *hold, const struct head *head)
{
    struct rt_eval *eval = &hold->eval;
    struct rt_engine *engine = hold->engine;
    const uint8_t *at = (const uint8_t *)(head + 1);
    const uint64_t previous = engine->previous_event_ns;
    const uint64_t arrived_number = engine->arrived_number;
    const struct rt_container *arrived = engine->arrived, *record = NULL;
    struct rt_line *line = rt_alert_queue_begin(engine->queue);

    /* A container that has ended in the meantime was there when the event happened. */
    if (rt_containers_state(engine->containers, head->container_id) != RT_CONTAINER_ABSENT)
        record = rt_containers_find_past(engine->containers, head->container_id);
    if (record) {
        engine->arrived = record;
        engine->arrived_number = head->event.number;
    } else {
        hold->stats.timed_out++;
    }

    rt_eval_reset(eval);
    eval->event = &head->event;
    eval->held = head->held;
    memcpy(hold->thread.container_id, head->container_id, sizeof head->container_id);
    hold->thread.pidns_start_ns = head->pidns_start_ns;
    for (uint32_t i = 0; i < head->nslots; i++) {
        const struct slot *slot = (const struct slot *)at;
        eval->values[slot->number] = (struct rt_values){.v = (const struct rt_value *)(slot + 1),
                                                        .n = slot->n,
                                                        .type = slot->type,
                                                        .empty = slot->empty};
        eval->values_known[slot->number / 64] |= UINT64_C(1) << (slot->number % 64);
        at += slot->size;
    }
    engine->previous_event_ns = head->previous_event_ns;
    rt_alert_format(eval, &engine->options, head->rule, line);
    if (engine->detailed)
        rt_alert_detail(eval, head->rule);
    engine->previous_event_ns = previous;
    engine->arrived = arrived;
    engine->arrived_number = arrived_number;
    if (line->cut)
        engine->stats.alerts_cut++;
    rt_alert_queue_commit(engine->queue, engine->program->rules[head->rule].priority);
}

static void send_first(struct rt_hold *hold)
{
    struct rt_engine *engine = hold->engine;
    const struct head *head = (const struct head *)(hold->ring + hold->begin);

    if (head->line_len > 0) {
        struct rt_line *line = rt_alert_queue_begin(engine->queue);
        rt_line_add(line, (const char *)(head + 1), head->line_len);
        rt_alert_queue_commit(engine->queue, engine->program->rules[head->rule].priority);
    } else {
        rt_containers_give_up(engine->containers, head->container_id); /* if it is pending still */
        remake(hold, head);
    }
    hold->begin += head->size;
    hold->engine->held--;
    if (hold->engine->held == 0)
        hold->begin = hold->end = 0;
    else if (((const struct head *)(hold->ring + hold->begin))->size == 0)
        hold->begin = 0;
}

void rt_hold_turn(struct rt_hold *hold)
{
    while (hold->engine->held > 0) {
        const struct head *head = (const struct head *)(hold->ring + hold->begin);
        if (head->line_len == 0 &&
            rt_containers_state(hold->engine->containers, head->container_id) ==
                RT_CONTAINER_PENDING &&
            now_ms(hold) < head->deadline_ms)
            return;
        send_first(hold);
    }
}

void rt_hold_flush(struct rt_hold *hold)
{
    while (hold->engine->held > 0)
        send_first(hold);
}

/* --- keeping --- */

static uint32_t aligned(size_t size)
{
    return (uint32_t)((size + 7) & ~(size_t)7);
}

/* Room for so many bytes, or NULL: there are not so many, though what waited has been sent. */
static struct head *reserve(struct rt_hold *hold, size_t size)
{
    const uint32_t mark = sizeof(uint64_t); /* the ring's last bytes, for a head of size 0 */

    if (size > RING_BYTES / 2) {
        rt_hold_flush(hold);
        return NULL;
    }
    for (;;) {
        const bool wrapped =
            hold->end < hold->begin || (hold->engine->held > 0 && hold->end == hold->begin);
        const uint32_t limit = wrapped ? hold->begin : RING_BYTES - mark;
        if (size <= limit - hold->end)
            break;
        if (!wrapped && size < hold->begin) {
            ((struct head *)(hold->ring + hold->end))->size = 0;
            hold->end = 0;
            break;
        }
        send_first(hold);
    }
    struct head *head = (struct head *)(hold->ring + hold->end);
    hold->end += (uint32_t)size;
    hold->engine->held++;
    return head;
}

/* A finished alert, that keeps its place. */
static bool keep_line(struct rt_hold *hold, struct rt_eval *eval, uint32_t rule)
{
    struct rt_engine *engine = hold->engine;

    hold->line.len = 0;
    hold->line.cut = false;
    rt_alert_format(eval, &engine->options, rule, &hold->line);
    if (hold->line.cut)
        engine->stats.alerts_cut++;
    const uint32_t size = aligned(sizeof(struct head) + hold->line.len);
    struct head *head = reserve(hold, size); /* never NULL: a line is shorter than half the ring */
    if (!head)
        return false;
    *head = (struct head){.size = size, .rule = rule, .line_len = hold->line.len};
    memcpy(head + 1, hold->line.data, hold->line.len);
    return true;
}

static uint32_t size_of(const struct rt_values *values)
{
    size_t size = sizeof(struct slot) + values->n * sizeof(struct rt_value);

    for (uint32_t i = 0; i < values->n; i++)
        size += values->v[i].len;
    return aligned(size);
}

static void copy(struct slot *slot, uint32_t number, const struct rt_values *values)
{
    struct rt_value *copies = (struct rt_value *)(slot + 1);
    char *text = (char *)(copies + values->n);

    *slot = (struct slot){.size = size_of(values),
                          .number = number,
                          .n = values->n,
                          .type = values->type,
                          .empty = values->empty};
    for (uint32_t i = 0; i < values->n; i++) {
        copies[i] = values->v[i];
        if (copies[i].len == 0)
            continue; /* a number, or an empty text, whose place does not matter */
        memcpy(text, values->v[i].str, copies[i].len);
        copies[i].str = text;
        text += copies[i].len;
    }
}

/* Values as the output will show them. */
static const struct rt_values *shown(struct rt_eval *eval, uint32_t slot, struct rt_values *out,
                                     struct rt_value *single)
{
    const struct rt_alert_field field = {.def = &eval->program->values[slot], .slot = slot};

    return rt_alert_field_values(eval, &field, out, single);
}

/* The values of an alert that is still to be made. */
static bool keep_values(struct rt_hold *hold, struct rt_eval *eval, uint32_t rule)
{
    const uint32_t begin = hold->first[rule], end = hold->first[rule + 1];
    size_t size = sizeof(struct head);
    struct rt_values space;
    struct rt_value single;

    eval->encode_buffers = hold->engine->options.buffer_base64;
    for (uint32_t i = begin; i < end; i++)
        size += size_of(shown(eval, hold->slots[i], &space, &single));
    struct head *head = reserve(hold, size);
    if (!head) {
        eval->encode_buffers = false;
        return false;
    }
    *head = (struct head){
        .size = (uint32_t)size,
        .rule = rule,
        .nslots = end - begin,
        .deadline_ms = now_ms(hold) + hold->wait_ms,
        .previous_event_ns = hold->engine->previous_event_ns,
        .held = eval->held,
        .event = {.number = eval->event->number,
                  .time_ns = eval->event->time_ns,
                  .tid = eval->event->tid,
                  .type = eval->event->type,
                  .cpu = eval->event->cpu,
                  .info = eval->event->info},
        .pidns_start_ns = eval->thread->pidns_start_ns,
    };
    memcpy(head->container_id, eval->thread->container_id, sizeof head->container_id);
    struct slot *slot = (struct slot *)(head + 1);
    for (uint32_t i = begin; i < end; i++) {
        copy(slot, hold->slots[i], shown(eval, hold->slots[i], &space, &single));
        slot = (struct slot *)((uint8_t *)slot + slot->size);
    }
    eval->encode_buffers = false;
    hold->stats.waited++;
    return true;
}

static bool is_pending(const struct rt_hold *hold, const struct rt_eval *eval, uint32_t rule)
{
    const struct rt_engine *engine = hold->engine;

    if (!hold->waits[rule] || !eval->thread || eval->thread->container_id[0] == '\0' ||
        (engine->arrived && engine->arrived_number == eval->event->number))
        return false;
    return rt_containers_state(engine->containers, eval->thread->container_id) ==
           RT_CONTAINER_PENDING;
}

bool rt_hold_waits(const struct rt_hold *hold, const struct rt_eval *eval, uint32_t rule)
{
    return is_pending(hold, eval, rule);
}

bool rt_hold_keep(struct rt_hold *hold, struct rt_eval *eval, uint32_t rule)
{
    if (is_pending(hold, eval, rule))
        return keep_values(hold, eval, rule);
    return hold->engine->held > 0 && keep_line(hold, eval, rule);
}

void rt_hold_stats(const struct rt_hold *hold, struct rt_hold_stats *stats)
{
    *stats = hold->stats;
}
