-- weave.lua: from a chapter to a page of the web book.
--
--   build/lua build/weave.lua CHAPTER.md PAGE.html
--   build/lua build/weave.lua --contents INDEX.html CHAPTER.md...
--
-- It reads the chapter through literate.lua, as tangle does, and what tangle
-- has found out of the whole book from build/out/index.lua.
local here = PANDOC_SCRIPT_FILE:match('^(.*)/[^/]*$') or '.'
local lit = dofile(here .. '/literate.lua')
local index = dofile('build/out/index.lua')

local chapter       -- the one that is woven
local headings = {} -- its headings' numbers and ids, in order
local part_seen = {} -- how many parts of each chunk have stood on this page
local counts = { checkpoint = 0, note = 0, exercise = 0 }

local stringify = pandoc.utils.stringify

local ENTITY = { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }
local function escape(text)
  return (text:gsub('[&<>"]', ENTITY))
end

local function raw(form, ...)
  return pandoc.RawBlock('html', select('#', ...) > 0 and form:format(...) or form)
end

local function html(blocks)
  return pandoc.write(pandoc.Pandoc(blocks), 'html5')
end

local function inline_html(inlines)
  return (html { pandoc.Plain(inlines) }:gsub('%s+$', ''))
end

-- Links.

local function href(page, id)
  return (page == chapter.page and '' or page) .. '#' .. id
end

local function link(l)
  local found, anchor = lit.numbered_link(l, index.anchors)
  if found then found.target = href(anchor.page, l.target:sub(2)) end
  return found
end

local function note(n)
  counts.note = counts.note + 1
  local k, id = counts.note, 'note-' .. counts.note
  local text = inline_html(pandoc.utils.blocks_to_inlines(n.content))
  return pandoc.RawInline('html', ('<input class="note-switch" type="checkbox" id="%s" '
    .. 'aria-label="Show note %d"><label class="note-mark" for="%s">%d</label>'
    .. '<span class="note"><span class="note-number">%d</span> %s</span>')
    :format(id, k, id, k, k, text))
end

-- Code.

