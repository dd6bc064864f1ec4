import Foundation
import PostilModel

/// The fields in front of a mail or of one of its parts (RFC 5322, RFC 2045 to 2047, RFC 2231).
struct MailHead {
  private let fields: [(name: String, value: String)]

  /// - Parameter lines: Without the blank one behind them.
  init(_ lines: some Sequence<ArraySlice<UInt8>>) {
    var fields: [(name: String, value: String)] = []
    for line in lines {
      let text = MailCharset.text(of: Array(line), charset: nil)
      if line.first == .space || line.first == .tab, !fields.isEmpty {
        fields[fields.count - 1].value += " " + text.trimmed
      } else if let colon = text.firstIndex(of: ":") {
        fields.append((text[..<colon].trimmed.lowercased(), text[text.index(after: colon)...].trimmed))
      }
    }
    self.fields = fields
  }

  var isEmpty: Bool { fields.isEmpty }

  /// The first field so called, as it is written.
  func written(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The first field so called, encoded words read; nil when it is missing or empty.
  subscript(name: String) -> String? { written(name).flatMap { Self.decoded($0).nonEmpty } }

  /// What stands in front of a field's parameters, in small letters.
  func kind(_ name: String) -> String? {
    written(name).map { $0.prefix { $0 != ";" }.trimmed.lowercased() }
  }

  /// A parameter of a field, pieces joined.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = written(name) else { return nil }
    var pieces: [(number: Int, isEncoded: Bool, value: String)] = []
    for part in Self.parameters(of: value) {
      let marks = part.name.split(separator: "*", omittingEmptySubsequences: false)
      guard marks[0] == parameter else { continue }
      let isEncoded = marks.count > 1 && marks.last == ""
      pieces.append((marks.dropFirst().first.flatMap { Int($0) } ?? 0, isEncoded, part.value))
    }
    guard !pieces.isEmpty else { return nil }
    pieces.sort { $0.number < $1.number }
    let joined = pieces.map(\.value).joined()
    guard pieces[0].isEncoded else { return Self.decoded(joined) }
    let marks = joined.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard marks.count == 3 else { return joined }
    return MailCharset.text(of: MailTransfer.percentDecoded(marks[2].utf8), charset: String(marks[0]))
  }

  private static func parameters(of value: String) -> [(name: String, value: String)] {
    var parts: [String] = [""]
    var isQuoted = false
    var isEscaped = false
    for character in value {
      if character == ";", !isQuoted {
        parts.append("")
      } else if character == "\"", !isEscaped {
        isQuoted.toggle()
      } else if character != "\\" || isEscaped {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts.dropFirst().compactMap { part in
      part.firstIndex(of: "=").map { (part[..<$0].trimmed.lowercased(), part[part.index(after: $0)...].trimmed) }
    }
  }

  /// `text` with its encoded words (`=?utf-8?Q?caf=C3=A9?=`) read; white space between two of them is none.
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var rest = text[...]
    // Characters may be divided between words, so that the bytes of neighbours are read together.
    var pending: (charset: String, bytes: [UInt8])?
    func flush() { if let word = pending { result += MailCharset.text(of: word.bytes, charset: word.charset) } }
    while let word = rest.firstMatch(of: /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?]*)\?=/) {
      let between = rest[..<word.range.lowerBound]
      if pending == nil || !between.allSatisfy(\.isWhitespace) {
        flush()
        pending = nil
        result += between
      }
      let charset = word.1.lowercased()
      let bytes =
        word.2.lowercased() == "b"
        ? MailTransfer.base64Decoded(word.3.utf8) : MailTransfer.quotedDecoded(Array(word.3.utf8)[...], isWord: true)
      if pending?.charset == charset {
        pending?.bytes += bytes
      } else {
        flush()
        pending = (charset, bytes)
      }
      rest = rest[word.range.upperBound...]
    }
    flush()
    return result + rest
  }
}
