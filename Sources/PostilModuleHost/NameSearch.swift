import PostilModel

/// Finds names as whole tokens; any white space in the text matches a space of the name.
struct NameSearch {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: [Token]

  /// A name, cut at its spaces.
  private struct Name {
    let number: Int
    let pieces: [[UInt8]]
    /// The bytes of the run of letters that it begins with.
    let runCount: Int
  }

  /// Calls `found` with the name's index and each of its places, by place.
  func find(_ names: [String], _ found: (Int, Span) -> Void) {
    var byFirstRun: [UInt64: [Name]] = [:]
    var begins = [Bool](repeating: false, count: 256)
    for (number, name) in names.enumerated() {
      let pieces = name.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
      guard let first = pieces.first else { continue }
      let run = first.withUnsafeBufferPointer { ScalarBytes(bytes: $0).run(from: 0, upTo: first.count) }
      byFirstRun[Self.hash(first[..<run]), default: []].append(Name(number: number, pieces: pieces, runCount: run))
      begins[Int(first[0])] = true
    }
    let scalars = ScalarBytes(bytes: text)
    for (place, token) in tokens.enumerated() where begins[Int(text[token.span.start])] {
      let start = token.span.start
      let run = scalars.run(from: start, upTo: token.span.end)
      for name in byFirstRun[Self.hash(text[start..<run])] ?? [] where name.runCount == run - start {
        guard let end = match(name.pieces, from: start), isEnd(end, from: place) else { continue }
        found(name.number, Span(start: start, end: end))
      }
    }
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }

  private func match(_ pieces: [[UInt8]], from start: Int) -> Int? {
    var offset = start
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        let gap = ScalarBytes(bytes: text).afterSpace(offset)
        guard gap > offset else { return nil }
        offset = gap
      }
      guard offset + piece.count <= text.count, text[offset..<(offset + piece.count)].elementsEqual(piece) else {
        return nil
      }
      offset += piece.count
    }
    return offset
  }

  /// Whether no token goes on behind `offset`, but for the ending of a possessive.
  private func isEnd(_ offset: Int, from place: Int) -> Bool {
    guard let token = tokens[place...].first(where: { $0.span.end >= offset }), token.span.end > offset else {
      return true
    }
    guard token.span.start < offset else { return true }
    let rest = String(decoding: text[offset..<token.span.end], as: UTF8.self)
    return rest == "’s" || rest == "'s"
  }
}

/// The code points of bytes that are valid UTF-8.
private struct ScalarBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The end of the run of letters, marks and digits that begins at `start`, or of the one code point there.
  func run(from start: Int, upTo limit: Int) -> Int {
    var end = start
    while end < limit {
      let (scalar, length) = bytes.scalar(at: end)
      guard Self.isWord(scalar) else { return end == start ? start + length : end }
      end += length
    }
    return end
  }

  func afterSpace(_ offset: Int) -> Int {
    var next = offset
    while next < bytes.count {
      let (scalar, length) = bytes.scalar(at: next)
      guard scalar.properties.isWhitespace else { break }
      next += length
    }
    return next
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20) || scalar == "_"
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
