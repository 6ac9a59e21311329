-- outputs.lua: what the chapters say that programs print, against what
-- they print.
--
--   build/lua build/outputs.lua check           the runs of the stages
--   build/lua build/outputs.lua check 1-names.2 the runs of a checkpoint
--   build/lua build/outputs.lua update          write what they print
local here = PANDOC_SCRIPT_FILE:match('^(.*)/[^/]*$') or '.'
local lit = dofile(here .. '/literate.lua')

local runs = dofile('build/out/runs.lua')
local python = {}
for _, run in ipairs(runs) do
  if run.lang == 'python' then python[run.name] = run end
end

-- Where the run's output in the tree is kept.
local function kept(run, tree)
  if run.lang == 'python' then return 'build/out/ran/python/' .. run.name end
  return ('build/out/ran/%s/%s'):format(tree, run.name)
end

-- What the run printed, in the form in which the chapter shows it.
local function printed(run, path, ids)
  if lit.read_file(path .. '.skipped') then return end
  local text = lit.read_file(path)
  if not text then
    lit.error(run.path, run.line, 'the program ‘%s’ was not run', run.name)
    return
  end
  -- A sanitizer's report is full of addresses: it is not shown.
  if run.red == 'asan' then text = text:gsub('\n?[^\n]*DEADLYSIGNAL\n', '\n'):gsub('\n?=====.*', ''):gsub('[^\n]*runtime error:.*', '') end
  text = text:gsub('%s+$', '')
  return ids and lit.letters(text) or text
end

-- The number of the first line in which two texts differ, and both lines.
local function first_difference(a, b)
  local of_a, of_b = lit.split_lines(a), lit.split_lines(b)
  for i = 1, math.max(#of_a, #of_b) do
    if of_a[i] ~= of_b[i] then return i, of_a[i], of_b[i] end
  end
end

local function compare(run, output, text)
  local i, said, says = first_difference(output.text, text)
  if not i then return end
  lit.error(run.path, output.line + i, '‘%s’ (%s) prints %s here; the chapter says %s',
    run.name, run.lang, says and '“' .. says .. '”' or 'nothing more',
    said and '“' .. said .. '”' or 'nothing more')
end

local function check_status(run, path, is_red)
  local status = lit.read_file(path .. '.status')
  if run.lang == 'c' and not is_red and status ~= '0\n' then
    lit.error(run.path, run.line, 'the program ‘%s’ ends with exit status %s',
      run.name, status or 'none')
  end
end

-- A program that promises to print otherwise than its Python must do so, and
-- say what it promises in the first line that differs.
local function check_promise(run)
  local i, says = first_difference(run.output.text, python[run.name].output.text)
  if not i then
    lit.error(run.path, run.output.line, '‘%s’ prints what its Python prints, '
      .. 'though it promises not to', run.name)
  elseif (says or ''):find(run.otherwise, 1, true) then
    io.stdout:write(run.name, ' prints otherwise: ', says, '\n')
  else
    lit.error(run.path, run.output.line + i, 'the first line that ‘%s’ prints otherwise '
      .. 'than its Python does not say ‘%s’', run.name, run.otherwise)
  end
end

local function check(run, tree)
  local promises = run.otherwise and tree == run.tree
  local output = (promises or not run.otherwise) and run.output or python[run.name].output
  local path = kept(run, tree)
  local text = printed(run, path, output.ids)
  if text then compare(run, output, text) end
  if promises and not run.red then check_promise(run) end
  check_status(run, path, run.red and tree == run.tree)
end

-- The chapter's lines with each output block of `list` filled anew.
local function rewrite(path, list)
  local lines, out, at = lit.split_lines(lit.read_file(path)), {}, 1
  for _, run in ipairs(list) do
    -- A red program's output is of its checkpoint.
    local tree = (run.red or run.otherwise) and run.tree or run.stage
    local text = printed(run, kept(run, tree), run.output.ids)
    while at <= run.output.line do out[#out + 1] = lines[at]; at = at + 1 end
    for _, line in ipairs(lit.split_lines(text or run.output.text)) do
      out[#out + 1] = line == '' and '' or run.output.prefix .. line
    end
    at = run.output.last
  end
  while at <= #lines do out[#out + 1] = lines[at]; at = at + 1 end
  if lit.write_file(path, table.concat(out, '\n') .. '\n') then
    io.stdout:write(path, ': outputs have changed\n')
  end
end

local function update()
  local by_path, paths = {}, {}
  for _, run in ipairs(runs) do
    if run.output then
      if not by_path[run.path] then
        by_path[run.path], paths[#paths + 1] = {}, run.path
      end
      table.insert(by_path[run.path], run)
    end
  end
  for _, path in ipairs(paths) do rewrite(path, by_path[path]) end
end

function Reader()
  local command, tree = table.unpack(lit.arguments())
  if command == 'update' then
    update()
  else
    for _, run in ipairs(runs) do
      if tree and (run.tree == tree or run.again == tree) or not tree and (run.otherwise or not run.red) then
        check(run, tree or run.stage)
      end
    end
  end
  lit.stop_on_errors()
  return pandoc.Pandoc {}
end
