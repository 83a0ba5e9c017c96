"""The tables of `benchmarks/bert.py` as one picture."""

import statistics


def save(tables, ours, path):
    """`tables`: title -> peer -> the seconds of each round. One row of bars a table: how many times our time."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    heights = [len(rows) + 1 for rows in tables.values()]
    figure, axes = pyplot.subplots(
        len(tables), figsize=(8, 0.32 * sum(heights)), height_ratios=heights, squeeze=False, layout="constrained"
    )
    for axis, (title, rows) in zip(axes[:, 0], tables.items(), strict=True):
        base = statistics.median(rows[ours])
        ratios = [statistics.median(each) / base for each in rows.values()]
        axis.barh(list(rows), ratios, color=["#1a6fb0" if name == ours else "#b9c4cc" for name in rows])
        axis.bar_label(axis.containers[0], fmt="%.2f", padding=3)
        axis.invert_yaxis()
        axis.set_title(f"{title}: time, bert_tf's being 1", loc="left", fontsize=10)
        axis.spines[["top", "right"]].set_visible(False)
        axis.set_xlim(0, max(ratios) * 1.1)
    figure.savefig(path, dpi=120)
