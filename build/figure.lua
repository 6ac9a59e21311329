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
-- quotes; dot itself asks for them around its own words (`node`, `Graph` …).
--
-- A slot says what a Python programmer would write: `0` in a list, tuple or
-- set, `'k'` or `7` in a dict, `next` in an instance. Where the key of a dict
-- is a node of its own, the slots `key 0` and `value 0`, in this order, are
-- one entry. A C variable is a box, with no arrows:
--
--     "a" [type=box, value="2"];
--
-- An object whose memory is free says `dead=1`. A reference that the count
-- leaves out, as a weak one is, says `counted=no` behind its slot.
--
-- Two kinds of figure hold nothing else. A hash table: what each place holds,
-- and its entries in order of arrival; `hash`, `key`, `value` and `room` (for
-- how many entries) may be left out, and so may a search, a key and its walk:
--
--     "table" [type=table, places=8, room=5, key="35", walk="3 1"];
--     "entry 1" [type=entry, deleted=1];
--     "entry 2" [type=entry, hash=35, key="35", value="'b'"];
--     "table" -> "entry 2" [slot=1];
--
-- And a path of steps, where the slot is the word on the arrow (`then` stays
-- unwritten):
--
--     "too deep?" [type=question];
--     "too deep?" -> "park it" [slot=yes];
--     "park it" [type=step];
--
-- Within this file all lists are in the order of the facts:
--
--   graph = { family, nodes, by_id, scopes, variables, table, entries, circle }
--   node  = { id, type, kind, value, count, extra, edges, attrs, lost }
--   edge  = { slot, source, target, weak, back, key, value }  the last two: its partner

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

-- What may stand without quotes: a number or a word. A type of the program's
-- own may even be called `Node`.
local function is_bare(text)
  return text:find('^%-?%d+$') or text:find('^%-?%d*%.%d+$')
    or text:find('^[%a_\x80-\xFF][%w_\x80-\xFF]*$')
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

-- The types of nodes that are no objects, and the figures that they make. An
-- object has its number in its name, whatever its type is called.
local FAMILY = { object = 'heap', scope = 'heap', box = 'heap', table = 'table', entry = 'table',
  step = 'path', question = 'path' }
local NOT_EXTRA = { type = true, value = true, count = true, dead = true }

local function number(text)
  return tonumber((text or ''):match('^%d+$'))
end

local function check_place(node, text, complain)
  if (number(text) or node.places) >= node.places then
    complain('the table has %d places, and none is `%s`', node.places, text)
  end
end

