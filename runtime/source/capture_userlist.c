/* User lists: users and groups that the recording machine knew. */
#include "capture_text.h"

struct user_texts {
    char name[CAPTURE_MAX_NAME + 1];
    char home[CAPTURE_MAX_NAME + 1];
    char shell[CAPTURE_MAX_NAME + 1];
};

/* Reads one entry and adds it, unless it does not fit (then the cursor has failed). */
static void read_entry(struct capture_cursor *entry, struct rt_state *state)
{
    struct user_texts texts;

    if (cursor_u8(entry) == CAPTURE_USER) {
        struct rt_user user;
        user.uid = cursor_u32(entry);
        user.gid = cursor_u32(entry);
        user.name = cursor_text(entry, texts.name, CAPTURE_MAX_NAME);
        user.home = cursor_text(entry, texts.home, CAPTURE_MAX_NAME);
        user.shell = cursor_text(entry, texts.shell, CAPTURE_MAX_NAME);
        if (!entry->failed)
            rt_state_add_user(state, &user);
    } else {
        struct rt_group group;
        group.gid = cursor_u32(entry);
        group.name = cursor_text(entry, texts.name, CAPTURE_MAX_NAME);
        if (!entry->failed)
            rt_state_add_group(state, &group);
    }
}

bool capture_read_userlist(struct rt_state *state, uint32_t block_type, struct capture_cursor body)
{
    while (body.left >= 4) { /* less is padding */
        if (block_type != CAPTURE_USERLIST_V2) {
            read_entry(&body, state);
            if (body.failed)
                return false;
            continue;
        }
        uint32_t size = cursor_u32(&body);
        if (size < 4 || size - 4 > body.left)
            return false;
        struct capture_cursor entry = {cursor_take(&body, size - 4), size - 4, false};
        read_entry(&entry, state);
        if (entry.failed)
            return false;
    }
    return true;
}
