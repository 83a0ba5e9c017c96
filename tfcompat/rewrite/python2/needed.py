"""Which of the engine's fixers a text can have work for, by what each of them looks for.

Making all fixers and trying each at every place takes longer than reading the text; most files need a few of them.
"""

from __future__ import annotations

import re

from tfcompat.rewrite.python2.parsing import Seen

# By the fixer's name, without `fix_`: names of which one stands in every text that it changes. A fixer of which neither
# this table nor one below knows anything is always tried.
NAMES = {
    "asserts": "assert_ assertEquals assertNotEquals assertAlmostEquals assertNotAlmostEquals assertRegexpMatches "
    "assertRaisesRegexp failUnlessEqual failIfEqual failUnlessAlmostEqual failIfAlmostEqual failUnless "
    "failUnlessRaises failIf",
    "basestring": "basestring",
    "except": "except",
    "exec": "exec",
    "exitfunc": "exitfunc",
    "funcattrs": "func_closure func_doc func_globals func_name func_defaults func_code func_dict",
    "future": "__future__",
    "getcwdu": "getcwdu",
    "has_key": "has_key",
    "itertools": "imap ifilter izip izip_longest ifilterfalse",
    "itertools_imports": "itertools",
    "long": "long",
    "metaclass": "__metaclass__",
    "methodattrs": "im_func im_self im_class",
    "next": "next",
    "nonzero": "__nonzero__",
    "operator": "isCallable sequenceIncludes isSequenceType isMappingType isNumberType repeat irepeat",
    "raise": "raise",
    "renames": "maxint",
    "standarderror": "StandardError",
    "string": "string",
    "string_type": "StringType",
    "sys_exc": "exc_type exc_value exc_traceback",
    "throw": "throw",
    "types": "types",
    "unicode": "unicode unichr",
    "xreadlines": "xreadlines",
}
# The same for names that are called, and for those that stand without a call.
CALLS = {
    "apply": "apply",
    "cmp": "cmp",
    "dict": "keys items values iterkeys iteritems itervalues viewkeys viewitems viewvalues",
    "execfile": "execfile",
    "file": "file",
    "filter": "filter",
    "input": "input",
    "intern": "intern",
    "isinstance": "isinstance",
    "map": "map",
    "raw_input": "raw_input",
    "reduce": "reduce",
    "reload": "reload",
    "sorted": "sort sorted",
    "xrange": "range xrange",
    "zip": "zip",
}
BARE = {"print": "print"}
# By the grammar's names, what is read as one of these where the fixer changes something.
SYMBOLS = {"paren": "testlist_safe", "print": "print_stmt", "tuple_params": "tfpdef vfpdef"}
OPERATORS = {"ne": "<>", "repr": "`"}
# How a number or a string begins.
LITERALS = {"numliterals": r"0\d|\d\w*[lL]$", "octal_long": r"0\d+[lL]$", "unicode": "[uU]"}
# Matters of taste: the engine makes these only to leave them out where nobody asks for them by name.
UNASKED = frozenset({"buffer", "idioms", "set_literal", "ws_comma"})
TABLES = (NAMES, CALLS, BARE, SYMBOLS, OPERATORS, LITERALS)
_SETS = [{name: frozenset(each.split()) for name, each in table.items()} for table in TABLES[:-1]]
_PATTERNS = {name: re.compile(pattern) for name, pattern in LITERALS.items()}


def fixer(name: str, seen: Seen) -> bool:
    """Whether a fixer, by its name without `fix_`, can have work in a text in which this was seen."""
    if name in UNASKED:
        return False
    there = (seen.names, seen.called, seen.bare, seen.symbols, seen.operators)
    asked = [not table[name].isdisjoint(each) for table, each in zip(_SETS, there, strict=True) if name in table]
    if name in _PATTERNS:
        asked.append(any(map(_PATTERNS[name].match, seen.literals)))
    return any(asked) or not asked
