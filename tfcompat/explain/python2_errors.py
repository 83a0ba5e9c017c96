"""Errors of Python 2 source, and of code that Python 3 runs but understands otherwise."""

from __future__ import annotations

from tfcompat.explain.row import row

_LIST = "(range|zip|map|filter|dict_keys|dict_values|dict_items|odict_keys|odict_values|odict_items)"

TABLE = (
    row(
        "python-2",
        "SyntaxError IndentationError NameError ModuleNotFoundError TabError ImportError AttributeError TypeError",
        r"Missing parentheses in call to '(print|exec)'|name '(xrange|unicode|raw_input|basestring|long|unichr|reduce|"
        r"reload|execfile|file|cmp)' is not defined|"
        r"No module named '(cPickle|cStringIO|urllib2|StringIO|ConfigParser|Queue|commands|urlparse|httplib|cookielib|"
        r"HTMLParser|SocketServer|BaseHTTPServer|Tkinter|tkMessageBox|__builtin__|copy_reg|sets|thread|xmlrpclib)'|"
        r"'(dict|OrderedDict|defaultdict|Counter)' object has no attribute '(iteritems|itervalues|iterkeys|has_key)'|"
        r"'(generator|zip|map|filter|_csv\.reader|_io\.\w+)' object has no attribute 'next'|"
        r"multiple exception types must be parenthesized|inconsistent use of tabs|leading zeros in decimal integer|"
        r"[Ff]unction parameters cannot be parenthesized|Lambda expression parameters cannot be parenthesized|"
        r"unsupported operand type\(s\) for >>: 'builtin_function_or_method'|"
        r"(?:^|\n)\s*raise [\w.]+\s*, .*(\n.*){1,3}SyntaxError: invalid syntax|"
        r"\d[lL]\b.*(\n.*){1,3}SyntaxError: invalid (decimal|hexadecimal) literal|"
        r"<>.*(\n.*){1,3}SyntaxError: invalid syntax|`[^`\n]+`.*(\n.*){1,3}SyntaxError: invalid syntax|"
        r"\bur['\"].*(\n.*){1,3}SyntaxError: invalid syntax|"
        r"'cmp' is an invalid keyword argument for sort|sort\(\) takes no positional arguments|"
        r"cannot import name '(izip|imap|ifilter|izip_longest)'|'itertools' has no attribute '(izip|imap|ifilter)|"
        r"'string' has no attribute '(letters|lowercase|uppercase|maketrans|join|replace|split)'|"
        r"'urllib' has no attribute '(urlopen|urlretrieve|quote|unquote|urlencode)'|"
        r"cannot import name 'url(open|encode|retrieve)' from 'urllib'|'sys' has no attribute '(maxint|"
        r"setdefaultencoding)'|"
        r"'os' has no attribute 'getcwdu'",
        "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?",
        "This is Python 2 source.",
        "`tfcompat run FILE`, and `%load_ext tfcompat` in a notebook, translate it as it is read and divide as "
        "Python 2 did.",
    ),
    row(
        "python2-lists",
        "TypeError AttributeError",
        rf"'{_LIST}' object (is not subscriptable|does not support item (assignment|deletion))|"
        rf"object of type '{_LIST}' has no len\(\)|'{_LIST}' object has no attribute '(sort|append|index|remove|extend|"
        rf"pop|count|reverse)'|unsupported operand type\(s\) for \+=?: '{_LIST}' and|for \+=?: 'list' and '{_LIST}'|"
        rf'can only concatenate list \(not "{_LIST}"\)',
        "TypeError: 'zip' object is not subscriptable",
        "range, zip, map, filter and a dictionary's keys(), values(), items() were lists in Python 2; in Python 3 they "
        "are not.",
        "Put list(…) around the call: `list(zip(a, b))[0]`, `pairs = list(range(10))`.",
    ),
    row(
        "true-division",
        "TypeError IndexError",
        r"slice indices must be integers|'(numpy\.)?float(64|32)?' object cannot be interpreted as an (integer|index)|"
        r"(list|tuple|string|range object) indices must be integers or slices, not (numpy\.)?float|"
        r"only integers, slices .* are valid indices|can't multiply sequence by non-int of type '(numpy\.)?float|"
        r"Value passed to parameter '(shape|size|dims|multiples|begin)' has DataType float|"
        r"[Ee]xpected int(32|64)(, but got|, got| passed to parameter .* got) [\d.]+ of type 'float'",
        "TypeError: slice indices must be integers or None or have an __index__ method",
        "A float stands where a whole number is needed: in Python 3, 7 / 2 is 3.5 and also 8 / 2 is 4.0; in Python 2 "
        "whole numbers gave whole numbers.",
        "Write `//` for the division of whole numbers, or int(…) around the result. `tfcompat run` divides as Python 2 "
        "did in files that are Python 2 otherwise, which it cannot see in this one.",
    ),
    row(
        "text-and-bytes",
        "TypeError Error",
        r"a bytes-like object is required, not 'str'|write\(\) argument must be str, not bytes|"
        r"can't concat str to bytes|can only concatenate str \(not \"bytes\"\) to str|cannot use a (string|"
        r"bytes) pattern on a|"
        r"first arg must be (bytes|str) or a tuple of|iterator should return strings, not bytes|"
        r"argument should be integer or bytes-like object, not 'str'|expected bytes, str found|"
        r"must be (str|bytes), not (str|bytes)",
        "TypeError: a bytes-like object is required, not 'str'",
        "Python 2's strings were bytes; in Python 3 text (str) and bytes are different things.",
        "Open text with 'r' and 'w' (for csv also with newline=''), and bytes with 'rb' and 'wb'; text.encode() and "
        "data.decode() turn one into the other.",
    ),
    row(
        "text-decode",
        "AttributeError",
        r"'str' object has no attribute 'decode'",
        "AttributeError: 'str' object has no attribute 'decode'",
        "In Python 3 only bytes have decode(). Where Keras' load_model or load_weights says so, h5py is 3.0 or later, "
        "which gives text, and that Keras is older.",
        "Leave .decode() out. For an .h5 file: `import keras` under `tfcompat run`, and tf_keras, take any h5py.",
    ),
    row(
        "python-3-dropped",
        "AttributeError ImportError ModuleNotFoundError",
        r"'collections' has no attribute '\w+'|cannot import name '(Mapping|MutableMapping|Iterable|Iterator|Callable|"
        r"Sequence|MutableSequence|Hashable|Sized|Set|MutableSet|Container)' from 'collections'|"
        r"'inspect' has no attribute '(getargspec|formatargspec)'|'time' has no attribute 'clock'|"
        r"No module named '(imp|distutils|asynchat|asyncore|cgi|pipes)'|'fractions' has no attribute 'gcd'|"
        r"cannot import name 'gcd' from 'fractions'|'pkgutil' has no attribute 'ImpImporter'|"
        r"'base64' has no attribute '(encode|decode)string'|'inspect' .* 'getargspec'|No module named 'pkg_resources'",
        "AttributeError: module 'collections' has no attribute 'Mapping'",
        "Python 3 dropped this since: in 3.8 time.clock, in 3.10 collections.Mapping, in 3.11 inspect.getargspec, in "
        "3.12 imp and distutils.",
        "In your own code `tfcompat run` gives back most of it. By hand: collections.abc.Mapping, "
        'time.perf_counter(), inspect.getfullargspec, importlib, math.gcd; `pip install "setuptools<82"` for '
        "distutils and pkg_resources. If an installed package says so, install a newer one.",
    ),
)
