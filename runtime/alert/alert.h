/* Alerts: a rule that fired, as one line of text or JSON. The deciding thread formats the line: it
 * needs the event, which is gone afterwards. Where lines go from there is told in
 * output/output.h.
 */
#ifndef RULEC_ALERT_H
#define RULEC_ALERT_H

#include "../program.h"

struct rt_engine;
struct rt_options;

/* Appends to a bounded line; what does not fit is cut and the line marked as cut (counted). */
struct rt_line {
    char *data;
    uint32_t len, size;
    bool cut;
    bool base64; /* byte buffers are written so; else with dots for what cannot be printed */
};

#define RT_PRIORITY__COUNT 8

/* "Emergency" ... "Informational", "Debug". */
extern const char *const rt_priority_names[RT_PRIORITY__COUNT];

/* Formats rule `rule` for the event under evaluation: text as Falco prints it, or one JSON object
 * (keys in alphabetical order), without the newline. A text that would be too long ends where it
 * has to; an object is made again with a shorter text and the time alone as a field, and if need be
 * without text and tags. The line is marked as cut then. */
void rt_alert_format(struct rt_eval *eval, const struct rt_options *options, uint32_t rule,
                     struct rt_line *line);

/* The text of parts of an output. */
void rt_alert_put_parts(struct rt_eval *eval, const struct rt_output_part *parts, uint32_t nparts,
                        struct rt_line *text);

/* Sends the same to engine->detailed: an object with all properties, and one more, "asked": the
 * values of the fields that the rule's condition asks. */
void rt_alert_detail(struct rt_eval *eval, uint32_t rule);

/* Text of one value, as in outputs: type and print format decide. Appends "<NA>" if there is none.
 */
void rt_value_print(const struct rt_value_def *def, const struct rt_values *values,
                    struct rt_line *line);

/* The same as a JSON value: number, bool, string, array or null. Times of the event are numbers of
 * nanoseconds, whatever their text. */
void rt_value_print_json(const struct rt_eval *eval, const struct rt_value_def *def,
                         const struct rt_values *values, struct rt_line *line);

/* Escapes len bytes as the inside of a JSON string; invalid UTF-8 becomes U+FFFD. */
void rt_line_json(struct rt_line *line, const char *text, uint32_t len);
/* How many of the len bytes can be written so into room bytes, without half a character or half an
 * escape at the end. */
uint32_t rt_line_json_fit(const char *text, uint32_t len, uint32_t room);
/* The same for names and values in output_fields, where Falco has another idea of invalid UTF-8: a
 * byte that begins a character takes as many with it as the character should have, and makes a
 * character of them, U+FFFD if there is none. */
void rt_line_json_field(struct rt_line *line, const char *text, uint32_t len);
void rt_line_add(struct rt_line *line, const char *text, uint32_t len);
/* "2026-07-31T13:53:31.726060287Z", of nanoseconds since 1970. */
void rt_line_time(struct rt_line *line, uint64_t time_ns);
void rt_line_printf(struct rt_line *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes of an alert with the newline, at most. */
#define RT_ALERT_MAX (256 * 1024)

#endif
