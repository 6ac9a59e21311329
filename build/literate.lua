-- literate.lua: what a chapter means. Every tool of the book reads through
-- this file, so that none of them can disagree with another.
--
--   chapter  = { path, number, name, page, lines, fences, divs, doc }
--   fence    = { line, last, lang, attrs, body, chapter }  a code block
--   region   = a fence too: { line, last, body, name, indent, chapter, home }
--              a chunk that is defined in place, within the fence `home`
--   div      = { line, last, class, attrs, chapter }       a box
--   book     = { chapters, items }   all fences and divs, in reading order
--
-- Positions are lines of the chapter's Markdown, counted from 1. pandoc
-- parses; this file finds the lines (which pandoc does not tell) and checks
-- that both saw the same blocks.
local M = {}

M.FORMAT = 'markdown-auto_identifiers-raw_html-raw_tex-tex_math_dollars'
  .. '-citations-example_lists'
local LONGEST_LINE = 20000 -- bytes; more is no prose and no code

-- Complaints. All of a run's errors are collected and shown in order.

local errors, known = {}, {}

function M.error(path, line, form, ...)
  local text = form:format(...)
  local key = path .. line .. text
  if known[key] then return end
  known[key] = true
  errors[#errors + 1] = { path = path, line = line, text = text, at = #errors }
end

-- Show what is wrong, if anything is, and end the program, with what that
-- means for the files.
function M.stop_on_errors(meaning)
  if #errors == 0 then return end
  table.sort(errors, function(a, b)
    if a.path ~= b.path then return a.path < b.path end
    if a.line ~= b.line then return a.line < b.line end
    return a.at < b.at
  end)
  for _, e in ipairs(errors) do
    io.stderr:write(('%s:%d: error: %s\n'):format(e.path, e.line, e.text))
  end
  io.stderr:write(('%d error%s%s\n'):format(#errors,
    #errors == 1 and '' or 's', meaning and '; ' .. meaning or ''))
  os.exit(1)
end

-- Files.

local function plain_reason(reason, path)
  return (reason or 'unknown reason'):gsub('^' .. path:gsub('%p', '%%%0') .. ': ', '')
end

-- The text of a file, or nil and the reason.
function M.read_file(path)
  local file, reason = io.open(path, 'rb')
  if not file then return nil, plain_reason(reason, path) end
  local text, why = file:read('a')
  file:close()
  return text, why and plain_reason(why, path)
end

-- The arguments of the script, as build/lua hands them over.
function M.arguments()
  local list = {}
  for word in (os.getenv('ARGS') or ''):gmatch('[^\n]+') do
    list[#list + 1] = word
  end
  return list
end

local function quoted(path)
  return "'" .. path:gsub("'", "'\\''") .. "'"
end

local made = {}
local function make_folder_of(path)
  local folder = path:match('^(.*)/[^/]*$')
  if folder and not made[folder] then
    os.execute('mkdir -p ' .. quoted(folder) .. ' 2>/dev/null')
    made[folder] = true
  end
end

-- Write `text` whole or not at all, and only if it differs. The file is
-- never seen half written: it is renamed into place.
function M.write_file(path, text)
  if M.read_file(path) == text then return false end
  make_folder_of(path)
  local new = path .. '.new'
  local file, reason = io.open(new, 'wb')
  local ok = file and file:write(text)
  if file then ok = file:close() and ok end
  if ok then ok, reason = os.rename(new, path) end
  if not ok then
    os.remove(new)
    io.stderr:write(('%s: error: cannot be written: %s\n')
      :format(path, plain_reason(reason, new)))
    os.exit(1)
  end
  return true
end

-- Lua source of a table of tables, strings, numbers and booleans.
function M.serialise(value)
  if type(value) ~= 'table' then
    return type(value) == 'string' and ('%q'):format(value) or tostring(value)
  end
  local keys, out = {}, {}
  for key in pairs(value) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b)
    if type(a) == type(b) then return a < b end
    return type(a) == 'number'
  end)
  for _, key in ipairs(keys) do
    out[#out + 1] = ('[%s]=%s'):format(M.serialise(key), M.serialise(value[key]))
  end
  return '{' .. table.concat(out, ',\n') .. '}'
end

function M.slug(text)
  return (text:lower():gsub('[^%w]+', '-'):gsub('^%-+', ''):gsub('%-+$', ''))
end

-- The lines of a text, without their ends; a last empty one is no line.
function M.split_lines(text)
  local lines = {}
  for line in (text:gsub('\r\n', '\n')):gmatch('([^\n]*)\n?') do
    lines[#lines + 1] = line
  end
  if lines[#lines] == '' then lines[#lines] = nil end
  return lines
end

-- Attributes: {#id .class key=word key="any \"text\"" word}.

-- The attributes in `text` as a table (a bare word is true), or nil and
-- the piece that is none.
function M.parse_attributes(text)
  local attrs, at = {}, 1
  while true do
    at = text:find('%S', at)
    if not at then return attrs end
    local key, value, stop
    local first = text:sub(at, at)
    if first == '#' or first == '.' then
      value, stop = text:match('^([^%s{}="]+)()', at + 1)
      key = first == '#' and 'id' or 'class'
    else
      key, stop = text:match('^([%w_-]+)="()', at)
      if key then
        value, stop = M.read_quoted(text, stop)
      else
        key, value, stop = text:match('^([%w_-]+)=([^%s"]+)()', at)
        if not key then
          key, stop = text:match('^([%a][%w_-]*)()', at)
          value = key and true
        end
      end
    end
    if not value or attrs[key] ~= nil or text:find('^%S', stop) then
      return nil, text:sub(at)
    end
    attrs[key], at = value, stop
  end
end

-- The text from `at` up to the closing quote, and the place behind it.
function M.read_quoted(text, at)
  local out = {}
  while at <= #text do
    local c = text:sub(at, at)
    if c == '"' then return table.concat(out), at + 1 end
    if c == '\\' then at = at + 1; c = text:sub(at, at) end
    out[#out + 1] = c
    at = at + 1
  end
end

-- The scanner: where blocks begin and end.

local PREFIX = '^([%s>%-%*%+:%d%.]*)'

-- What opens a code block, if the line does: the mark and what follows.
local function opening(line)
  local before, mark, info = line:match(PREFIX .. '(```+)([^`]*)$')
  if not before then
    before, mark, info = line:match(PREFIX .. '(~~~+)(.*)$')
  end
  return before, mark, info
end

local function closes(line, fence)
  local _, mark, info = opening(line)
  return mark and mark:sub(1, 1) == fence.mark:sub(1, 1)
    and #mark >= #fence.mark and info:find('^%s*$')
end

local function read_fence(chapter, n, before, mark, info)
  local fence = { line = n, mark = mark, chapter = chapter, body = {} }
  fence.lang, fence.written = info:match('^%s*([%w_+-]*)%s*{(.*)}%s*$')
  if fence.written then
    local attrs, rest = M.parse_attributes(fence.written)
    if not attrs then
      M.error(chapter.path, n, 'attributes cannot be read from here: %s', rest)
    end
    fence.attrs = attrs or { broken = true }
  elseif info:find('^%s*output%s*$') then
    fence.lang, fence.attrs = 'output', {}
  elseif info:find('%f[%w](%l+)%s*=') then
    M.error(chapter.path, n, 'attributes stand outside {…}: %s', info)
  end
  fence.prefix = before
  return fence
end

local function read_div(chapter, n, info)
  local div = { line = n, chapter = chapter }
  local word, written = info:match('^%s*([%w_-]+)%s*$'), info:match('^%s*{(.*)}%s*$')
  local attrs, rest = M.parse_attributes(written or '.' .. (word or ''))
  if not attrs then
    M.error(chapter.path, n, 'attributes cannot be read from here: %s', rest)
    attrs = { broken = true }
  end
  div.class, div.attrs = attrs.class, attrs
  return div
end

-- Each opening line is rewritten so that pandoc hands the line's number on.
local function scan(chapter)
  local out, fence, open = {}, nil, {}
  for n, line in ipairs(chapter.lines) do
    out[n] = line
    if fence then
      if closes(line, fence) then
        fence.last, fence = n, nil
      else
        fence.body[#fence.body + 1] = line
      end
    else
      local before, mark, info = opening(line)
      local colons = line:match('^%s*:::+()')
      if mark then
        fence = read_fence(chapter, n, before, mark, info)
        if fence.attrs then
          chapter.fences[#chapter.fences + 1] = fence
          chapter.by_line[n] = fence
          local lang = fence.lang ~= '' and '.' .. fence.lang .. ' ' or ''
          out[n] = ('%s%s{%sline=%d}'):format(before, mark, lang, n)
        end
      elseif colons and line:find('%S', colons) then
        local div = read_div(chapter, n, line:sub(colons))
        open[#open + 1] = div
        chapter.divs[#chapter.divs + 1] = div
        chapter.by_line[n] = div
        out[n] = ('%s {.%s line=%d}'):format(line:sub(1, colons - 1),
          div.class or 'box', n)
      elseif colons then
        local div = table.remove(open)
        if div then div.last = n
        else M.error(chapter.path, n, 'this ::: closes nothing') end
      end
    end
  end
  if fence then
    M.error(chapter.path, fence.line, 'this code block is never closed')
  end
  for _, div in ipairs(open) do
    M.error(chapter.path, div.line, 'this ::: is never closed')
  end
  return table.concat(out, '\n') .. '\n'
end

-- pandoc's text of each fence must be the text of the lines below it.
local function check_positions(chapter)
  local seen = {}
  chapter.doc:walk { CodeBlock = function(block)
    local line = tonumber(block.attributes.line)
    local fence = line and chapter.by_line[line]
    if not fence then return end
    seen[line] = true
    fence.body = M.split_lines(block.text)
    for i, text in ipairs(fence.body) do
      local source = chapter.lines[line + i] or ''
      if text ~= '' and source:sub(-#text) ~= text then
        M.error(chapter.path, line + i,
          'pandoc reads this line otherwise: %s', text)
        break
      end
    end
  end }
  for _, fence in ipairs(chapter.fences) do
    if fence.last and not seen[fence.line] then
      M.error(chapter.path, fence.line,
        'pandoc sees no code block here (too far indented, or no blank line above?)')
    end
  end
end

-- What a fence defines in place: from a line <<Name>>= to a line <</>>.

local function begins(line) return line:match('^(%s*)<<%s*(.-)%s*>>=%s*$') end
local function ends(line) return line:match('^(%s*)<</>>%s*$') end

function M.is_mark(line) return begins(line) or ends(line) end

local function read_regions(fence)
  local open, nested
  local function wrong(i, ...) M.error(fence.chapter.path, fence.line + i, ...) end
  fence.regions, fence.region_at = {}, {}
  for i, line in ipairs(fence.body) do
    local indent, name = begins(line)
    local stop = ends(line)
    if (name or stop) and (not M.operation(fence) or fence.attrs.role) then
      wrong(i, 'no chunk can be defined in place here')
    elseif name and open then
      wrong(i, '‘%s’ stands within ‘%s’, which is not closed yet', name, open.name)
      nested = true
    elseif name then
      if name == '' then wrong(i, 'what is defined in place needs a name') end
      open = { chapter = fence.chapter, line = fence.line + i, lang = fence.lang, attrs = {},
        body = {}, name = name, indent = indent, home = fence, regions = {}, region_at = {} }
      fence.regions[#fence.regions + 1], fence.region_at[i] = open, open
    elseif stop and nested then
      nested = false
    elseif stop and not open then
      wrong(i, 'this <</>> closes nothing')
    elseif stop then
      if stop ~= open.indent then wrong(i, 'this <</>> is not indented as its ‘%s’ is', open.name) end
      open.last, open = fence.line + i, nil
    elseif open and line ~= '' and line:sub(1, #open.indent) ~= open.indent then
      wrong(i, 'this line of ‘%s’ is indented less than its beginning', open.name)
    elseif open then
      open.body[#open.body + 1] = line:sub(#open.indent + 1)
    end
  end
  if open then wrong(open.line - fence.line, '‘%s’ is never closed by <</>>', open.name) end
end

local function bad_text(chapter, text)
  local _, at = utf8.len(text)
  if at then
    local _, newlines = text:sub(1, at - 1):gsub('\n', '')
    M.error(chapter.path, newlines + 1, 'this line is not UTF-8')
    return true
  end
  for n, line in ipairs(chapter.lines) do
    if #line > LONGEST_LINE then
      M.error(chapter.path, n, 'this line has %d bytes; %d are the most',
        #line, LONGEST_LINE)
      return true
    end
  end
end

-- One chapter. Its number and name are in its file name: 04-counting.md.
function M.read_chapter(path)
  local base = path:match('([^/]*)%.md$') or path
  local number, word = base:match('^(%d+)%-(.+)$')
  local chapter = { path = path, number = tonumber(number),
    page = base .. '.html', lines = {}, fences = {}, divs = {}, by_line = {} }
  if not number then
    M.error(path, 1, 'a chapter is named like 01-names.md')
    return
  end
  chapter.name = chapter.number .. '-' .. word
  local text, reason = M.read_file(path)
  if not text then
    M.error(path, 1, 'cannot be read: %s', reason)
    return
  end
  chapter.lines = M.split_lines(text)
  if bad_text(chapter, text) then return end
  local before = #errors
  local annotated = scan(chapter)
  if #errors == before then
    chapter.doc = pandoc.read(annotated, M.FORMAT)
    check_positions(chapter)
    for _, fence in ipairs(chapter.fences) do read_regions(fence) end
  end
  return chapter
end

-- All chapters in the order of their numbers, with every fence and div.
function M.read_book(paths)
  local book = { chapters = {}, items = {} }
  table.sort(paths)
  for _, path in ipairs(paths) do
    local chapter = M.read_chapter(path)
    local last = book.chapters[#book.chapters]
    if chapter and last and last.number == chapter.number then
      M.error(path, 1, 'chapter %d is %s already', last.number, last.path)
    end
    book.chapters[#book.chapters + 1] = chapter
  end
  for _, chapter in ipairs(book.chapters) do
    local items = {}
    for _, f in ipairs(chapter.fences) do items[#items + 1] = f end
    for _, d in ipairs(chapter.divs) do items[#items + 1] = d end
    table.sort(items, function(a, b) return a.line < b.line end)
    for _, item in ipairs(items) do book.items[#book.items + 1] = item end
  end
  return book
end

-- Sections, figures, exercises: their numbers, and the ids that links use.

-- The figure that an image shows: two-names-1 of ../figures/two-names-1.svg.
function M.figure_name(image)
  return image.src:match('^%.%./figures/([%w-]+)%.svg$')
end

-- The images of a block that holds nothing else, else nil. A lone image is a
-- paragraph to pandoc 2, and a Figure to pandoc 3.
function M.images_of(block)
  local images = {}
  if block.t == 'Figure' then
    block:walk { Image = function(i) images[#images + 1] = i end }
    return images
  elseif block.t ~= 'Para' then
    return
  end
  for _, inline in ipairs(block.content) do
    if inline.t == 'Image' then images[#images + 1] = inline
    elseif inline.t ~= 'SoftBreak' and inline.t ~= 'Space' then return end
  end
  return #images > 0 and images or nil
end

-- The id of a figure: of a strip, the name without the number.
function M.figure_id(images)
  local name = M.figure_name(images[1]) or 'unknown'
  return 'fig-' .. (#images > 1 and name:gsub('%-%d+$', '') or name)
end

-- Call found(kind, number, id, title, element) for each numbered thing, in order.
function M.number(chapter, found)
  local section, sub, figure, exercise = 0, 0, 0, 0
  -- From 90 on they are appendices: A, B …
  local own = chapter.number < 90 and tostring(chapter.number) or string.char(chapter.number - 25)
  local function at(n) return own .. '.' .. n end
  local function head(h)
    local title = pandoc.utils.stringify(h.content)
    local id = h.identifier ~= '' and h.identifier
    if h.level == 1 then
      found('Chapter', own, id or M.slug(title), title, h)
    elseif h.level == 2 then
      section, sub = section + 1, 0
      found('Section', at(section), id or M.slug(title), title, h)
    else
      sub = sub + 1
      found('Subsection', at(section) .. '.' .. sub, id or M.slug(title), title, h)
    end
  end
  local visit
  local function div(d)
    local item = chapter.by_line[tonumber(d.attributes.line) or 0]
    if item and item.class == 'exercise' then
      exercise = exercise + 1
      found('Exercise', at(exercise), item.attrs.id or 'ex-' .. exercise,
        item.attrs.title or '', d)
    end
    visit(d.content)
  end
  function visit(blocks)
    for _, block in ipairs(blocks) do
      local images = M.images_of(block)
      if block.t == 'Header' then head(block)
      elseif block.t == 'Div' then div(block)
      elseif block.t == 'BlockQuote' then visit(block.content)
      elseif block.t == 'BulletList' or block.t == 'OrderedList' then
        for _, item in ipairs(block.content) do visit(item) end
      end
      if images then
        figure = figure + 1
        found('Figure', at(figure), M.figure_id(images), nil, images)
      end
    end
  end
  visit(chapter.doc.blocks)
end

-- A link whose text only names the kind of thing that it leads to gets the
-- thing's number. Gives nothing where it leads to no such thing.
local KIND_WORDS = { figure = true, section = true, chapter = true, exercise = true,
  appendix = true }
function M.numbered_link(link, anchors)
  local anchor = anchors[link.target:match('^#(.+)') or '']
  if not anchor then return end
  if KIND_WORDS[pandoc.utils.stringify(link.content):lower()] then
    link.content:insert(pandoc.Str('\u{a0}' .. anchor.number))
  end
  return link, anchor
end

-- Chunks.

-- The indentation and name where a line is <<a reference>>, else nothing.
function M.reference(line)
  return line:match('^(%s*)<<%s*(.-)%s*>>%s*$')
end

-- Call see(i, line, indent, name, region) for each line of a block: with a
-- name where a chunk stands, whose lines, if it is defined there, are left out.
function M.each_line(fence, see)
  local i = 1
  while i <= #fence.body do
    local region = fence.region_at[i]
    if region then
      see(i, fence.body[i], region.indent, region.name, region)
      i = region.last - fence.line
    else
      see(i, fence.body[i], M.reference(fence.body[i]))
    end
    i = i + 1
  end
end

M.OPERATIONS = { 'file', 'chunk', 'append', 'replace' }

-- What a fence does to the program's text: the operation and the name.
function M.operation(fence)
  for _, op in ipairs(M.OPERATIONS) do
    if fence.attrs[op] then return op, fence.attrs[op] end
  end
end

-- Long words of digits are addresses: show each as a letter, in order.
function M.letters(text)
  local seen, count = {}, 0
  return (text:gsub('%f[%w]%d%d%d%d%d%d%d%d+%f[%W]', function(word)
    if not seen[word] then
      seen[word] = count < 26 and string.char(65 + count) or 'Z' .. count
      count = count + 1
    end
    return seen[word]
  end))
end

return M
