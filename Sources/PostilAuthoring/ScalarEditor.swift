import PostilDiagnostics
import PostilModel
import PostilRules

/// Rewrites values of a YAML file in their places; comments and layout stay.
struct ScalarEditor {
  private let source: SourceFile
  private let root: YAMLNode
  private var edits: [(range: Range<Int>, text: String)] = []
  /// What the nodes that were rewritten must be when the file is read again.
  private var wanted: [SourceLocation: YAMLNode] = [:]

  init(source: SourceFile, root: YAMLNode) {
    self.source = source
    self.root = root
  }

  /// Gives `scalar` another text.
  mutating func replace(_ scalar: YAMLScalar, with text: String) throws(Unwritable) {
    switch scalar.style {
    case .folded: throw Unwritable(reason: "its text is folded over lines (>)")
    case .literal: try replaceLines(of: scalar, with: text)
    case .plain, .singleQuoted, .doubleQuoted:
      edits.append((try range(scalar.location, scalar.end), YAMLText.line(text, like: scalar.style)))
    }
    wanted[scalar.location] = .scalar(scalar.saying(text))
  }

  /// Gives a list of texts other ones.
  mutating func replace(_ elements: [YAMLScalar], of list: SourceLocation, with texts: [String]) throws(Unwritable) {
    guard elements.count != texts.count else {
      for (element, text) in zip(elements, texts) where element.text != text { try replace(element, with: text) }
      return
    }
    let whole = try elements.first.map { ($0, elements[elements.count - 1]) }
      .map { first, last throws(Unwritable) in try range(first.location, last.end) }
    guard let first = elements.first, let whole, isFlow(list), !texts.isEmpty else {
      throw Unwritable(reason: "its list has \(elements.count) elements, and \(texts.count) are found")
    }
    edits.append((whole, texts.map { YAMLText.line($0, like: first.style) }.joined(separator: ", ")))
    wanted[list] = .sequence(texts.map { .scalar(first.saying($0)) }, list)
  }

  /// The file's new text.
  ///
  /// - Throws: ``Unwritable`` when, read again, anything would differ but what was rewritten.
  func edited() throws(Unwritable) -> String {
    var bytes = source.bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let again = try? YAMLReader.read(SourceFile(name: source.name, text: text))
    guard rewritten(root).hasSameText(as: again ?? nil) else {
      throw Unwritable(reason: "the file would not read as it should")
    }
    return text
  }

  private func rewritten(_ node: YAMLNode) -> YAMLNode {
    if let new = wanted[node.location], node.entries == nil, (node.scalar == nil) == (new.scalar == nil) { return new }
    switch node {
    case .scalar: return node
    case .sequence(let elements, let location): return .sequence(elements.map(rewritten), location)
    case .mapping(let entries, let location):
      return .mapping(entries.map { YAMLEntry(key: $0.key, value: rewritten($0.value)) }, location)
    }
  }

  /// Marks add no lines, so each line of a block is rewritten behind its indentation.
  private mutating func replaceLines(of scalar: YAMLScalar, with text: String) throws(Unwritable) {
    let old = scalar.text.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard old.count == new.count else { throw Unwritable(reason: "its lines are others") }
    for (number, (line, other)) in zip(old, new).enumerated() where line != other {
      let start = SourceLocation(file: scalar.location.file, line: scalar.location.line + 1 + number, column: 1)
      let end = SourceLocation(file: start.file, line: start.line + 1, column: 1)
      let whole = try range(start, end)
      let text = String(decoding: source.bytes[whole], as: UTF8.self)
      guard let found = text.firstRange(of: line) else {
        throw Unwritable(reason: "a line of its text is not where it should be")
      }
      let first = whole.lowerBound + text[..<found.lowerBound].utf8.count
      edits.append((first..<(first + line.utf8.count), String(other)))
    }
  }

  private func range(_ start: SourceLocation, _ end: SourceLocation) throws(Unwritable) -> Range<Int> {
    guard let first = source.utf8Offset(of: start), let last = source.utf8Offset(of: end), first <= last else {
      throw Unwritable(reason: "its place in the file is not known")
    }
    return first..<last
  }

  private func isFlow(_ list: SourceLocation) -> Bool {
    source.utf8Offset(of: list).map { source.bytes[$0] == UInt8(ascii: "[") } ?? false
  }
}
