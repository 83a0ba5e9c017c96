"""`tf.app.flags.DEFINE_string("log_dir", …)`: a script may define a flag that absl has for itself.

Until 1.13 TensorFlow did not load `absl.logging`, whose flags now come first. The flags that absl goes on asking for
more than their value (`verbosity`, `stderrthreshold`) stay its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces


@replaces("absl.flags._defines.DEFINE_flag")
def define_flag(original: Callable[..., Any], flag: Any, *args: Any, **kwargs: Any) -> Any:
    from absl import flags

    values = kwargs["flag_values"] if "flag_values" in kwargs else args[0] if args else flags.FLAGS
    if flag.name in values and str(values.find_module_defining_flag(flag.name)).startswith("absl."):
        before = values[flag.name]
        before.allow_override = type(before).__module__.startswith("absl.flags.")
    return original(flag, *args, **kwargs)
