// base.h: the few words that every file speaks.
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#define NEW      // the caller owns it, and must let go of it
#define BORROWED // someone else owns it: look, but do not touch
#define STEALS   // the caller's reference is the callee's from now on

#endif
