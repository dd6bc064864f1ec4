/// Reads one string of a JSON text, from its opening mark to behind its closing mark.
struct JSONString {
  private let bytes: UnsafeRawBufferPointer
  /// Behind the string once it is read; before, and where it is faulty, the byte that was looked at last.
  private(set) var at: Int
  /// How many halves of surrogate pairs stood alone; each became U+FFFD.
  private(set) var loneHalves = 0

  init(bytes: UnsafeRawBufferPointer, at: Int) {
    self.bytes = bytes
    self.at = at
  }

  private func fault(_ reason: JSONError.Reason = .syntax) -> JSONError { JSONError(reason: reason, utf8Offset: at) }
  private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  mutating func value() throws(JSONError) -> String {
    guard next == UInt8(ascii: "\"") else { throw fault() }
    at += 1
    let start = at
    skipPlain()
    guard next == UInt8(ascii: "\"") else { return try escaped(from: start) }
    at += 1
    return try text(UnsafeRawBufferPointer(rebasing: bytes[start..<at - 1]), from: start)
  }

  /// Goes on to a mark, an escape, or what may not stand in a string.
  private mutating func skipPlain() {
    at = PlainStretch.end(in: bytes, from: at)
    while next == 0x7F { at = PlainStretch.end(in: bytes, from: at + 1) }
  }

  private func text(_ utf8: UnsafeRawBufferPointer, from start: Int) throws(JSONError) -> String {
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw JSONError(reason: .notUTF8, utf8Offset: start)
    }
    return text
  }

  /// The rest of a string with an escape in it.
  private mutating func escaped(from start: Int) throws(JSONError) -> String {
    var buffer = Array(bytes[start..<at])
    while next == UInt8(ascii: "\\") {
      at += 1
      try escape(&buffer)
      let plain = at
      skipPlain()
      buffer += bytes[plain..<at]
    }
    guard next == UInt8(ascii: "\"") else { throw fault() }
    at += 1
    let result = buffer.withUnsafeBytes { buffer in
      Result<String, JSONError> { () throws(JSONError) in try text(buffer, from: start) }
    }
    return try result.get()
  }

  private mutating func escape(_ buffer: inout [UInt8]) throws(JSONError) {
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(next)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "r"): buffer.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "t"): buffer.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "u"):
      at += 1
      buffer += String(try codePoint()).utf8
      return
    default: throw fault()
    }
    at += 1
  }

  /// The code point of the digits behind `\u`; a lone half of a pair, which no UTF-8 can hold, becomes U+FFFD.
  private mutating func codePoint() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if UTF16.isLeadSurrogate(first), next == UInt8(ascii: "\\"), at + 1 < bytes.count,
      bytes[at + 1] == UInt8(ascii: "u")
    {
      at += 2
      let second = try hexadecimal()
      if UTF16.isTrailSurrogate(second) { return UTF16.decode(UTF16.EncodedScalar([first, second])) }
      at -= 6
    }
    if let scalar = Unicode.Scalar(first) { return scalar }
    loneHalves += 1
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt16 {
    guard at + 4 <= bytes.count else { throw fault() }
    var value: UInt16 = 0
    for byte in bytes[at..<at + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault() }
      value = value << 4 | UInt16(digit)
    }
    at += 4
    return value
  }
}
