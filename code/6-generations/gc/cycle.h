// cycle.h: which containers hold only each other, and how they end.
//
// Each function is a step of a collection. Rings are of heads; those
// that are filled must be there, and may hold something already.
#ifndef GC_CYCLE_H
#define GC_CYCLE_H

#include "object/object.h"

// Note in each head the object's count. Like CPython's update_refs.
void cycle_copy_counts(Ring *judged);

// Take off the notes all references from within `judged`.
//
// What is left are those from outside. Like CPython's subtract_refs.
void cycle_subtract_inner(Ring *judged);

// Look at the one at `at`, and answer the next to look at.
//
// If nothing of its note is left it moves to `unreachable`; if
// something is, what it leads to moves back to the end of `judged`.
Ring *cycle_look(Ring *at, Ring *judged, Ring *unreachable);

// Move to `unreachable` all that nobody outside holds or leads to.
//
// The notes of the others are 0 again. Like move_unreachable.
void cycle_set_aside(Ring *judged, Ring *unreachable);

// The three in a row. O(objects + references), allocates nothing, and
// calls nothing but `visit`. Like CPython's deduce_unreachable.
void cycle_judge(Ring *judged, Ring *unreachable);

// Clear all of `garbage`; the rest is done by its counts.
//
// What is alive after that is in `reachable`. Like delete_garbage.
void cycle_delete(Ring *garbage, Ring *reachable);

// Call the finalizers of `unreachable`, in order, once in each life.
//
// Like CPython's finalize_garbage.
void cycle_finalize(Ring *unreachable);

// Let the weak references to `unreachable`, and those in it, be dead.
//
// Those that are not in it and have a farewell move to `farewells`,
// held. Like the first half of CPython's handle_weakrefs.
void cycle_clear_weakrefs(Ring *unreachable, Ring *farewells);

// Say all `farewells`; the weak references move to `reachable`.
//
// Returns how many ended by it. Like the other half.
size_t cycle_say_farewells(Ring *farewells, Ring *reachable);

// Untrack those of `reachable` that can change and are plain; return
// how many are left.
//
// Tuples have been untracked by cycle_look. Like untrack_dicts.
size_t cycle_untrack(Ring *reachable);

// Whether anything in `unreachable` has a finalizer.
bool cycle_has_finalizer(Ring *unreachable);

#endif
