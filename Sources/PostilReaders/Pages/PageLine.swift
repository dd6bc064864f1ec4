import PostilModel

/// A line of a page's text, before it is decided whether it belongs to the article.
struct PageLine {
  /// Without white space at its ends, and single spaces inside.
  let text: String
  /// The place in the tree of its first words.
  let place: Int
  /// Whether a blank line stands before it.
  let beginsParagraph: Bool
  /// In characters of the Latin script: one of Chinese, Japanese or Korean counts as three.
  let size: Int
  /// How much of that is links.
  let linkedSize: Int

  /// Whether it stands in an element that keeps its line ends.
  let isPreformatted: Bool

  /// How much of it is no link.
  var freeSize: Int { size - linkedSize }
  /// Whether it is a link, or links with little between them.
  var isLinks: Bool { freeSize < 25 && linkedSize > freeSize || freeSize * 4 < linkedSize }
  /// Whether it is long enough for a sentence.
  var isRunningText: Bool { size >= (isPreformatted ? 25 : 60) && !isLinks }

  /// The size of `text`, white space left out at its ends and counted once inside.
  static func size(of text: some StringProtocol) -> Int {
    var size = 0
    var isBehindSpace = true
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      if !isSpace { size += (0x2E80...0xD7FF).contains(scalar.value) || scalar.value >= 0x20000 ? 3 : 1 }
      if isSpace, !isBehindSpace { size += 1 }
      isBehindSpace = isSpace
    }
    return isBehindSpace ? max(0, size - 1) : size
  }
}

/// Writes out the lines of a page: paragraphs, items, rows.
struct PageLines {
  private let tree: HTMLTree
  private let layoutTables: Set<Int>
  private(set) var lines: [PageLine] = []
  private var pending = ""
  private var pendingPlace = 0
  private var linkedSize = 0
  private var isParagraphEnd = true
  private var preformattedEnd = 0

  /// - Parameter unread: The places of elements that are left out with all they hold.
  init(_ tree: HTMLTree, leavingOut unread: Set<Int> = []) {
    self.tree = tree
    layoutTables = Self.layoutTables(of: tree)
    var open: [Int] = []
    var next = 1
    while next < tree.nodes.count {
      while let last = open.last, tree[last].end <= next { end(open.removeLast()) }
      let node = tree[next]
      if HTMLNames.unread.contains(node.name) || unread.contains(next) {
        next = node.end
        continue
      }
      if node.name.isEmpty { add(node, at: next) } else { begin(next, &open) }
      next += 1
    }
    while let last = open.popLast() { end(last) }
    endParagraph()
  }

  /// Tables that arrange a page and say nothing: their cells hold tables, or long texts.
  private static func layoutTables(of tree: HTMLTree) -> Set<Int> {
    var layout: Set<Int> = []
    for place in tree.places(of: ["td", "th", "table"]) {
      let node = tree[place]
      let isLong = node.name != "table" && tree.words(at: place, exceed: 300)
      guard isLong || node.name == "table",
        let outer = tree.ancestors(of: place).first(where: { tree[$0].name == "table" })
      else { continue }
      layout.insert(outer)
    }
    // A table with headings says something.
    let headed = tree.places(of: ["th"]).compactMap { tree.ancestors(of: $0).first { tree[$0].name == "table" } }
    return layout.subtracting(headed)
  }

  private func isLayout(_ cell: Int) -> Bool {
    tree.ancestors(of: cell).first { tree[$0].name == "table" }.map(layoutTables.contains) ?? true
  }

  private mutating func add(_ node: HTMLTree.Node, at place: Int) {
    guard place < preformattedEnd else { return add(node.words[...], node.isLinked, at: place) }
    for (number, line) in node.words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if number > 0 { breakLine() }
      add(line, node.isLinked, at: place)
    }
  }

  private mutating func add(_ words: Substring, _ isLinked: Bool, at place: Int) {
    if pending.allSatisfy(\.isWhitespace) { pendingPlace = place }
    pending += words
    if isLinked { linkedSize += PageLine.size(of: words) }
  }

  private mutating func begin(_ place: Int, _ open: inout [Int]) {
    let name = tree[place].name
    if name == "br" { return breakLine() }
    if HTMLNames.preformatted.contains(name) { preformattedEnd = max(preformattedEnd, tree[place].end) }
    if HTMLNames.paragraphs.contains(name) {
      endParagraph()
    } else if HTMLNames.lines.contains(name) {
      endLine()
    } else if HTMLNames.cells.contains(name) {
      if isLayout(place) { endParagraph() } else if !pending.allSatisfy(\.isWhitespace) { pending += " | " }
    } else {
      return
    }
    if tree[place].end > place + 1 { open.append(place) }
  }

  private mutating func end(_ place: Int) {
    let name = tree[place].name
    if HTMLNames.paragraphs.contains(name) { endParagraph() }
    if HTMLNames.lines.contains(name) { endLine() }
    if HTMLNames.cells.contains(name), isLayout(place) { endParagraph() }
  }

  /// Ends a line; on an empty one, the paragraph.
  private mutating func breakLine() {
    if pending.allSatisfy(\.isWhitespace) { isParagraphEnd = true }
    endLine()
  }

  private mutating func endLine() {
    let text = pending.onOneLine
    if !text.isEmpty {
      let size = PageLine.size(of: text)
      lines.append(
        PageLine(
          text: text, place: pendingPlace, beginsParagraph: isParagraphEnd, size: size,
          linkedSize: min(linkedSize, size), isPreformatted: pendingPlace < preformattedEnd))
      isParagraphEnd = false
    }
    pending = ""
    linkedSize = 0
  }

  private mutating func endParagraph() {
    endLine()
    isParagraphEnd = true
  }
}
