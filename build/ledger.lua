-- ledger.lua: who owns what, read from the headers: a table, and its proof.
--
--   build/lua build/ledger.lua table CODE CHAPTER.md   writes the table's rows
--   build/lua build/ledger.lua suite CODE SUITE.c      a claim for each row
--
-- CODE is a stage's folder or its twin. What happens to an object parameter:
--   steals      the prototype says STEALS
--   keeps       the contract says: keeps, and then parameters in backquotes,
--               joined by "and" or ","; or `it`, `both`, `them`: all objects
--               but `self`, one or two of them, or those of an array
--   lets go     the contract says: give up one reference to `name`; or of
--               an Object **: give up what it held
--   counts      the contract says: Count one more reference to `name`, and
--               the function answers nothing
--   looks       nothing of all this
-- "keeps … and the answer": what the caller gets is kept as well.
local here = PANDOC_SCRIPT_FILE:match('^(.*)/[^/]*$') or '.'
local lit = dofile(here .. '/literate.lua')
local samples = dofile(here .. '/ledger-samples.lua')

local ORDER = { 'looks', 'keeps', 'steals', 'lets go', 'counts' }
local PHRASE = { looks = 'looks at', keeps = 'keeps', steals = 'steals',
  ['lets go'] = 'lets go of', counts = 'counts one more of' }
local CHANGE = { looks = 0, keeps = 1, steals = -1, ['lets go'] = -1, counts = 1 }

-- Reading.

local function wrong(f, ...) lit.error(f.path, f.line, ...) end