-- What a node of each kind must say, and where the graph keeps it.
local ADD = {
  scope = function(graph, node) table.insert(graph.scopes, node) end,
  box = function(graph, node, complain)
    table.insert(graph.variables, node)
    if not node.value then complain('the box `%s` has no value', node.id) end
  end,
  table = function(graph, node, complain)
    if graph.table then return complain('a figure has one table, and this is the second') end
    local attrs = node.attrs
    graph.table, node.walk = node, {}
    node.places, node.room = number(attrs.places) or 0, number(attrs.room or '0')
    if not number(attrs.places) then complain('the table does not say how many places it has') end
    if not node.room then complain('there is no room for `%s` entries', attrs.room) end
    if attrs.walk and not attrs.key then complain('the search that walks has no key') end
    for place in (attrs.walk or ''):gmatch('%S+') do
      check_place(node, place, complain)
      table.insert(node.walk, number(place))
    end
  end,
  entry = function(graph, node, complain)
    table.insert(graph.entries, node)
    if not graph.table then complain('no table stands before `%s`', node.id) end
    if not (node.attrs.key or node.attrs.deleted) then complain('`%s` has no key', node.id) end
    if node.id ~= 'entry ' .. #graph.entries then
      complain('the next entry is `entry %d`, and not `%s`', #graph.entries, node.id)
    end
  end,
}

local function add_node(graph, complain, id, attrs)
  attrs = attrs or { type = '' }
  if not attrs.type then complain('`%s` has no type', id) end
  if graph.by_id[id] then return complain('`%s` stands here for the second time', id) end
  local node = { id = id, attrs = attrs, edges = {}, extra = {},
    type = attrs.type, value = attrs.value, count = attrs.count }
  node.kind = FAMILY[attrs.type] and not id:find('#') and attrs.type or 'object'
  for _, attr in ipairs(attrs) do
    if not NOT_EXTRA[attr.name] then table.insert(node.extra, attr) end
  end
  for _, name in ipairs { 'dead', 'deleted' } do
    if attrs[name] and attrs[name] ~= '1' then
      complain('`%s` is 1 or left out, and not `%s`', name, attrs[name])
    end
  end
  graph.by_id[id] = node
  table.insert(graph.nodes, node)
  local family = attrs.type ~= '' and FAMILY[node.kind] or graph.family
  graph.family = graph.family or family
  if family ~= graph.family then
    return complain('`%s` and `%s` do not belong into one figure', graph.nodes[1].id, id)
  end
  if ADD[node.kind] then ADD[node.kind](graph, node, complain) end
end

-- Can an arrow lead from one node to another? A place of a table leads to an
-- entry, a step to a step; no arrow leaves a box, or leads to it.
local function are_joined(source, target)
  local from, to = source.kind, target.kind
  return from ~= 'box' and to ~= 'box' and from ~= 'entry' and to ~= 'table'
    and FAMILY[from] == FAMILY[to]
end

-- Join an edge to the two nodes that it names.
local function add_edge(graph, complain, from, attrs, to)
  if not attrs then return end
  local weak = attrs.counted == 'no'
  if not attrs.slot or #attrs ~= (weak and 2 or 1) then
    return complain('an arrow has a slot in its brackets, perhaps `counted=no`, and nothing else')
  end
  local source, target = graph.by_id[from], graph.by_id[to]
  if not source then complain('no line declares `%s`, from which this arrow comes', from) end
  if not target then complain('no line declares `%s`, to which this arrow points', to) end
  if not (source and target) then return end
  if not are_joined(source, target) then
    return complain('no arrow leads from `%s` (%s) to `%s` (%s)', from, source.kind, to,
      target.kind)
  end
  if source.places then check_place(source, attrs.slot, complain) end
  if source.edges[attrs.slot] then
    return complain('`%s` has a second arrow from its slot `%s`', from, attrs.slot)
  end
  local edge = { slot = attrs.slot, source = source, target = target, weak = weak,
    complain = complain }
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

-- The graph in a text, or nil and all that is wrong, line by line.
local function parse(path, text)
  local graph = { nodes = {}, by_id = {}, scopes = {}, variables = {}, entries = {},
    waiting = {}, stage = 'before' }
  local said, number, last = {}, 0, 1
  local function complain(line, words)
    said[line] = ('%s%s:%d: %s.\n'):format(said[line] or '', path, line, words)
  end
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
  if not next(said) then return graph end
  for line = 1, number do said[line] = said[line] or '' end
  return nil, table.concat(said)
end

-- An object is lost if names lead to others, but none to it, along references
-- that are counted. Where its memory is free, it is no more.
local function find_lost(graph)
  local function reach(node)
    if node.reached then return end
    node.reached = true
    for _, edge in ipairs(node.edges) do
      if not edge.weak then reach(edge.target) end
    end
  end
  for _, scope in ipairs(graph.scopes) do reach(scope) end
  for _, node in ipairs(graph.nodes) do
    node.lost = #graph.scopes > 0 and node.kind == 'object' and not node.reached
      and not node.attrs.dead
  end
end

-- Follow the arrows from the names, then from what no name leads to. An arrow
-- to an object whose arrows are still being followed closes a circle: it is a
-- back edge. Without those, the graph is free of circles.
local function follow(graph)
  local state = {}
  local function walk(node)
    state[node] = 'open'
    for _, edge in ipairs(node.edges) do
      if not state[edge.target] then walk(edge.target)
      elseif state[edge.target] == 'open' then edge.back, graph.circle = true, true
      end
    end
    state[node] = 'done'
  end
  for _, node in ipairs(graph.scopes) do
    if not state[node] then walk(node) end
  end
  for _, node in ipairs(graph.nodes) do
    if not state[node] then
      walk(node)
      node.root = true
    end
  end
end

-- The graph in a file, or nil after complaints.
local function read(path)
  local file, reason = io.open(path, 'rb')
  local text = file and file:read('a')
  if file then file:close() end
  if not text then return nil, io.stderr:write(reason or path .. ': cannot be read', '\n') end
  local graph, wrong = parse(path, text)
  if not graph then return nil, io.stderr:write(wrong) end
  find_lost(graph)
  follow(graph)
  return graph
end

-- At most `length` characters of a text.
local function shorten(text, length)
  if utf8.len(text) <= length then return text end
  return text:sub(1, utf8.offset(text, length) - 1) .. '…'
end

-- dress: the drawing.

local INK, MUTED, PAPER, SHADE, DEAD = '#1b2330', '#5b6675', '#ffffff', '#eef2f7', '#6b7280'
local NEUTRAL, TINT = '#3d4857', '#f1dcec'
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
local function cell(align, text, port, paper)
  local size = text.odd and (' FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"'):format(
    text.width + 2 * PADDING, text.size * 1.2 // 1 + 2 * PADDING) or ''
  return ('<TD%s%s ALIGN="%s"%s>%s%s</TD>'):format(maybe('PORT', port),
    maybe('BGCOLOR', paper), align, size, text.markup, text.odd and '<BR ALIGN="LEFT"/>' or '')
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
  local title = node.kind == 'scope' and node.id or node.type
  local number = node.kind ~= 'scope' and node.id:match(' #.*$') or ''
  local state = node.attrs.dead and 'freed' or node.count and 'rc ' .. node.count
  return row(colour, 'h', 'LEFT', span(title .. number, PAPER, LARGE, true),
    state and span(state, PAPER, LARGE, true))
end

-- All rows of the box of a node. Memory that is free is pale.
local HATCHED = '////////'

local function rows(node, colour)
  local list, dead = { header(node, colour) }, node.attrs.dead
  local paper, ink = dead and SHADE or PAPER, dead and MUTED or INK
  for _, attr in ipairs(node.extra) do
    list[#list + 1] = row(SHADE, nil, 'LEFT', span(attr.name, MUTED, SMALL),
      span(shorten(attr.text, LONGEST_VALUE), ink, SMALL))
  end
  if node.value then
    list[#list + 1] = row(paper, nil, 'CENTER',
      span(shorten(node.value, LONGEST_VALUE), ink, LARGE))
  end
  for i, edge in ipairs(node.edges) do
    if edge.value then list[#list + 1] = pair_row(i)
    elseif not edge.key then
      list[#list + 1] = row(paper, 's' .. i, 'LEFT',
        span(shorten(edge.slot, LONGEST_SLOT), ink, LARGE))
    end
  end
  if not node.value and #node.edges == 0 then
    list[#list + 1] = row(paper, nil, 'CENTER', span(dead and HATCHED or 'empty', MUTED, SMALL))
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
  local colour = (node.lost or node.attrs.dead) and DEAD or COLOUR[node.type] or NEUTRAL
  return ('  %s [class=%s, label=<%s>];\n'):format(quoted(node.id),
    quoted(node.type .. (node.lost and ' unreachable' or '')),
    node.kind == 'box' and dress_box(node) or stacked(1, colour, rows(node, colour)))
end

-- A reference leaves its row at the right and arrives at a header's left. A
-- back edge is given to dot from its target to its source, with the two ends
-- exchanged: otherwise dot would lead it around both boxes. Where it is not
-- counted, both ends are hollow.
local function dress_edge(edge, i)
  local from, to = quoted(edge.source.id), quoted(edge.target.id)
  local head, tail = edge.weak and 'onormal' or 'vee', edge.weak and 'odot' or 'dot'
  local style = (edge.weak or edge.source.lost) and ', style=dashed' or ''
  local itself = edge.target == edge.source
  local path = ('%s:s%d:e -> %s:h:%s'):format(from, i, to, itself and 'e' or 'w')
  if edge.back and not itself then
    path, head, tail = ('%s:h:e -> %s:s%d:w'):format(to, from, i), tail, head
  end
  return ('  %s [arrowhead=%s, arrowtail=%s%s];\n'):format(path, head, tail, style)
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
    if #ids > 0 and node.root and node.kind == 'object' then
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

local function dress_heap(graph)
  local gap = column_gap(graph)
  local out = { ('  graph [rankdir=LR, nodesep=%.2f, ranksep=%.1f];\n  node [shape=plain];\n')
    :format(gap > 1 and 0.12 or 0.25, gap), boxes(graph), columns(graph) }
  for _, node in ipairs(graph.nodes) do
    for i, edge in ipairs(node.edges) do out[#out + 1] = dress_edge(edge, i) end
  end
  return table.concat(out)
end

-- A hash table: its places side by side, with their numbers above them and the
-- turns of the search below, and its entries one below the other.

-- A row of cells of one size. A colour shows between them.
local function strip(width, height, colour, list)
  local cells = {}
  for i, item in ipairs(list) do
    cells[i] = ('<TD FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"%s>%s</TD>'):format(width, height,
      maybe('BGCOLOR', item.paper), item.markup)
  end
  return ('    <TR><TD><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="1" CELLPADDING="0"%s><TR>%s'
    .. '</TR></TABLE></TD></TR>'):format(maybe('BGCOLOR', colour), table.concat(cells))
end

local NTH = { 'st', 'nd', 'rd' }
local MANY_PLACES = 8

local function dress_places(node)
  local numbers, places, marks, turn = {}, {}, {}, {}
  for i, place in ipairs(node.walk) do
    turn[place] = ('%s %d%s'):format(turn[place] or '', i, NTH[i] or 'th')
  end
  for i = 1, node.places do
    local edge, mark = node.edges[tostring(i - 1)], turn[i - 1]
    local gone = edge and edge.target.attrs.deleted
    numbers[i] = span(tostring(i - 1), MUTED, SMALL)
    places[i] = span(edge and edge.target.id:match('%d+') or '', gone and MUTED or INK, LARGE)
    places[i].paper = mark and TINT or gone and SHADE or PAPER
    marks[i] = span((mark or ''):sub(2), INK, SMALL - 1)
  end
  local width = #places > MANY_PLACES and 16 or 27
  return stacked(0, nil, { strip(width, 12, nil, numbers), strip(width, 20, COLOUR.dict, places),
    strip(width, 12, nil, marks) })
end

-- The entries in their order. One that is deleted is hatched, and room for
-- more is pale.
local function dress_entries(node, entries)
  local names, lines, room = { 'entry' }, {}, math.max(#entries, node.room)
  for _, name in ipairs { 'hash', 'key', 'value' } do
    for _, entry in ipairs(entries) do
      if entry.attrs[name] and names[#names] ~= name then names[#names + 1] = name end
    end
  end
  for i = 0, room do
    local attrs, cells = entries[i] and entries[i].attrs, {}
    for j, name in ipairs(names) do
      local text = j == 1 and tostring(i) or attrs and attrs.deleted and '////'
        or attrs and attrs[name] or ''
      local pale = j == 1 or not attrs or attrs.deleted
      local shown = span(shorten(text, LONGEST_SLOT), pale and MUTED or INK, LARGE)
      if i == 0 then shown = span(name, PAPER, SMALL, true) end
      cells[j] = cell('CENTER', shown, nil, i > 0 and (pale and SHADE or PAPER) or nil)
    end
    lines[#lines + 1] = ('    <TR>%s</TR>'):format(table.concat(cells))
  end
  if room == 0 then return '""' end
  return ('<%s>'):format(stacked(0, nil, { ('    <TR><TD><TABLE BORDER="0" CELLBORDER="0"'
    .. ' CELLSPACING="1" CELLPADDING="%d" BGCOLOR="%s">\n%s\n    </TABLE></TD></TR>'):format(
    PADDING, COLOUR.dict, table.concat(lines, '\n')) }))
end

local function dress_table(graph)
  local node, key = graph.table, graph.table.attrs.key
  local search = key and (', labelloc=t, label=<%s>'):format(
    span('search for ' .. shorten(key, LONGEST_SLOT), INK, SMALL).markup) or ''
  local none = span('no places', MUTED, SMALL).markup
  return ([[
  graph [ranksep=0.1%s];
  node [shape=plain];
  places -> entries [style=invis];
  places [label=<%s>];
  entries [label=%s];
]]):format(search, node.places > 0 and dress_places(node) or none,
    dress_entries(node, graph.entries))
end

-- A path of steps, one below the other. One that leads nowhere stands beside
-- the question that leads to it; an arrow that leaves out steps goes round.

local LONG_STEP = 16 -- characters; a longer one breaks at a blank near its middle

local function dress_step(node, place)
  local half = utf8.len(node.id) > LONG_STEP and #node.id // 2 - 2 or #node.id
  local text, lines = node.id:sub(1, half) .. node.id:sub(half + 1):gsub(' ', '\n', 1), {}
  local ink, paper, line = INK, node.kind == 'question' and SHADE or PAPER, MUTED
  if #node.edges == 0 then ink, paper, line = PAPER, NEUTRAL, NEUTRAL end
  for part in text:gmatch('[^\n]+') do
    lines[#lines + 1] = span(part, ink, LARGE).markup
  end
  return ('  %s [style="filled%s", fillcolor="%s", color="%s", label=<%s>%s];\n'):format(
    quoted(node.id), node.kind == 'question' and ',rounded' or '', paper, line,
    table.concat(lines, '<BR/>'), place and ', group=column' or '')
end

local function dress_way(edge, place)
  local from, to = quoted(edge.source.id), quoted(edge.target.id)
  local label = ('label=<%s>'):format(edge.slot == 'then' and ''
    or span('\u{A0}' .. edge.slot, MUTED, SMALL).markup)
  if not place[edge.target] then
    place[edge.target] = -1 -- beside the first question that leads to it
    return ('  { rank=same; %s; %s; }\n  %s -> %s [%s];\n'):format(from, to, from, to, label)
  elseif place[edge.target] == -1 then
    return ('  %s -> %s [%s, constraint=false];\n'):format(from, to, label)
  elseif place[edge.target] == place[edge.source] + 1 then
    return ('  %s:s -> %s:n [%s, weight=9];\n'):format(from, to, label)
  end
  return ('  %s:sw -> %s:nw [%s];\n'):format(from, to, label)
end

local function dress_path(graph)
  local out, place, column = { [[
  graph [nodesep=0.25, ranksep=0.25];
  node [shape=box, height=0.1, margin="0.08,0.05"];
  edge [dir=forward];
]] }, {}, 0
  for i, node in ipairs(graph.nodes) do
    if #node.edges > 0 or i == #graph.nodes then
      column = column + 1
      place[node] = column
    end
    out[#out + 1] = dress_step(node, place[node])
  end
  for _, node in ipairs(graph.nodes) do
    for _, edge in ipairs(node.edges) do out[#out + 1] = dress_way(edge, place) end
  end
  return table.concat(out)
end

local DRESS = { heap = dress_heap, table = dress_table, path = dress_path }

local function dress(graph)
  return ([[
digraph figure {
  graph [bgcolor=transparent, pad=0.08, fontname=Courier, fontsize=9, fontcolor="%s"];
  node [fontname=Courier, fontsize=10, fontcolor="%s"];
  edge [color="%s", penwidth=1.1, arrowsize=0.6, arrowhead=vee, arrowtail=dot, dir=both];
%s}
]]):format(MUTED, INK, MUTED, (DRESS[graph.family] or dress_heap)(graph))
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
  if #node.edges == 0 then return not (node.value or node.attrs.dead) and 'is empty' or nil end
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
    local holds = node.kind ~= 'scope' and not told[node] and contents(node, level)
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

-- Clauses on the references that are not counted, and on memory that is free.
local function special_clauses(graph)
  local weak, dead, out = {}, {}, {}
  for _, node in ipairs(graph.nodes) do
    if node.attrs.dead then dead[#dead + 1] = node.id end
    for _, edge in ipairs(node.edges) do
      if edge.weak then weak[#weak + 1] = ('from %s to %s'):format(node.id, edge.target.id) end
    end
  end
  if #weak > 0 then
    out[1] = ('the %s %s %s not counted'):format(plural(#weak, 'reference'),
      #weak > MANY and 'of ' .. #weak .. ' slots' or join(weak), #weak == 1 and 'is' or 'are')
  end
  if #dead > 0 then
    out[#out + 1] = ('the memory of %s is free'):format(
      #dead > MANY and #dead .. ' objects' or join(dead))
  end
  return out
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
    if node.kind == 'scope' then
      names = names + #node.edges
      scopes[#scopes + 1] = node.id
    elseif not node.attrs.dead then
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

local function heap_words(graph)
  local words = special_clauses(graph)
  for _, level in ipairs(LEVELS) do
    local text = whole(graph, level)
    local _, count = text:gsub('%S+', '')
    if count > 0 and count <= level.words then
      table.insert(words, 1, text)
      return table.concat(words, '; ')
    end
  end
  table.insert(words, 1, summary(graph))
  return table.concat(words, '; ')
end

-- What a table holds, place by place, and what the search meets.
local function table_words(graph)
  local node, places, entries, seen = graph.table, {}, {}, {}
  for i = 0, node.places - 1 do
    local edge = node.edges[tostring(i)]
    places[#places + 1] = edge and ('place %d %s%s'):format(i, #places > 0 and '' or 'holds ',
      edge.target.id)
  end
  for i, entry in ipairs(graph.entries) do
    local text = ('%s is %s'):format(entry.id, entry.attrs.deleted and 'deleted' or entry.attrs.key)
    if entry.value then text = text .. ': ' .. entry.value end
    entries[i] = text .. (entry.attrs.hash and (' (hash %s)'):format(entry.attrs.hash) or '')
  end
  local text = ('a table of %s places'):format(node.places == 0 and 'no' or node.places)
  if #places > 0 then text = text .. ': ' .. join(places) .. ', the others nothing' end
  if #entries > 0 then text = text .. '; ' .. join(entries) end
  if node.attrs.room then text = ('%s; room for %s entries'):format(text, node.attrs.room) end
  if not node.attrs.key then return text end
  for i, place in ipairs(node.walk) do seen[i] = 'place ' .. place end
  local last = node.edges[tostring(node.walk[#node.walk])]
  return ('%s; the search for %s looks at %s%s'):format(text, node.attrs.key,
    #seen > 0 and table.concat(seen, ', then ') or 'no place', #seen == 0 and ''
    or not last and ', which is empty' or last.target.attrs.key == node.attrs.key
    and ', and finds ' .. last.target.id or '')
end

local function sentence(text)
  return text:sub(1, 1):upper() .. text:sub(2) .. (text:find('[.?]$') and '' or '.')
end

-- The arrows of a path, step by step: `A, then b? B? If yes, c; if no, d.`
local function path_words(graph)
  local out = {}
  for _, node in ipairs(graph.nodes) do
    local ways = {}
    for i, edge in ipairs(node.edges) do
      local way = edge.slot == 'then' and ', then ' or (' if %s, '):format(edge.slot)
      ways[i] = way .. edge.target.id
    end
    if #ways > 0 then out[#out + 1] = sentence(node.id .. table.concat(ways, ';')) end
  end
  return table.concat(out, ' ')
end

local WORDS = { table = table_words, path = path_words }

local function alt(graph)
  return sentence((WORDS[graph.family] or heap_words)(graph)) .. '\n'
end

-- diff: what has changed, in words. OLD is what was expected.

local function edge_words(edge)
  if edge.source.kind == 'scope' then return ('name `%s`'):format(edge.slot) end
  if edge.source.kind == 'table' then return 'place ' .. edge.slot end
  if FAMILY[edge.source.kind] == 'path' then return ('arrow `%s`'):format(edge.slot) end
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
    elseif now.weak ~= edge.weak then
      say('%s: %s is%s counted', old.id, edge_words(edge), now.weak and ' not' or '')
    end
  end
  for _, edge in ipairs(new.edges) do
    if not old.edges[edge.slot] then
      say('%s holds a new %s -> %s', old.id, edge_words(edge), edge.target.id)
    end
  end
end

-- A list of lines, empty if the graphs say the same.
local function diff(old, new)
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

local function run(command, one, other)
  if command == 'dress' then io.write(dress(one))
  elseif command == 'alt' then io.write(alt(one))
  else
    local lines = diff(one, other)
    if #lines > 0 then
      io.write(table.concat(lines, '\n'), '\n')
      os.exit(1)
    end
  end
end

function Reader()
  local words, graphs = {}, {}
  for word in (os.getenv('ARGS') or ''):gmatch('[^\n]+') do words[#words + 1] = word end
  if FILES[words[1] or ''] ~= #words - 1 then
    io.stderr:write('usage: build/lua build/figure.lua dress|alt FACTS.dot\n',
      '       build/lua build/figure.lua diff OLD.dot NEW.dot\n')
    os.exit(1)
  end
  for i = 2, #words do graphs[#graphs + 1] = read(words[i]) end
  if #graphs < #words - 1 then os.exit(1) end
  run(words[1], table.unpack(graphs))
  return pandoc.Pandoc {}
end
