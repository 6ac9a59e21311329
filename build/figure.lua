-- figure.lua: from the bare facts of a figure to all that the book shows.
--
--   build/lua build/figure.lua dress FACTS.dot     the drawing, for dot
--   build/lua build/figure.lua alt FACTS.dot       one sentence for the ear
--   build/lua build/figure.lua diff OLD.dot NEW.dot  what has changed, in words
--
-- A running program prints the facts, one statement a line:
--
--   digraph "two-names" {
--     "globals" [type=scope];
--     "globals" -> "list #2" [slot="a"];
--     "list #2" [type=list, count=1];
--     "list #2" -> "str #3" [slot=0];
--     "str #3" [type=str, value="'say \"hi\"\\n'", count=1];
--   }
--
-- The facts are DOT. In quotes stands a backslash before each quote and each
-- backslash, and before nothing else; a text goes in as Python's repr shows
-- it, so that a line end in it is `\\n`. A number and a plain word need no
-- quotes, but for the words of DOT itself (`node`, `Graph` …).
--
-- A slot says what a Python programmer would write: `0` in a list, tuple or
-- set, `'k'` or `7` in a dict, `next` in an instance. Where the key of a dict
-- is a node of its own, the slots `key 0` and `value 0`, in this order, are
-- one entry. A C variable is a box, with no arrows:
--
--     "a" [type=box, value="2"];
--
-- Other tools may also `dofile` this file and call its functions.
--
--   graph = { nodes, by_id, scopes, variables, circle }  all in the order of the facts
--   node  = { id, type, value, count, extra, edges, attrs, lost }
--   edge  = { slot, source, target, back, key, value }  the last two: its partner
local M = {}

-- Reading the facts.

-- Escapes stand aside as two control characters while a line is taken apart.
local HIDE = { ['\\\\'] = '\1', ['\\"'] = '\2' }
local SHOW = { ['\1'] = '\\', ['\2'] = '"' }

local function hide_escapes(line)
  return (line:gsub('\\.', HIDE))
end

local function show_escapes(text)
  return (text:gsub('[\1\2]', SHOW))
end

-- What dot reads without quotes: a number, or a word that is none of its own.
local WORDS_OF_DOT = { node = true, edge = true, graph = true, digraph = true,
  subgraph = true, strict = true }

local function is_bare(text)
  if text:find('^%-?%d+$') or text:find('^%-?%d*%.%d+$') then return true end
  return text:find('^[%a_][%w_]*$') and not WORDS_OF_DOT[text:lower()]
end

