import PostilModel

/// The paragraphs of a PDF document, put together from the lines of its pages.
struct PDFText {
  private(set) var text = ""
  /// The paragraph at hand, and how many code points stand before it.
  private var paragraph = ""
  private var offset = 0
  /// Where each page begins: `offset` in code points, `page` from 1.
  private(set) var pages: [FeatureValue] = []
  /// Words of the document, by which it is told whether a hyphen at a line's end belongs to a word.
  private let words: Set<String>
  private var last: PDFLine?
  /// The edges of the block at hand.
  private var edges = (begin: 0.0, end: 0.0)

  init(_ pages: [PDFPage]) {
    let pages = PDFPage.withoutHeadsAndFeet(pages)
    words = Set(pages.flatMap { $0.lines.flatMap { line in line.text.split(separator: " ").map(Self.bare) } })
    for (number, page) in pages.enumerated() {
      var block: Int?
      for line in page.lines where !line.text.isEmpty {
        let isNewPage = block == nil
        if block != line.block {
          let all = page.lines.filter { $0.block == line.block }
          edges = (all.map(\.begin).min() ?? 0, all.map(\.end).max() ?? 0)
        }
        add(line, isNewBlock: block != line.block)
        block = line.block
        if isNewPage { begin(page: number + 1, with: line) }
      }
    }
    text += paragraph
  }

  private static func bare(_ word: some StringProtocol) -> String {
    let trimmed = word.drop { !$0.isLetter && !$0.isNumber }
    return String(trimmed.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed()).lowercased()
  }

  private mutating func begin(page: Int, with line: PDFLine) {
    let place = offset + paragraph.unicodeScalars.count - line.text.unicodeScalars.count
    pages.append(.record(["offset": .number(Double(place)), "page": .number(Double(page))]))
  }

  private mutating func add(_ line: PDFLine, isNewBlock: Bool) {
    defer { last = line }
    guard let last else { return paragraph = line.text }
    guard isNewBlock ? !goesOn(in: line) : beginsParagraph(line, behind: last) else { return join(line.text) }
    paragraph += "\n\n"
    offset += paragraph.unicodeScalars.count
    text += paragraph
    paragraph = line.text
  }

  /// Whether a sentence that a block, or a page, breaks off goes on in `line`.
  private func goesOn(in line: PDFLine) -> Bool {
    guard let end = paragraph.last, let first = line.text.first(where: { $0.isLetter || $0.isNumber }) else {
      return false
    }
    return end.isLetter || ",;-‐\u{AD}".contains(end)
      ? first.isLowercase || end == "-" && line.text.first == first : false
  }

  private func beginsParagraph(_ line: PDFLine, behind last: PDFLine) -> Bool {
    let isIndented = line.begin > edges.begin + 0.7 * line.height && last.begin < edges.begin + 0.3 * line.height
    let isLower = line.top - last.bottom > 0.7 * line.height
    let isShort = last.end < edges.end - 0.15 * (edges.end - edges.begin)
    return isIndented || isLower || isShort && (last.text.last.map { ".!?…:”\"»؟".contains($0) } ?? false)
  }

  /// Adds the words of a line; a word that a hyphen divides over the line's end is one.
  private mutating func join(_ next: String) {
    guard let end = paragraph.last, "-‐\u{AD}".contains(end), let before = paragraph.dropLast().last,
      before.isLetter || before.isNumber
    else { return paragraph += " " + next }
    let head = paragraph[
      (paragraph.lastIndex(where: \.isWhitespace).map(paragraph.index(after:)) ?? paragraph.startIndex)...
    ]
    .dropLast()
    let tail = next.prefix { !$0.isWhitespace }
    // `Al-` and `Sudani`, `2021-` and `2022` have the hyphen as their own.
    let isDivided = end == "\u{AD}" || before.isLetter && next.first?.isLowercase == true
    let isCompound = words.contains(Self.bare(head + "-" + tail)) && !words.contains(Self.bare(head + tail))
    if isDivided, end == "\u{AD}" || !isCompound { paragraph.removeLast() }
    paragraph += next
  }
}
