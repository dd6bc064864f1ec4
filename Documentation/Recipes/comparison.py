# %% [markdown]
# # A comparison as a table and a drawing
#
# `postil compare … --format csv > comparison.csv` writes a line for each item and set. This script needs nothing but Python: as it is
# (`python3 comparison.py comparison.csv`), as a notebook (Jupyter and VS Code read its cells), or rendered (`quarto render comparison.py`).
# It prints the items of one kind that differ most, as Markdown, and draws them: rates of two sets side by side, or, of
# sets that are periods (`--group-by month`, `outlet×month`), shares of documents over time with their intervals; periods without
# documents have no place there.

# %%
import csv
import sys
from collections import defaultdict
from xml.sax.saxutils import escape

SOURCE = sys.argv[1] if len(sys.argv) > 1 else "comparison.csv"
KIND = sys.argv[2] if len(sys.argv) > 2 else "entity"
DRAWING = sys.argv[3] if len(sys.argv) > 3 else "comparison.svg"
MOST = 12


def number(text):
    """A figure; None where it is unknown or was not tested. Python reads 'inf' too."""
    return float(text) if text else None


with open(SOURCE, encoding="utf-8", newline="") as file:
    lines = [line for line in csv.DictReader(file) if line["facet"] == KIND]
if not lines:
    sys.exit(f"'{SOURCE}' has no items of the kind '{KIND}'")

# %% [markdown]
# Tidy data are grouped by what is asked: here by item. The order of the file is that of `compare`: what is best borne out first.

# %%
items = defaultdict(list)
for line in lines:
    items[line["item"]].append(line)
shown = list(items)[:MOST]
sets = list(dict.fromkeys(line["set"] for line in lines))
is_series = any(line["period"] for line in lines)


def share(line):
    return int(line["documents"]) / max(1, int(line["setDocuments"]))


def markdown():
    """A table of the first items: counts and rates by set, then the log ratio and q of the contrast that says most."""
    heads = ["item"] + (["count", "changes"] if is_series else [f"{name} {word}" for name in sets for word in ("count", "rate")])
    heads += [] if is_series else ["log ratio", "q"]
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for item in shown:
        cells = [item.replace("|", r"\|")]
        if is_series:
            changes = [line["set"] for line in items[item] if line["changeP"]]
            cells += [str(sum(int(line["count"]) for line in items[item])), ", ".join(changes)]
        else:
            for line in items[item]:
                cells += [line["count"], f"{float(line['rate']):.2f}"]
            contrasts = [line for line in items[item] if line["logRatio"]]
            main = max(contrasts, key=lambda line: (abs(number(line["lrc"]) or 0), abs(float(line["logRatio"]))))
            q = number(main["q"])
            cells += [f"{float(main['logRatio']):+.2f}", "–" if q is None else f"{q:.4f}"]
        yield "| " + " | ".join(cells) + " |"


print("\n".join(markdown()))

# %% [markdown]
# The drawing is plain SVG, so that no library is needed. With pandas and a plotting library the same is
# `pandas.read_csv("comparison.csv").query("facet == 'entity'")` and a plot of `rate` or `documents / setDocuments` by `set` or `period`.

# %%
COLOURS = ["#1b6ca8", "#c8553d", "#3c8d5a", "#8a5a9e", "#b58900", "#5c6b73"]
LEFT, WIDTH, ROW = 240, 460, 28


def text(x, y, words, anchor="start"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def dots():
    """For each item a dot for each set, at its rate."""
    most = max(float(line["rate"]) for item in shown for line in items[item]) or 1
    for row, item in enumerate(shown):
        y = ROW * (row + 1.5)
        places = [LEFT + WIDTH * float(line["rate"]) / most for line in items[item]]
        yield text(LEFT - 10, y + 4, item[:34], "end")
        yield f'<line x1="{min(places):.1f}" x2="{max(places):.1f}" y1="{y}" y2="{y}" stroke="#999"/>'
        for place, line in zip(places, items[item]):
            colour = COLOURS[sets.index(line["set"]) % len(COLOURS)]
            title = f"{item}, {line['set']}: {line['count']} in {line['documents']} documents"
            yield f'<circle cx="{place:.1f}" cy="{y}" r="5" fill="{colour}"><title>{escape(title)}</title></circle>'
    for row, name in enumerate(sets[: len(COLOURS)]):
        yield f'<circle cx="{LEFT + 110 * row}" cy="10" r="5" fill="{COLOURS[row]}"/>' + text(LEFT + 110 * row + 9, 14, name[:14])


def bands():
    """For each item a band of bars, one a period and series, with Wilson's interval; a mark where the rate changes."""
    periods = sorted({line["period"] for line in lines})
    series = sorted({line["series"] for line in lines})
    step = WIDTH / len(periods)
    for row, item in enumerate(shown):
        base = ROW * 2 * (row + 1)
        yield text(LEFT - 10, base, item[:34], "end")
        yield f'<line x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{base}" y2="{base}" stroke="#999"/>'
        for line in items[item]:
            width = 0.8 * step / len(series)
            x = LEFT + step * periods.index(line["period"]) + width * series.index(line["series"])
            high, middle = share(line) * ROW * 1.5, x + width / 2
            colour = COLOURS[series.index(line["series"]) % len(COLOURS)]
            title = f"{item}, {line['set']}: {line['documents']} of {line['setDocuments']} documents"
            yield (
                f'<rect x="{x:.1f}" y="{base - high:.1f}" width="{width:.1f}" height="{high:.1f}" fill="{colour}">'
                f"<title>{escape(title)}</title></rect>"
            )
            low, top = (base - number(line[end]) * ROW * 1.5 for end in ("shareLow", "shareHigh"))
            yield f'<line x1="{middle:.1f}" x2="{middle:.1f}" y1="{low:.1f}" y2="{top:.1f}" stroke="#333"/>'
            if line["changeP"]:
                yield text(middle, base + 12, "◆", "middle")
    yield text(LEFT, 12, periods[0]) + text(LEFT + WIDTH, 12, periods[-1], "end")
    for column, name in enumerate(series[: len(COLOURS)] if len(series) > 1 else []):
        x, y = LEFT + 110 * column, ROW * 2 * (len(shown) + 1) - 10
        yield f'<rect x="{x}" y="{y - 9}" width="10" height="10" fill="{COLOURS[column]}"/>' + text(x + 15, y, name[:14])


height = ROW * (2 if is_series else 1) * (len(shown) + 1) + 10
with open(DRAWING, "w", encoding="utf-8") as file:
    body = "\n".join(bands() if is_series else dots())
    file.write(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 20}" height="{height}" font-family="sans-serif" '
        f'font-size="12">\n{body}\n</svg>\n'
    )
print(f"\n{len(shown)} of {len(items)} items drawn in {DRAWING}")
