"""`tf.keras.preprocessing.image` draws the images that TensorFlow 1.15 draws from the same seed."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

import tfcompat.v1 as tf

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
sys.path.insert(0, str(GOLDEN))
from image_cases import drawn  # noqa: E402
from record_images import TARGET  # noqa: E402

sys.path.remove(str(GOLDEN))
RECORDED = json.loads(Path(TARGET).read_text())


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_same_pixels(name):
    tolerance = 5e-3 if name.startswith("zca") else 1e-4  # the two versions take their SVD from different libraries
    np.testing.assert_allclose(drawn(tf, name).ravel(), RECORDED[name], rtol=tolerance, atol=tolerance)
