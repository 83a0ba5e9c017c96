"""Calls of SciPy's old image functions (Python 3.7 syntax), run under SciPy 1.2 to record them and here to compare."""

import io

import numpy as np


def arrays():
    wave = np.arange(60).reshape(6, 10)
    return {
        "uint8": (wave * 4).astype("uint8"),
        "int": wave * 37 - 500,
        "float": np.sin(wave / 7.0),
        "float32": np.cos(wave / 5.0).astype("float32"),
        "constant": np.full((4, 5), 3.5),
        "rgb": (np.arange(5 * 7 * 3).reshape(5, 7, 3) * 2).astype("uint8"),
        "rgb_float": np.sin(np.arange(5 * 7 * 3).reshape(5, 7, 3) / 9.0),
        "rgba": (np.arange(4 * 6 * 4).reshape(4, 6, 4) * 2).astype("uint8"),
        "channels_first": np.cos(np.arange(3 * 6 * 8).reshape(3, 6, 8) / 11.0),
    }


def cases(misc):
    """Name -> a function without arguments that returns an array."""
    found = {}
    a = arrays()

    def case(name, function, *arguments, **keywords):
        found[name] = lambda: np.asarray(function(*arguments, **keywords))

    for name in sorted(a):
        case("imresize half %s" % name, misc.imresize, a[name], 0.5)
        case("imresize percent %s" % name, misc.imresize, a[name], 150)
        case("imresize to size %s" % name, misc.imresize, a[name], (3, 4))
        case("imrotate %s" % name, misc.imrotate, a[name], 30)
    for interp in ("nearest", "bilinear", "bicubic", "cubic", "lanczos"):
        case("imresize %s" % interp, misc.imresize, a["float"], (9, 13), interp)
        case("imresize rgb %s" % interp, misc.imresize, a["rgb"], (9, 4), interp=interp)
    case("imresize mode F", misc.imresize, a["float"], (3, 4), mode="F")
    case("imresize mode L", misc.imresize, a["int"], (3, 4), mode="L")
    for interp in ("nearest", "bilinear", "bicubic"):
        case("imrotate %s" % interp, misc.imrotate, a["rgb"], -45, interp)
    for name in sorted(a):
        case("bytescale %s" % name, misc.bytescale, a[name])
    case("bytescale limits", misc.bytescale, a["float"], cmin=-0.5, cmax=0.5, high=200, low=10)
    for kind in ("blur", "contour", "emboss", "sharpen", "find_edges", "smooth_more"):
        case("imfilter %s" % kind, misc.imfilter, a["float"], kind)
    for name in ("uint8", "float", "rgb", "rgb_float", "rgba"):
        for mode in (None, "L", "RGB"):
            case("saved and read %s %s" % (name, mode), _saved, misc, a[name], mode)
    case("saved and read flat", _saved, misc, a["rgb"], None, True)
    case("toimage and back P", lambda: misc.fromimage(misc.toimage(a["int"], mode="P")))
    case("toimage and back I", lambda: misc.fromimage(misc.toimage(a["int"], mode="I")))
    case("derivative", lambda: [misc.derivative(np.sin, 0.3, dx=1e-2, n=n, order=7) for n in (1, 2, 3)])
    case("logsumexp", lambda: misc.logsumexp(a["float"], axis=1))
    case("factorial", lambda: [misc.factorial(5), misc.factorial(6.5), misc.comb(7, 3)])
    return found


def _saved(misc, array, mode, flatten=False):
    file = io.BytesIO()
    misc.imsave(file, array, "png")
    file.seek(0)
    return misc.imread(file, flatten, mode)
