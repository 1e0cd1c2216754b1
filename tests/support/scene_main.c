/* scene FILE FOLDER: writes each part of a scene as FOLDER/N.scap (N from 1) and prints what is
 * expected of it, a line each, columns separated by tabs:
 *
 *     rule   NAME
 *     part   N  fires|near miss  LINE  TITLE
 *     event  NUMBER  LINE
 *     alert  NUMBER  LINE  RULE
 *     field  NAME  TEXT            of the alert before it
 */
#include "scene.h"

#include <string.h>

static void print_part(const struct scene_part *part, uint32_t number)
{
    uint32_t event_number = 0;

    printf("part\t%u\t%s\t%u\t%s\n", number, part->near_miss ? "near miss" : "fires", part->line,
           part->title);
    for (const struct scene_event *event = part->events; event; event = event->next) {
        printf("event\t%u\t%u\n", ++event_number, event->line);
        for (const struct scene_alert *alert = event->alerts; alert; alert = alert->next) {
            printf("alert\t%u\t%u\t%s\n", event_number, alert->line, alert->rule);
            for (const struct scene_field *field = alert->fields; field; field = field->next)
                printf("field\t%s\t%s\n", field->name, field->text);
        }
    }
}

int main(int argc, char **argv)
{
    struct rc_arena arena = {0};
    struct scene *scene;
    uint32_t number = 0;
    int error = 0;

    if (argc != 3) {
        fputs("usage: scene FILE FOLDER\n", stderr);
        return 2;
    }
    scene = scene_read(&arena, argv[1], stderr);
    if (!scene) {
        rc_arena_free(&arena);
        return 1;
    }
    printf("rule\t%s\n", scene->rule);
    for (const struct scene_part *part = scene->parts; part && !error; part = part->next) {
        const char *path = rc_arena_printf(&arena, "%s/%u.scap", argv[2], ++number);
        error = scene_write(scene, part, path);
        if (error)
            fprintf(stderr, "%s: %s\n", path, strerror(-error));
        else
            print_part(part, number);
    }
    rc_arena_free(&arena);
    return error ? 1 : 0;
}
