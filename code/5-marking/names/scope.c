// scope.c: an array of pairs, searched from its start.
#include "names/scope.h"

#include "memory/mem.h"

#include <string.h>

static Scope *newest; // and through it all that live

Scope *scope_new(const char *title)
{
    Scope *scope = mem_alloc(sizeof(Scope));
    if (scope == NULL)
        return NULL;
    scope->title = title;
    scope->older = newest;
    newest = scope;
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
    ref_set(&binding->value, ref_new(value));
    return true;
}

void scope_free(Scope *scope)
{
    if (scope == NULL)
        return;
    // Take the scope apart
    while (scope->length > 0) {
        Binding *bindings = scope->bindings;
        size_t length = scope->length;
        scope->bindings = NULL;
        scope->length = 0;
        for (size_t i = 0; i < length; i++)
            decref(bindings[i].value);
        mem_free(bindings);
    }
    mem_free(scope->bindings);
    Scope **link = &newest;
    while (*link != scope)
        link = &(*link)->older;
    *link = scope->older;
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

bool scope_unbind(Scope *scope, const char *name)
{
    Binding *binding = find(scope, name);
    if (binding == NULL)
        return false;
    Object *value = binding->value;
    const Binding *last = &scope->bindings[--scope->length];
    for (; binding < last; binding++)
        *binding = binding[1];
    decref(value);
    return true;
}

size_t scope_refcount(const Scope *scope, const char *name)
{
    Object *argument = scope_lookup(scope, name);
    incref(argument);
    size_t count = ref_count(argument);
    decref(argument);
    return count;
}

void scope_visit_all(Visit visit, void *context)
{
    for (const Scope *at = newest; at != NULL; at = at->older)
        for (size_t i = 0; i < at->length; i++)
            visit(at->bindings[i].value, context);
}
