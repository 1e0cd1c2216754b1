/* Users and groups, by container: "" is the machine itself. */
#include "internal.h"

#include <errno.h>
#include <string.h>

/* At most so many of both together; a machine that has more names more in vain. */
enum { MOST = 65536 };

static uint32_t bucket(const char *container_id, uint32_t id)
{
    uint32_t hash = id * 0x9e3779b1u;
    for (const char *c = container_id; *c; c++)
        hash = (hash ^ (uint8_t)*c) * 16777619u;
    return hash % USER_BUCKETS;
}

static void copy_container(char out[RT_CONTAINER_ID_SIZE], const char *container_id)
{
    size_t len = strnlen(container_id, RT_CONTAINER_ID_SIZE - 1);
    memcpy(out, container_id, len);
    out[len] = 0;
}

/* The place that points to the user, or where one would be added. */
static struct user **find_user(struct rt_state *state, const char *container_id, uint32_t uid)
{
    struct user **at = &state->users[bucket(container_id, uid)];
    while (*at && ((*at)->u.uid != uid || strcmp((*at)->container_id, container_id) != 0))
        at = &(*at)->next;
    return at;
}

static struct group_name **find_group(struct rt_state *state, const char *container_id,
                                      uint32_t gid)
{
    struct group_name **at = &state->group_names[bucket(container_id, gid)];
    while (*at && ((*at)->g.gid != gid || strcmp((*at)->container_id, container_id) != 0))
        at = &(*at)->next;
    return at;
}

/* Room for one more; NULL and counted if there is none. */
static void *new_entry(struct rt_state *state, uint32_t size)
{
    void *entry = state->user_count < MOST ? rt_pool_alloc(state->pool, size) : NULL;
    if (entry) {
        memset(entry, 0, size);
        state->user_count++;
    }
    return entry;
}

/* "+name" and "-name" are not names but orders to a name service. */
static bool is_order(const struct rt_str *name)
{
    return name->len > 0 && (name->data[0] == '+' || name->data[0] == '-');
}

int rt_user_add(struct rt_state *state, const char *container_id, const struct rt_user *user)
{
    if (is_order(&user->name))
        return 0;
    char id[RT_CONTAINER_ID_SIZE];
    copy_container(id, container_id);
    struct user **at = find_user(state, id, user->uid);
    if (!*at) {
        *at = new_entry(state, sizeof(struct user));
        if (!*at)
            return -ENOSPC;
        (*at)->u = (struct rt_user){.uid = user->uid, .gid = user->gid};
        (*at)->u.name = (*at)->u.home = (*at)->u.shell = rt_share_empty();
        copy_container((*at)->container_id, id);
    }
    struct rt_user *u = &(*at)->u;
    rt_others_changed(state);
    bool ok = rt_share_set(state->pool, &u->name, user->name.data, user->name.len);
    ok = rt_share_set(state->pool, &u->home, user->home.data, user->home.len) && ok;
    ok = rt_share_set(state->pool, &u->shell, user->shell.data, user->shell.len) && ok;
    return ok ? 0 : -ENOSPC;
}

int rt_group_add(struct rt_state *state, const char *container_id, const struct rt_group *group)
{
    if (is_order(&group->name))
        return 0;
    char id[RT_CONTAINER_ID_SIZE];
    copy_container(id, container_id);
    struct group_name **at = find_group(state, id, group->gid);
    if (!*at) {
        *at = new_entry(state, sizeof(struct group_name));
        if (!*at)
            return -ENOSPC;
        (*at)->g = (struct rt_group){.gid = group->gid, .name = rt_share_empty()};
        copy_container((*at)->container_id, id);
    }
    rt_others_changed(state);
    bool ok = rt_share_set(state->pool, &(*at)->g.name, group->name.data, group->name.len);
    return ok ? 0 : -ENOSPC;
}

