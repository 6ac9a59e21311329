-- tangle.lua: from the chapters to code/ and to all that is built from them.
--
--   build/lua build/tangle.lua chapters/*.md
--   build/lua build/tangle.lua --missing FOLDER chapters/*.md
--
-- Makes, in one go, for every stage and every checkpoint:
--   code/1-names/              the stage, plain, for people
--   build/out/twin/1-names/    the same with #line, for compilers
--   build/out/twin/1-names.2/  the book's text up to checkpoint 2 of chapter 1
--   build/out/python/          the Python programs
--   build/out/*.lua, book.mk, checkpoints/   what the other tools need to know
-- Nothing is written unless everything is right. With --missing, only this:
--   FOLDER/1-names.2/115/      what is otherwise in that tree where the block at
--                              line 115 is left out; `block` tells which
local here = PANDOC_SCRIPT_FILE:match('^(.*)/[^/]*$') or '.'
local lit = dofile(here .. '/literate.lua')
local paths = lit.arguments()
local missing = paths[1] == '--missing' and table.remove(paths, 1)
  and table.remove(paths, 1)

local KINDS = { compile = true, test = true, leak = true, panic = true, asan = true,
  output = true }
local UNTOUCHED = 'nothing was written'
local RED = { panic = 'panic', asan = 'asan', compile = 'compile' } -- ends a program
local DIVS = { -- which attributes a box may carry
  checkpoint = { tests = true, expect = true },
  exercise = { id = true, title = true, stars = true, kind = true, optional = true },
  aside = {}, cpython = {}, article = {}, hint = {},
}

local chunks = {}     -- by name: { name, parts = { fence… }, first = fence }
local gone = {}       -- by name: the fence that took a chunk defined in place away
local files = {}      -- names of files in the order of their definitions
local trees = {}      -- in order: { name, chapter, stage = bool, files = {…} }
local runs = {}       -- in order: { name, lang, fence, output, tree }
local runs_by = { c = {}, python = {} }
local demos = {}      -- the C programs of the present chapter
local exercises = {}  -- in order: { div, number, roles = { stub = {…}, … }, hints, wrong }
local anchors = {}    -- by id: { kind, number, page, path }
local fresh = {}      -- the blocks since the last tree
local uses = {}       -- in order, and by name: the lines in which chunks stand
local absent          -- the block that is left out just now, and the use of it
local chapter_now, checkpoint_count, last_run

local function complain(item, ...)
  lit.error(item.chapter.path, item.line, ...)
end

local function place(fence)
  return ('%s:%d'):format(fence.chapter.path, fence.line)
end

-- Only the attributes that `allowed` knows may stand in an item.
local function check_attributes(item, allowed, what)
  local known = {}
  for key in pairs(allowed) do known[#known + 1] = key end
  table.sort(known)
  for key in pairs(item.attrs) do
    if not allowed[key] and key ~= 'class' and key ~= 'broken' then
      complain(item, 'unknown attribute ‘%s’ of %s (known: %s)', key, what,
        #known > 0 and table.concat(known, ', ') or 'none')
    end
  end
end

-- Chunks and files.

local function check_path(fence, path)
  local lower = path:lower()
  if path:find('^/') then
    complain(fence, 'the path ‘%s’ is absolute', path)
  elseif ('/' .. path .. '/'):find('/%.%.?/') then
    complain(fence, 'the path ‘%s’ climbs', path)
  elseif path:find('[^%w_./-]') or not path:find('^%w[^/]*/') or path:find('//') then
    complain(fence, 'the path ‘%s’ is not of the form folder/file.c', path)
  elseif path:find('^demos/') then
    complain(fence, 'demos/ is for run blocks')
  end
  for _, name in ipairs(files) do
    local other, theirs = chunks[name], name:lower()
    if other.first ~= fence and name ~= path
        and (theirs == lower or theirs:find(lower .. '/', 1, true) == 1
          or lower:find(theirs .. '/', 1, true) == 1) then
      complain(fence, 'the path ‘%s’ collides with ‘%s’ of %s', path, name,
        place(other.first))
    end
  end
end

