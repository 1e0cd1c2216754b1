/* Spellings of operators, modifiers and transformers. See operators.h. */
#include "operators.h"

#define X(id, spelling) spelling,
const char *const cat_operator_names[CAT_OP__COUNT] = {CAT_OPERATORS(X)};
const char *const cat_modifier_names[CAT_MOD__COUNT] = {CAT_MODIFIERS(X)};
const char *const cat_transformer_names[CAT_TRANSFORM__COUNT] = {CAT_TRANSFORMERS(X)};
#undef X
