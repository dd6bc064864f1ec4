import PostilModel

/// Finds names as whole tokens; any white space in the text matches a space of the name.
struct NameSearch {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: [Token]

  /// Calls `found` with the name's index and each of its places, by place.
  func find(_ names: [String], _ found: (Int, Span) -> Void) {
    let sought = SoughtNames(names)
    let scalars = ScalarBytes(bytes: text)
    for (place, token) in tokens.enumerated() where sought.begins[Int(text[token.span.start])] {
      let start = token.span.start
      let run = scalars.run(from: start, upTo: token.span.end)
      sought.forEach(beginningWith: UnsafeBufferPointer(rebasing: text[start..<run])) { number, name in
        guard let end = match(name, from: start), isEnd(end, from: place) else { return }
        found(number, Span(start: start, end: end))
      }
    }
  }

  /// The end of the name whose bytes stand at `start`.
  private func match(_ name: ArraySlice<UInt8>, from start: Int) -> Int? {
    var offset = start
    for byte in name {
      if byte == SoughtNames.gap {
        let end = ScalarBytes(bytes: text).afterSpace(offset)
        guard end > offset else { return nil }
        offset = end
      } else {
        guard offset < text.count, text[offset] == byte else { return nil }
        offset += 1
      }
    }
    return offset
  }

  /// Whether no token goes on behind `offset`, but for the ending of a possessive.
  private func isEnd(_ offset: Int, from place: Int) -> Bool {
    var place = place
    while place < tokens.count, tokens[place].span.end < offset { place += 1 }
    guard place < tokens.count, tokens[place].span.end > offset, tokens[place].span.start < offset else { return true }
    let rest = text[offset..<tokens[place].span.end]
    return rest.elementsEqual("’s".utf8) || rest.elementsEqual("'s".utf8)
  }
}

/// The names of one search, found by the run of letters that they begin with.
private struct SoughtNames {
  /// Stands for white space within a name; no byte of UTF-8.
  static let gap: UInt8 = 0xFF

  private struct Name {
    let number: Int
    let bytes: Range<Int>
    /// The bytes of the run of letters that it begins with.
    let run: Int
    /// The next name in the same slot.
    var next: Int?
  }

  /// By the first byte of a name.
  private(set) var begins = [Bool](repeating: false, count: 256)
  private var bytes: [UInt8] = []
  private var names: [Name] = []
  /// The first name of each slot.
  private var slots: [Int?]

  init(_ texts: [String]) {
    slots = [Int?](repeating: nil, count: 64)
    while slots.count < texts.count * 2 { slots += slots }
    names.reserveCapacity(texts.count)
    for (number, text) in texts.enumerated() { add(text, number) }
    // From the last to the first, so that each slot has its names in their order.
    for index in names.indices.reversed() {
      let slot = slot(of: bytes[names[index].bytes.prefix(names[index].run)])
      names[index].next = slots[slot]
      slots[slot] = index
    }
  }

  private mutating func add(_ text: String, _ number: Int) {
    let start = bytes.count
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      add(text.utf8, isSpace: { $0 == .space || (0x09...0x0D).contains($0) })
    } else {
      for piece in text.split(whereSeparator: \.isWhitespace) {
        if bytes.count > start { bytes.append(Self.gap) }
        bytes += piece.utf8
      }
    }
    guard start < bytes.count else { return }
    let run = bytes.withUnsafeBufferPointer { bytes in
      ScalarBytes(bytes: bytes).run(from: start, upTo: bytes[start...].firstIndex(of: Self.gap) ?? bytes.count)
    }
    names.append(Name(number: number, bytes: start..<bytes.count, run: run - start))
    begins[Int(bytes[start])] = true
  }

  /// Adds the bytes of a name, each run of white space as one gap.
  private mutating func add(_ name: String.UTF8View, isSpace: (UInt8) -> Bool) {
    let start = bytes.count
    var isAfterSpace = false
    for byte in name {
      if isSpace(byte) {
        isAfterSpace = true
      } else {
        if isAfterSpace, bytes.count > start { bytes.append(Self.gap) }
        isAfterSpace = false
        bytes.append(byte)
      }
    }
  }

  /// Calls `body` with the number and the bytes of each name that may begin with the run of letters `run`, in their order.
  func forEach(beginningWith run: UnsafeBufferPointer<UInt8>, _ body: (Int, ArraySlice<UInt8>) -> Void) {
    var next = slots[slot(of: run)]
    while let index = next {
      let name = names[index]
      if name.run == run.count { body(name.number, bytes[name.bytes]) }
      next = name.next
    }
  }

  private func slot(of run: some Sequence<UInt8>) -> Int {
    var hash = FNV1a()
    for byte in run { hash.add(byte) }
    return Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & (slots.count - 1)
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
