// scope.h: names, and the objects that they are bound to.
#ifndef NAMES_SCOPE_H
#define NAMES_SCOPE_H

#include "object/object.h"

typedef struct Scope Scope;

// Make a scope without names. `title` must outlive it.
//
// Returns NULL when memory runs out. End it with scope_free.
Scope *scope_new(const char *title);

// End `scope` and its bindings.
void scope_free(Scope *scope);

// Make `name`, whose text must outlive the scope, mean `value` itself.
//
// The scope keeps `value`. Returns false, with nothing changed, when
// memory runs out. O(names). As CPython's STORE_NAME.
bool scope_bind(Scope *scope, const char *name, Object *value);

// What `name` means, or NULL: Python's NameError. O(names).
BORROWED Object *scope_lookup(const Scope *scope, const char *name);

// The title that scope_new was given.
const char *scope_title(const Scope *scope);

// The scope of the caller, or NULL where nothing was called.
const Scope *scope_caller(const Scope *scope);

// Called for each name; `context` is the caller's own.
typedef void (*EachName)(const char *name, Object *value,
                         void *context);

// Call `each` for every name, in the order of their first binding.
void scope_each(const Scope *scope, EachName each, void *context);

// A function of Python: its body is told the scope of one call.
typedef struct Function {
    const char *name;
    const char *parameters[4]; // three at most; a NULL ends them
    bool (*body)(Scope *locals);
} Function;

// Call `function` with an object of `arguments` for each parameter.
//
// The objects themselves are bound, in a scope that ends with the call
// and whose caller is `caller`. Returns false when memory runs out; if
// it did before the body began, nothing has changed.
bool scope_call(const Function *function, Object *const *arguments,
                const Scope *caller);

// Unbind `name`: Python's del. Returns false, its NameError, if it is
// not bound.
//
// The scope gives up its reference. O(names). As CPython's DELETE_NAME.
bool scope_unbind(Scope *scope, const char *name);

// What Python's sys.getrefcount answers for `name`, which must be
// bound: the argument of the call is a reference too.
size_t scope_refcount(const Scope *scope, const char *name);

#endif
