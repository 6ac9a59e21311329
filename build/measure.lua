-- measure.lua: each chapter's words, code and chunks, beside the limits
-- that the book has set itself.
--
--   build/lua build/measure.lua chapters/*.md
local here = PANDOC_SCRIPT_FILE:match('^(.*)/[^/]*$') or '.'
local lit = dofile(here .. '/literate.lua')

-- What is asked of a whole chapter: { least, most }. At most so many words and
-- new lines each, by number.
local MOST_WORDS = { 7500, 6500, 6500, 7500, 7500, 6500, 8000, 6000 }
local MOST_CODE = { 560, 500, 450, 500, 480, 420, 520, 360 }
local LIMITS = {
  { 'words', 5000, MOST_WORDS },
  { 'new lines of code', 1, MOST_CODE },
  { 'words a line of code', 14, 32 },
  { 'chunk lines, median', 3, 7 },
  { 'chunk lines, p90', 3, 18 },
  { 'chunk lines, most', 1, 30 },
  { 'words between chunks, median', 40, 100 },
  { 'words a paragraph, median', 20, 50 },
  { 'words a paragraph, most', 1, 90 },
  { 'words a sentence, median', 10, 18 },
  { 'figures in 1000 words', 0.7, 2 },
}

local function words(text)
  local count = 0
  for word in text:gmatch('%S+') do
    if word:find('%w') then count = count + 1 end
  end
  return count
end

-- The value below which the share `q` of the list lies.
local function quantile(list, q)
  table.sort(list)
  return list[math.max(1, math.min(#list, math.floor(q * (#list - 1) + 1.5)))] or 0
end

-- The lines of code in a block that are new: of a chunk that is replaced, those
-- that the old text had are not.
local standing = {} -- by chunk: how often each line of code stands in it
local function new_code(fence, op, name)
  local count, before = 0, standing[name] or {}
  local now = op == 'append' and before or {}
  lit.each_line(fence, function(_, line, _, ref, region)
    if region then
      count = count + new_code(region, 'chunk', ref)
    elseif line:find('%S') and not line:find('^%s*//') and not ref then
      local old = op == 'replace' and before[line] or 0
      if old > 0 then before[line] = old - 1 else count = count + 1 end
      now[line] = (now[line] or 0) + 1
    end
  end)
  standing[name] = now
  return count
end

-- Everything that is counted, block by block in reading order. Exercises
-- are not: they are read one at a time, with a keyboard.
local function survey(chapter)
  local s = { words = 0, code = 0, chunks = {}, gaps = {}, paragraphs = {},
    sentences = {}, figures = 0 }
  local gap
  local function prose(block)
    local text = pandoc.utils.stringify(block)
    local n = words(text)
    s.words, gap = s.words + n, gap and gap + n
    return text, n
  end
  local visit
  local function code(block)
    local fence = chapter.by_line[tonumber(block.attributes.line) or 0]
    if not fence or not (lit.operation(fence) or fence.attrs.run) then return end
    s.chunks[#s.chunks + 1] = #fence.body - 2 * #fence.regions
    if lit.operation(fence) then s.code = s.code + new_code(fence, lit.operation(fence)) end
    if gap then s.gaps[#s.gaps + 1] = gap end
    gap = 0
  end
  local function paragraph(block)
    local images = lit.images_of(block)
    if images then
      s.figures = s.figures + #images
      prose(block)
      return
    end
    local text, n = prose(block)
    s.paragraphs[#s.paragraphs + 1] = n
    for sentence in (text .. ' '):gmatch('(.-[%.%?!:])%s') do
      s.sentences[#s.sentences + 1] = words(sentence)
    end
  end
  function visit(blocks)
    for _, block in ipairs(blocks) do
      if block.t == 'CodeBlock' then code(block)
      elseif block.t == 'Para' or block.t == 'Plain' then paragraph(block)
      elseif block.t == 'Div' then
        local box = chapter.by_line[tonumber(block.attributes.line) or 0]
        if not box or box.class ~= 'exercise' then visit(block.content) end
      elseif block.t == 'BlockQuote' then visit(block.content)
      elseif block.t == 'BulletList' or block.t == 'OrderedList' then
        for _, item in ipairs(block.content) do visit(item) end
      else prose(block) end
    end
  end
  visit(chapter.doc.blocks)
  return s
end

local function report(chapter)
  local s = survey(chapter)
  local values = { s.words, s.code, s.words / math.max(1, s.code),
    quantile(s.chunks, 0.5), quantile(s.chunks, 0.9), quantile(s.chunks, 1),
    quantile(s.gaps, 0.5), quantile(s.paragraphs, 0.5), quantile(s.paragraphs, 1),
    quantile(s.sentences, 0.5), 1000 * s.figures / s.words }
  io.write(('%s: %d chunks\n'):format(chapter.path, #s.chunks))
  for i, limit in ipairs(LIMITS) do
    local value, name, least, most = values[i], table.unpack(limit)
    most = type(most) == 'table' and most[chapter.number] or most
    io.write(('  %-30s %8.4g   %s%s\n'):format(name, value, least .. ' … ' .. most,
      (value < least or value > most) and '   outside' or ''))
  end
end

function Reader()
  local book = lit.read_book(lit.arguments())
  lit.stop_on_errors()
  for _, chapter in ipairs(book.chapters) do
    if chapter.number > 0 and chapter.number < 90 then report(chapter) end
  end
  return pandoc.Pandoc {}
end
