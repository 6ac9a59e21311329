# Counting to Zero: `make` builds the book, `make test` proves it.
OUT := build/out
# The Graphviz whose drawings are compared byte by byte.
PINNED := 2.43.0
CHAPTERS := $(sort $(wildcard chapters/*.md))

MAKEFLAGS += --no-print-directory --no-builtin-rules
ifeq (0,$(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)))
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2) -O
endif
SHELL := /bin/sh
.SUFFIXES:
.SECONDARY:
.DELETE_ON_ERROR:
.PHONY: FORCE

all: book ## build the book: code, programs, figures, pages (the default)

# ---- What to do first: tools, then what the chapters say.

ifneq (,$(filter-out help clean,$(or $(MAKECMDGOALS),all)))
ifeq (,$(wildcard $(OUT)/tools))
MISSING := $(shell sh build/setup --missing)
$(if $(MISSING),$(error these tools are missing: $(MISSING); run: sh build/setup))
$(shell mkdir -p $(OUT) && touch $(OUT)/tools)
endif
include $(OUT)/book.mk
endif

$(OUT)/book.mk: $(CHAPTERS) chapters build/tangle.lua build/literate.lua build/stage.mk
	@build/lua build/tangle.lua $(CHAPTERS)
	@touch $@

# ---- Compilers. All compile the twin, whose #line names the chapter.

WARN := -std=c11 -g -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
SAN := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
export WARN SAN OUT PINNED
export LC_ALL := C.UTF-8
unexport CDPATH
CC.fast  := gcc $(WARN) -O1
CC.gcc   := gcc $(WARN) -O1 $(SAN)
CC.clang := clang $(WARN) -O1 $(SAN)
CC.plain := gcc $(WARN) -O1
CC.cover := gcc $(WARN) -O0 --coverage

# The stages up to this one, and the newest support for it.
number = $(firstword $(subst -, ,$1))
SUITES = $(foreach s,$(UPTO.$1),$(sort $(wildcard tests/$s/*_test.c)))
HARNESS := check expect runner
SUPPORT = $(HARNESS:%=tests/support/%.c) $(lastword \
  $(foreach s,$(UPTO.$1),$(wildcard tests/support/stage-$(call number,$s).c)))
SUPPORT_H := $(wildcard tests/support/*.h)

# The runtime, its demos and its suites, for stage $1 by compiler $2. The
# fast ones are made anew when the code changes and not when its lines move.
define program_rules
OBJECTS.$2.$1 := $(patsubst %.c,$(OUT)/$2/$1/%.o,$(SOURCES.$1))
TESTS.$2.$1 := $(patsubst %.c,$(OUT)/$2/$1/%.o,$(call SUPPORT,$1) $(call SUITES,$1))
$(OUT)/$2/$1/%.o: $3/$1/%.c $(addprefix $3/$1/,$(HEADERS.$1))
	@mkdir -p $$(@D)
	@$(CC.$2) -I$(OUT)/twin/$1 -c $(OUT)/twin/$1/$$*.c -o $$@
$(OUT)/$2/$1/tests/%.o: tests/%.c $(SUPPORT_H) $(addprefix $3/$1/,$(HEADERS.$1))
	@mkdir -p $$(@D)
	@$(CC.$2) -I$(OUT)/twin/$1 -Itests/support -c $$< -o $$@
$(OUT)/$2/$1/demos/%: $(OUT)/$2/$1/demos/%.o $$(OBJECTS.$2.$1)
	@$(CC.$2) $$^ -o $$@
$(OUT)/$2/$1/runner: $$(OBJECTS.$2.$1) $$(TESTS.$2.$1)
	@$(CC.$2) $$^ -lcunit -o $$@
endef
$(foreach s,$(STAGES),$(eval SO_FAR += $s)$(eval UPTO.$s := $(SO_FAR)) \
  $(eval $(call program_rules,$s,fast,code)) \
  $(foreach v,gcc clang plain cover,$(eval $(call program_rules,$s,$v,$(OUT)/twin))))
LAST := $(lastword $(STAGES))

# ---- Running: every program of the book, and what it prints and draws.

$(OUT)/ran/python/%: $(OUT)/python/%.py build/run-python
	@build/run-python $< $@

define demo_rules
$(OUT)/ran/$1/%: $(OUT)/fast/$1/demos/% build/run-demo
	@build/run-demo $$< $$@ $(OUT)/drawn/$1/$$*
RAN += $(addprefix $(OUT)/ran/$1/,$(DEMOS.$1))
endef
RAN := $(addprefix $(OUT)/ran/python/,$(PYTHON))
$(foreach s,$(STAGES),$(eval $(call demo_rules,$s)))

$(OUT)/outputs: $(RAN) $(OUT)/runs.lua build/outputs.lua
	@build/lua build/outputs.lua check
	@touch $@

outputs: $(RAN) $(addprefix red-,$(RED)) ## write into the chapters what the programs really print
	@build/lua build/outputs.lua update

red-%: FORCE
	@build/checkpoint $* --run-only

# ---- Figures: the programs state facts, the build dresses them.

define figure_rule
$(OUT)/alt/$1.txt: $(OUT)/ran/$(FROM.$1) build/figure.lua build/draw-svg build/redraw
	@build/redraw $1 $(OUT)/drawn/$(FROM.$1)/$1.dot
endef
$(foreach f,$(FIGURES),$(eval $(call figure_rule,$f)))
DRAWN := $(FIGURES:%=$(OUT)/alt/%.txt)

# ---- Pages.

SITE := $(OUT)/site
WEAVER := build/weave.lua build/literate.lua build/page.html $(OUT)/index.lua
$(SITE)/%.html: chapters/%.md $(WEAVER) $(DRAWN) $(OUT)/outputs
	@build/lua build/weave.lua $< $@
	@touch $@
$(SITE)/index.html: $(WEAVER) $(CHAPTERS)
	@build/lua build/weave.lua --contents $@ $(CHAPTERS)
	@touch $@
BESIDE := $(addprefix $(SITE)/,style.css figure.css page.js)
$(BESIDE): $(SITE)/%: build/%
	@mkdir -p $(@D) && cp $< $@
PAGES_MADE := $(PAGES:%=$(SITE)/%.html) $(SITE)/index.html $(BESIDE)

STAGES_MADE := $(foreach s,$(STAGES),$(OBJECTS.fast.$s))

book: $(STAGES_MADE) $(OUT)/outputs $(DRAWN) $(PAGES_MADE)
	@echo "the book is built; open $(SITE)/index.html"

# ---- The reader's road: all in work/. These goals are no pattern rules:
# a file of such a name, like tests/support/stage-1.c, must not match them.

# A no is an answer, and make adds no word of its own to it; with STRICT=1 it fails.
asked = $(filter $1,$(MAKECMDGOALS))
road = MAKER=$$PPID build/road '$@' || { no=$$?; [ $$no = 1$(STRICT) ] || exit $$no; }
$(call asked,stage-%): FORCE ## begin chapter N in work/, from the stage before: make stage-1
	@$(road)
$(call asked,try-%): FORCE ## the claims of chapters 1 to N on your stage; CHECKPOINT=2: one checkpoint
	@$(road)
$(call asked,diff-%): FORCE ## your stage beside the book's, by chunk; CHECKPOINT=2: as it is there
	@$(road)
$(call asked,reset-%): FORCE ## begin a stage again with FORCE=1; the old one is kept
	@$(road)
$(call asked,figure-%): FORCE ## your drawing of a figure, beside the book's: make figure-two-names
	@$(road)
$(call asked,gdb-%): FORCE ## gdb on a program of your stage; DEMO=one-list: which
	+@$(road)
where: FORCE ## where a piece is, CHUNK="What a list can do"; what a line is, AT=code/…/list.c:42
	@$(road)
exercises: FORCE ## all exercises, and how far you are
	@$(road)
$(call asked,exercise-%): FORCE ## begin an exercise in work/: make exercise-1.2
	@$(road)
$(call asked,check-%): FORCE ## whether your answer is right
	@$(road)
$(call asked,hint-%): FORCE ## the first hint, then the second
	@$(road)
$(call asked,solution-%): FORCE ## a solution, when yours has passed (or GIVE_UP=1)
	@$(road)
progress: FORCE ## what is done, by chapter
	@$(road)

# ---- The ledger: who owns what, read from the headers, and its proof.

LEDGER := build/ledger.lua build/ledger-samples.lua build/literate.lua
ledger: FORCE ## write into the appendix who owns what, as the headers say
	@build/lua build/ledger.lua table $(OUT)/twin/$(LAST) chapters/90-ledger.md

$(OUT)/ledger/ledger_test.c: $(LEDGER) $(addprefix $(OUT)/twin/$(LAST)/,$(HEADERS.$(LAST)))
	@build/lua build/ledger.lua suite $(OUT)/twin/$(LAST) $@
	@touch $@
define ledger_rules
$(OUT)/$1/ledger: $(OUT)/ledger/ledger_test.c $(SUPPORT_H) $(lastword $(call SUPPORT,$(LAST))) \
  $(OBJECTS.$1.$(LAST)) $(HARNESS:%=$(OUT)/$1/$(LAST)/tests/support/%.o)
	@$(CC.$1) -I$(OUT)/twin/$(LAST) -Itests/support $(OUT)/ledger/ledger_test.c \
	  -DSTAGE='"$(notdir $(lastword $(call SUPPORT,$(LAST))))"' $$(filter %.o,$$^) -lcunit -o $$@
prove-ledger-$1: $(OUT)/$1/ledger FORCE
	@build/prove ledger-$1 $$<
endef
# There is nothing to count before objects are counted.
LEDGERS := $(if $(filter object/ref.h,$(HEADERS.$(LAST))),gcc clang)
$(foreach v,$(LEDGERS),$(eval $(call ledger_rules,$v)))

# ---- Proofs. Each writes `ok   …` and `FAIL …` lines into its own log.
# Those that take long come first, so that no processor waits for them.

SUITE_LOGS := $(foreach s,$(STAGES),suites-gcc-$s suites-clang-$s)
# The chapters whose blocks are left out, one at a time.
COVERED := 1 2 3 5 6
LOGS := road book $(COVERED:%=missing-%) $(SUITE_LOGS) $(CHECKPOINTS:%=checkpoint-%) \
  $(EXERCISES:%=exercise-%) $(LEDGERS:%=ledger-%) $(if $(LEDGERS),leaks) support site fresh
test: ## prove all of it; ends in `N passed, N failed`
	@rm -rf $(OUT)/proofs && mkdir -p $(OUT)/proofs
	@$(MAKE) all || { echo '0 passed, 1 failed'; exit 1; }
	@$(MAKE) -k $(LOGS:%=prove-%) 2>$(OUT)/proofs/errors || true
	@build/tally $(OUT)/proofs $(LOGS)

define suite_rules
prove-suites-$2-$1: $(OUT)/$2/$1/runner FORCE
	@build/prove suites-$2-$1 $$<
endef
$(foreach s,$(STAGES),$(foreach v,gcc clang,$(eval $(call suite_rules,$s,$v))))
prove-checkpoint-%: FORCE
	@build/prove checkpoint-$* build/checkpoint $*
prove-exercise-%: FORCE
	@build/prove exercise-$* tests/book/exercises $*
prove-missing-%: FORCE
	@build/prove missing-$* tests/book/missing $*
prove-book: FORCE
	@build/prove book tests/book/run
prove-support: FORCE
	@build/prove support tests/book/support-test $(OUT)/twin/$(firstword $(STAGES))
prove-leaks: $(OUT)/gcc/$(LAST)/runner FORCE
	@build/prove leaks tests/book/leaks $(LAST)
prove-site: FORCE
	@build/prove site tests/book/site $(SITE)
prove-fresh: FORCE
	@build/prove fresh tests/book/fresh $(LAST)
prove-road: FORCE
	@build/prove road tests/book/road

checkpoint-%: FORCE ## prove one checkpoint: make checkpoint-1.2
	@build/checkpoint $(filter $(word 1,$(subst ., ,$*))-%.$(word 2,$(subst ., ,$*)),$(CHECKPOINTS))

missing-%: $(RAN) FORCE ## each block of chapter N left out once: does a checkpoint miss it?
	@tests/book/missing $*

# ---- Looking closer.

spec: $(OUT)/plain/$(LAST)/runner ## read the claims of the last stage aloud
	@$< -l

valgrind: $(OUT)/plain/$(LAST)/runner ## the last stage, each test once, under valgrind
	@valgrind -q --error-exitcode=9 $< -n

coverage: $(OUT)/cover/$(LAST)/runner ## lines of the chapters that no claim runs, branches none takes
	@build/coverage $(LAST) $<

measure: ## words, code and chunks of each chapter, beside their limits
	@build/lua build/measure.lua $(CHAPTERS)

bench-book: ## how long a book of 10,000 lines takes
	@build/bench-book

bench-objects: $(OUT)/book.mk ## the newest stage against CPython 3.11, operation by operation
	@build/bench-objects $(OUT)/twin/$(LAST)

bench-gc: $(OUT)/book.mk ## a full collection against CPython 3.11's, three shapes of heap
	@build/bench-gc $(OUT)/twin/$(LAST)

clean: ## remove everything that was made; work/ stays
	@rm -rf $(OUT)

help: ## this list
	@sed -n 's/^\(.(call asked,\)\{0,1\}\([a-z%-]*\))\{0,1\}:[^#=]*## \(.*\)/\2|\3/p' Makefile \
	  | sed 's/^figure-%/figure-NAME/; s/^\(exercise\|check\|hint\|solution\)-%/\1-N.M/; s/%/N/' \
	  | awk -F '|' '{ printf "  make %-14s %s\n", $$1, $$2 }'

.PHONY: all book test outputs spec valgrind coverage measure bench-book bench-objects bench-gc ledger clean help
