/// A line on a page of a PDF document; places are in points from the page's upper left corner.
struct PDFLine {
  let text: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// The number of its block on the page: a column, a heading, a cell.
  let block: Int
  /// Whether its script runs from right to left.
  let runsLeft: Bool

  var height: Double { bottom - top }
  /// How far in the direction of its script it begins, and ends.
  var begin: Double { runsLeft ? -right : left }
  var end: Double { runsLeft ? -left : right }
}

/// A page of a PDF document.
struct PDFPage {
  let height: Double
  /// In the order of reading.
  let lines: [PDFLine]

  /// The pages that `pdftotext -bbox-layout` tells of.
  static func pages(of tree: XMLTree) -> [PDFPage] { tree.all("page").map { PDFPage(tree, at: $0) } }

  private init(_ tree: XMLTree, at place: Int) {
    // Names come in small letters.
    func number(_ name: String, _ place: Int) -> Double { tree[place].attribute(name).flatMap(Double.init) ?? 0 }
    height = number("height", place)
    lines = tree.all("block", in: place).enumerated().flatMap { block, blockPlace in
      tree.all("line", in: blockPlace).map { line in
        let words = PDFWords(tree.all("word", in: line).map { tree.words(at: $0) })
        return PDFLine(
          text: words.text, left: number("xmin", line), right: number("xmax", line), top: number("ymin", line),
          bottom: number("ymax", line), block: block, runsLeft: words.runsLeft)
      }
    }
  }

  /// `pages` without the lines at their heads and feet that come again on many of them, numbers not told apart.
  static func withoutHeadsAndFeet(_ pages: [PDFPage]) -> [PDFPage] {
    var counts: [String: Int] = [:]
    for page in pages { for key in Set(page.lines.filter(page.isAtEdge).map(key)) { counts[key, default: 0] += 1 } }
    return pages.map { page in
      PDFPage(
        height: page.height,
        lines: page.lines.filter { line in
          let count = counts[key(line), default: 0]
          return !page.isAtEdge(line) || count < 2 || count * 5 < pages.count * 2
        })
    }
  }

  private init(height: Double, lines: [PDFLine]) { (self.height, self.lines) = (height, lines) }

  private func isAtEdge(_ line: PDFLine) -> Bool { line.bottom < height * 0.1 || line.top > height * 0.9 }

  private static func key(_ line: PDFLine) -> String { line.text.replacing(/\p{Nd}+/, with: "0") }
}