local function parameter(text, f)
  local p = {}
  p.type, p.name = text:gsub('STEALS', ''):match('^%s*(.-)%s*([%w_]+)%s*$')
  p.is_object = text:find('%f[%w]Object%f[%W]') ~= nil
  p.is_slot = p.is_object and p.type:find('%*%*$') ~= nil
  p.is_array = p.is_object and p.type:find('%*const %*$') ~= nil
  p.word = text:find('%f[%w]STEALS%f[%W]') and 'steals' or 'looks'
  f.by_name[p.name] = p
  f.params[#f.params + 1] = p
end

local function mark(f, p, word)
  if p.word ~= 'looks' or p.type:find('^const') then
    wrong(f, '%s says “%s” of %s, which is const or has another word', f.name, word, p.name)
  end
  p.word = word
end

-- Whom the words after "keeps" mean, or nil where they do not tell.
local function meant(f, rest)
  local found, others, arrays = {}, {}, {}
  for _, p in ipairs(f.params) do
    if p.is_array then arrays[#arrays + 1] = p
    elseif p.is_object and p.name ~= 'self' then others[#others + 1] = p end
  end
  local pronoun = rest:match('^%l+')
  if pronoun == 'it' then return #others == 1 and others end
  if pronoun == 'both' then return #others == 2 and others end
  if pronoun == 'them' then return #arrays == 1 and arrays end
  local name, after = rest:match('^`([%w_]+)`()')
  while name do
    local p = f.by_name[name]
    if not (p and p.is_object) then return end
    found[#found + 1] = p
    rest = rest:sub(after)
    name, after = rest:match('^,? ?a?n?d? `([%w_]+)`()')
  end
  f.keeps_answer = f.keeps_answer or rest:find('^ and the answer%f[%W]') ~= nil
  return #found > 0 and found
end

local function read_contract(f)
  if f.contract == '' then wrong(f, '%s has no contract', f.name) end
  for at in f.contract:gmatch('%f[%w]keeps%s+()') do
    local found = meant(f, f.contract:sub(at))
    if not found then
      wrong(f, 'whom does %s keep? “keeps %s”: say “keeps” and names in '
        .. 'backquotes, or it, both, them', f.name, f.contract:sub(at, at + 29))
    end
    for _, p in ipairs(found or {}) do mark(f, p, 'keeps') end
  end
  local let_go = f.contract:match('[Gg]ive up one reference to `([%w_]+)`')
  local counted = f.returns == 'void' and f.contract:match('Count one more reference to `([%w_]+)`')
  for _, p in ipairs(f.params) do
    if p.name == let_go or p.is_slot then mark(f, p, 'lets go') end
    if p.name == counted then mark(f, p, 'counts') end
    if p.is_slot and not f.contract:find('give up what it held', 1, true) then
      wrong(f, '%s must say of `%s`: give up what it held', f.name, p.name)
    end
  end
end

local function read_prototype(text, f)
  local head, name, params = text:match('^%s*(.-)([%w_]+)%s*%((.*)%)%s*$')
  if not name or text:find('^%s*typedef') or not (head .. params):find('%f[%w]Object%f[%W]') then
    return
  end
  f.name, f.params, f.by_name = name, {}, {}
  f.gives = head:match('NEW') or head:match('BORROWED')
  f.returns = head:gsub('static inline', ''):gsub('NEW', ''):gsub('BORROWED', ''):match('^%s*(.-)%s*$')
  if f.returns:find('%f[%w]Object%f[%W]') and not f.gives then
    wrong(f, '%s answers an object and says neither NEW nor BORROWED', name)
  end
  for one in (params == 'void' and '' or params):gmatch('[^,]+') do parameter(one, f) end
  read_contract(f)
  return f
end

local function read_header(dir, header, list)
  local path, n, depth, statement, contract, was_comment = dir .. '/' .. header, 0, 0, '', ''
  for _, line in ipairs(lit.split_lines(assert(lit.read_file(path)))) do
    n = n + 1
    local at, file = line:match('^#line (%d+) "(.*)"')
    local comment = line:match('^//%s?(.*)')
    if at then n, path = tonumber(at) - 1, file
    elseif comment then contract = (was_comment and contract .. ' ' or '') .. comment
    elseif not line:find('^%s*#') then
      line = line:gsub('%s*//.*', '')
      if depth == 0 then statement = statement .. ' ' .. line:gsub('^%s+', '') end
      depth = depth + select(2, line:gsub('{', '')) - select(2, line:gsub('}', ''))
      if statement:find('[;{]') then
        list[#list + 1] = read_prototype(statement:match('^[^;{]*'),
          { path = path, line = n, header = header, contract = contract:gsub('%s+', ' ') })
        statement = ''
      elseif not statement:find('%S') then statement, contract = '', '' end
    end
    if not at then was_comment = comment ~= nil end
  end
end

-- The table.

-- What f does, word by word: "looks at `self`; keeps `item`".
local function deeds(f, quote, joint)
  local out = {}
  for _, word in ipairs(ORDER) do
    local names = {}
    for _, p in ipairs(f.params) do
      if p.is_object and p.word == word then
        names[#names + 1] = quote .. (p.is_slot and '*' or '') .. p.name .. quote
      end
    end
    if word == 'keeps' and f.keeps_answer then names[#names + 1] = 'the answer' end
    if #names > 0 then out[#out + 1] = PHRASE[word] .. ' ' .. table.concat(names, ' and ') end
  end
  return table.concat(out, joint)
end

local function write_table(list, path)
  local out = { '| function | in | gives | and what it does to objects |', '|---|---|---|---|' }
  for _, f in ipairs(list) do
    out[#out + 1] = ('| `%s` | `%s` | %s | %s |'):format(f.name, f.header,
      f.gives and f.gives:lower() or '–', samples.exempt[f.name] and 'see below' or deeds(f, '`', '; '))
  end
  for _, f in ipairs(list) do
    local why = samples.exempt[f.name]
    if why then out[#out + 1] = ('\nNo test calls `%s`: %s.'):format(f.name, why) end
  end
  local text = assert(lit.read_file(path))
  text = text:match('^(.-\n)|') or text
  lit.stop_on_errors()
  lit.write_file(path, text .. table.concat(out, '\n') .. '\n')
end

-- The suite.

local function argument(f, p)
  local header = f.header:match('([%w_]+)%.h$')
  local found = samples[p.name == 'self' and 'self of ' .. header or p.name] or samples[p.type]
  if not found then
    wrong(f, 'no sample for `%s` of %s: ledger-samples.lua must give one', p.name, f.name)
  end
  return found or 'NULL'
end

-- The objects of the sample world behind an argument.
local function behind(p, text)
  if not p.is_object or p.is_slot then return {} end
  return p.is_array and samples.arrays[text] or { text }
end

local function one_call(f, call, k)
  local before, owed, seen, args, out = {}, {}, {}, {}, {}
  for text in (call[1] or ''):gmatch('[^,]+') do args[#args + 1] = text:match('^%s*(.-)%s*$') end
  local function say(form, ...) out[#out + 1] = '    ' .. form:format(...) end
  for i, p in ipairs(f.params) do
    args[i] = args[i] or argument(f, p)
    for _, object in ipairs(behind(p, args[i])) do
      if CHANGE[p.word] < 0 then before[#before + 1] = ('incref(%s); '):format(object) end
      owed[#owed + 1] = { object, CHANGE[p.word] }
      if not seen[object] then say('hold(ref_new(%s));', object) end
      seen[object] = true
    end
  end
  for object, by in (call.owes or ''):gmatch('([%w_]+) (%-?%d+)') do
    owed[#owed + 1] = { object, tonumber(by) }
  end
  seen = {}
  say('%scount_all();', (call.before and call.before .. ' ' or '') .. table.concat(before))
  for _, o in ipairs(owed) do say('owe(%s, %d);', o[1], o[2]) end
  local text = ('%s(%s)'):format(f.name, table.concat(args, ', '))
  if call.within then text = ('%s(%s)'):format(call.within, text) end
  if call.is_null then say('EXPECT(%s == NULL);', text)
  elseif f.gives == 'NEW' then say('Object *made_%d = owe(hold(%s), 1);', k, text)
  elseif f.gives then say('Object *got_%d = %s;', k, text)
  elseif f.returns == 'bool' and f.contract:find('memory') then say('did(%s);', text)
  else say('%s%s;', f.returns == 'void' and '' or '(void)', text) end
  if call.after then say('%s', call.after) end
  for _, o in ipairs(owed) do
    if not seen[o[1]] then say('EXPECT(is_counted(%s));', o[1]) end
    seen[o[1]] = true
  end
  if f.gives == 'NEW' and not call.is_null then
    say('EXPECT(is_new(made_%d, %d));', k, f.keeps_answer and 2 or 1)
  elseif f.gives == 'BORROWED' then say('EXPECT(is_borrowed(got_%d));', k) end
  if call.finally then say('%s', call.finally) end
  return table.concat(out, '\n')
end

local function write_suite(list, path)
  local out = {}
  for _, f in ipairs(list) do
    local calls = {}
    for k, call in ipairs(samples.calls[f.name] or { {} }) do calls[k] = one_call(f, call, k) end
    local gift = f.gives and (f.gives == 'NEW' and 'gives a new reference' or 'lends its answer')
    local does = deeds(f, '', ' and '):gsub('%*', '')
    local claim = table.concat({ f.name, gift or does, gift and does ~= '' and 'and ' .. does or nil },
      ' '):gsub(' ', '_')
    if not samples.exempt[f.name] then
      out[#out + 1] = ('TEST(%s)\n{\n%s\n}\n'):format(claim,
        table.concat(calls, '\n'))
    end
  end
  lit.stop_on_errors()
  lit.write_file(path, '#include "ledger.h"\n\n' .. table.concat(out, '\n'))
end

function Reader()
  local what, dir, path = table.unpack(lit.arguments())
  local list, pipe = {}, assert(io.popen('cd "' .. dir .. '" && ls */*.h'))
  for header in pipe:lines() do read_header(dir, header, list) end
  pipe:close()
  if #list == 0 then lit.error(dir, 1, 'no prototype here takes or gives an object') end
  if what == 'table' then write_table(list, path) else write_suite(list, path) end
  return pandoc.Pandoc {}
end
