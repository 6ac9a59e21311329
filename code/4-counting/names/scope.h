// scope.h: names, and the objects that they are bound to.
#ifndef NAMES_SCOPE_H
#define NAMES_SCOPE_H

#include "object/object.h"

typedef struct Binding {
    const char *name;
    Object *value;
} Binding;

typedef struct Scope {
    const char *title; // for figures
    Binding *bindings; // in the order the names were first bound
    size_t length;     // how many there are
    const struct Scope *caller; // the one that waits for it, or NULL
} Scope;

// Make a scope without names. `title` must outlive it.
//
// Returns NULL when memory runs out. scope_free ends it.
Scope *scope_new(const char *title);

// Make `name`, whose text must outlive the scope, mean `value` itself.
//
// The scope keeps `value`. Returns false, with nothing changed, when
// memory runs out, or did before, so that `value` is NULL.
// O(names). Like CPython's STORE_NAME.
bool scope_bind(Scope *scope, const char *name, Object *value);

// What `name` means, or NULL: Python's NameError. O(names).
BORROWED Object *scope_lookup(const Scope *scope, const char *name);

// End `scope` and its bindings. Of NULL there is nothing to end.
void scope_free(Scope *scope);

// A Python function: its body is given the scope of each call.
typedef struct Function {
    const char *name;
    const char *parameters[4]; // three at most; a NULL ends them
    NEW Object *(*body)(Scope *locals);
} Function;

// Call `function` with one object of `arguments` per parameter.
//
// The objects themselves are bound, in a scope that ends with the call
// and whose caller is `caller`, which may be NULL. Returns what the
// body returned: None where a Python function has no return; NULL when
// memory runs out.
NEW Object *scope_call(const Function *function,
                       Object *const *arguments, const Scope *caller);

// Unbind `name`: Python's del. Returns false, its NameError, if it is
// not bound.
//
// The scope gives up its reference. O(names). Like CPython's
// DELETE_NAME.
bool scope_unbind(Scope *scope, const char *name);

// What Python's sys.getrefcount answers for `name`, which must be
// bound: the argument of the call is a reference too.
size_t scope_refcount(const Scope *scope, const char *name);

#endif
