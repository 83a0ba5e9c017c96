"""`tf.app.flags.DEFINE_string("log_dir", …)`: a script may define a flag that absl has for itself, and a notebook's
cell one that a cell has defined before.

Until 1.13 TensorFlow did not load `absl.logging`, whose flags now come first. The flags that absl goes on asking for
more than their value (`verbosity`, `stderrthreshold`) stay its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from absl import flags

from tfcompat.backend import replace, running_cell
from tfcompat.backend.replace import replaces

# The module that defines a flag, in absl's messages and help, is the user's and not one of these.
flags.disclaim_key_flags()
replace.stay_out_of(flags.disclaim_key_flags)


@replaces("absl.flags._defines.DEFINE_flag")
def define_flag(original: Callable[..., Any], flag: Any, *args: Any, **kwargs: Any) -> Any:
    values = kwargs["flag_values"] if "flag_values" in kwargs else args[0] if args else flags.FLAGS
    if flag.name in values:
        before = values[flag.name]
        if str(values.find_module_defining_flag(flag.name)).startswith("absl."):
            before.allow_override = type(before).__module__.startswith("absl.flags.")
        elif running_cell.current is not None:
            before.allow_override = True
            running_cell.remark(f"the flag {flag.name!r} was defined before; this definition replaces it")
    return original(flag, *args, **kwargs)
