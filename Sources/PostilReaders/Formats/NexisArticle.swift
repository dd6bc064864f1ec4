import PostilModel

/// An article of an export from Nexis: what of its lines is its text, and what is said of it.
struct NexisArticle {
  private(set) var title: String?
  private(set) var outlet: String?
  private(set) var edition: String?
  /// The line that has the date.
  private(set) var dateLine: String?
  private(set) var fields: [NexisLabel: String] = [:]
  private let isWrapped: Bool
  /// Paragraphs, hard wraps undone.
  private(set) var paragraphs: [String] = []

  /// Lines between blank ones, none of which is empty.
  private typealias Block = [String]

  /// - Parameters:
  ///   - lines: Without white space at their ends.
  ///   - isWrapped: Whether lines may have been broken at a width; else each is a paragraph.
  ///   - isClassic: Whether its labels are in capitals and nothing but the length stands before its text; else `Body` does.
  init(_ lines: [String], isClassic: Bool, isWrapped: Bool) {
    self.isWrapped = isWrapped
    if isClassic { readClassic(Self.blocks(lines)) } else { readModern(lines) }
  }

  private static func blocks(_ lines: some Sequence<String>) -> [Block] {
    lines.split(separator: "", omittingEmptySubsequences: true).map(Array.init)
  }

  private mutating func take(_ label: NexisLabel, _ value: String) {
    if fields[label] == nil, !value.isEmpty { fields[label] = value }
  }

  /// Takes the fields that a block holds; a line without label goes on with the one before it.
  private mutating func takeFields(of block: Block) {
    var current: (label: NexisLabel, value: String)?
    for line in block {
      if let field = NexisLabel.field(in: line) {
        if let current { take(current.label, current.value) }
        current = field
      } else if let known = current {
        current = (known.label, known.value + " " + line)
      }
    }
    if let current { take(current.label, current.value) }
  }

  // MARK: The old form, `2 of 10 DOCUMENTS`

  private static func capitalField(_ block: Block) -> NexisLabel? {
    guard let line = block.first, NexisLabel.isCapitalField(line) else { return nil }
    return NexisLabel.field(in: line)?.label
  }

  private mutating func readClassic(_ blocks: [Block]) {
    let head = blocks.prefix { Self.capitalField($0) == nil }
    var next = head.count
    while next < blocks.count, let label = Self.capitalField(blocks[next]), ![.loaded, .graphic, .kind].contains(label)
    {
      if label == .body { break }
      takeFields(of: blocks[next])
      next += 1
    }
    let isLabelled = next < blocks.count && Self.capitalField(blocks[next]) == .body
    let end = Self.end(of: blocks, from: isLabelled ? next + 1 : next)
    for block in blocks[end...] { takeFields(of: block) }
    var body = Array(blocks[next..<end])
    if isLabelled {
      body[0][0] = NexisLabel.field(in: body[0][0])?.value ?? ""
      if body[0][0].isEmpty { body[0].removeFirst() }
    }
    let rest = readHead(head.filter { !NexisLabel.isCopyright($0[0]) })
    title = fields[.title] ?? title
    let lead = fields[.lead].map { [[$0]] } ?? []
    paragraphs = unwrapped(lead + rest + body)
  }

  /// Where what stands behind an article's text begins.
  private static func end(of blocks: [Block], from start: Int) -> Int {
    var end = blocks.count
    while end > start, NexisLabel.isCapitalField(blocks[end - 1][0]) || NexisLabel.isCopyright(blocks[end - 1][0]) {
      end -= 1
    }
    let closing = blocks[start..<end].firstIndex {
      capitalField($0).map { [.loaded, .graphic, .kind].contains($0) } ?? false
    }
    return closing ?? end
  }

  /// Reads outlet, date, edition and title by their places.
  ///
  /// - Returns: What stands between the title and the fields.
  private mutating func readHead(_ head: [Block]) -> [Block] {
    let lines = head.enumerated().flatMap { number, block in block.map { (block: number, text: $0) } }
    let dates = lines.indices.dropFirst().prefix(8)
    guard
      let date = dates.first(where: { WrittenDate(language: nil).day(of: lines[$0].text) != nil })
        ?? dates.first(where: { Self.hasYear(lines[$0].text) })
    else {
      outlet = head.first?.joined(separator: " ")
      title = head.dropFirst().first?.joined(separator: " ")
      return Array(head.dropFirst(2))
    }
    outlet = lines[..<date].map(\.text).joined(separator: " ")
    dateLine = lines[date].text
    let block = lines[date].block
    let later = lines[(date + 1)...].filter { $0.block == block }.map(\.text)
    if !later.isEmpty { edition = later.joined(separator: " ") }
    let behind = head.dropFirst(block + 1)
    title = behind.first?.joined(separator: " ")
    return Array(behind.dropFirst())
  }

  private static func hasYear(_ line: String) -> Bool {
    line.split { !$0.isNumber }.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
  }

  // MARK: The new form, from the headline to `End of Document`

  private mutating func readModern(_ lines: [String]) {
    let opening = lines.firstIndex(where: NexisLabel.isOpening)
    let head = lines[..<(opening ?? lines.count)].filter { !$0.isEmpty }
    let body = opening.map { lines[($0 + 1)...] } ?? []
    let end =
      body.firstIndex { NexisLabel.isClosing($0) || NexisLabel.field(in: $0)?.label == .loaded } ?? body.endIndex
    let fieldsBegin = head.firstIndex { line in
      NexisLabel.isCopyright(line) || (NexisLabel.field(in: line).map { $0.label != .search } ?? false)
    }
    readModernHead(head[..<(fieldsBegin ?? head.count)])
    for line in head[(fieldsBegin ?? head.count)...] + body[end...] { takeFields(of: [line]) }
    paragraphs = unwrapped(Self.blocks(body[..<end]))
  }

  private mutating func readModernHead(_ head: ArraySlice<String>) {
    let near = head.indices.suffix(4).reversed()
    let date =
      near.first { WrittenDate(language: nil).day(of: head[$0]) != nil } ?? near.first { Self.hasYear(head[$0]) }
    guard let date, date > head.startIndex + 1 else {
      title = head.first
      outlet = head.dropFirst().first
      if let date, date > head.startIndex { dateLine = head[date] }
      return
    }
    dateLine = head[date]
    outlet = head[date - 1]
    // A title of more lines is the list of titles in front of the first article.
    let titles = head[..<(date - 1)]
    title = titles.count > 3 ? titles.last : titles.joined(separator: " ")
  }

  // MARK: Paragraphs

  /// The paragraphs of blocks; where lines were broken at a width, a line that was full goes on in the next.
  private func unwrapped(_ blocks: [Block]) -> [String] {
    let width = blocks.lazy.flatMap { $0 }.map(\.count).max() ?? 0
    guard isWrapped, width <= 100 else { return blocks.flatMap { $0 } }
    return blocks.filter { !$0.isEmpty }.map { block in
      var text = block.first ?? ""
      for (line, next) in zip(block, block.dropFirst()) {
        let word = next.prefix { $0 != " " }.count
        text += (line.count + 1 + word > width ? " " : "\n") + next
      }
      return text
    }
  }
}
