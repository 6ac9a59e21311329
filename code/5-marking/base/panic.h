// panic.h: the end of a program that cannot go on.
#ifndef BASE_PANIC_H
#define BASE_PANIC_H

// Print why to stderr, as printf would, and stop the program.
_Noreturn void panic(const char *format, ...);

#endif
