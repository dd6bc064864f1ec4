import PostilModel

/// Character references such as `&eacute;` and `&#147;` (HTML Standard, 13.2.5.72, "Character reference state").
enum HTMLReferences {
  /// What the C1 controls mean as numbers (13.2.5.80): bytes of windows-1252.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]

  /// The names of the standard (section 13.5) with what they stand for, and those that need no semicolon.
  private static let names: (all: [Substring: String], bare: Set<Substring>) = {
    var all: [Substring: String] = [:]
    var bare: Set<Substring> = []
    for entry in HTMLReferenceNames.table.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: "=")
      let codes = parts[1].split(separator: "+").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      let isBare = parts[0].last == "*"
      let name = isBare ? parts[0].dropLast() : parts[0]
      all[name] = String(String.UnicodeScalarView(codes))
      if isBare { bare.insert(name) }
    }
    return (all, bare)
  }()
  /// No name is longer.
  private static let longestName = 32

  /// `source` with its references resolved.
  static func resolved(_ source: ArraySlice<UInt8>, inAttribute: Bool) -> String {
    guard source.contains(UInt8(ascii: "&")) else { return String(decoding: source, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var at = source.startIndex
    while at < source.endIndex {
      if source[at] == UInt8(ascii: "&"), let (text, end) = reference(in: source, at: at + 1, inAttribute) {
        result += text.utf8
        at = end
      } else {
        result.append(source[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func reference(
    in source: ArraySlice<UInt8>, at start: Int, _ inAttribute: Bool
  ) -> (text: String, end: Int)? {
    guard start < source.endIndex else { return nil }
    if source[start] == UInt8(ascii: "#") { return number(in: source, at: start + 1) }
    var end = start
    while end < source.endIndex, end - start < longestName, source[end].isASCIILetter || source[end].isASCIIDigit {
      end += 1
    }
    guard end > start else { return nil }
    let word = String(decoding: source[start..<end], as: UTF8.self)
    if end < source.endIndex, source[end] == UInt8(ascii: ";"), let text = names.all[word[...]] {
      return (text, end + 1)
    }
    // In an attribute, such as an address, a bare name in front of more is no reference.
    if inAttribute, end < source.endIndex, source[end] == UInt8(ascii: "=") { return nil }
    for length in stride(from: inAttribute ? word.utf8.count : min(6, word.utf8.count), through: 2, by: -1) {
      let name = word.prefix(length)
      if names.bare.contains(name), let text = names.all[name] { return (text, start + length) }
      if inAttribute { return nil }
    }
    return nil
  }

  private static func number(in source: ArraySlice<UInt8>, at start: Int) -> (text: String, end: Int)? {
    let isHex = start < source.endIndex && source[start] | 0x20 == UInt8(ascii: "x")
    var end = isHex ? start + 1 : start
    var value: UInt32 = 0
    let first = end
    while end < source.endIndex, let digit = Character(Unicode.Scalar(source[end])).hexDigitValue, isHex || digit < 10 {
      value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x110000)
      end += 1
    }
    guard end > first else { return nil }
    if end < source.endIndex, source[end] == UInt8(ascii: ";") { end += 1 }
    if (0x80...0x9F).contains(value) { value = windows1252[Int(value - 0x80)] }
    let scalar = value == 0 || (0x80...0x9F).contains(value) ? nil : Unicode.Scalar(value)
    return (String(scalar ?? "\u{FFFD}"), end)
  }
}
