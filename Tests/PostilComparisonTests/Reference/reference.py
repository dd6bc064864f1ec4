#!/usr/bin/env python3
"""Makes the figures that the tests of the statistics compare with, independently of Postil. Needs numpy and scipy.

    python3 reference.py FOLDER     # writes g2.tsv, lrc.tsv, rates.json into FOLDER
"""
import json
import pathlib
import sys

import numpy as np
from scipy import special, stats

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



def spread(x, s, n1):
    """Design effect and degrees of freedom of the difference of the rates, and the counts divided by it."""
    n, lam, w = len(x), x.sum() / s.sum(), s[:n1].sum() / s.sum()
    r2 = (x - lam * s) ** 2 * n / (n - 1)
    mean = max(0.02, r2.sum() / x.sum())
    m, y = lam * s / mean, r2 / (lam * s * mean)
    weight = m / (1 + m)
    mx, my = np.average(m, weights=weight), np.average(y, weights=weight)
    tau = np.clip((weight * (m - mx) * (y - my)).sum() / ((weight * (m - mx) ** 2).sum() + 1), 0, my / mx)
    v = (my - tau * mx) * m + tau * m * m
    a = np.where(np.arange(n) < n1, (1 - w) ** 2, w ** 2)
    first = np.arange(n) < n1
    d = mean * ((1 - w) * v[first].sum() / m[first].sum() + w * v[~first].sum() / m[~first].sum())
    return max(0.02, d), max(3, (a * v).sum() ** 2 / (a * a * v * v).sum() - 2), w


def rate_test(x, s, n1):
    """p and the 95 % interval of the log ratio, of the first n1 against the rest."""
    d, df, w = spread(x, s, n1)
    a, b = x[:n1].sum() / d, x[n1:].sum() / d
    more = (special.betainc(a, b + 1, w) + special.betainc(a + 1, b, w)) / 2
    tail = min(1, 2 * min(more, 1 - more))
    p = 2 * stats.t.sf(stats.norm.isf(tail / 2), df)
    level = stats.norm.sf(stats.t.isf(0.025, df))
    low, high = stats.beta.ppf(level, a, b + 1), stats.beta.isf(level, a + 1, b)
    c, e = s[:n1].sum(), s[n1:].sum()
    return p, [float(np.log2(e / c * q / (1 - q))) for q in (low, high)]


cases = []
for n1, n2, length in [(40, 45, 1), (40, 40, 3), (12, 60, 10), (60, 12, 10)]:
    s = np.concatenate([rng.integers(150, 800, n1), length * rng.integers(150, 800, n2)]).astype(float)
    for kind in ("even", "bursty", "different"):
        mean = s / 400
        if kind == "even":
            x = rng.poisson(mean)
        elif kind == "bursty":
            visits = rng.poisson(mean / 6)
            x = visits + rng.poisson(8.0 * visits)
        else:
            x = rng.poisson(mean * np.where(np.arange(n1 + n2) < n1, 1.6, 1))
        p, interval = rate_test(x.astype(float), s, n1)
        cases.append({"kind": kind, "first": n1, "sizes": s.astype(int).tolist(), "counts": x.tolist(), "p": float(p), "interval": interval})
(folder / "rates.json").write_text(json.dumps(cases) + "\n")
