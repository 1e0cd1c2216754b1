/* The rule front end on any bytes: loading, checking, and, if the rules are clean, graph, plan and C.
 * Whatever the bytes, every diagnostic must be printable both ways. */
#include "build.h"
#include "load_result.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rc_build *build = calloc(1, sizeof *build);
    struct rc_strbuf out = {0};

    if (!build)
        abort();
    build->sources.arena = &build->arena;
    build->diags.arena = &build->arena;
    build->set = (struct rc_ruleset){
        .arena = &build->arena, .sources = &build->sources, .diags = &build->diags};
    rc_ruleset_load_source(&build->set, rc_sources_add(&build->sources, "fuzz.yaml",
                                                       (const char *)data, size));
    rc_ruleset_settle(&build->set);
    rc_ruleset_check(&build->set);
    rc_diags_print(&build->diags, &build->sources, 0, &out);
    rc_load_result_json(&build->diags, &build->sources, &out);
    if (build->diags.nerrors == 0) {
        rc_plan_make(&build->plan, &build->graph, &build->set);
        rc_graph_print(&build->graph, &out);
        rc_plan_print(&build->plan, &out);
        rc_build_generate(build);
    }
    rc_strbuf_free(&out);
    rc_build_free(build);
    free(build);
    return 0;
}
