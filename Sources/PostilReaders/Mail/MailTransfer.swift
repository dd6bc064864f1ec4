import PostilModel

/// The ways in which mails write bytes (RFC 2045, 6), read leniently: what is no code stays or is passed over.
enum MailTransfer {
  /// What `bytes` mean in the way called `name`.
  static func decoded(_ bytes: ArraySlice<UInt8>, from name: String?) -> [UInt8] {
    switch name {
    case "base64": base64Decoded(bytes)
    case "quoted-printable": quotedDecoded(bytes, isWord: false)
    default: Array(bytes)
    }
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  /// - Parameter isWord: Whether it is an encoded word of a head, in which `_` is a space.
  static func quotedDecoded(_ bytes: ArraySlice<UInt8>, isWord: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      guard byte == UInt8(ascii: "=") else {
        result.append(isWord && byte == UInt8(ascii: "_") ? .space : byte)
        continue
      }
      if at + 1 < bytes.endIndex, let high = hexValue(bytes[at]), let low = hexValue(bytes[at + 1]) {
        result.append(high << 4 | low)
        at += 2
        continue
      }
      // White space may have been added behind the mark that a line goes on.
      let end = bytes[at...].firstIndex { $0 != .space && $0 != .tab && $0 != .carriageReturn } ?? bytes.endIndex
      if end == bytes.endIndex || bytes[end] == .lineFeed {
        at = min(end + 1, bytes.endIndex)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  static func base64Decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      if byte == UInt8(ascii: "=") {
        // Several codes may stand one behind the other.
        (bits, count) = (0, 0)
        continue
      }
      guard let value = base64Value(byte) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  private static func base64Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  static func percentDecoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    quotedDecoded(Array(bytes.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 })[...], isWord: false)
  }
}

/// Texts of mails by the names of their character sets.
enum MailCharset {
  /// UTF-8 where the bytes are that and nothing else is named, else the set named, else windows-1252; a byte that is wrong is U+FFFD.
  static func text(of bytes: [UInt8], charset: String?) -> String {
    let name = charset.map { HTMLEncoding.name(ofLabel: $0.lowercased()) }
    if name == nil || name == "utf-8" || name == "windows-1252", let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    if name == "utf-8" { return String(decoding: bytes, as: UTF8.self) }
    return name.flatMap { TextEncoding.decodeLeniently(bytes, from: $0) }
      ?? TextEncoding.decodeLeniently(bytes, from: "windows-1252") ?? String(decoding: bytes, as: UTF8.self)
  }
}
