# One Makefile, the same for every stage: the runtime is all */*.c but
# demos/, each of which is a program.
# A program without a line of #include is left to `make try`. What is made
# is in out/.
CFLAGS  := -std=c11 -g -O1 -Wall -Wextra -Wpedantic -Wshadow -Wconversion
SOURCES := $(sort $(filter-out demos/%, $(wildcard */*.c)))
OBJECTS := $(SOURCES:%.c=out/%.o)
DEMOS   := $(patsubst demos/%.c, out/%, $(sort $(shell grep -ls '^.include' demos/*.c)))

all: $(DEMOS) $(OBJECTS)

out/%: demos/%.c $(OBJECTS)
	$(CC) $(CFLAGS) -I. -MMD -MP $^ -o $@

out/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -I. -MMD -MP -c $< -o $@

clean:
	rm -rf out

.PHONY: all clean
.SECONDARY:
-include $(OBJECTS:.o=.d) $(DEMOS:=.d)
