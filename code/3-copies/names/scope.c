// scope.c: an array of pairs, searched from its start.
#include "names/scope.h"

#include "memory/mem.h"

#include <string.h>

Scope *scope_new(const char *title)
{
    Scope *scope = mem_alloc(sizeof(Scope));
    if (scope != NULL)
        scope->title = title;
    return scope;
}

static Binding *find(const Scope *scope, const char *name)
{
    for (size_t i = 0; i < scope->length; i++)
        if (strcmp(scope->bindings[i].name, name) == 0)
            return &scope->bindings[i];
    return NULL;
}

Object *scope_lookup(const Scope *scope, const char *name)
{
    const Binding *binding = find(scope, name);
    return binding == NULL ? NULL : binding->value;
}

static Binding *add(Scope *scope, const char *name)
{
    size_t nbytes = mem_array(scope->length + 1, sizeof(Binding));
    Binding *bindings = mem_resize(scope->bindings, nbytes);
    if (bindings == NULL)
        return NULL;
    scope->bindings = bindings;
    bindings[scope->length] = (Binding){ .name = name };
    return &bindings[scope->length++];
}

bool scope_bind(Scope *scope, const char *name, Object *value)
{
    if (value == NULL)
        return false;
    Binding *binding = find(scope, name);
    if (binding == NULL)
        binding = add(scope, name);
    if (binding == NULL)
        return false;
    binding->value = value;
    return true;
}

void scope_free(Scope *scope)
{
    if (scope == NULL)
        return;
    mem_free(scope->bindings);
    mem_free(scope);
}

static bool bind_all(Scope *scope, const char *const *names,
                     Object *const *values)
{
    for (size_t i = 0; names[i] != NULL; i++)
        if (!scope_bind(scope, names[i], values[i]))
            return false;
    return true;
}

Object *scope_call(const Function *function, Object *const *arguments,
                   const Scope *caller)
{
    Scope *locals = scope_new(function->name);
    if (locals == NULL)
        return NULL;
    locals->caller = caller;
    Object *result = NULL;
    // Bind the parameters and run the body
    if (bind_all(locals, function->parameters, arguments)
        && recursion_enter("")) {
        result = function->body(locals);
        recursion_leave();
    }
    scope_free(locals);
    return result;
}