-- The lines of a listing as HTML, coloured by pandoc.
local function coloured(lines, language)
  local out = {}
  local shown = {}
  for i, line in ipairs(lines) do
    shown[i] = (lit.reference(line) or lit.is_mark(line)) and '' or line
  end
  local text = pandoc.write(pandoc.Pandoc { pandoc.CodeBlock(table.concat(shown, '\n'),
    pandoc.Attr('', { language })) }, 'html5')
  local inner = text:match('<code[^>]*>(.*)</code>') or escape(table.concat(shown, '\n'))
  for line in (inner .. '\n'):gmatch('(.-)\n') do
    out[#out + 1] = line:gsub('^<span id="[^"]*"><a [^>]*></a>(.*)</span>$', '%1')
  end
  return out
end

-- A link to a chunk as it is at this place of the book, or as it begins below.
local function chunk_link(name)
  local entry, seen = index.chunks[name], part_seen[name] or 0
  local part = entry and entry.parts[1]
  local shown = part and part.op == 'file' and '<code>' .. escape(name) .. '</code>'
    or '⟨' .. escape(name) .. '⟩'
  if not part then return shown end
  for _, later in ipairs(entry.parts) do
    if later.page == chapter.page then seen = seen - 1 end
    if later.chapter > chapter.number or seen < 0 then break end
    if later.op == 'replace' then part = later end
  end
  return ('<a class="ref" href="%s">%s</a>'):format(href(part.page, part.id), shown)
end

-- What may have to scroll on a phone must be in reach of the keyboard.
local PHONE_COLUMNS = 32
local function reachable(lines)
  for _, line in ipairs(lines) do
    if (utf8.len(line) or #line) > PHONE_COLUMNS then return ' tabindex="0"' end
  end
  return ''
end

-- The kinds of lines in a listing, and how each run of them is announced to
-- who hears the page. What stands around a piece and what goes is not copied.
local SAYS = { at = 'stands already: ', gone = 'goes: ', new = 'new: ' }

-- A writer of the lines of a listing. Each ends within its own element, so
-- that one that is not copied leaves no empty line behind. `others` is what
-- is said of lines that are of no kind; without it nothing is said.
local function new_listing(others)
  local out, last = {}, nil
  return out, function(kind, shown, class, mark)
    if others and kind ~= last then
      mark = ('<span class="hidden">%s</span>'):format(SAYS[kind] or others) .. (mark or '')
      last = kind
    end
    out[#out + 1] = ('<span class="line%s%s">%s%s\n</span>'):format(
      kind ~= '' and ' ' .. kind or '', class or '', mark or '', shown)
  end
end

-- A line that is shown and is no code of the piece: a reference is as it looks.
local function pale(line)
  local indent, name = lit.reference(line)
  return name and indent .. '⟨' .. escape(name) .. '⟩' or escape(line)
end

local this_part

-- The mark of a chunk that is defined in place: its name, and the way to what
-- later becomes of it.
local function place_mark(name)
  local part, at = this_part(name)
  local after = index.chunks[name].parts[at + 1]
  local shown = '<span>⟨' .. escape(name) .. '⟩'
    .. (after and ', ' .. (after.op == 'replace' and 'replaced' or 'continued')
      .. (after.page == chapter.page and ' below' or ' in chapter ' .. after.chapter) or '')
    .. '</span>'
  return ('<a class="mark" id="%s" %s>%s</a>'):format(part.id, after
    and ('href="%s"'):format(href(after.page, after.id)) or 'tabindex="0"', shown)
end

-- A listing: the lines of a block and, if it is a piece, those around it,
-- those that go and those that come.
local function listing(fence, part)
  part = part or { indent = '', above = {}, below = {} }
  local wide = {}
  for _, list in ipairs { part.above, fence.body, part.below } do
    for _, line in ipairs(list) do wide[#wide + 1] = part.indent .. line end
  end
  local out, put = new_listing(part.op == 'replace' and 'stays: ' or #part.above > 0 and 'new: ')
  local lines = coloured(fence.body, fence.lang)
  local function go(i)
    for _, line in ipairs(part.goes and part.goes[i] or {}) do
      put('gone', (pale(part.indent .. line):gsub('^( *)(.*)$', '%1<del>%2</del>')))
    end
  end
  local within, mark
  local function show(i, line, indent, name, region)
    go(i)
    if region then
      within, mark = ' in-place', place_mark(name)
      lit.each_line(region, function(j) show(i + j, fence.body[i + j], lit.reference(fence.body[i + j])) end)
      within = nil
      go(region.last - fence.line)
      return
    end
    local shown = name and indent .. chunk_link(name) or lines[i] or ''
    put(part.new and part.new[i] and 'new' or '', (shown ~= '' and part.indent or '') .. shown,
      within, mark)
    mark = nil
  end
  for _, line in ipairs(part.above) do put('at', pale(line)) end
  lit.each_line(fence, show)
  go(#fence.body + 1)
  for _, line in ipairs(part.below) do put('at', pale(line)) end
  return ('<pre class="lines%s"%s><code>%s</code></pre>'):format(fence.attrs.run and ' numbered' or '',
    reachable(wide), table.concat(out))
end

local function head(name, where)
  return ('<p class="head"><span class="name">%s</span> <span class="where">%s</span></p>')
    :format(name, where)
end

-- Which part of its chunk a block is, and that part's place in the list.
function this_part(name)
  local nth, seen = 0, part_seen[name] or 0
  for i, part in ipairs(index.chunks[name].parts) do
    if part.page == chapter.page then
      nth = nth + 1
      if nth == seen + 1 then
        part_seen[name] = nth
        return part, i
      end
    end
  end
end

-- A link to another part of a chunk: `verb` below, above, or in chapter 4.
local function towards(verb, part, direction)
  local where = part.page == chapter.page and direction or 'in chapter ' .. part.chapter
  return ('<a href="%s">%s %s</a>'):format(href(part.page, part.id), verb, where)
end

local function foot(name, part, at)
  local entry, out = index.chunks[name], {}
  if part.op ~= 'file' and at == 1 and #entry.users > 0 then
    local users = {}
    for _, user in ipairs(entry.users) do users[#users + 1] = chunk_link(user) end
    out[#out + 1] = 'used in ' .. table.concat(users, ', ')
  end
  local before, after = entry.parts[at - 1], entry.parts[at + 1]
  if part.op == 'replace' and #part.sites > 1 then
    local sites = {}
    for i = 2, #part.sites do
      local site = part.sites[i]
      sites[#sites + 1] = ('<a href="%s"><code>%s</code></a>'):format(href(site.page, site.id),
        escape(site.file .. (site.inside and ': ' .. site.inside .. '()' or '')))
    end
    out[#out + 1] = 'the same in ' .. table.concat(sites, ', ')
  end
  if part.op == 'append' and before then out[#out + 1] = towards('begun', before, 'above') end
  if after then
    local verb = after.op == 'append' and 'continued' or 'replaced'
    out[#out + 1] = towards(verb, after, 'below')
  end
  if #out == 0 then return '' end
  return '<p class="foot">' .. table.concat(out, ' · ') .. '</p>'
end

local SIGN = { file = '', chunk = ' ≡', append = ' +≡', replace = ' ≡' }
local function chunk_block(fence, op, name)
  local part, at = this_part(name)
  local parts, site = index.chunks[name].parts, part.sites[1]
  local is_file = parts[1].op == 'file'
  local shown = is_file and '<code>' .. escape(name) .. '</code>' or '⟨' .. escape(name) .. '⟩'
  local where = {}
  if not is_file and site then where[1] = '<code>' .. escape(site.file) .. '</code>' end
  if site and site.inside then where[#where + 1] = '<code>' .. site.inside .. '()</code>' end
  if op == 'replace' then
    local old = at - 1
    while parts[old].op == 'append' do old = old - 1 end
    where[#where + 1] = ('replaces <a href="%s">%s</a>'):format(
      href(parts[old].page, parts[old].id), part.replaced == chapter.number and 'the text above'
      or ('chapter %d’s'):format(part.replaced))
  end
  return raw('<div class="code %s" id="%s">%s\n%s\n%s</div>', op, part.id,
    head(shown .. SIGN[op], table.concat(where, ' · ')),
    listing(fence, part), foot(name, part, at))
end

-- A box that is folded once there is a script: page.js.
local function fold(class, id, summary, inner)
  return raw('<details class="code %s fold"%s open><summary>%s</summary>\n%s</details>',
    class, id, summary, inner)
end

-- Does an output block stand right below?
local function has_output(fence)
  for i, other in ipairs(chapter.fences) do
    if other == fence then return (chapter.fences[i + 1] or {}).lang == 'output' end
  end
end

local ran = {} -- the languages in which each program stands on this page
local function run_block(fence)
  local name, first = fence.attrs.run, not ran[fence.attrs.run]
  ran[name] = ran[name] or {}
  ran[name][fence.lang] = true
  local title = fence.lang == 'python' and 'Python' or 'C'
  local file = fence.lang == 'python' and name .. '.py' or 'demos/' .. name .. '.c'
  local below = ''
  if fence.lang == 'c' and ran[name].python and not has_output(fence) then
    below = ('<p class="foot">prints the same as <a href="#run-%s">its Python</a></p>'):format(name)
  end
  local id = first and (' id="run-%s"'):format(name) or ''
  local shown = listing(fence) .. '\n' .. below
  file = '<code>' .. file .. '</code>'
  if fence.attrs.fold then return fold('run', id, file .. ': the whole program', shown) end
  return raw('<div class="code run"%s>%s\n%s</div>', id, head(title, file), shown)
end

local function output_block(fence)
  local text = escape(table.concat(fence.body, '\n'))
  local ids = fence.attrs.ids and 'addresses are shown as letters' or ''
  local shown = ('<pre%s><code>%s</code></pre>'):format(reachable(fence.body), text)
  if fence.attrs.fold then
    return fold('output', '', 'What it prints' .. (ids ~= '' and '; ' .. ids or ''), shown)
  end
  return raw('<div class="code output">%s\n%s</div>', head('prints', ids), shown)
end

local function code_block(block)
  local fence = chapter.by_line[tonumber(block.attributes.line) or 0]
  if not fence then
    local lines = lit.split_lines(block.text)
    return raw('<pre class="plain"%s><code>%s</code></pre>', reachable(lines),
      table.concat(coloured(lines, block.classes[1] or ''), '\n'))
  end
  if fence.lang == 'output' then return output_block(fence) end
  if fence.attrs.run then return run_block(fence) end
  local op, name = lit.operation(fence)
  return chunk_block(fence, op, name)
end

-- Figures.

local function line_of(text)
  for n, line in ipairs(chapter.lines) do
    if line:find(text, 1, true) then return n end
  end
  return 1
end

-- On a narrow page a drawing shrinks to three quarters, then it scrolls.
local SMALLEST, PHONE_POINTS = 0.75, 220

-- The drawing as HTML, and its width in points.
local function drawing(image)
  local name = lit.figure_name(image)
  local svg = lit.read_file('figures/' .. name .. '.svg')
  if not svg then
    lit.error(chapter.path, line_of('](' .. image.src),
      'the figure figures/%s.svg is not there', name)
    return '', 0
  end
  local alt = lit.read_file('build/out/alt/' .. name .. '.txt') or stringify(image.caption)
  local width = tonumber(svg:match('<svg[^>]- width="([%d.]+)pt"')) or 0
  local start = ('<svg role="img" aria-label="%s" style="min-width:%.0fpt" ')
    :format(escape(alt:gsub('%s+$', '')), width * SMALLEST)
  local scrolls = width * SMALLEST > PHONE_POINTS
  return ('<div class="drawing"%s>%s%s</div>'):format(
    scrolls and ' tabindex="0" role="group" aria-label="Drawing"' or '',
    start, svg:match('<svg%s(.*)$')), width
end

local function caption(image, number)
  return ('<b>Figure %s</b> %s'):format(number, inline_html(image.caption))
end

-- One drawing, or a strip of several, each with a line of its own: HTML
-- allows a figure but one caption, so a strip's are paragraphs.
local function figure(images)
  local id = lit.figure_id(images)
  local number, frames = index.anchors[id].number, {}
  if #images == 1 then
    return raw('<figure id="%s">%s<figcaption>%s</figcaption></figure>', id,
      (drawing(images[1])), caption(images[1], number))
  end
  for i, image in ipairs(images) do
    local shown, width = drawing(image)
    frames[i] = ('<div class="frame" style="flex-basis:max(15rem,%.0fpt)">%s'
      .. '<p class="caption">%s</p></div>')
      :format(width, shown, caption(image, number .. string.char(96 + i)))
  end
  return raw('<figure class="strip" id="%s">%s</figure>', id, table.concat(frames, '\n'))
end

-- Boxes.

local convert

local function box(class, title, blocks, id)
  local out = pandoc.List { raw('<div class="box %s"%s><p class="title">%s</p>', class,
    id and (' id="%s"'):format(id) or '', title) }
  out:extend(convert(blocks))
  out:insert(raw('</div>'))
  return out
end

-- What tangle wrote down of a checkpoint: `key value` lines.
local function checkpoint_fact(k, key)
  local text = lit.read_file(('build/out/checkpoints/%s.%d'):format(chapter.name, k)) or ''
  return text:match('\n' .. key .. ' ([^\n]*)') or ''
end

local function listed(words)
  return (words:gsub('%S+', '<code>%0</code>'):gsub('> <', '>, <'))
end

local function checkpoint(div)
  counts.checkpoint = counts.checkpoint + 1
  local k = counts.checkpoint
  local demos, tests = checkpoint_fact(k, 'demos'), checkpoint_fact(k, 'tests')
  local kind, text = checkpoint_fact(k, 'kind'), checkpoint_fact(k, 'text')
  local number = chapter.number .. '.' .. k
  local out = box('checkpoint', 'Checkpoint ' .. number .. (kind == ''
    and ' <span>it builds and runs here</span>' or ' <span>red by design</span>'),
    div.content, 'checkpoint-' .. number:gsub('%.', '-'))
  local what = {}
  if demos ~= '' then what[#what + 1] = 'programs ' .. listed(demos) end
  if tests ~= '' then what[#what + 1] = 'suites ' .. listed(tests) end
  if kind ~= '' then
    what[#what + 1] = ('%s <q>%s</q>'):format(kind == 'output'
      and 'must print otherwise than Python:' or 'must fail: ' .. kind .. ',', escape(text))
  end
  out:insert(#out, raw('<p class="facts">%s · <code>make try-%s CHECKPOINT=%s</code></p>',
    table.concat(what, ' · '), chapter.number, k))
  return out
end

local OPERATION_WORDS = { file = 'the file', chunk = 'a new chunk',
  append = 'added at the end', replace = 'in place of the old text' }

-- A block of a solution: part of no chunk, so nothing links to it.
local function solution_block(fence)
  local op, name = lit.operation(fence)
  return raw('<div class="code">%s\n%s</div>',
    head('<code>' .. escape(name) .. '</code>', OPERATION_WORDS[op]), listing(fence))
end

local function folded(summary, blocks)
  local out = pandoc.List { raw('<details><summary>%s</summary>', summary) }
  out:extend(blocks)
  out:insert(raw('</details>'))
  return out
end

-- What an exercise shows: its text, hints and solution folded; what it
-- starts from and how it is checked stay with the tools.
local function exercise_content(div)
  local out, solution, hints = pandoc.List(), pandoc.List(), 0
  for _, block in ipairs(div.content) do
    local item = block.attributes and chapter.by_line[tonumber(block.attributes.line) or 0]
    local role = item and item.attrs.role
    if item and item.class == 'hint' then
      hints = hints + 1
      out:extend(folded(('Hint %d'):format(hints), convert(block.content)))
    elseif role == 'solution' then
      solution:insert(solution_block(item))
    elseif not role then
      out:extend(convert { block })
    end
  end
  if #solution > 0 then out:extend(folded('A solution', solution)) end
  return out
end

local KINDS = { predict = 'predict', ['break'] = 'break it', repair = 'repair',
  extend = 'extend', measure = 'measure' }

local function exercise(div, item)
  counts.exercise = counts.exercise + 1
  local number = chapter.number .. '.' .. counts.exercise
  local stars = tonumber(item.attrs.stars) or 0
  local facts = {}
  if stars > 0 then
    facts[#facts + 1] = ('<span role="img" aria-label="%d of 3 stars">%s</span>')
      :format(stars, ('★'):rep(stars))
  end
  facts[#facts + 1] = KINDS[item.attrs.kind]
  facts[#facts + 1] = item.attrs.optional and 'optional' or 'core'
  local out = pandoc.List { raw('<div class="box exercise" id="%s"><p class="title">Exercise %s '
    .. '%s <span>%s</span></p>', item.attrs.id or 'ex-' .. counts.exercise, number,
    escape(item.attrs.title or ''), table.concat(facts, ' · ')) }
  out:extend(exercise_content(div))
  out:insert(raw('<p class="facts"><code>make exercise-%s</code> · <code>make check-%s</code></p>',
    number, number))
  out:insert(raw('</div>'))
  return out
end

local function div_block(div)
  local item = chapter.by_line[tonumber(div.attributes.line) or 0]
  local class = item and item.class
  if class == 'checkpoint' then return checkpoint(div) end
  if class == 'exercise' then return exercise(div, item) end
  if class == 'cpython' then return box('cpython', 'In CPython', div.content) end
  if class == 'article' then return box('article', 'The article', div.content) end
  local out = pandoc.List { raw('<aside class="margin">') }
  out:extend(convert(div.content))
  out:insert(raw('</aside>'))
  return out
end

-- The text.

-- The preface is chapter 0, and shows no numbers.
local function number_span(number)
  return number:find('^0') and '' or '<span class="number">' .. number .. '</span> '
end

local next_heading = 0
local function header(h)
  next_heading = next_heading + 1
  local entry = headings[next_heading]
  return raw('<h%d id="%s"><a class="self" href="#%s">%s%s</a></h%d>', h.level, entry.id,
    entry.id, number_span(entry.number), inline_html(h.content), h.level)
end

local function block_of(block)
  if block.t == 'Header' then return header(block) end
  if block.t == 'CodeBlock' then return code_block(block) end
  if block.t == 'Div' then return div_block(block) end
  local images = lit.images_of(block)
  if images then return figure(images) end
  if block.t == 'Table' then
    return { raw('<div class="table" tabindex="0" role="group" aria-label="Table">'), block,
      raw('</div>') }
  end
  if block.t == 'BlockQuote' then
    block.content = convert(block.content)
  elseif block.t == 'BulletList' or block.t == 'OrderedList' then
    for i, item in ipairs(block.content) do block.content[i] = convert(item) end
  end
  return block
end

function convert(blocks)
  local out = pandoc.List()
  for _, block in ipairs(blocks) do
    local made = block_of(block)
    if made.t then out:insert(made) else out:extend(made) end
  end
  return out
end

-- The page around it.

local function contents(with_all_sections)
  local out = { '<ol class="contents">' }
  for _, entry in ipairs(index.contents) do
    local here_now = chapter and entry.page == chapter.page
    out[#out + 1] = ('<li><a href="%s"%s>%s%s</a>'):format(entry.page,
      here_now and ' aria-current="page"' or '', number_span(entry.number), escape(entry.title))
    if (here_now or with_all_sections) and #entry.sections > 0 then
      out[#out + 1] = '<ol>'
      for _, section in ipairs(entry.sections) do
        out[#out + 1] = ('<li><a href="%s#%s">%s%s</a></li>'):format(here_now and '' or entry.page,
          section.id, number_span(section.number), escape(section.title))
      end
      out[#out + 1] = '</ol>'
    end
    out[#out + 1] = '</li>'
  end
  out[#out + 1] = '</ol>'
  return table.concat(out, '\n')
end

local function pager()
  local at = 0
  for i, entry in ipairs(index.contents) do
    if entry.page == chapter.page then at = i end
  end
  local function to(entry, rel, form)
    if not entry then return '<span></span>' end
    return ('<a rel="%s" href="%s">%s</a>'):format(rel, entry.page,
      form:format(escape(entry.title)))
  end
  local before = index.contents[at - 1] or { page = 'index.html', title = 'Contents' }
  return to(before, 'prev', '← %s') .. to(index.contents[at + 1], 'next', '%s →')
end

local function fill(path, fields)
  local template = lit.read_file(here .. '/page.html')
  lit.stop_on_errors()
  lit.write_file(path, (template:gsub('%$(%l+)%$', function(key)
    return fields[key] or error('page.html asks for ' .. key)
  end)))
end

-- The first paragraph of plain prose, for search engines.
local function description(blocks)
  for _, block in ipairs(blocks) do
    if block.t == 'Para' and not lit.images_of(block) then
      return escape(stringify(block))
    end
  end
  return ''
end

local function weave(path, page)
  chapter = lit.read_chapter(path)
  lit.stop_on_errors()
  local title
  lit.number(chapter, function(kind, number, id, text)
    if kind == 'Chapter' or kind == 'Section' or kind == 'Subsection' then
      headings[#headings + 1] = { number = number, id = id }
      title = title or text
    end
  end)
  local about = description(chapter.doc.blocks)
  local doc = chapter.doc:walk { Link = link }:walk { Note = note }
  local body = html(convert(doc.blocks))
  fill(page, { title = escape(title or path), description = about, contents = contents(),
    body = body, pager = pager() })
end

local function weave_contents(page, paths)
  chapter = nil
  local body = ([[<h1>Counting to Zero</h1>
<p class="subtitle">Python’s memory, rebuilt in C</p>
<p>A book that is also a program. Its chapters build CPython’s object memory one piece at a
time, from the first name to the allocator. All code in it compiles where you read it,
all output was printed by running something, and every figure was drawn by the program that
the chapter builds.</p>
%s]]):format(contents(true))
  fill(page, { title = 'Contents', description = 'Python’s memory, rebuilt in C: a book that '
    .. 'is also a program.', contents = contents(), body = body,
    pager = '<span></span>' .. (index.contents[1] and ('<a rel="next" href="%s">%s →</a>')
      :format(index.contents[1].page, escape(index.contents[1].title)) or '') })
end

function Reader()
  local arguments = lit.arguments()
  if arguments[1] == '--contents' then
    weave_contents(arguments[2], table.move(arguments, 3, #arguments, 1, {}))
  else
    weave(arguments[1], arguments[2])
  end
  return pandoc.Pandoc {}
end
