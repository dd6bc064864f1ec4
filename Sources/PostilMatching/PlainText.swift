import PostilModel

/// A text without invisible characters, its letters and accents composed, with the places that its bytes come from.
///
/// Soft hyphens, zero-width and direction marks within a word, and accents as characters of their own (NFD), hide terms
/// from a search byte by byte.
struct PlainText {
  let bytes: [UInt8]
  /// For each byte, where the character that it comes from begins and ends in the text.
  private let origins: [Span]

  /// Nil when the text is plain as it is.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard Self.hides(in: text) else { return nil }
    var bytes: [UInt8] = []
    var origins: [Span] = []
    var offset = 0
    for character in String(decoding: text, as: UTF8.self) {
      let count = character.utf8.count
      for byte in Self.plain(character).utf8 {
        bytes.append(byte)
        origins.append(Span(start: offset, end: offset + count))
      }
      offset += count
    }
    self.bytes = bytes
    self.origins = origins
  }

  /// The span in the text that `span` of the plain bytes comes from.
  func origin(of span: Span) -> Span { Span(start: origins[span.start].start, end: origins[span.end - 1].end) }

  private static func hides(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    for offset in text.indices.dropLast() where text[offset] >= 0xC2 {
      switch (text[offset], text[offset + 1]) {
      case (0xC2, 0xAD), (0xCC, 0x80...0xBF), (0xCD, 0x80...0xAF): return true
      case (0xE2, 0x80) where offset + 2 < text.count && (0x8B...0x8F).contains(text[offset + 2]): return true
      case (0xE2, 0x81) where offset + 2 < text.count && text[offset + 2] == 0xA0: return true
      case (0xEF, 0xBB) where offset + 2 < text.count && text[offset + 2] == 0xBF: return true
      default: continue
      }
    }
    return false
  }

  private static func plain(_ character: Character) -> String {
    if let composed = composed[character] { return composed }
    var scalars = String.UnicodeScalarView()
    for scalar in character.unicodeScalars where !isInvisible(scalar) { scalars.append(scalar) }
    let rest = String(scalars)
    return rest.unicodeScalars.count == character.unicodeScalars.count
      ? rest : rest.map { composed[$0] ?? String($0) }.joined()
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// The letters with accents that have a code point of their own; characters are equal however they are composed.
  private static let composed: [Character: String] = {
    var table: [Character: String] = [:]
    for value in [0xC0...0x24F, 0x1E00...0x1EFF].joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      table[Character(scalar)] = String(scalar)
    }
    return table
  }()
}
