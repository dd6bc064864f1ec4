import PostilModel

/// The elements and words of an XML text in the order of its source, as far as they can be made out: an element that is never closed
/// ends with what holds it, an end without beginning is passed over, references that XML does not know are read as in HTML.
///
/// Works in time linear in the bytes.
struct XMLTree {
  /// An element, or words between tags.
  struct Node {
    /// With its prefix, in small letters; empty for words.
    let name: String
    /// Names in small letters and without prefix.
    let attributes: [HTMLAttribute]
    /// What is written, references resolved; empty for elements.
    let words: String
    let parent: Int
    /// The place behind the last node that it holds.
    fileprivate(set) var end: Int
    /// Where in the source its contents stand.
    fileprivate(set) var contents: Range<Int>

    /// Its name without prefix.
    var localName: Substring { name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...] }
    /// The prefix with its colon, or nothing.
    var prefix: Substring { name.lastIndex(of: ":").map { name[...$0] } ?? "" }

    /// The value of an attribute that says something; nil without it.
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value.nonEmpty }
  }

  /// The first is the whole text.
  let nodes: [Node]
  private let source: [UInt8]

  /// - Parameter source: UTF-8.
  init(_ source: [UInt8]) {
    var builder = XMLTreeBuilder(source)
    nodes = builder.tree()
    self.source = source
  }

  subscript(place: Int) -> Node { nodes[place] }

  /// The elements that `place` holds itself.
  func children(of place: Int) -> some Sequence<Int> {
    let end = nodes[place].end
    return sequence(first: place + 1) { self.nodes[$0].end }.lazy.prefix { $0 < end }.filter {
      !self.nodes[$0].name.isEmpty
    }
  }

  /// The children called `name`: with a prefix that one, without any the one that `place` has itself.
  func children(_ name: String, of place: Int) -> [Int] {
    let name = name.contains(":") ? name : nodes[place].prefix + name
    return children(of: place).filter { nodes[$0].name == name }
  }

  /// The element at the end of a path of names, the first of each.
  func first(_ path: String..., of place: Int) -> Int? {
    path.reduce(place) { place, name in place.flatMap { children(name, of: $0).first } }
  }

  /// All elements below `place` whose names without prefix are `name`, none inside another.
  func all(_ name: String, in place: Int = 0) -> [Int] {
    var found: [Int] = []
    var next = place + 1
    while next < nodes[place].end {
      if nodes[next].localName == name {
        found.append(next)
        next = nodes[next].end
      } else {
        next += 1
      }
    }
    return found
  }

  /// The words at and below `place` on one line; nil without any.
  func line(at place: Int?) -> String? { place.flatMap { words(at: $0).nonEmpty } }

  /// All words at and below `place`.
  func words(at place: Int) -> String { nodes[place..<nodes[place].end].lazy.map(\.words).joined() }

  /// The markup that an element holds: its words, which were escaped, or its elements as they are written, without their prefix.
  ///
  /// - Parameter unread: The names of children that are left out.
  func markup(at place: Int, leavingOut unread: Set<Substring> = []) -> String {
    let inner = Array(children(of: place))
    guard let first = inner.first else { return words(at: place) }
    var markup: [UInt8] = []
    var start = nodes[place].contents.lowerBound
    for child in inner where unread.contains(nodes[child].localName) {
      markup += source[start..<max(start, nodes[child].contents.lowerBound)]
      start = nodes[child].contents.upperBound
    }
    markup += source[start..<max(start, nodes[place].contents.upperBound)]
    let text = String(decoding: markup, as: UTF8.self)
    let prefix = nodes[first].prefix
    guard !prefix.isEmpty else { return text }
    return text.replacing("<\(prefix)", with: "<").replacing("</\(prefix)", with: "</")
  }
}

/// Makes the tree out of the source.
private struct XMLTreeBuilder {
  /// How many elements stand inside one another at most; deeper ones stand beside each other.
  private static let mostLevels = 1000
  /// How far the beginning of an element that ends is looked for among the open ones.
  private static let reach = 64

  private let bytes: [UInt8]
  private var at = 0
  private var nodes = [XMLTree.Node(name: "", attributes: [], words: "", parent: 0, end: 0, contents: 0..<0)]
  private var open = [0]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func tree() -> [XMLTree.Node] {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<") { readTag() } else { readWords(from: at) }
    }
    while !open.isEmpty { close(at: bytes.count) }
    return nodes
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private func begins(_ text: StaticString, at place: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    return place + count <= bytes.count && (0..<count).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
  }

