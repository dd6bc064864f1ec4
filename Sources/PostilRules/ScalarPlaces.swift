import PostilDiagnostics
import PostilModel

/// Finds where in a file the bytes of a scalar's text were written, whatever its style: behind quotation marks, escapes,
/// indentation and folded lines (YAML 1.1, chapters 9.1 to 9.3, as libyaml reads it).
struct ScalarPlaces {
  private let raw: [UInt8]
  private let text: [UInt8]
  private let style: YAMLScalar.Style
  /// The spaces in front of every line of a block.
  private var indentation = 0
  /// The place reached in the file.
  private var offset: Int
  /// The place reached in the text.
  private var index = 0

  /// At the start of a scalar's text; nil where the scalar is none of the file's.
  init?(of scalar: YAMLScalar, in file: SourceFile) {
    guard scalar.location.file == file.name, let start = file.utf8Offset(of: scalar.location) else { return nil }
    raw = file.bytes
    text = Array(scalar.text.utf8)
    style = scalar.style
    offset = start
    skipProperties()
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: offset += 1
    case .literal, .folded:
      while offset < raw.count, lineBreak(at: offset) == nil { offset += 1 }
      offset += lineBreak(at: offset)?.count ?? 0
      indentation = indentationOfLines()
      skipIndentation()
    }
  }

  /// Anchors and tags stand before the text that they are of.
  private mutating func skipProperties() {
    while offset < raw.count, raw[offset] == UInt8(ascii: "&") || raw[offset] == UInt8(ascii: "!") {
      while offset < raw.count, raw[offset] > 0x20 { offset += 1 }
      while offset < raw.count, raw[offset] <= 0x20 { offset += 1 }
    }
  }

  /// Where byte `target` of the text stands in the file's bytes; places are asked for in ascending order.
  mutating func offset(ofByte target: Int) -> Int {
    while index < target, offset < raw.count { step() }
    // A line end that is escaped gives nothing of the text.
    if style == .doubleQuoted, offset < raw.count, raw[offset] == 0x5C, lineBreak(at: offset + 1) != nil { step() }
    return offset
  }

  private mutating func step() {
    switch style {
    case .literal, .folded: blockStep()
    case .plain, .singleQuoted, .doubleQuoted: if !takeFold() { character() }
    }
  }

  /// One byte of the text within a line of a scalar that is no block.
  private mutating func character() {
    let isEscape =
      style == .singleQuoted ? raw[offset] == UInt8(ascii: "'") : style == .doubleQuoted && raw[offset] == 0x5C
    guard isEscape, offset + 1 < raw.count else { return advance(1, 1) }
    guard style == .doubleQuoted else { return advance(2, 1) }
    if let lineEnd = lineBreak(at: offset + 1) {
      advance(1 + lineEnd.count, 0)
      while offset < raw.count, raw[offset] == 0x20 || raw[offset] == .tab { offset += 1 }
      return
    }
    let digits = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][raw[offset + 1]]
    if let digits {
      let code = UInt32(String(decoding: raw[(offset + 2)...].prefix(digits), as: UTF8.self), radix: 16) ?? 0
      return advance(2 + digits, Unicode.Scalar(code).map { String($0).utf8.count } ?? 3)
    }
    switch raw[offset + 1] {
    case UInt8(ascii: "N"), UInt8(ascii: "_"): advance(2, 2)
    case UInt8(ascii: "L"), UInt8(ascii: "P"): advance(2, 3)
    default: advance(2, 1)
    }
  }

  /// Steps over line ends with the blanks round them, where a line ends here: one becomes a space, of more the first goes.
  private mutating func takeFold() -> Bool {
    var end = offset
    var breaks: [(count: Int, isPlain: Bool)] = []
    while end < raw.count {
      if let found = lineBreak(at: end) {
        breaks.append(found)
        end += found.count
      } else if raw[end] == 0x20 || raw[end] == .tab {
        end += 1
      } else {
        break
      }
    }
    guard let first = breaks.first else { return false }
    let rest = breaks.dropFirst().reduce(0) { $0 + ($1.isPlain ? 1 : 3) }
    advance(end - offset, first.isPlain ? (rest == 0 ? 1 : rest) : 3 + rest)
    return true
  }

  private mutating func blockStep() {
    guard let lineEnd = lineBreak(at: offset) else { return advance(1, 1) }
    guard style == .folded else {
      advance(lineEnd.count, lineEnd.isPlain ? 1 : 3)
      return skipIndentation()
    }
    let isSpace = text[index] == 0x20
    let breaks = text[index...].prefix { $0 == .lineFeed }.count
    index += isSpace ? 1 : breaks
    while let more = lineBreak(at: offset) {
      offset += more.count
      skipIndentation()
    }
  }

  private mutating func skipIndentation() {
    let spaces = raw[min(offset, raw.count)...].prefix(indentation).prefix { $0 == 0x20 }
    offset += spaces.count
  }

  /// What the first line that is not blank has more spaces in the file than in the text.
  private func indentationOfLines() -> Int {
    func spaces(_ lines: some Sequence<ArraySlice<UInt8>>) -> Int? {
      lines.first { $0.contains { $0 != 0x20 && $0 != .carriageReturn } }?.prefix { $0 == 0x20 }.count
    }
    let written = spaces(
      raw[min(offset, raw.count)...].split(separator: .lineFeed, omittingEmptySubsequences: false).lazy)
    let read = spaces(text.split(separator: .lineFeed, omittingEmptySubsequences: false).lazy)
    return max(0, (written ?? 0) - (read ?? 0))
  }

  private mutating func advance(_ raw: Int, _ read: Int) {
    offset += raw
    index += read
  }

  /// The line end at `place`: its bytes, and whether YAML makes a line feed of it.
  private func lineBreak(at place: Int) -> (count: Int, isPlain: Bool)? {
    guard place < raw.count else { return nil }
    switch raw[place] {
    case .lineFeed: return (1, true)
    case .carriageReturn: return (place + 1 < raw.count && raw[place + 1] == .lineFeed ? 2 : 1, true)
    case 0xC2: return place + 1 < raw.count && raw[place + 1] == 0x85 ? (2, true) : nil
    case 0xE2:
      guard place + 2 < raw.count, raw[place + 1] == 0x80 else { return nil }
      return raw[place + 2] == 0xA8 || raw[place + 2] == 0xA9 ? (3, false) : nil
    default: return nil
    }
  }
}
