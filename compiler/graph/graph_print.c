/* The predicate graph as text, and in the language of dot. See graph.h. */
#include "base/dot.h"
#include "graph/graph.h"

#include <ctype.h>

/* A literal as the rule language would take it: bare if it can be, else in double quotes. */
static void print_literal(const struct rc_literal *literal, struct rc_strbuf *out)
{
    bool bare = literal->len > 0;

    for (uint32_t i = 0; i < literal->len; i++) {
        const unsigned char c = (unsigned char)literal->text[i];

        bare &= isalnum(c) || c == '/' || c == '.' || c == '_' || c == '-' || c == ':' || c == '*';
    }
    if (bare) {
        rc_strbuf_add(out, literal->text, literal->len);
        return;
    }
    rc_strbuf_addc(out, '"');
    for (uint32_t i = 0; i < literal->len; i++) {
        const unsigned char c = (unsigned char)literal->text[i];

        if (c == '"' || c == '\\')
            rc_strbuf_printf(out, "\\%c", c);
        else if (c < 0x20 || c == 0x7f)
            rc_strbuf_printf(out, "\\x%02x", c);
        else
            rc_strbuf_addc(out, (char)c);
    }
    rc_strbuf_addc(out, '"');
}

void rc_test_print(const struct rc_test *test, struct rc_strbuf *out)
{
    const bool list = test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS ||
                      test->op == CAT_OP_PMATCH || test->modifier != CAT_MOD_NONE;

    rc_strbuf_printf(out, "%s %s", test->left->name,
                     test->op == CAT_OP_EQ ? "=" : cat_operator_names[test->op]);
    if (test->op == CAT_OP_EXISTS)
        return;
    if (test->modifier != CAT_MOD_NONE)
        rc_strbuf_printf(out, " %s", cat_modifier_names[test->modifier]);
    if (test->right) {
        rc_strbuf_printf(out, " val(%s)", test->right->name);
        return;
    }
    rc_strbuf_adds(out, list ? " (" : " ");
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (i > 0)
            rc_strbuf_adds(out, ", ");
        print_literal(test->literals[i], out);
    }
    if (list)
        rc_strbuf_addc(out, ')');
}

void rc_node_print(const struct rc_node *node, struct rc_strbuf *out)
{
    const char *word = node->kind == RC_NODE_AND ? " and " : " or ";

    switch (node->kind) {
    case RC_NODE_FALSE:
        rc_strbuf_adds(out, "false");
        return;
    case RC_NODE_TRUE:
        rc_strbuf_adds(out, "true");
        return;
    case RC_NODE_TEST:
        rc_test_print(node->test, out);
        return;
    case RC_NODE_NOT:
        rc_strbuf_adds(out, "not ");
        break;
    case RC_NODE_AND:
    case RC_NODE_OR:
        break;
    }
    for (uint32_t i = 0; i < node->nchildren; i++) {
        const struct rc_node *child = node->children[i];
        const bool bracket = child->kind == RC_NODE_AND || child->kind == RC_NODE_OR;

        if (i > 0)
            rc_strbuf_adds(out, word);
        if (bracket)
            rc_strbuf_addc(out, '(');
        rc_node_print(child, out);
        if (bracket)
            rc_strbuf_addc(out, ')');
    }
}

static void print_children(const struct rc_node *node, struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < node->nchildren; i++)
        rc_strbuf_printf(out, " n%u", node->children[i]->number);
}

void rc_graph_print(const struct rc_graph *graph, struct rc_strbuf *out)
{
    static const char *const kinds[] = {"false", "true", "test", "not", "and", "or"};

    for (uint32_t i = 0; i < graph->nvalues; i++) {
        const struct rc_value *value = graph->values[i];

        rc_strbuf_printf(out, "v%u %s %s%s%s\n", i, cat_type_name(value->type), value->name,
                         value->is_list ? " list" : "", value->candidates ? " candidates" : "");
    }
    for (uint32_t i = 0; i < graph->ntests; i++) {
        rc_strbuf_printf(out, "t%u v%u ", i, graph->tests[i]->left->number);
        rc_test_print(graph->tests[i], out);
        rc_strbuf_addc(out, '\n');
    }
    for (uint32_t i = 0; i < graph->nnodes; i++) {
        const struct rc_node *node = graph->nodes[i];

        rc_strbuf_printf(out, "n%u %s", i, kinds[node->kind]);
        if (node->test)
            rc_strbuf_printf(out, " t%u", node->test->number);
        print_children(node, out);
        if (node->name)
            rc_strbuf_printf(out, " # %s", node->name);
        rc_strbuf_addc(out, '\n');
    }
}

static void dot_label(const struct rc_node *node, struct rc_strbuf *out)
{
    struct rc_strbuf label = {0};

    if (node->kind == RC_NODE_TEST)
        rc_test_print(node->test, &label);
    else if (node->kind == RC_NODE_AND || node->kind == RC_NODE_OR)
        rc_strbuf_adds(&label, node->kind == RC_NODE_AND ? "and" : "or");
    else if (node->kind == RC_NODE_NOT)
        rc_strbuf_adds(&label, "not");
    else
        rc_node_print(node, &label);
    if (node->name)
        rc_strbuf_printf(&label, " %s", node->name);
    rc_dot_text(out, label.data ? label.data : "", label.len);
    rc_strbuf_free(&label);
}

void rc_graph_print_dot(const struct rc_graph *graph, struct rc_strbuf *out)
{
    rc_strbuf_adds(out, "digraph conditions {\n    rankdir=LR;\n    node [shape=box];\n");
    for (uint32_t i = 0; i < graph->nnodes; i++) {
        const struct rc_node *node = graph->nodes[i];

        rc_strbuf_printf(out, "    n%u [label=", i);
        dot_label(node, out);
        rc_strbuf_adds(out, "];\n");
        for (uint32_t k = 0; k < node->nchildren; k++)
            rc_strbuf_printf(out, "    n%u -> n%u;\n", i, node->children[k]->number);
    }
    rc_strbuf_adds(out, "}\n");
}
