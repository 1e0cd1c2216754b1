/* /etc/passwd and /etc/group as data. Private to source/. */
#ifndef RULEC_ACCOUNTS_FILE_H
#define RULEC_ACCOUNTS_FILE_H

#include "../state/state.h"

/* What one root directory's files say. All texts point into the two buffers. */
struct rt_account_list {
    struct rt_user *users;   /* nusers */
    struct rt_group *groups; /* ngroups */
    uint32_t nusers, ngroups;
    char *passwd, *group; /* the files' bytes, cut up; NULL: not read */
};

/* Reads etc/passwd and etc/group below the directory that root is open on. Lines that are no
 * entries are left out. 0, -ENOENT if neither file could be read, or -ENOMEM. */
int rt_account_list_read(struct rt_account_list *list, int root);
void rt_account_list_free(struct rt_account_list *list); /* of zeros is allowed */

#endif
