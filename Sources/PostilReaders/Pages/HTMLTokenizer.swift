import PostilModel

/// An attribute of a tag: its name in lower case, its value with references resolved.
struct HTMLAttribute {
  let name: String
  let value: String
}

/// Divides the source of a page into tags and words, as the HTML Standard has it (section 13.2.5, "Tokenization"), but what is
/// never closed, a comment or a script, ends early instead of taking the rest of the page with it.
///
/// Works in time linear in the bytes.
struct HTMLTokenizer {
  /// A piece of the source.
  enum Token {
    case start(name: String, attributes: [HTMLAttribute], endsItself: Bool)
    case end(name: String)
    case words(String)
  }

  /// Elements whose contents hold no tags; true where references in them are resolved.
  private static let raw: [String: Bool] = [
    "script": false, "style": false, "xmp": false, "iframe": false, "noembed": false, "noframes": false,
    "noscript": false, "title": true, "textarea": true,
  ]

  private let bytes: [UInt8]
  private var at = 0
  /// The element whose contents come next, where they hold no tags.
  private var rawName: String?
  /// Names of raw elements that no end tag follows any more.
  private var unended: Set<String> = []

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; nil at the end.
  mutating func next() -> Token? {
    if let name = rawName {
      rawName = nil
      if let words = rawWords(of: name) { return words }
    }
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), let token = tag() { return token }
      let start = at
      guard at < bytes.count else { break }
      // A mark that begins no tag is a character.
      at += 1
      while at < bytes.count, !(bytes[at] == UInt8(ascii: "<") && beginsTag(at)) { at += 1 }
      return .words(HTMLReferences.resolved(bytes[start..<at], inAttribute: false))
    }
    return nil
  }

  /// The contents of the element `name`, which hold no tags; nil when it has no end or is empty.
  private mutating func rawWords(of name: String) -> Token? {
    guard !unended.contains(name) else { return nil }
    let start = at
    var next = at
    while next < bytes.count, !(bytes[next] == UInt8(ascii: "<") && isEndTag(of: name, at: next)) { next += 1 }
    guard next < bytes.count else {
      unended.insert(name)
      return nil
    }
    at = next
    guard start < next else { return nil }
    let contents = bytes[start..<next]
    return .words(
      Self.raw[name] == true
        ? HTMLReferences.resolved(contents, inAttribute: false) : String(decoding: contents, as: UTF8.self))
  }

  private func isEndTag(of name: String, at place: Int) -> Bool {
    let end = place + 2 + name.utf8.count
    guard end <= bytes.count, bytes[place + 1] == UInt8(ascii: "/"),
      bytes[(place + 2)..<end].elementsEqual(name.utf8, by: { $0.asciiFolded == $1 })
    else { return false }
    return end == bytes.count || !bytes[end].isASCIILetter
  }

  /// The tag that begins here, behind comments and declarations; nil where a character stands, or nothing.
  private mutating func tag() -> Token? {
    while at < bytes.count, bytes[at] == UInt8(ascii: "<") {
      let next = byte(at + 1)
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        skipDeclaration()
      } else if next == UInt8(ascii: "/") {
        if byte(at + 2).isASCIILetter { return endTag() }
        // `</>` and what is like it is a comment.
        skip(past: UInt8(ascii: ">"))
      } else {
        return next.isASCIILetter ? startTag() : nil
      }
    }
    return nil
  }

  private func beginsTag(_ place: Int) -> Bool {
    let next = byte(place + 1)
    return next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func skip(past mark: UInt8) {
    while at < bytes.count, bytes[at] != mark { at += 1 }
    at = min(at + 1, bytes.count)
  }

  private mutating func skipDeclaration() {
    let isComment = byte(at + 2) == UInt8(ascii: "-") && byte(at + 3) == UInt8(ascii: "-")
    guard isComment, !unended.contains("!--") else { return skip(past: UInt8(ascii: ">")) }
    // `<!-->` and `<!--->` are whole comments.
    var next = at + 4
    while next < bytes.count {
      if bytes[next] == UInt8(ascii: ">"), bytes[next - 1] == UInt8(ascii: "-"),
        bytes[next - 2] == UInt8(ascii: "-") || next == at + 4
      {
        at = next + 1
        return
      }
      if bytes[next] == UInt8(ascii: ">"), bytes[next - 1] == UInt8(ascii: "!"), next >= at + 7,
        bytes[next - 2] == UInt8(ascii: "-"), bytes[next - 3] == UInt8(ascii: "-")
      {
        at = next + 1
        return
      }
      next += 1
    }
    unended.insert("!--")
    skip(past: UInt8(ascii: ">"))
  }

  private mutating func endTag() -> Token {
    at += 2
    let name = tagName()
    // Attributes of an end tag mean nothing.
    skip(past: UInt8(ascii: ">"))
    return .end(name: name)
  }

  private mutating func tagName() -> String {
    let start = at
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") {
      at += 1
    }
    return Self.folded(bytes[start..<at])
  }

  private static func folded(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name.lazy.map(\.asciiFolded), as: UTF8.self)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == .space || byte == .lineFeed || byte == .tab || byte == .carriageReturn || byte == 0x0C
  }

  private mutating func startTag() -> Token {
    at += 1
    let name = tagName()
    var attributes: [HTMLAttribute] = []
    var endsItself = false
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        endsItself = bytes[at] == UInt8(ascii: "/")
        at += 1
      } else {
        endsItself = false
        attributes.append(attribute())
      }
    }
    at = min(at + 1, bytes.count)
    if Self.raw[name] != nil, !endsItself || name == "script" || name == "style" { rawName = name }
    return .start(name: name, attributes: attributes, endsItself: endsItself)
  }

  private mutating func attribute() -> HTMLAttribute {
    let start = at
    at += 1
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "="), bytes[at] != UInt8(ascii: ">"),
      bytes[at] != UInt8(ascii: "/")
    { at += 1 }
    let name = Self.folded(bytes[start..<at])
    var next = at
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    guard byte(next) == UInt8(ascii: "=") else { return HTMLAttribute(name: name, value: "") }
    at = next + 1
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    return HTMLAttribute(name: name, value: HTMLReferences.resolved(attributeValue(), inAttribute: true))
  }

  private mutating func attributeValue() -> ArraySlice<UInt8> {
    let mark = byte(at)
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      let start = at + 1
      var end = start
      while end < bytes.count, bytes[end] != mark { end += 1 }
      if end < bytes.count {
        at = end + 1
        return bytes[start..<end]
      }
      // A quotation mark that is never closed ends with the tag.
    }
    let start = at
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
    return bytes[start..<at]
  }
}
