import PostilModel

/// A text without invisible characters, its letters and accents composed, with the places that its bytes come from.
///
/// Soft hyphens, zero-width and direction marks within a word, and accents as characters of their own (NFD), hide terms
/// from a search byte by byte.
struct PlainText {
  /// A character that is not the same as in the text byte by byte, or of several code points: a place in it stands for it as a whole.
  private struct Change {
    let plain: Range<Int>
    let origin: Range<Int>
  }

  let bytes: [UInt8]
  /// In the order of the text; what lies between two of them is the same in both.
  private let changes: [Change]

  /// Nil when the text is plain as it is.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard Self.hides(in: text) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var changes: [Change] = []
    var offset = 0
    while offset < text.count {
      let end = Self.boundary(in: text, behind: offset)
      guard end > offset + 1 else {
        bytes.append(text[offset])
        offset = end
        continue
      }
      for character in String(decoding: text[offset..<end], as: UTF8.self) {
        let (start, count) = (bytes.count, character.utf8.count)
        bytes += Self.plain(character).utf8
        if character.unicodeScalars.count > 1 || bytes.count - start != count {
          changes.append(Change(plain: start..<bytes.count, origin: offset..<offset + count))
        }
        offset += count
      }
    }
    self.bytes = bytes
    self.changes = changes
  }

  /// The first place behind `offset` that lies between two characters of ASCII, where no character of several code points goes on;
  /// a CR LF, which is one, is the same in both texts.
  private static func boundary(in text: UnsafeBufferPointer<UInt8>, behind offset: Int) -> Int {
    var end = offset + 1
    while end < text.count, text[end - 1] | text[end] >= 0x80 { end += 1 }
    return end
  }

  /// The span in the text that `span` of the plain bytes comes from.
  ///
  /// - Precondition: It is not empty, and its ends lie on code point boundaries.
  func origin(of span: Span) -> Span {
    Span(start: origin(of: span.start).lowerBound, end: origin(of: span.end - 1).upperBound)
  }

  /// Where the byte at `place` of the plain bytes comes from.
  private func origin(of place: Int) -> Range<Int> {
    let number = changes.partitioningIndex { $0.plain.lowerBound > place }
    guard number > 0 else { return place..<place + 1 }
    let last = changes[number - 1]
    guard place >= last.plain.upperBound else { return last.origin }
    let start = last.origin.upperBound + place - last.plain.upperBound
    return start..<start + 1
  }

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
