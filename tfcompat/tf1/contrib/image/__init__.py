"""`tf.contrib.image` of 1.15: projective transforms, warps by flows and splines, colours in YIQ, matching."""

from tfcompat.tf1 import lazy

HOMES = {
    ".matching": "bipartite_match",
    ".components": "connected_components",
    ".dense_warp": "dense_image_warp",
    ".distort_image_ops": "adjust_hsv_in_yiq random_hsv_in_yiq",
    ".image_ops": "rotate transform translate",
    ".splines": "interpolate_spline",
    ".projective_transforms": (
        "angles_to_projective_transforms compose_transforms flat_transforms_to_matrices matrices_to_flat_transforms "
        "translations_to_projective_transforms"
    ),
    ".sparse_warp": "sparse_image_warp",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
