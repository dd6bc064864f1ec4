import PostilModel

/// The paragraphs of an office document's XML, in the names of WordprocessingML or of OpenDocument.
struct OfficeText {
  /// What its elements are called, without prefix.
  struct Names {
    let paragraphs: Set<Substring>
    /// What holds the words; nil where all words of a paragraph count.
    let words: Substring?
    /// What is no text of the document, with all it holds.
    let unread: Set<Substring>
    let row: Substring
    let cells: Set<Substring>

    static let word = Names(
      paragraphs: ["p"], words: "t", unread: ["del", "movefrom", "fallback", "instrtext"], row: "tr", cells: ["tc"])
    static let openDocument = Names(
      paragraphs: ["p", "h"], words: nil, unread: ["note", "annotation", "tracked-changes", "forms", "sequence-decls"],
      row: "table-row", cells: ["table-cell"])
  }

  private let tree: XMLTree
  private let names: Names
  private(set) var paragraphs: [String] = []
  private var pending = ""

  init(_ tree: XMLTree, _ names: Names, below body: String) {
    (self.tree, self.names) = (tree, names)
    guard let start = tree.all(body).first else { return }
    read(start + 1..<tree[start].end)
  }

  private mutating func read(_ places: Range<Int>) {
    var next = places.lowerBound
    while next < places.upperBound {
      let node = tree[next]
      let name = node.localName
      if names.unread.contains(name) {
        next = node.end
        continue
      }
      if name == names.row, let line = row(next) {
        endParagraph()
        // Rows stand one below the other.
        if let last = paragraphs.last, isBehindRow {
          paragraphs[paragraphs.count - 1] = last + "\n" + line
        } else {
          paragraphs.append(line)
        }
        isBehindRow = true
        next = node.end
        continue
      }
      if names.paragraphs.contains(name) { endParagraph() }
      add(next)
      next += 1
    }
    endParagraph()
  }

  private var isBehindRow = false

  /// A row of two cells or more on one line; nil for others, whose cells hold paragraphs.
  private func row(_ place: Int) -> String? {
    let cells = tree.children(of: place).filter { names.cells.contains(tree[$0].localName) }.map { cell in
      var inner = self
      inner.paragraphs = []
      inner.pending = ""
      inner.read(cell + 1..<tree[cell].end)
      return inner.paragraphs.joined(separator: " ").onOneLine
    }
    return cells.count > 1 ? cells.joined(separator: " | ") : nil
  }

  private mutating func add(_ place: Int) {
    let node = tree[place]
    switch node.localName {
    case "tab": pending += "\t"
    case "br", "cr", "line-break": pending += "\n"
    case "nobreakhyphen": pending += "\u{2011}"
    case "s" where names.words == nil: pending += " "
    case "" where names.words == nil: if isInParagraph(place) { pending += node.words.spacesAsOne }
    case "" where tree[node.parent].localName == names.words: pending += node.words
    default: break
    }
  }

  private func isInParagraph(_ place: Int) -> Bool {
    sequence(first: tree[place].parent) { $0 == 0 ? nil : tree[$0].parent }.prefix(40).contains {
      names.paragraphs.contains(tree[$0].localName)
    }
  }

  private mutating func endParagraph() {
    let text = pending.trimmed
    pending = ""
    guard !text.isEmpty else { return }
    paragraphs.append(text)
    isBehindRow = false
  }
}

extension String {
  /// Runs of white space as one space, those at the ends too.
  fileprivate var spacesAsOne: String {
    var text = ""
    for character in self {
      if !character.isWhitespace { text.append(character) } else if text.last != " " { text.append(" ") }
    }
    return text
  }
}
