/* A draft of the exceptions that would silence chosen alerts, as a rule file to be loaded behind
 * the rules:
 *
 *     - rule: Password hashes read
 *       exceptions:
 *         - name: drafted_proc_name_fd_name
 *           fields: [proc.name, fd.name]
 *           comps: ["=", "="]
 *           values:
 *             - [backup, /etc/shadow] # 480 alerts
 *       override:
 *         exceptions: append
 *
 * It is as narrow as it can be without naming more than RC_DRAFT_TUPLES combinations of values: a
 * field is put in as long as that holds, in an order that begins with what tells a program.
 */
#ifndef RULEC_EVENTS_DRAFT_H
#define RULEC_EVENTS_DRAFT_H

#include "base/strbuf.h"
#include "events/store.h"

#define RC_DRAFT_TUPLES 32
#define RC_DRAFT_FIELDS 16

struct rc_draft {
    uint64_t chosen;   /* alerts of the view */
    uint64_t silenced; /* of them */
    uint64_t others;   /* alerts of the same rules that were not chosen and would be silent too */
    uint32_t rules;    /* that got an exception */
    uint32_t without;  /* that got none: said in the draft */
};

/* Drafts for the alerts of a view. by: the fields to name, nby of them, at most RC_DRAFT_FIELDS;
 * none: what fits. Each is a field that conditions may name. */
void rc_draft(const struct rc_store *store, const struct rc_store_view *view, const char *const *by,
              uint32_t nby, struct rc_strbuf *out, struct rc_draft *draft);

#endif