  /// The place behind the next `text`; nil when there is none.
  private func end(of text: StaticString, from place: Int) -> Int? {
    var next = place
    while let found = bytes[min(next, bytes.count)...].firstIndex(of: text.utf8Start[0]) {
      if begins(text, at: found) { return found + text.utf8CodeUnitCount }
      next = found + 1
    }
    return nil
  }

  private mutating func append(_ name: String, _ attributes: [HTMLAttribute], words: String) {
    nodes.append(
      XMLTree.Node(
        name: name, attributes: attributes, words: words, parent: open[open.count - 1], end: nodes.count + 1,
        contents: at..<at))
  }

  private mutating func close(at place: Int) {
    let closed = open.removeLast()
    nodes[closed].end = nodes.count
    nodes[closed].contents = nodes[closed].contents.lowerBound..<max(place, nodes[closed].contents.lowerBound)
  }

  /// Words up to the next mark that begins a tag; the mark at their own beginning is one of them.
  private mutating func readWords(from start: Int) {
    at = start + 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    append("", [], words: HTMLReferences.resolved(bytes[start..<at], inAttribute: false))
  }

  private mutating func readTag() {
    let next = byte(at + 1)
    if begins("<![CDATA[", at: at) {
      let start = at + 9
      let behind = end(of: "]]>", from: start)
      at = behind ?? bytes.count
      append("", [], words: String(decoding: bytes[start..<(behind.map { $0 - 3 } ?? at)], as: UTF8.self))
    } else if begins("<!--", at: at) {
      at = end(of: "-->", from: at) ?? end(of: ">", from: at) ?? bytes.count
    } else if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") {
      skipDeclaration()
    } else if next == UInt8(ascii: "/") {
      endElement()
    } else if next.isASCIILetter || next == UInt8(ascii: "_") || next >= 0x80 {
      beginElement()
    } else {
      readWords(from: at)
    }
  }

  /// Past a declaration, with the subset of a document type in brackets.
  private mutating func skipDeclaration() {
    let close = end(of: ">", from: at) ?? bytes.count
    let hasSubset = begins("<!DOCTYPE", at: at) && bytes[at..<close].contains(UInt8(ascii: "["))
    at = (hasSubset ? end(of: "]>", from: at) : nil) ?? close
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private mutating func word(endingAt marks: StaticString) -> String {
    let start = at
    while at < bytes.count, !Self.isSpace(bytes[at]),
      !(0..<marks.utf8CodeUnitCount).contains(where: { marks.utf8Start[$0] == bytes[at] })
    {
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }

  private mutating func endElement() {
    let place = at
    at += 2
    let name = word(endingAt: ">")
    at = end(of: ">", from: at) ?? bytes.count
    guard let level = open.indices.dropFirst().suffix(Self.reach).last(where: { nodes[open[$0]].name == name }) else {
      return
    }
    while open.count > level { close(at: place) }
  }

  private mutating func beginElement() {
    at += 1
    let name = word(endingAt: "/>")
    var attributes: [HTMLAttribute] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: ">"), !begins("/>", at: at) {
      if Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "=") {
        at += 1
      } else {
        attributes.append(attribute())
      }
    }
    let isWhole = begins("/>", at: at)
    at = min(at + (isWhole ? 2 : 1), bytes.count)
    append(name, attributes, words: "")
    if !isWhole, open.count < Self.mostLevels { open.append(nodes.count - 1) }
  }

  private mutating func attribute() -> HTMLAttribute {
    let written = word(endingAt: "=>/")
    let name = written.split(separator: ":").last.map(String.init) ?? written
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard byte(at) == UInt8(ascii: "=") else { return HTMLAttribute(name: name, value: "") }
    at += 1
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    let mark = byte(at)
    let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    if isQuoted { at += 1 }
    let start = at
    while at < bytes.count, isQuoted ? bytes[at] != mark : !Self.isSpace(bytes[at]) && bytes[at] != UInt8(ascii: ">") {
      at += 1
    }
    let value = HTMLReferences.resolved(bytes[start..<at], inAttribute: true)
    if isQuoted { at = min(at + 1, bytes.count) }
    return HTMLAttribute(name: name, value: value)
  }
}
