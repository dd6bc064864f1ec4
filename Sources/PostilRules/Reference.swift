/// The `${…}` of patterns and templates.
enum Reference {
  enum Piece {
    case text(String)
    case reference(String)
    /// A `${` without its `}`, and what stands behind it.
    case unclosed(String)
  }

  /// Where the text is used.
  enum Place {
    /// In a pattern `\$` is a dollar sign.
    case pattern, template
  }

  /// Splits `text` at its references; each piece with its place in UTF-8, of a reference that of its `$`.
  static func split(_ text: String, in place: Place) -> [(piece: Piece, offset: Int)] {
    let bytes = Array(text.utf8)
    var pieces: [(Piece, Int)] = []
    var start = 0
    var search = 0
    func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while let open = firstOpening(in: bytes[search...]) {
      search = open + 2
      if place == .pattern, isEscaped(open, in: bytes) { continue }
      if open > start { pieces.append((.text(written(start..<open)), start)) }
      let close = bytes[search...].firstIndex(of: UInt8(ascii: "}"))
      let next = firstOpening(in: bytes[search...])
      if let close, close < next ?? bytes.count {
        pieces.append((.reference(written(search..<close)), open))
        start = close + 1
      } else {
        start = next ?? bytes.count
        pieces.append((.unclosed(written(search..<start)), open))
      }
      search = start
    }
    if start < bytes.count { pieces.append((.text(written(start..<bytes.count)), start)) }
    return pieces
  }

  /// The names that the references of a pattern give.
  static func names(inPattern text: String) -> [String] {
    split(text, in: .pattern).compactMap { if case .reference(let name) = $0.piece { name } else { nil } }
  }

  /// Where the first `${` stands.
  private static func firstOpening(in bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[(dollar + 1)...]
      if rest.first == UInt8(ascii: "{") { return dollar }
    }
    return nil
  }

  /// Whether an odd number of backslashes stands before `index`.
  private static func isEscaped(_ index: Int, in bytes: [UInt8]) -> Bool {
    bytes[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}
