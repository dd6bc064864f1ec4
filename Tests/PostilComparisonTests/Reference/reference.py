#!/usr/bin/env python3
"""Makes the figures that the tests of the statistics compare with, independently of Postil. Needs numpy and scipy.

    python3 reference.py FOLDER     # writes g2.tsv, lrc.tsv, resampling.json into FOLDER
"""
import json
import pathlib
import sys

import numpy as np
from scipy import stats

folder = pathlib.Path(sys.argv[1])
rng = np.random.default_rng(7)


def tables(n):
    for _ in range(n):
        c, d = rng.integers(50, 3_000_000, 2)
        a, b = rng.integers(1, min(c, 2000)), rng.integers(0, min(d, 2000))
        yield int(a), int(b), int(c), int(d)


with open(folder / "g2.tsv", "w") as f:
    for a, b, c, d in tables(200):
        g2, p, _, _ = stats.chi2_contingency([[a, c - a], [b, d - b]], correction=False, lambda_="log-likelihood")
        print(a, b, c, d, repr(float(g2)), repr(float(p)), sep="\t", file=f)

with open(folder / "lrc.tsv", "w") as f:
    for a, b, c, d in tables(100):
        m = int(rng.integers(1, 20000))
        alpha, n = 0.05 / (2 * m), a + b
        if a / c > b / d:
            lo = stats.beta.ppf(alpha, a, n - a + 1)
            lrc = max(0.0, np.log2(d / c * lo / (1 - lo)))
        else:
            hi = stats.beta.isf(alpha, a + 1, n - a) if a < n else 1.0
            lrc = 0.0 if a == n else min(0.0, np.log2(d / c * hi / (1 - hi)))
        print(a, b, c, d, m, repr(float(lrc)), sep="\t", file=f)

# Two sets of documents with three items: even, bursty, and one that differs.
sizes = [rng.integers(150, 800, 40).tolist(), rng.integers(150, 800, 45).tolist()]
items = {"even": [], "bursty": [], "different": []}
for number, group in enumerate(sizes):
    n = len(group)
    items["even"].append(rng.poisson(2, n).tolist())
    items["bursty"].append((rng.random(n) < 0.1).astype(int).__mul__(1 + rng.poisson(8, n)).tolist())
    items["different"].append(rng.poisson(1 if number == 0 else 2.2, n).tolist())
words = np.array(sizes[0] + sizes[1], float)
inside = np.arange(len(words)) >= len(sizes[0])


def log_ratio(t, s, k, n):
    b, d = k - t, n - s
    return np.log2((np.where(t == 0, .5, t) / s) / (np.where(b == 0, .5, b) / d))


result = {"sizes": sizes, "items": {}}
for name, counts in items.items():
    x = np.array(counts[0] + counts[1], float)
    k, n = x.sum(), words.sum()
    score = lambda mask: abs(x[mask].sum() / words[mask].sum() - x[~mask].sum() / words[~mask].sum())
    seen, reached, B = score(inside), 0, 100_000
    for _ in range(B):
        if score(rng.permutation(inside)) >= seen * (1 - 1e-9):
            reached += 1
    ratios = []
    for _ in range(20_000):
        i = rng.integers(0, len(sizes[0]), len(sizes[0]))
        j = rng.integers(0, len(sizes[1]), len(sizes[1])) + len(sizes[0])
        t, s = x[j].sum(), words[j].sum()
        ratios.append(float(log_ratio(t, s, t + x[i].sum(), s + words[i].sum())))
    result["items"][name] = {
        "counts": counts, "p": (1 + reached) / (1 + B), "logRatio": float(log_ratio(x[inside].sum(), words[inside].sum(), k, n)),
        "low": float(np.quantile(ratios, .025)), "high": float(np.quantile(ratios, .975))}
(folder / "resampling.json").write_text(json.dumps(result) + "\n")
