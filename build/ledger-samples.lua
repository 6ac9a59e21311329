-- ledger-samples.lua: what the ledger's tests call each function with.
--
-- The names are those of the small world in tests/support/ledger.h. An
-- argument is looked up as `self of HEADER`, NAME or TYPE; where that is not
-- enough a function has calls of its own. An argument without is an error.
return {
  ['self of copy'] = 'list', ['self of dict'] = 'dict', ['self of inspect'] = 'list',
  ['self of instance'] = 'instance',
  ['self of int'] = 'a', ['self of list'] = 'list', ['self of object'] = 'a',
  ['self of ref'] = 'c', ['self of set'] = 'set', ['self of show'] = 'list',
  ['self of str'] = 'text', ['self of track'] = 'list', ['self of tuple'] = 'tuple', ['self of weakref'] = 'weakref',
  a = 'a', b = 'b', item = 'c', key = 'twin', made = 'c', other = 'dict', target = 'instance',
  value = 'c', wanted = 'twin', items = 'pair',
  begin = '0', context = 'NULL', ['end'] = '1', hash = '&(size_t){ 0 }', index = '0',
  length = '2', memo = 'memo', name = '"name"', out = 'nowhere()', scope = 'names',
  node = '&track_head(list)->ring', table = 'table', from = 'table', visit = 'see', class = '&sample_class', ['bool'] = 'true',

  arrays = { pair = { 'a', 'b' } },

  -- { arguments, before =, after = (the counts are compared behind it),
  --   finally =, owes = what else the call does to whom, within = a wrapper,
  --   is_null = it answers NULL }
  calls = {
    repr_enter = { { '&note, list', before = 'Repr note;', after = 'repr_leave(&note);' } },
    copy_deep = { { 'list' }, { 'seven' } },
    copy_deep_with = { { 'list', within = 'or_forget' } },
    copy_shallow = { { 'list' }, { 'seven' } },
    dict_deep_copy = { { 'dict', within = 'or_forget' } },
    dict_set = { { 'dict, c, a' } },
    incref = { { 'c', finally = 'hold(c);' } },
    instance_set = { { 'instance, "name", c' }, { 'instance, "other", c' } },
    int_new = { { '1000' }, { '7' } },
    list_pop = { { 'list', owes = 'b -1' } }, -- its own becomes the caller's
    object_new = { { '&set_type' } },
    object_new_var = { { '&tuple_type, 2' } },
    object_print = { { 'empty_text' } },
    ref_clear = { { '&slot', before = 'slot = ref_new(b);', owes = 'b -1' } },
    ref_set = { { '&slot, c', before = 'slot = ref_new(b);', owes = 'b -1',
      after = 'ref_clear(&slot);' } }, -- so that the caller's is seen to be gone
    scope_bind = { { 'names, "name", c' }, { 'names, "name", a' } },
    scope_call = { { '&function, pair, names' } },
    scope_lookup = { { before = 'did(scope_bind(names, "name", b));' } },
    set_add = { { 'set, c' } },
    str_new_sized = { { '"long", 4' }, { '"x", 1' } },
    str_intern = { { '"new"' }, { '"x"' } },
    str_interned = { { '"x"' } },
    str_new = { { '"long"' }, { '"x"' } },
    table_set = { { 'table, c, a' } },
    track_remove = { { 'list', finally = 'track_add(list);' } },
    tuple_concat = { { 'tuple, tuple' }, { 'tuple, empty' }, { 'empty, tuple' } },
    tuple_slice = { { 'tuple, 0, 1' }, { 'tuple, 0, 2' } },
    weakref_new = { { 'instance, wave, c' } },
  },

  exempt = {
    object_free = 'it gives back an object\'s memory, whatever its count',
    ref_refuse = 'it never returns',
    dict_drop = 'it lets go of all that `self` holds but one, which it hands over',
    table_drop = 'it does so for the table',
    ref_drop = 'only `decref` may call it, when nobody is left to count',
  },
}