-- Take `a=1, b="x y"` apart into a list of { name, text } that can also be
-- asked by name. Gives nil, after a complaint, if the text has another form.
local function parse_attributes(text, wrong)
  local list, at = {}, 1
  text = text .. ','
  while at <= #text do
    local name, value, after = text:match('^([%a_][%w_]*)="([^"]*)", *()', at)
    if not name then
      name, value, after = text:match('^([%a_][%w_]*)=([^ ,"]+), *()', at)
      if name and not is_bare(value) then return wrong('`%s` must stand in quotes', value) end
    end
    if not name or list[name] then
      return wrong('the brackets cannot be read from `%s` on', show_escapes(text:sub(at, -2)))
    end
    list[name] = show_escapes(value)
    list[#list + 1] = { name = name, text = list[name] }
    at = after
  end
  return list
end

-- What stands on one line: 'node', 'edge', 'open', 'close', or nil.
local function parse_line(line, wrong)
  local from, to, text = line:match('^"([^"]*)" *%-> *"([^"]*)" *%[(.*)%];$')
  if from then
    return 'edge', show_escapes(from), parse_attributes(text, wrong), show_escapes(to)
  end
  local id
  id, text = line:match('^"([^"]*)" *%[(.*)%];$')
  if id then return 'node', show_escapes(id), parse_attributes(text, wrong) end
  local name = line:match('^digraph "([^"]*)" {$')
  if name then return 'open', show_escapes(name) end
  if line == '}' then return 'close' end
end

-- Words on the bytes of a line that no figure can hold, or nil.
local function unfit(line)
  if not utf8.len(line) then return 'the line is not valid UTF-8' end
  if line:find('%c') then return 'the line holds a control character' end
  if hide_escapes(line):find('\\', 1, true) then
    return 'a backslash may stand only before a quote or another backslash'
  end
end

local function add_node(graph, complain, id, attrs)
  attrs = attrs or { type = '' }
  if not attrs.type then complain('`%s` has no type', id) end
  if graph.by_id[id] then return complain('`%s` stands here for the second time', id) end
  local node = { id = id, attrs = attrs, edges = {}, extra = {},
    type = attrs.type, value = attrs.value, count = attrs.count }
  for _, attr in ipairs(attrs) do
    if not (attr.name == 'type' or attr.name == 'value' or attr.name == 'count') then
      table.insert(node.extra, attr)
    end
  end
  graph.by_id[id] = node
  table.insert(graph.nodes, node)
  if node.type == 'scope' then table.insert(graph.scopes, node) end
  if node.type == 'box' then
    table.insert(graph.variables, node)
    if not node.value then complain('the box `%s` has no value', id) end
  end
end

-- Join an edge to the two nodes that it names.
local function add_edge(graph, complain, from, attrs, to)
  if not attrs then return end
  if not attrs.slot or #attrs ~= 1 then
    return complain('an arrow needs a slot, and nothing else, in its brackets')
  end
  local source, target = graph.by_id[from], graph.by_id[to]
  if not source then complain('no line declares `%s`, from which this arrow comes', from) end
  if not target then complain('no line declares `%s`, to which this arrow points', to) end
  if not (source and target) then return end
  if source.type == 'box' or target.type == 'box' then
    return complain('a box holds a value, and no arrow leaves it or leads to it')
  end
  if source.edges[attrs.slot] then
    return complain('`%s` has a second arrow from its slot `%s`', from, attrs.slot)
  end
  local edge = { slot = attrs.slot, source = source, target = target, complain = complain }
  source.edges[attrs.slot] = edge
  table.insert(source.edges, edge)
end

-- Join the arrow to a key and the one to its value, its next neighbour.
local PARTNER = { key = { 'value', 1 }, value = { 'key', -1 } }

local function join_pairs(edges)
  for i, edge in ipairs(edges) do
    local part, number = edge.slot:match('^(%a+) (%d+)$')
    local word, step = table.unpack(PARTNER[part] or {})
    local other = word and edges[i + step]
    if other and other.slot == word .. ' ' .. number then edge[word] = other
    elseif word then
      edge.complain('the arrow from `%s` lacks one from `%s %s` beside it', edge.slot, word, number)
    end
  end
end

-- Read one line, which is not empty, into the graph. Arrows wait for the
-- nodes that later lines declare.
local function read_line(graph, line, wrong)
  local bad = unfit(line)
  if bad then return wrong('%s', bad) end
  local kind, first, attrs, to = parse_line(hide_escapes(line), wrong)
  if graph.stage == 'before' then
    graph.stage = 'inside'
    if kind == 'open' then return end
    wrong('a figure begins with `digraph "NAME" {`, and this line is another')
    if kind ~= 'node' and kind ~= 'edge' then return end
  end
  if graph.stage == 'after' then wrong('this line stands after the end of the figure')
  elseif kind == 'close' then graph.stage = 'after'
  elseif kind == 'node' then add_node(graph, wrong, first, attrs)
  elseif kind == 'edge' then
    table.insert(graph.waiting, function() add_edge(graph, wrong, first, attrs, to) end)
  else wrong('this line is neither a node nor an arrow')
  end
end

-- The graph in a text. What is wrong goes to `complain(line, words)`.
local function parse(text, complain)
  local graph = { nodes = {}, by_id = {}, scopes = {}, variables = {}, waiting = {},
    stage = 'before' }
  local number, last = 0, 1
  for whole in (text .. '\n'):gmatch('(.-)\r?\n') do
    number = number + 1
    local here, line = number, whole:match('^ *(.-) *$')
    if line ~= '' then
      last = number
      read_line(graph, line, function(form, ...) complain(here, form:format(...)) end)
    end
  end
  for _, join in ipairs(graph.waiting) do join() end
  for _, node in ipairs(graph.nodes) do join_pairs(node.edges) end
  if graph.stage ~= 'after' then complain(last, 'the figure has no end: its `}` is missing') end
  return graph
end

-- Follow the arrows from the names, then from what no name leads to. An arrow
-- to an object whose arrows are still being followed closes a circle: it is a
-- back edge. Without those, the graph is free of circles.
local function follow(graph)
  local state = {}
  local function walk(node, lost)
    node.lost = lost
    state[node] = 'open'
    for _, edge in ipairs(node.edges) do
      if not state[edge.target] then walk(edge.target, lost)
      elseif state[edge.target] == 'open' then edge.back, graph.circle = true, true
      end
    end
    state[node] = 'done'
  end
  for _, node in ipairs(graph.scopes) do
    if not state[node] then walk(node, false) end
  end
  for _, node in ipairs(graph.nodes) do
    if not state[node] then
      walk(node, #graph.scopes > 0 and node.type ~= 'box')
      node.root = true
    end
  end
end

-- The graph in a file, or nil and a list of complaints.
function M.read(path)
  local file, reason = io.open(path, 'rb')
  local text = file and file:read('a')
  if file then file:close() end
  if not text then return nil, { reason or path .. ': cannot be read' } end
  local found = {}
  local graph = parse(text, function(line, words)
    found[#found + 1] = { line = line, at = #found, words = words }
  end)
  if #found == 0 then
    follow(graph)
    return graph
  end
  table.sort(found, function(a, b)
    if a.line ~= b.line then return a.line < b.line end
    return a.at < b.at
  end)
  for i, item in ipairs(found) do
    found[i] = ('%s:%d: %s.'):format(path, item.line, item.words)
  end
  return nil, found
end

-- At most `length` characters of a text.
local function shorten(text, length)
  if utf8.len(text) <= length then return text end
  return text:sub(1, utf8.offset(text, length) - 1) .. '…'
end

-- dress: the drawing.

local INK, MUTED, PAPER, SHADE, DEAD = '#1b2330', '#5b6675', '#ffffff', '#eef2f7', '#6b7280'
local NEUTRAL = '#3d4857'
local COLOUR = {
  scope = NEUTRAL,
  int = '#0b61a4', bool = '#0b61a4', float = '#0b61a4',
  list = '#b84a00', tuple = '#b84a00',
  str = '#00704f',
  dict = '#8f3f7d', set = '#8f3f7d', instance = '#8f3f7d',
}
local LARGE, SMALL = 10, 9                 -- points
local LONGEST_VALUE, LONGEST_SLOT = 40, 24 -- characters
local MANY_ROWS = 8

local function quoted(text)
  return '"' .. text:gsub('[\\"]', '\\%0') .. '"'
end

-- dot reads a backslash as the beginning of an escape, unless it is doubled.
local ENTITY = { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;',
  ['\\'] = '\\\\' }

-- How many columns a text takes: two for a letter of East Asia or a picture,
-- none for an accent that stands on the letter before it.
local function count_columns(text)
  local columns = 0
  for _, code in utf8.codes(text) do
    if code >= 0x2E80 then columns = columns + 2
    elseif code < 0x300 or code > 0x36F then columns = columns + 1
    end
  end
  return columns
end

-- A piece of text for a row: its markup, its size, and whether dot, which
-- takes each byte for a column, would measure it wrong. A blank that follows
-- a blank would be lost in a browser; <B> would set a text higher than others.
local function span(text, colour, size, bold)
  text = text:gsub('  ', ' \u{A0}')
  local columns, markup = count_columns(text), text:gsub('[&<>"\\]', ENTITY)
  if text ~= '' then
    markup = ('<FONT FACE="Courier%s" COLOR="%s" POINT-SIZE="%d">%s</FONT>')
      :format(bold and '-Bold' or '', colour, size, markup)
  end
  return { markup = markup, size = size, width = math.ceil(columns * size * 0.6),
    odd = columns ~= #text }
end

local PADDING, GAP = 3, 8

-- An attribute of a tag that may have none.
local function maybe(name, value)
  return value and (' %s="%s"'):format(name, value) or ''
end

-- A cell with a text. One that dot would measure wrong gets its size from
-- here, and its text begins at the left edge.
local function cell(align, text, port)
  local size = text.odd and (' FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"'):format(
    text.width + 2 * PADDING, text.size * 1.2 // 1 + 2 * PADDING) or ''
  return ('<TD%s ALIGN="%s"%s>%s%s</TD>'):format(maybe('PORT', port), align, size,
    text.markup, text.odd and '<BR ALIGN="LEFT"/>' or '')
end

-- One row of a box: a cell with a table of its own, so that the colour of
-- the box shows around it as a border. An even width keeps that border equal
-- on both sides.
local function framed(colour, port, width, cells)
  return ('    <TR><TD%s><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="%d"'
    .. ' WIDTH="%d" BGCOLOR="%s"><TR>%s</TR></TABLE></TD></TR>'):format(maybe('PORT', port),
    PADDING, width + width % 2, colour, cells)
end

-- A row has text in the middle, or left, or left and right.
local function row(colour, port, align, left, right)
  local cells, width = cell(align, left), left.width + 2 * PADDING
  if right then
    cells = ('%s<TD WIDTH="%d"></TD>%s'):format(cells, GAP, cell('RIGHT', right))
    width = width + GAP + right.width + 2 * PADDING
  end
  return framed(colour, port, width, cells)
end

-- A key that is an object, and its value: one row of two lines.
local function pair_row(i)
  local key, value = span('key', MUTED, LARGE), span('value', INK, LARGE)
  return framed(PAPER, nil, value.width + 2 * PADDING,
    cell('LEFT', key, 's' .. i) .. '</TR><TR>' .. cell('LEFT', value, 's' .. i + 1))
end

-- The first row: what the object is, with its number, and its count.
local function header(node, colour)
  local title = node.type == 'scope' and node.id or node.type
  local number = node.type ~= 'scope' and node.id:match(' #.*$') or ''
  return row(colour, 'h', 'LEFT', span(title .. number, PAPER, LARGE, true),
    node.count and span('rc ' .. node.count, PAPER, LARGE, true))
end

-- All rows of the box of a node.
local function rows(node, colour)
  local list = { header(node, colour) }
  for _, attr in ipairs(node.extra) do
    list[#list + 1] = row(SHADE, nil, 'LEFT', span(attr.name, MUTED, SMALL),
      span(shorten(attr.text, LONGEST_VALUE), INK, SMALL))
  end
  if node.value then
    list[#list + 1] = row(PAPER, nil, 'CENTER',
      span(shorten(node.value, LONGEST_VALUE), INK, LARGE))
  end
  for i, edge in ipairs(node.edges) do
    if edge.value then list[#list + 1] = pair_row(i)
    elseif not edge.key then
      list[#list + 1] = row(PAPER, 's' .. i, 'LEFT',
        span(shorten(edge.slot, LONGEST_SLOT), INK, LARGE))
    end
  end
  if not node.value and #node.edges == 0 then
    list[#list + 1] = row(PAPER, nil, 'CENTER', span('empty', MUTED, SMALL))
  end
  return list
end

-- A table of rows, in a border of this width and colour.
local function stacked(border, colour, list)
  return ('<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="%d"%s>\n%s\n  </TABLE>')
    :format(border, maybe('BGCOLOR', colour), table.concat(list, '\n'))
end

-- A C variable is a bare box, with its name above the left corner.
local BOX_WIDTH = 36 -- at least

local function dress_box(node)
  local value = row(PAPER, nil, 'CENTER', span(shorten(node.value, LONGEST_VALUE), INK, LARGE))
  return stacked(0, nil, { '    <TR>' .. cell('LEFT', span(node.id, INK, LARGE)) .. '</TR>',
    ('    <TR><TD WIDTH="%d">%s</TD></TR>'):format(BOX_WIDTH, stacked(1, MUTED, { value })) })
end

local function dress_node(node)
  local colour = node.lost and DEAD or COLOUR[node.type] or NEUTRAL
  return ('  %s [class=%s, label=<%s>];\n'):format(quoted(node.id),
    quoted(node.type .. (node.lost and ' unreachable' or '')),
    node.type == 'box' and dress_box(node) or stacked(1, colour, rows(node, colour)))
end

-- A reference leaves its row at the right and arrives at a header's left. A
-- back edge is given to dot from its target to its source, with the two ends
-- exchanged: otherwise dot would lead it around both boxes.
local function dress_edge(edge, i)
  local from, to = quoted(edge.source.id), quoted(edge.target.id)
  local dashes = edge.source.lost and 'style=dashed' or nil
  if edge.source == edge.target then
    return ('  %s:s%d:e -> %s:h:e [%s];\n'):format(from, i, to, dashes or '')
  elseif edge.back then
    return ('  %s:h:e -> %s:s%d:w [arrowhead=dot, arrowtail=vee%s];\n')
      :format(to, from, i, dashes and ', ' .. dashes or '')
  end
  return ('  %s:s%d:e -> %s:h:w [%s];\n'):format(from, i, to, dashes or '')
end

local function quoted_ids(nodes)
  local ids = {}
  for i, node in ipairs(nodes) do ids[i] = quoted(node.id) end
  return ids
end

-- The names stand in the left column, one scope below the other, and all that
-- no name leads to stands right of them, in a dashed frame. C variables stand
-- side by side.
local function columns(graph)
  local out, ids = {}, quoted_ids(graph.scopes)
  if #ids > 0 then
    out[1] = ('  { rank=min; %s; }\n'):format(table.concat(ids, '; '))
  end
  for _, chain in ipairs { ids, quoted_ids(graph.variables) } do
    if #chain > 1 then
      out[#out + 1] = ('  %s [style=invis];\n'):format(table.concat(chain, ' -> '))
    end
  end
  for _, node in ipairs(graph.nodes) do
    if node.lost and node.root then
      out[#out + 1] = ('  %s -> %s [style=invis];\n'):format(ids[#ids], quoted(node.id))
    end
  end
  return table.concat(out)
end

-- dot makes no room in a frame for an arrow that comes back to its own box:
-- an unseen point, one column to the right, makes it.
local function loop_room(node)
  for _, edge in ipairs(node.edges) do
    if edge.target == node then
      local point = quoted('right of ' .. node.id)
      return ('  %s [style=invis, shape=point, width=0.01, label=""];\n  %s -> %s [style=invis];\n')
        :format(point, quoted(node.id), point)
    end
  end
  return ''
end

-- The boxes of all nodes, those that no name leads to in a frame.
local function boxes(graph)
  local free, framed = {}, {}
  for _, node in ipairs(graph.nodes) do
    if node.lost then table.insert(framed, dress_node(node) .. loop_room(node))
    else table.insert(free, dress_node(node))
    end
  end
  if #framed > 0 then
    table.insert(framed, 1, ('  subgraph cluster_unreachable {\n'
      .. '  graph [style="rounded,dashed", color="%s", label="no name leads here",'
      .. ' labeljust=l, margin=10, class="unreachable"];\n'):format(MUTED))
    table.insert(framed, '  }\n')
  end
  return table.concat(free) .. table.concat(framed)
end

-- The room between columns: more where one box has many arrows, or where an
-- arrow comes back to its own box.
local function column_gap(graph)
  local gap = #graph.variables == #graph.nodes and 0.3 or 0.6
  for _, node in ipairs(graph.nodes) do
    if #node.edges > MANY_ROWS then gap = 1.6 end
    for _, edge in ipairs(node.edges) do
      if edge.target == node then gap = math.max(gap, 0.9) end
    end
  end
  return gap
end

function M.dress(graph)
  local gap = column_gap(graph)
  local out = { ([[
digraph figure {
  graph [rankdir=LR, bgcolor=transparent, nodesep=%.2f, ranksep=%.1f, pad=0.08,
    fontname=Courier, fontsize=9, fontcolor="%s"];
  node [shape=plain, fontname=Courier, fontsize=10, fontcolor="%s"];
  edge [color="%s", penwidth=1.1, arrowsize=0.6, arrowhead=vee, arrowtail=dot, dir=both];
]]):format(gap > 1 and 0.12 or 0.25, gap, MUTED, INK, MUTED), boxes(graph), columns(graph) }
  for _, node in ipairs(graph.nodes) do
    for i, edge in ipairs(node.edges) do out[#out + 1] = dress_edge(edge, i) end
  end
  return table.concat(out) .. '}\n'
end

-- alt: one sentence.

local MANY = 6          -- more things than this are counted, not listed
local LONG_VALUE = 20   -- more characters than this are cut off
local FEW_WORDS, SOME_WORDS, MOST_WORDS = 20, 26, 42

-- `a`, `a and b`, `a, b and c`; or with another word than `and`.
local function join(list, word)
  if #list < 2 then return list[1] or '' end
  return ('%s %s %s'):format(table.concat(list, ', ', 1, #list - 1), word or 'and', list[#list])
end

local function plural(count, word)
  return count == 1 and word or word .. (word:find('[sx]$') and 'es' or 's')
end

-- How often each type stands in a list of nodes: `2 lists and 1 int`.
local function count_types(nodes)
  local counts, types, list = {}, {}, {}
  for _, node in ipairs(nodes) do
    if not counts[node.type] then types[#types + 1] = node.type end
    counts[node.type] = (counts[node.type] or 0) + 1
  end
  for i, type in ipairs(types) do
    list[i] = ('%d %s'):format(counts[type], plural(counts[type], type))
  end
  return join(list)
end

-- The name of a node and what must be known of it: `int #5 (1729, count 2)`.
local function name_of(node, level)
  local about = {}
  if node.value and node.id ~= node.type .. ' ' .. node.value then
    about[1] = shorten(node.value, LONG_VALUE)
  end
  if level.details then
    if node.count then about[#about + 1] = 'count ' .. node.count end
    for _, attr in ipairs(node.extra) do
      about[#about + 1] = attr.name .. ' ' .. attr.text
    end
  end
  if #about == 0 then return node.id end
  return ('%s (%s)'):format(node.id, table.concat(about, ', '))
end

-- Edges that share a target, together: { { target, edges }, … }.
local function by_target(edges)
  local groups, known = {}, {}
  for _, edge in ipairs(edges) do
    local group = known[edge.target]
    if not group then
      group = { target = edge.target, edges = {} }
      known[edge.target] = group
      groups[#groups + 1] = group
    end
    table.insert(group.edges, edge)
  end
  return groups
end

-- Names of one type share the word: `ints 1, 2 and 3`.
local function share_type(type, names)
  local list = {}
  for i, name in ipairs(names) do
    list[i] = name:sub(1, #type + 1) == type .. ' ' and name:sub(#type + 2)
    if not list[i] then return join(names) end
  end
  return #list < 2 and join(names) or type .. 's ' .. join(list)
end

-- What a list or tuple holds, where the places do not matter.
local function listed(node, groups, level)
  local names, type = {}, groups[1].target.type
  for i, group in ipairs(groups) do
    local times = #group.edges
    names[i] = group.target == node and 'itself' or name_of(group.target, level)
    if times > 1 then
      names[i] = names[i] .. (times == 2 and ' twice' or (' %d times'):format(times))
    end
    if group.target.type ~= type or group.target == node then type = nil end
  end
  return type and share_type(type, names) or join(names)
end

-- Is an arrow's slot a name, as instances have them?
local function is_attribute(edge)
  return edge.source.type ~= 'dict' and edge.slot:find('^[%a_\x80-\xFF][%w_\x80-\xFF]*$')
end

-- What a dict or an instance holds, each with its key.
local function keyed(node, level)
  local function name(target)
    return target == node and 'itself' or name_of(target, level)
  end
  local names = {}
  for _, edge in ipairs(node.edges) do
    if not edge.value then
      names[#names + 1] = ('%s %s %s'):format(name(edge.target),
        is_attribute(edge) and 'as' or 'under',
        edge.key and name(edge.key.target) or shorten(edge.slot, LONG_VALUE))
    end
  end
  return join(names)
end

-- What a node holds, or nil if it is no container.
local function contents(node, level)
  if #node.edges == 0 then return not node.value and 'is empty' or nil end
  local groups = by_target(node.edges)
  local bare = node.type ~= 'dict' and node.edges[1].slot:find('^%d+$') or node.type == 'set'
  if level.brief or #groups > MANY then
    local targets = {}
    for i, edge in ipairs(node.edges) do targets[i] = edge.target end
    return 'holds ' .. count_types(targets)
  end
  return 'holds ' .. (bare and listed(node, groups, level) or keyed(node, level))
end

-- Clauses on the names of a scope: who points to what.
local function scope_clauses(scope, several, level, told)
  local out, verb = {}, true
  for _, group in ipairs(by_target(scope.edges)) do
    local names, many = {}, #group.edges > 1
    for i, edge in ipairs(group.edges) do names[i] = edge.slot end
    names = #names > MANY and #names .. ' names'
      or plural(#names, 'name') .. ' ' .. join(names)
    local holds = not told[group.target] and contents(group.target, level)
    told[group.target] = true
    out[#out + 1] = ('%s%s%s to %s%s'):format(
      verb and several and ('in %s, '):format(scope.id) or '', names,
      verb and (many and ' point' or ' points') or '', name_of(group.target, level),
      holds and ', which ' .. holds or '')
    verb = false
  end
  if verb then out[1] = scope.id .. ' has no names' end
  return out
end

-- Clauses on all objects that the names have not told yet.
local function object_clauses(graph, level, told)
  local out, lost = {}, {}
  for _, node in ipairs(graph.nodes) do
    if node.lost then lost[#lost + 1] = name_of(node, level) end
  end
  for _, node in ipairs(graph.nodes) do
    local holds = node.type ~= 'scope' and not told[node] and contents(node, level)
    if holds then out[#out + 1] = node.id .. ' ' .. holds end
  end
  if #lost > 0 then out[#out + 1] = 'no name leads to ' .. join(lost, 'or') end
  return out
end

-- All C variables in one clause: `two boxes: a holds 2, b holds 1`.
local NUMBERS = { 'one', 'two', 'three', 'four', 'five', 'six' } -- as many as MANY

local function box_clause(variables)
  local list = {}
  for i, node in ipairs(variables) do
    list[i] = ('%s holds %s'):format(node.id, shorten(node.value, LONG_VALUE))
  end
  if #list > MANY then return #list .. ' boxes' end
  return ('%s %s: %s'):format(NUMBERS[#list], plural(#list, 'box'), table.concat(list, ', '))
end

-- All of the graph, said at one level of detail.
local function whole(graph, level)
  local out, told = {}, {}
  if #graph.variables > 0 then out[1] = box_clause(graph.variables) end
  for _, scope in ipairs(graph.scopes) do
    for _, clause in ipairs(scope_clauses(scope, #graph.scopes > 1, level, told)) do
      out[#out + 1] = clause
    end
  end
  for _, clause in ipairs(object_clauses(graph, level, told)) do out[#out + 1] = clause end
  return table.concat(out, '; ')
end

-- Numbers only, for a graph that no sentence can hold.
local function summary(graph)
  local names, scopes, objects, lost = 0, {}, {}, {}
  for _, node in ipairs(graph.nodes) do
    if node.type == 'scope' then
      names = names + #node.edges
      scopes[#scopes + 1] = node.id
    else
      table.insert(node.lost and lost or objects, node)
    end
  end
  if #graph.nodes == 0 then return 'the figure is empty' end
  if #scopes == 0 then return 'the figure shows ' .. count_types(objects) end
  local text = ('%d %s in %s %s to %s'):format(names, plural(names, 'name'), join(scopes),
    names == 1 and 'leads' or 'lead', #objects > 0 and count_types(objects) or 'nothing')
  if #lost > 0 then text = text .. '; no name leads to ' .. count_types(lost) end
  return text .. (graph.circle and '; some arrows run in a circle' or '')
end

local LEVELS = {
  { details = true, words = FEW_WORDS }, { words = MOST_WORDS },
  { brief = true, words = SOME_WORDS },
}

function M.alt(graph)
  local text
  for _, level in ipairs(LEVELS) do
    text = whole(graph, level)
    local _, words = text:gsub('%S+', '')
    if words > 0 and words <= level.words then break end
    text = nil
  end
  text = text or summary(graph)
  return text:sub(1, 1):upper() .. text:sub(2) .. '.\n'
end

-- diff: what has changed, in words. OLD is what was expected.

local function edge_words(edge)
  if edge.source.type == 'scope' then return ('name `%s`'):format(edge.slot) end
  if is_attribute(edge) then return ('attribute `%s`'):format(edge.slot) end
  return edge.slot:find('^%a+ %d+$') and edge.slot or ('item [%s]'):format(edge.slot)
end

-- The attributes of a node that is in both graphs.
local function diff_attributes(old, new, say)
  for _, attr in ipairs(old.attrs) do
    local now = new.attrs[attr.name]
    if not now then say('%s: %s is missing', old.id, attr.name)
    elseif now ~= attr.text then
      say('%s: %s is %s, not %s', old.id, attr.name, now, attr.text)
    end
  end
  for _, attr in ipairs(new.attrs) do
    if not old.attrs[attr.name] then
      say('%s: %s is new: %s', old.id, attr.name, attr.text)
    end
  end
end

-- The arrows of a node that is in both graphs.
local function diff_edges(old, new, say)
  for _, edge in ipairs(old.edges) do
    local now = new.edges[edge.slot]
    if not now then
      say('%s: %s -> %s is missing', old.id, edge_words(edge), edge.target.id)
    elseif now.target.id ~= edge.target.id then
      say('%s: %s points to %s, not to %s', old.id, edge_words(edge), now.target.id,
        edge.target.id)
    end
  end
  for _, edge in ipairs(new.edges) do
    if not old.edges[edge.slot] then
      say('%s holds a new %s -> %s', old.id, edge_words(edge), edge.target.id)
    end
  end
end

-- A list of lines, empty if the graphs say the same.
function M.diff(old, new)
  local out = {}
  local function say(form, ...) out[#out + 1] = form:format(...) end
  for _, node in ipairs(old.nodes) do
    local now = new.by_id[node.id]
    if not now then say('%s is missing', node.id)
    else
      diff_attributes(node, now, say)
      diff_edges(node, now, say)
    end
  end
  for _, node in ipairs(new.nodes) do
    if not old.by_id[node.id] then say('%s is new', node.id) end
  end
  return out
end

-- The commands.

local FILES = { dress = 1, alt = 1, diff = 2 }

-- Read all files of a command, or show all complaints and end.
local function read_all(paths)
  local graphs, failed = {}, false
  for _, path in ipairs(paths) do
    local graph, complaints = M.read(path)
    graphs[#graphs + 1] = graph
    for _, words in ipairs(complaints or {}) do
      io.stderr:write(words, '\n')
      failed = true
    end
  end
  if failed then os.exit(1) end
  return graphs
end

local function main()
  local words = {}
  for word in (os.getenv('ARGS') or ''):gmatch('[^\n]+') do words[#words + 1] = word end
  local command = table.remove(words, 1)
  if FILES[command or ''] ~= #words then
    io.stderr:write('usage: build/lua build/figure.lua dress|alt FACTS.dot\n',
      '       build/lua build/figure.lua diff OLD.dot NEW.dot\n')
    os.exit(1)
  end
  local graphs = read_all(words)
  if command == 'diff' then
    local lines = M.diff(graphs[1], graphs[2])
    for _, line in ipairs(lines) do io.write(line, '\n') end
    if #lines > 0 then os.exit(1) end
  else
    io.write(M[command](graphs[1]))
  end
end

-- pandoc calls this when the script is run, not when another one loads it.
if PANDOC_SCRIPT_FILE and PANDOC_SCRIPT_FILE:match('figure%.lua$') then
  function Reader()
    main()
    return pandoc.Pandoc {}
  end
end

return M