local spelled = {} -- the first that has each name, by its small letters
local function define(fence, op, name)
  local old, other = chunks[name], spelled[name:lower()] or fence
  spelled[name:lower()] = other
  if other.name ~= name and op == 'chunk' then
    complain(fence, '‘%s’ differs from ‘%s’ at %s only by its capitals', name, other.name,
      place(other))
  end
  if old then
    complain(fence, '‘%s’ is defined already, at %s', name, place(old.first))
    fence.place = {} -- one complaint about it is enough
    return
  end
  if op == 'file' then check_path(fence, name) end
  chunks[name] = { name = name, parts = { fence }, first = fence, is_file = op == 'file' }
  if op == 'file' then files[#files + 1] = name end
end

-- What the parts define in place goes when they go.
local function forget_regions(parts, by)
  for _, part in ipairs(parts) do
    for _, region in ipairs(part.regions) do
      local chunk = chunks[region.name]
      if chunk and chunk.first == region then
        chunks[region.name], gone[region.name] = nil, by
        forget_regions(chunk.parts, by)
      end
    end
  end
end

-- Where a name that is unknown has been known.
local function went(name)
  return gone[name] and (' any more: it went with the text that %s replaces')
    :format(place(gone[name])) or ''
end

-- Add to `lines` those of a part, with what is defined in it as that is now.
local function all_lines(part, lines, indent)
  lit.each_line(part, function(_, line, inner, name, region)
    local chunk = region and chunks[name]
    for _, each in ipairs(chunk and chunk.parts or {}) do
      all_lines(each, lines, (indent or '') .. inner)
    end
    if not chunk then lines[#lines + 1] = line == '' and '' or (indent or '') .. line end
  end)
end

-- A chapter may replace its own text once a checkpoint has shown it run.
local function replace(fence, chunk)
  for _, part in ipairs(chunk.parts) do
    if part.chapter == fence.chapter and part.checkpoint == checkpoint_count
        and not fence.attrs.role then
      complain(fence, '‘%s’ is replaced before any checkpoint has run it; it is written at %s',
        chunk.name, place(part))
      fence.place = {}
      return
    end
  end
  fence.old, fence.old_lines = chunk.parts, {}
  for _, part in ipairs(chunk.parts) do all_lines(part, fence.old_lines) end
  chunk.parts = { fence }
  forget_regions(fence.old, fence)
end

local function apply(fence, op, name)
  fence.op, fence.name, fence.checkpoint = op, name, checkpoint_count
  if name == true or name:find('^%s*$') then
    complain(fence, '%s= needs a name', op)
    fence.place = {}
    return
  elseif #fence.body == 0 then
    complain(fence, '‘%s’ has no text', name)
  end
  if op == 'file' or op == 'chunk' then
    define(fence, op, name)
  elseif not chunks[name] then
    complain(fence, '%s of ‘%s’, which nothing above defines%s', op, name, went(name))
    fence.place = {}
  elseif op == 'append' then
    local parts = chunks[name].parts
    parts[#parts + 1] = fence
  else
    replace(fence, chunks[name])
  end
  for _, region in ipairs(fence.regions) do apply(region, 'chunk', region.name) end
end

-- Expansion: the text of a file, as the chunks are now.

-- A writer of lines that remembers where each came from.
local function new_text(path)
  return { path = path, lines = {}, from = {}, in_function = false }
end

local function put(text, line, fence, n)
  text.lines[#text.lines + 1] = line
  text.from[#text.lines] = fence and { fence.chapter.path, n, fence, ends = {} } or false
  text.called = line:match('^%a.-([%w_]+)%(') or text.called
  if line:find('^{') then text.in_function = text.called or true
  elseif line:find('^}') then text.in_function = false end
end

local reported = {}
local function complain_once(fence, n, ...)
  local key = fence.chapter.path .. n
  if not reported[key] then
    reported[key] = true
    lit.error(fence.chapter.path, n, ...)
  end
end

-- Where a part stands in the first tree that has it: which lines of which
-- text, how far indented, in which function; and each site of it there.
local function note_place(part, text, tree, indent, by)
  local place = part.place or { text = text, tree = tree, first = #text.lines + 1,
    indent = indent, inside = indent ~= '' and text.in_function or nil, sites = {} }
  part.place = place
  if place.tree == tree then
    place.sites[#place.sites + 1] = { file = text.path, by = by,
      inside = indent ~= '' and text.in_function or nil }
  end
  return place
end

local expand_parts

local function line_count(chunk)
  local count = 0
  for _, part in ipairs(chunk.parts) do count = count + #part.body - 2 * #part.regions end
  return count
end

-- That line n of a fence stands for a chunk.
local function use_of(fence, n, name)
  local key = place { chapter = fence.chapter, line = n }
  if not uses[key] and not absent then
    local use = { name = name, fence = fence, line = n, chapter = fence.chapter }
    uses[key], uses[#uses + 1], uses[name] = use, use, uses[name] or {}
    table.insert(uses[name], use)
  end
  return uses[key]
end

-- What a chunk has there; of a block that is left out, what it replaces.
local function parts_of(chunk, use)
  local parts = {}
  for _, part in ipairs(chunk.parts) do
    if not absent or absent.part ~= part or (absent.use or use) ~= use then
      parts[#parts + 1] = part
    elseif part.old_lines then
      parts[#parts + 1] = { chapter = part.chapter, line = part.line, name = part.name,
        body = part.old_lines, regions = {}, region_at = {} }
    end
  end
  return parts
end

-- Put the chunk that `fence` refers to in its line n.
local function expand_reference(text, tree, stack, fence, n, indent, name)
  local chunk = chunks[name]
  if not chunk then
    complain_once(fence, n, 'no chunk ‘%s’ is defined by %s%s', name, tree.label, went(name))
  elseif chunk.is_file then
    complain_once(fence, n, '‘%s’ is a file, not a chunk', name)
  elseif stack[name] then
    complain_once(fence, n, '‘%s’ contains itself: %s', name,
      table.concat(stack, ' > ') .. ' > ' .. name)
  else
    if text.in_function and line_count(chunk) > 3 then
      put(text, indent .. '// ' .. name, fence, n)
    end
    expand_parts(text, tree, stack, chunk, indent, fence, use_of(fence, n, name))
  end
end

function expand_parts(text, tree, stack, chunk, indent, by, use)
  stack[#stack + 1] = chunk.name
  stack[chunk.name] = true
  for at, part in ipairs(parts_of(chunk, use)) do
    if at > 1 and indent == '' and not (part.body[1] or ''):find('^#') then
      put(text, '')
    end
    local place = note_place(part, text, tree, indent, by)
    lit.each_line(part, function(i, line, inner, name)
      if name then
        expand_reference(text, tree, stack, part, part.line + i, indent .. inner, name)
      else
        put(text, line == '' and '' or indent .. line, part, part.line + i)
      end
    end)
    place.last = place.last or #text.lines
  end
  local from = text.from[#text.lines]
  if from then from.ends[#from.ends + 1] = { name = chunk.name, indent = indent, file = chunk.is_file } end
  stack[chunk.name] = nil
  stack[#stack] = nil
end

-- A header gets its include guard, behind the comment it begins with.
local function guard(text)
  local word = text.path:upper():gsub('[^%w]', '_')
  local at = 1
  while (text.lines[at] or ''):find('^//') do at = at + 1 end
  local out = new_text(text.path)
  for i = 1, at - 1 do out.lines[i], out.from[i] = text.lines[i], text.from[i] end
  put(out, '#ifndef ' .. word)
  put(out, '#define ' .. word)
  if text.lines[at] ~= '' then put(out, '') end
  for i = at, #text.lines do
    local n = #out.lines + 1
    out.lines[n], out.from[n] = text.lines[i], text.from[i]
  end
  put(out, '')
  put(out, '#endif')
  return out
end

local function plain(text)
  return table.concat(text.lines, '\n') .. '\n'
end

-- The same text with #line wherever the next line is not the one below.
-- No directive can stand within a macro that goes on over a line's end.
local function twin(text)
  if not text.path:find('%.[ch]$') then return plain(text) end
  local out, path, line, goes_on = {}, nil, nil, false
  for i, content in ipairs(text.lines) do
    local from = text.from[i] or { text.path, i }
    if not goes_on and (from[1] ~= path or from[2] ~= line) then
      path, line = from[1], from[2]
      out[#out + 1] = ('#line %d "%s"'):format(line, path)
    end
    out[#out + 1] = content
    line = line and line + 1
    goes_on = content:sub(-1) == '\\'
  end
  return table.concat(out, '\n') .. '\n'
end

-- Demos: the body of main, and the headers whose words it uses.

local function words_of(text)
  local words = {}
  for _, line in ipairs(text.lines) do
    for word in line:gsub('//.*', ''):gmatch('[%a_][%w_]*') do words[word] = true end
  end
  return words
end

-- What a header offers: names before a bracket, types, macros.
local function offers(text)
  local names = {}
  for _, line in ipairs(text.lines) do
    local code = line:gsub('//.*', '')
    local name = code:match('^#define ([%w_]+)') or code:match('^}%s*([%w_]+);')
      or code:match('^typedef.-([%w_]+);') or code:match('^%w.-([%w_]+)%(')
      or code:match('^extern .-([%w_]+);')
    if name then names[name] = true end
  end
  return names
end

local function headers_for(demo, texts)
  local words, list = words_of(demo), {}
  for _, text in ipairs(texts) do
    if text.path:find('%.h$') and not text.path:find('^base/') then
      text.offers = text.offers or offers(text)
      for name in pairs(text.offers) do
        if words[name] then
          list[#list + 1] = ('#include "%s"'):format(text.path)
          break
        end
      end
    end
  end
  return list
end

local function expand_demo(run, texts)
  local text, fence = new_text('demos/' .. run.name .. '.c'), run.fence
  local body = new_text(text.path)
  for i, line in ipairs(fence.body) do put(body, line, fence, fence.line + i) end
  if (body.lines[1] or ''):find('^#include') then return body end
  put(text, ('// %s.c: a program of chapter %d.'):format(run.name,
    fence.chapter.number))
  for _, include in ipairs(headers_for(body, texts)) do put(text, include) end
  put(text, '')
  put(text, '#include <stdio.h>')
  put(text, '')
  put(text, 'int main(void)')
  put(text, '{')
  for i, line in ipairs(body.lines) do
    put(text, line == '' and '' or '    ' .. line, fence, fence.line + i)
  end
  put(text, '}')
  return text
end

-- Trees: stages and checkpoints.

-- The text of every file, as the chunks are now.
local function expand_files(tree)
  local texts = {}
  for _, file in ipairs(files) do
    local text = new_text(file)
    expand_parts(text, tree, {}, chunks[file], '')
    if file:find('%.h$') then text = guard(text) end
    texts[#texts + 1] = text
  end
  return texts
end

-- The tree once more for each fresh block, as one has it who forgot the block;
-- and where a chunk is used more than once, for each use of it.
local function leave_out(tree)
  local function without(part, use)
    absent = { part = part, use = use }
    local folder = ('%s/%s/%d%s/'):format(missing, tree.name, part.line,
      use and '-' .. use.line or '')
    for i, text in ipairs(expand_files(tree)) do
      if plain(text) ~= plain(tree.files[i].text) then
        lit.write_file(folder .. text.path, plain(text))
      end
    end
    local shown = use and use.fence or part
    lit.write_file(folder .. 'block', ('%s\t%s%s: %s\n'):format(place(use or part),
      use and part.name .. ', in ' or '', shown.name, shown.body[1]))
  end
  for _, part in ipairs(fresh) do without(part) end
  for _, use in ipairs(uses) do
    for _, part in ipairs(#uses[use.name] > 1 and chunks[use.name].parts or {}) do
      if part.home ~= use.fence and (fresh[part] or fresh[use.fence.home or use.fence]) then
        without(part, use)
      end
    end
  end
  absent = nil
end

-- Does a program end or print otherwise than its Python, as its red checkpoint
-- promises? Then it runs once more, at the next checkpoint.
local function prints_otherwise(run)
  return run.output and runs_by.python[run.name]
    and (run.tree.kind == 'output' or RED[run.tree.kind])
end

local function add_tree(name, label, extra)
  local tree = extra
  tree.name, tree.label, tree.files, tree.demos = name, label, {}, {}
  uses = {}
  local texts = expand_files(tree)
  for _, run in ipairs(demos) do
    texts[#texts + 1] = expand_demo(run, texts)
    tree.demos[#tree.demos + 1] = run.name
    run.again = run.again or run.otherwise and not tree.stage and tree
    run.tree = run.tree or tree
    run.otherwise = run.otherwise or run.tree == tree and prints_otherwise(run)
  end
  for _, text in ipairs(texts) do
    tree.files[#tree.files + 1] = { path = text.path, text = text,
      plain = tree.stage and plain(text), twin = twin(text) }
  end
  trees[#trees + 1] = tree
  if missing then leave_out(tree) end
  fresh = {}
end

local function suite_path(chapter, suite)
  return ('tests/%s/%s_test.c'):format(chapter.name, suite)
end

local function checkpoint(div)
  checkpoint_count = checkpoint_count + 1
  local tree = { chapter = div.chapter, line = div.line, box = div, tests = {} }
  for suite in tostring(div.attrs.tests or ''):gmatch('%S+') do
    if not lit.read_file(suite_path(div.chapter, suite)) then
      complain(div, 'no suite %s', suite_path(div.chapter, suite))
    end
    tree.tests[#tree.tests + 1] = suite
  end
  if div.attrs.expect then
    tree.kind, tree.text = tostring(div.attrs.expect):match('^(%l+): (.+)$')
    if not KINDS[tree.kind or ''] then
      complain(div, 'expect= is not KIND: TEXT, where KIND is compile, test, '
        .. 'leak, panic, asan or output')
    end
  end
  local runs = div.attrs.expect or #tree.tests > 0
  for _, run in ipairs(demos) do
    runs = runs or not run.tree or run.otherwise and not run.again
  end
  if not runs then
    complain(div, 'this checkpoint has nothing to run')
  end
  add_tree(div.chapter.name .. '.' .. checkpoint_count,
    ('checkpoint %d of chapter %d'):format(checkpoint_count, div.chapter.number), tree)
  local promised = tree.kind ~= 'output'
  for _, run in ipairs(demos) do promised = promised or run.tree == tree and run.otherwise end
  if not promised then
    complain(div, 'no new program that has a Python of its name has an output block of its own')
  end
end

-- Exercises: variants of the stage at the chapter's end. Their blocks say by
-- role= which variant they belong to, and are no part of the book's text.

-- Each kind, and how many wrong answers its check must refuse at least.
local KINDS_OF_EXERCISE = { predict = 2, ['break'] = 4, repair = 4, extend = 4, measure = 4 }
local ROLES = { stub = true, solution = true, check = true, broken = true, wrong = true }

local function begin_exercise(div)
  local count = 0
  for _, other in ipairs(exercises) do
    if other.div.chapter == div.chapter then count = count + 1 end
  end
  exercises[#exercises + 1] = { div = div, hints = {}, roles = {}, wrong = {},
    number = div.chapter.number .. '.' .. count + 1 }
  if not KINDS_OF_EXERCISE[div.attrs.kind] then
    complain(div, 'kind= is not predict, break, repair, extend or measure')
  end
  if not tostring(div.attrs.stars):find('^[123]$') then
    complain(div, 'stars= is not 1, 2 or 3')
  end
  if not div.attrs.title then complain(div, 'an exercise has a title=') end
  return exercises[#exercises]
end

-- Put a block to the others of its wrong answer, which go by its name.
local function wrong_block(exercise, item)
  local name, says = item.attrs.answer, item.attrs.says
  if not name or name == true or says == true then
    complain(item, 'a wrong answer has a name, answer="…", and may have a text, says="…"')
    return
  end
  local answer = exercise.wrong[name]
  if not answer then
    answer = { name = name, first = item, blocks = {} }
    exercise.wrong[name] = answer
    table.insert(exercise.wrong, answer)
  end
  if says and answer.says then
    complain(item, '‘%s’ has its says= already', name)
  end
  answer.says = answer.says or says
  table.insert(answer.blocks, item)
end

local function exercise_item(exercise, item)
  local is_wrong = item.attrs.role == 'wrong' or nil
  if item.class == 'hint' then
    table.insert(exercise.hints, item)
  elseif not item.body then
    complain(item, 'no such box stands within an exercise')
  elseif not ROLES[item.attrs.role or ''] then
    complain(item, 'role= is not stub, solution, check, broken or wrong')
  else
    check_attributes(item, { role = true, file = true, chunk = true, append = true,
      replace = true, answer = is_wrong, says = is_wrong }, 'this block')
    if is_wrong then
      wrong_block(exercise, item)
      return
    end
    local list = exercise.roles[item.attrs.role] or {}
    exercise.roles[item.attrs.role] = list
    list[#list + 1] = item
  end
end

local function end_exercise(exercise)
  local needs = exercise.div.attrs.kind == 'break' and { 'stub', 'solution', 'broken' }
    or { 'stub', 'solution', 'check' }
  for _, role in ipairs(needs) do
    if not exercise.roles[role] then
      complain(exercise.div, 'the exercise has no block with role=%s', role)
    end
  end
  if #exercise.hints ~= 2 then
    complain(exercise.div, 'the exercise needs two hints and has %d', #exercise.hints)
  end
end

-- What a wrong answer does not say otherwise is as in the solution.
local function blocks_of_answer(exercise, answer)
  local said, blocks = {}, {}
  local function deed(fence)
    local op, name = lit.operation(fence)
    return ('%s %s'):format(op, name)
  end
  for _, fence in ipairs(answer.blocks) do said[deed(fence)] = true end
  for _, fence in ipairs(exercise.roles.solution or {}) do
    if not said[deed(fence)] then table.insert(blocks, fence) end
  end
  return table.move(answer.blocks, 1, #answer.blocks, #blocks + 1, blocks)
end

-- The stage with these blocks put in; all is as before after it.
local function variant(exercise, role, blocks)
  local old_chunks, old_files = chunks, files
  chunks, files = {}, table.move(old_files, 1, #old_files, 1, {})
  for name, chunk in pairs(old_chunks) do
    chunks[name] = { name = name, first = chunk.first, is_file = chunk.is_file,
      parts = table.move(chunk.parts, 1, #chunk.parts, 1, {}) }
  end
  for _, fence in ipairs(blocks) do
    local op, name = lit.operation(fence)
    if op then apply(fence, op, name) else complain(fence, 'a %s has file, chunk, append or replace', role) end
  end
  local texts = expand_files { label = ('the %s of exercise %s'):format(role, exercise.number) }
  chunks, files = old_chunks, old_files
  return texts
end

local function check_wrong(chapter)
  for _, exercise in ipairs(exercises) do
    local fewest = KINDS_OF_EXERCISE[exercise.div.attrs.kind] or 0
    if exercise.div.chapter == chapter and #exercise.wrong < fewest then
      complain(exercise.div, 'the exercise needs %d wrong answers and has %d', fewest,
        #exercise.wrong)
    end
  end
end

local function make_variants(chapter)
  for _, exercise in ipairs(exercises) do
    if exercise.div.chapter == chapter then
      exercise.variants = {}
      for _, role in ipairs { 'stub', 'solution', 'broken' } do
        local blocks = exercise.roles[role]
        exercise.variants[role] = blocks and variant(exercise, role, blocks)
      end
      for i, answer in ipairs(exercise.wrong) do
        exercise.variants['wrong-' .. i] = variant(exercise,
          ('wrong answer ‘%s’'):format(answer.name), blocks_of_answer(exercise, answer))
      end
    end
  end
end

-- Programs and what they print.

local function run_block(fence)
  local name, lang = fence.attrs.run, fence.lang
  if lang ~= 'c' and lang ~= 'python' then
    complain(fence, 'only c and python are run')
    return
  elseif name == true or not name:find('^%l[%l%d-]*$') then
    complain(fence, 'a program is named like two-names')
    return
  elseif runs_by[lang][name] then
    complain(fence, 'the program ‘%s’ is defined already, at %s', name,
      place(runs_by[lang][name].fence))
    return
  end
  local run = { name = name, lang = lang, fence = fence }
  runs[#runs + 1], runs_by[lang][name] = run, run
  if lang == 'c' then demos[#demos + 1] = run end
  return run
end

local function output_block(fence, run)
  check_attributes(fence, { ids = true, fold = true }, 'an output block')
  if not run then
    complain(fence, 'this output stands below no program')
  else
    run.output = fence
  end
end

local function check_outputs()
  for _, run in ipairs(runs) do
    local python = runs_by.python[run.name]
    local twin = run.lang == 'c' and python
    if not run.output and not twin then
      complain(run.fence, 'no output block stands below ‘%s’', run.name)
    elseif run.output and twin and not run.otherwise then
      complain(run.output, 'the output of ‘%s’ stands below its Python already', run.name)
    end
  end
end

-- Reading the book in order.

local function code_block(fence)
  if fence.lang == 'output' then
    output_block(fence, last_run)
    last_run = nil
    return
  end
  last_run = nil
  if fence.attrs.role then
    complain(fence, 'role= stands outside an exercise')
    return
  end
  check_attributes(fence, { file = true, chunk = true, append = true,
    replace = true, run = true, fold = fence.attrs.run }, 'a code block')
  local count = fence.attrs.fold and -1 or 0
  for _ in pairs(fence.attrs) do count = count + 1 end
  if fence.attrs.broken then return end
  if fence.attrs.run and count == 1 then
    last_run = run_block(fence)
  elseif count == 1 and lit.operation(fence) then
    apply(fence, lit.operation(fence))
    if chunks[fence.name] then fresh[#fresh + 1], fresh[fence] = fence, true end
  elseif count ~= 1 then
    complain(fence, 'a code block does one thing: file, chunk, append, replace or run')
  end
end

local function box(div)
  if not DIVS[div.class or ''] then
    complain(div, 'unknown box ‘%s’ (known: article, aside, checkpoint, cpython, exercise, hint)',
      div.class or '')
    return
  end
  check_attributes(div, DIVS[div.class], 'this box')
  if div.class == 'checkpoint' then checkpoint(div) end
end

local function end_chapter()
  if not chapter_now or #files == 0 or #chapter_now.fences == 0 then return end
  local stage = { chapter = chapter_now, stage = true, tests = {} }
  add_tree(chapter_now.name, ('the end of chapter %d'):format(chapter_now.number), stage)
  make_variants(chapter_now)
  check_wrong(chapter_now)
end

local function read_in_order(book)
  local items = {}
  for _, item in ipairs(book.items) do
    items[item.chapter] = items[item.chapter] or {}
    table.insert(items[item.chapter], item)
  end
  for _, chapter in ipairs(book.chapters) do
    chapter_now, checkpoint_count, demos, last_run = chapter, 0, {}, nil
    local exercise
    for _, item in ipairs(items[chapter] or {}) do
      if exercise and item.line > exercise.div.last then
        end_exercise(exercise)
        exercise = nil
      end
      if exercise then exercise_item(exercise, item)
      elseif item.body then code_block(item)
      else
        box(item)
        if item.class == 'exercise' then exercise = begin_exercise(item) end
      end
    end
    if exercise then end_exercise(exercise) end
    end_chapter()
  end
end

local function check_use(book)
  for _, item in ipairs(book.items) do
    if item.op and not item.place then
      complain(item, '‘%s’ is used in no stage and at no checkpoint', item.name)
    end
  end
end

-- Links and figures.

-- The first line outside code where `text` stands, counted from `from`.
local function line_of(chapter, text)
  for n, line in ipairs(chapter.lines) do
    if line:find(text, 1, true) then return n end
  end
  return 1
end

local function drawn_figures()
  local drawn = {}
  for _, run in ipairs(runs) do
    for _, line in ipairs(run.lang == 'c' and run.fence.body or {}) do
      for name in line:gmatch('%f[%w_]draw[%l_]*%("([%w-]+)"') do drawn[name] = run end
    end
  end
  return drawn
end

local function number_all(book, index)
  local drawn = drawn_figures()
  for _, chapter in ipairs(book.chapters) do
    lit.number(chapter, function(kind, number, id, title, images)
      local old = index.anchors[id]
      if old then
        lit.error(chapter.path, line_of(chapter, title or id),
          'the id #%s is taken, in %s', id, old.path)
      end
      index.anchors[id] = { kind = kind, number = number, page = chapter.page,
        path = chapter.path }
      local entry = { kind = kind, number = number, id = id, title = title,
        page = chapter.page }
      if kind == 'Chapter' then index.contents[#index.contents + 1] = entry
        entry.sections = {}
      elseif kind == 'Section' and #index.contents > 0 then
        local sections = index.contents[#index.contents].sections
        sections[#sections + 1] = entry
      elseif kind == 'Figure' then
        for _, image in ipairs(images) do
          local name = lit.figure_name(image) or ''
          if not drawn[(name:gsub('%-%d+$', ''))] or not name:find('%-%d+$') then
            lit.error(chapter.path, line_of(chapter, '](' .. image.src),
              'no program of the book draws %s', image.src)
          else
            local run = drawn[(name:gsub('%-%d+$', ''))]
            index.figures[name] = run.fence.chapter.name .. '/' .. run.name
          end
        end
      end
    end)
  end
  for _, run in ipairs(runs) do
    local id = 'run-' .. run.name
    index.anchors[id] = index.anchors[id]
      or { kind = 'Program', number = run.name, page = run.fence.chapter.page }
  end
end

local WHAT = { fig = 'figure', ex = 'exercise', run = 'program' }
local function check_links(book, index)
  for _, chapter in ipairs(book.chapters) do
    chapter.doc:walk { Link = function(link)
      local id = link.target:match('^#(.+)')
      if id and not index.anchors[id] then
        lit.error(chapter.path, line_of(chapter, '(#' .. id .. ')'),
          'there is no %s #%s', WHAT[id:match('^(%l+)%-') or ''] or 'section', id)
      end
    end }
  end
end

-- What the weaver needs to know of each chunk.

local function same(a, b)
  return a:gsub('%s+', ' ') == b:gsub('%s+', ' ')
end

-- By the longest common sequence of two lists of lines: which of `new` are
-- not in `old`, and which of `old` go before each line of `new`.
local function differences(old, new)
  local long = {}
  for i = #old + 1, 1, -1 do
    long[i] = {}
    for j = #new + 1, 1, -1 do
      if i > #old or j > #new then long[i][j] = 0
      elseif same(old[i], new[j]) then long[i][j] = long[i + 1][j + 1] + 1
      else long[i][j] = math.max(long[i + 1][j], long[i][j + 1]) end
    end
  end
  local comes, goes, i, j = {}, {}, 1, 1
  while i <= #old or j <= #new do
    if i <= #old and j <= #new and same(old[i], new[j]) then i, j = i + 1, j + 1
    elseif j > #new or i <= #old and long[i + 1][j] >= long[i][j + 1] then
      goes[j] = goes[j] or {}
      table.insert(goes[j], old[i])
      i = i + 1
    else comes[j], j = true, j + 1 end
  end
  return comes, goes
end

-- The blocks that are the book's text, each followed by what it defines in place.
local function pieces_of(book)
  local pieces = {}
  for _, item in ipairs(book.items) do
    if item.op and not item.attrs.role then
      pieces[#pieces + 1] = item
      for _, region in ipairs(item.regions) do pieces[#pieces + 1] = region end
    end
  end
  return pieces
end

-- The line that begins what line n stands in, or ends: a function, a struct, a list.
local function beginning(text, n)
  while n > 1 and not text.lines[n]:find('^[%a_]') do n = n - 1 end
  return n
end

-- A whole function or struct in one line, if line n ends it; else the line.
local MOST_COLUMNS = 72
local function in_short(text, n)
  local line = text.lines[n]
  if not line:find('^}') then return line end
  local head = text.lines[beginning(text, n)]:gsub('%s*{$', '')
  if head:find(',$') then head = head .. ' …)' end
  local whole = head .. ' { … ' .. line
  return utf8.len(whole) <= MOST_COLUMNS and whole or head
end

-- Is line n of a piece's text, or what it stands in, written only further on
-- in the book?
local function comes_later(piece, n)
  local text = piece.place.text
  local from, begun = text.from[n], text.from[beginning(text, n)]
  return from and from[3].order > piece.order or begun and begun[3].order > piece.order
end

-- The line above line n of its text that a piece can show: one that is not
-- blank, nor the chunk's own guide line, and that stands already.
local function line_above(piece, n)
  local lines = piece.place.text.lines
  repeat n = n - 1 until n < 1 or lines[n]:find('%S') and not comes_later(piece, n)
    and lines[n]:match('^%s*// (.*)$') ~= piece.name
  return n
end

-- What stood between line n and the piece when the book had come to the piece, if
-- something has replaced it since: the text that was nearest.
local function stood_above(piece, n)
  local text = piece.place.text
  for m = piece.place.first - 1, n + 1, -1 do
    local old, fence = nil, text.from[m] and text.from[m][3]
    while fence and fence.op == 'replace' and fence.order > piece.order do
      old, fence = fence.old_lines, fence.old[#fence.old]
    end
    if old and fence.order < piece.order then return { lines = old } end
  end
end

local MOST_LINES = 2
-- Up to two lines above and below a piece that replaces another, no farther
-- than what it stands in goes. A lone { above is no line of the two.
local function lines_around(piece)
  local place, above, below = piece.place, {}, {}
  local lines = place.text.lines
  local inner = place.indent ~= ''
  local n, count = place.first, 0
  while count < MOST_LINES do
    local next_up = line_above(piece, n)
    if next_up < 1 or not inner and next_up < n - 1 or inner and lines[n]:find('^[%a_]') then break end
    n = next_up
    table.insert(above, 1, lines[n])
    if lines[n] ~= '{' then count = count + 1 end
  end
  n = place.last
  while #below < MOST_LINES and n < #lines and not lines[n]:find('^}')
      and not comes_later(piece, n + 1) do
    n = n + 1
    if lines[n]:find('%S') then below[#below + 1] = lines[n]
    elseif not inner then break end
  end
  return above, below
end

-- What a piece shows of the text around it, so that it says where it goes. A
-- line that the piece right above it on the page has is not shown again.
local function context(piece, before)
  local place, above, below = piece.place, {}, {}
  local function stands_above(n)
    local from = place.text.from[n]
    local fence = from and from[3]
    return fence and (fence == before or fence.home == before)
  end
  if piece.op == 'replace' then
    above, below = lines_around(piece)
  elseif piece.op == 'append' then
    local n = line_above(piece, place.first)
    local old = stood_above(piece, n)
    if old then above = { in_short(old, #old.lines), '' }
    elseif n >= 1 and not stands_above(n) then
      above = { in_short(place.text, n), n < place.first - 1 and '' or nil }
    end
  elseif piece.op == 'chunk' and place.indent ~= '' then
    local n = beginning(place.text, place.first)
    if not stands_above(n) then
      above = { place.text.lines[n] }
      local between = line_above(piece, place.first)
      if between > n and not place.text.lines[between]:find('^{') then
        above[2] = place.indent .. '…'
      end
    end
  end
  -- All are shown with as little indentation as their least has.
  local least = #place.indent
  for _, list in ipairs { above, below } do
    for _, line in ipairs(list) do least = math.min(least, #line:match('^ *')) end
  end
  for _, list in ipairs { above, below } do
    for i, line in ipairs(list) do list[i] = line:sub(least + 1) end
  end
  if #above + #below == 0 then least = #place.indent end
  return { above = above, below = below, indent = place.indent:sub(least + 1) }
end

-- What goes and what comes where a piece replaces another: by its lines, of
-- which those that only mark what is defined in place do not count.
local function describe_change(piece, part)
  local shown, at = {}, {}
  for i, line in ipairs(piece.body) do
    if not lit.is_mark(line) then shown[#shown + 1], at[#at + 1] = line, i end
  end
  at[#at + 1] = #piece.body + 1
  local comes, goes = differences(piece.old_lines, shown)
  part.new, part.goes, part.replaced = {}, {}, piece.old[1].chapter.number
  for j in pairs(comes) do part.new[at[j]] = true end
  for j, lines in pairs(goes) do part.goes[at[j]] = lines end
end

-- Each place of a chunk once, with the piece that refers to it.
local function describe_sites(piece)
  local sites = {}
  for _, site in ipairs(piece.place.sites) do
    local inside = type(site.inside) == 'string' and site.inside or nil
    local key = site.file .. ' ' .. (inside or '')
    if not sites[key] then
      sites[key] = true
      sites[#sites + 1] = { file = site.file, inside = inside,
        page = site.by and site.by.chapter.page, id = site.by and site.by.id }
    end
  end
  return { table.unpack(sites) }
end

-- The code block above one.
local function block_above(piece)
  local above
  for _, fence in ipairs(piece.chapter.fences) do
    if fence == piece then return above end
    above = fence
  end
end

local function describe_chunks(book, index)
  local by_name, pieces = index.chunks, pieces_of(book)
  local count = {}
  for i, piece in ipairs(pieces) do
    piece.order = i
    count[piece.name] = (count[piece.name] or 0) + 1
    piece.id = ('chunk-%s-%d'):format(lit.slug(piece.name), count[piece.name])
  end
  for _, piece in ipairs(pieces) do
    local entry = by_name[piece.name] or { parts = {}, users = {} }
    by_name[piece.name] = entry
    local part = piece.home and {} or context(piece, block_above(piece))
    part.op, part.page, part.chapter, part.id = piece.op, piece.chapter.page,
      piece.chapter.number, piece.id
    part.sites = describe_sites(piece)
    part.in_place = piece.home and true
    if piece.op == 'replace' then describe_change(piece, part) end
    entry.parts[#entry.parts + 1] = part
  end
  for _, piece in ipairs(pieces) do
    lit.each_line(piece, function(_, _, _, name, region)
      local users = name and not region and by_name[name] and by_name[name].users
      if users and not users[piece.name] then
        users[#users + 1], users[piece.name] = piece.name, true
      end
    end)
  end
end

-- Writing.

local written = {}
local function write(path, text)
  written[path] = true
  lit.write_file(path, text)
end

-- Files below `folder` that no chapter makes any more go away; what a
-- stage's own Makefile has built stays.
local function sweep(folder)
  local list = io.popen('find ' .. folder .. ' -type f -not -path "code/*/out/*" 2>/dev/null')
  for path in list:lines() do
    if not written[path] and (path:find('%.[ch]$') or path:find('/Makefile$')
        or folder ~= 'code') then
      os.remove(path)
    end
  end
  list:close()
  os.execute('find ' .. folder .. ' -type d -empty -delete 2>/dev/null')
end

-- The section, with its title, that line `n` of a chapter stands in.
local function section_of(chapter, n)
  if not chapter.sections then
    chapter.sections = {}
    local in_fence, text, count, sub = {}, '', 0, 0
    for _, f in ipairs(chapter.fences) do
      for i = f.line, f.last do in_fence[i] = true end
    end
    for i, line in ipairs(chapter.lines) do
      local level, title = line:match('^(##+)%s+(.-)%s*$')
      if level and not in_fence[i] then
        if #level == 2 then count, sub = count + 1, 0 else sub = sub + 1 end
        text = ('%d.%d%s %s'):format(chapter.number, count,
          #level > 2 and '.' .. sub or '', (title:gsub('%s*{.-}$', '')))
      end
      chapter.sections[i] = text
    end
  end
  return chapter.sections[n] or ''
end

-- The section that one reads on in behind a box.
local function section_behind(div)
  local n = math.min(div.last + 1, #div.chapter.lines)
  while div.chapter.lines[n] == '' and div.chapter.lines[n + 1] do n = n + 1 end
  return section_of(div.chapter, n)
end

-- Where each line of a tree comes from, a line each: path, line, the chapter's
-- line, chunk, section, and the chunks that end there; set apart by tabs.
local function write_where(tree)
  local out = {}
  for _, file in ipairs(tree.files) do
    for i = 1, #file.text.lines do
      local from, ends = file.text.from[i], {}
      local path, line, fence = table.unpack(from or {})
      if path then
        for _, chunk in ipairs(from.ends) do ends[#ends + 1] = chunk.name end
        out[#out + 1] = table.concat({ file.path, i, path .. ':' .. line, fence.name or fence.attrs.run,
          section_of(fence.chapter, fence.line), table.concat(ends, '|') }, '\t')
      end
    end
  end
  write('build/out/where/' .. tree.name, table.concat(out, '\n') .. '\n')
end

-- What the next chapter is typed into: a stage, in which the end of each piece that
-- the chapter adds to is marked as the page marks what is added.
local function write_begun(tree, chapter)
  local grows = {}
  for _, fence in ipairs(chapter.fences) do
    if fence.op == 'append' and not fence.attrs.role then grows[fence.name] = true end
  end
  for _, file in ipairs(tree.files) do
    local lines, from = {}, file.text.from
    for i, line in ipairs(file.text.lines) do
      lines[#lines + 1] = line
      for _, chunk in ipairs(from[i] and line:sub(-1) ~= '\\' and from[i].ends or {}) do
        if grows[chunk.name] then
          if chunk.indent == '' and not lines[#lines]:find('+≡$') then lines[#lines + 1] = '' end
          lines[#lines + 1] = ('%s// %s +≡'):format(chunk.indent,
            chunk.file and chunk.name or '⟨' .. chunk.name .. '⟩')
        end
      end
    end
    write(('build/out/begun/%s/%s'):format(chapter.name, file.path), table.concat(lines, '\n') .. '\n')
  end
end

local function write_trees()
  local makefile, before = lit.read_file(here .. '/stage.mk'), nil
  for _, tree in ipairs(trees) do
    for _, file in ipairs(tree.files) do
      write(('build/out/twin/%s/%s'):format(tree.name, file.path), file.twin)
      if tree.stage then write(('code/%s/%s'):format(tree.name, file.path), file.plain) end
    end
    write_where(tree)
    if tree.stage then
      write(('code/%s/Makefile'):format(tree.name), makefile)
      if before then write_begun(before, tree.chapter) end
      before = tree
    end
  end
end

-- pandoc's block for each box of a chapter, by the box's line.
local function blocks_of(chapter)
  if not chapter.box_blocks then
    chapter.box_blocks = {}
    chapter.doc:walk { Div = function(d)
      chapter.box_blocks[tonumber(d.attributes.line) or 0] = d
    end }
  end
  return chapter.box_blocks
end

-- The text of an exercise or a hint, for a terminal.
local function plain_text(div)
  local shown = pandoc.List()
  for _, block in ipairs(blocks_of(div.chapter)[div.line].content) do
    local line = block.attributes and tonumber(block.attributes.line)
    if not div.chapter.by_line[line or 0] then shown:insert(block) end
  end
  local doc = pandoc.Pandoc(shown):walk { Link = function(link)
    return lit.numbered_link(link, anchors)
  end }
  return pandoc.write(doc, 'plain')
end

-- Each exercise in a folder: its variants, its check, its hints, its facts.
local function write_exercises()
  for _, exercise in ipairs(exercises) do
    local folder, attrs = 'build/out/exercises/' .. exercise.number .. '/', exercise.div.attrs
    for role, texts in pairs(exercise.variants or {}) do
      for _, text in ipairs(texts) do
        write(folder .. role .. '/' .. text.path, plain(text))
      end
    end
    for _, fence in ipairs(exercise.roles.check or {}) do
      write(folder .. 'check.c', table.concat(fence.body, '\n') .. '\n')
    end
    write(folder .. 'text', plain_text(exercise.div))
    for i, hint in ipairs(exercise.hints) do
      write(folder .. 'hint-' .. i, plain_text(hint))
    end
    local facts = { 'at ' .. place(exercise.div), 'stage ' .. exercise.div.chapter.name,
      'title ' .. attrs.title, 'kind ' .. attrs.kind, 'stars ' .. attrs.stars,
      'part ' .. (attrs.optional and 'optional' or 'core') }
    for i, answer in ipairs(exercise.wrong) do
      table.insert(facts, ('wrong-%d %s: the wrong answer “%s”'):format(i, place(answer.first),
        answer.name))
      table.insert(facts, ('says-%d %s'):format(i, answer.says or ''))
    end
    write(folder .. 'facts', table.concat(facts, '\n') .. '\n')
  end
end

-- A checkpoint in words that a shell script can read: `key value` lines.
local function write_checkpoint(tree)
  write('build/out/checkpoints/' .. tree.name, table.concat({
    'at ' .. tree.chapter.path .. ':' .. (tree.line or 1),
    'chapter ' .. tree.chapter.name,
    'section ' .. (tree.box and section_behind(tree.box) or ''),
    'tests ' .. table.concat(tree.tests, ' '),
    'demos ' .. table.concat(tree.fresh, ' '),
    'ids ' .. table.concat(tree.ids, ' '),
    'kind ' .. (tree.kind or ''),
    'text ' .. (tree.text or ''), '' }, '\n'))
end

local function write_makefile(book, index)
  local out = {}
  local function say(...) out[#out + 1] = (...) and string.format(...) end
  local names = { stages = {}, checkpoints = {}, python = {}, pages = {} }
  for _, tree in ipairs(trees) do
    table.insert(tree.stage and names.stages or names.checkpoints, tree.name)
    local c, h = {}, {}
    for _, file in ipairs(tree.files) do
      local path = file.path
      if path:find('%.h$') then h[#h + 1] = path
      elseif path:find('%.c$') and not path:find('^demos/') then c[#c + 1] = path end
    end
    say('SOURCES.%s := %s', tree.name, table.concat(c, ' '))
    say('HEADERS.%s := %s', tree.name, table.concat(h, ' '))
    say('DEMOS.%s := %s', tree.name, table.concat(tree.demos, ' '))
  end
  for _, run in ipairs(runs) do
    if run.lang == 'python' then table.insert(names.python, run.name) end
  end
  for _, chapter in ipairs(book.chapters) do
    table.insert(names.pages, (chapter.page:gsub('%.html$', '')))
  end
  local figures, red = {}, {}
  for name, from in pairs(index.figures) do
    figures[#figures + 1] = name
    say('FROM.%s := %s', name, from)
  end
  table.sort(figures)
  for _, tree in ipairs(trees) do
    if RED[tree.kind] or tree.kind == 'output' then red[#red + 1] = tree.name end
  end
  say('STAGES := %s', table.concat(names.stages, ' '))
  say('CHECKPOINTS := %s', table.concat(names.checkpoints, ' '))
  say('PYTHON := %s', table.concat(names.python, ' '))
  say('PAGES := %s', table.concat(names.pages, ' '))
  say('FIGURES := %s', table.concat(figures, ' '))
  say('RED := %s', table.concat(red, ' '))
  local numbers = {}
  for _, exercise in ipairs(exercises) do numbers[#numbers + 1] = exercise.number end
  say('EXERCISES := %s', table.concat(numbers, ' '))
  table.sort(out)
  write('build/out/book.mk', table.concat(out, '\n') .. '\n')
end

local function describe_runs()
  local list = {}
  for _, run in ipairs(runs) do
    local output, red = run.output, run.tree and RED[run.tree.kind]
    list[#list + 1] = { name = run.name, lang = run.lang, path = run.fence.chapter.path,
      line = run.fence.line, stage = run.fence.chapter.name,
      tree = run.tree and run.tree.name, red = red,
      otherwise = run.otherwise and run.tree.text, again = run.again and run.again.name,
      output = output and { line = output.line, last = output.last,
        prefix = output.prefix, ids = output.attrs.ids and true,
        text = table.concat(output.body, '\n') } }
  end
  return list
end

local function write_all(book, index)
  write_trees()
  for _, tree in ipairs(trees) do
    tree.fresh, tree.ids = {}, {}
    for _, run in ipairs(runs) do
      if run.tree == tree or run.again == tree then
        table.insert(tree.fresh, run.name)
        local output = run.output or runs_by.python[run.name].output
        if output and output.attrs.ids then table.insert(tree.ids, run.name) end
      end
    end
    write_checkpoint(tree)
  end
  for _, run in ipairs(runs) do
    if run.lang == 'python' then
      write(('build/out/python/%s.py'):format(run.name),
        table.concat(run.fence.body, '\n') .. '\n')
    end
  end
  write_exercises()
  write('build/out/index.lua', 'return ' .. lit.serialise(index) .. '\n')
  write('build/out/runs.lua', 'return ' .. lit.serialise(describe_runs()) .. '\n')
  write_makefile(book, index)
  for _, folder in ipairs { 'code', 'build/out/twin', 'build/out/python', 'build/out/checkpoints',
    'build/out/exercises', 'build/out/where', 'build/out/begun' } do
    sweep(folder)
  end
end

local function tangle()
  local book = lit.read_book(paths)
  lit.stop_on_errors(UNTOUCHED) -- a chapter that cannot be read says nothing of the rest
  read_in_order(book)
  check_outputs()
  check_use(book)
  local index = { anchors = anchors, contents = {}, chunks = {}, figures = {} }
  number_all(book, index)
  check_links(book, index)
  lit.stop_on_errors(UNTOUCHED)
  if missing then return end
  describe_chunks(book, index)
  write_all(book, index)
end

function Reader()
  tangle()
  return pandoc.Pandoc {}
end
