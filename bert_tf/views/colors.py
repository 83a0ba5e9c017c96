"""The heads' colours: as many as are needed, far apart, of one lightness, so that they show on light and dark."""

from __future__ import annotations

import math

GOLDEN_ANGLE = 137.508  # degrees; hues this far apart stay apart, however many there are
LIGHTNESS = (0.64, 0.72, 0.56)
CHROMA = 0.15
# linear light of red, green and blue out of the cubes of Oklab's three cone responses
_TO_LINEAR = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def head_colors(count: int) -> list[str]:
    """`#rrggbb` for each head, by its number."""
    return [oklch(LIGHTNESS[head % 3], CHROMA, (255 + GOLDEN_ANGLE * head) % 360) for head in range(count)]


def oklch(lightness: float, chroma: float, hue: float) -> str:
    """A colour of CSS' `oklch()` as `#rrggbb`, cut to what a screen shows. Source: CSS Color 4."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    cones = (
        lightness + 0.3963377774 * a + 0.2158037573 * b,
        lightness - 0.1055613458 * a - 0.0638541728 * b,
        lightness - 0.0894841775 * a - 1.2914855480 * b,
    )
    linear = (sum(weight * cone**3 for weight, cone in zip(row, cones, strict=True)) for row in _TO_LINEAR)
    return "#" + "".join(f"{round(255 * _encoded(min(max(each, 0.0), 1.0))):02x}" for each in linear)


def _encoded(light: float) -> float:
    return float(12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)