static void free_user(struct rt_state *state, struct user **at)
{
    struct user *user = *at;
    rt_others_changed(state);
    *at = user->next;
    rt_share_drop(state->pool, &user->u.name);
    rt_share_drop(state->pool, &user->u.home);
    rt_share_drop(state->pool, &user->u.shell);
    rt_pool_free(state->pool, user, sizeof(*user));
    state->user_count--;
}

static void free_group(struct rt_state *state, struct group_name **at)
{
    struct group_name *group = *at;
    rt_others_changed(state);
    *at = group->next;
    rt_share_drop(state->pool, &group->g.name);
    rt_pool_free(state->pool, group, sizeof(*group));
    state->user_count--;
}

void rt_user_remove(struct rt_state *state, const char *container_id, uint32_t uid)
{
    struct user **at = find_user(state, container_id, uid);
    if (*at)
        free_user(state, at);
}

void rt_group_remove(struct rt_state *state, const char *container_id, uint32_t gid)
{
    struct group_name **at = find_group(state, container_id, gid);
    if (*at)
        free_group(state, at);
}

void rt_users_clear(struct rt_state *state)
{
    for (uint32_t i = 0; i < USER_BUCKETS; i++) {
        while (state->users[i])
            free_user(state, &state->users[i]);
        while (state->group_names[i])
            free_group(state, &state->group_names[i]);
    }
}

int rt_state_add_user_of(struct rt_state *state, const char *container_id,
                         const struct rt_user *user)
{
    return rt_user_add(state, container_id, user);
}

int rt_state_add_group_of(struct rt_state *state, const char *container_id,
                          const struct rt_group *group)
{
    return rt_group_add(state, container_id, group);
}

void rt_state_forget_accounts(struct rt_state *state, const char *container_id)
{
    for (uint32_t i = 0; i < USER_BUCKETS; i++) {
        for (struct user **at = &state->users[i]; *at;) {
            if (strcmp((*at)->container_id, container_id) == 0)
                free_user(state, at);
            else
                at = &(*at)->next;
        }
        for (struct group_name **at = &state->group_names[i]; *at;) {
            if (strcmp((*at)->container_id, container_id) == 0)
                free_group(state, at);
            else
                at = &(*at)->next;
        }
    }
}

int rt_state_add_user(struct rt_state *state, const struct rt_user *user)
{
    return rt_user_add(state, "", user);
}

int rt_state_add_group(struct rt_state *state, const struct rt_group *group)
{
    return rt_group_add(state, "", group);
}

const struct rt_user *rt_state_user(const struct rt_state *state, const struct rt_thread *thread,
                                    uint32_t uid)
{
    const char *container_id = thread ? thread->container_id : "";
    const struct user *user = state->users[bucket(container_id, uid)];
    while (user && (user->u.uid != uid || strcmp(user->container_id, container_id) != 0))
        user = user->next;
    return user ? &user->u : NULL;
}

const struct rt_group *rt_state_group(const struct rt_state *state, const struct rt_thread *thread,
                                      uint32_t gid)
{
    const char *container_id = thread ? thread->container_id : "";
    const struct group_name *group = state->group_names[bucket(container_id, gid)];
    while (group && (group->g.gid != gid || strcmp(group->container_id, container_id) != 0))
        group = group->next;
    return group ? &group->g : NULL;
}

void rt_state_each_user(const struct rt_state *state,
                        void (*fn)(void *context, const struct rt_user *user), void *context)
{
    for (uint32_t i = 0; i < USER_BUCKETS; i++) {
        for (const struct user *user = state->users[i]; user; user = user->next) {
            if (user->container_id[0] == 0)
                fn(context, &user->u);
        }
    }
}

void rt_state_each_group(const struct rt_state *state,
                         void (*fn)(void *context, const struct rt_group *group), void *context)
{
    for (uint32_t i = 0; i < USER_BUCKETS; i++) {
        for (const struct group_name *group = state->group_names[i]; group; group = group->next) {
            if (group->container_id[0] == 0)
                fn(context, &group->g);
        }
    }
}
