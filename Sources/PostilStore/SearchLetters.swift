/// The letters that are searched for in another form than they are written in.
enum SearchLetters {
  /// The ranges of characters that are looked at.
  static let folded: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0xC6...0xC6, 0xD0...0xD0, 0xD8...0xD8, 0xDE...0xDF, 0xE6...0xE6, 0xF0...0xF0, 0xF8...0xF8, 0xFE...0xFE,
    0x110...0x111, 0x131...0x131, 0x141...0x142, 0x152...0x153, 0x2B9...0x2BF, 0x2C8...0x2C8, 0x2EE...0x2EE,
    0x300...0x36F,
    0x370...0x52F, 0x591...0x5C7, 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0x1F00...0x1FFF, 0x200B...0x200F,
    0x202A...0x202E, 0x2060...0x2069, 0xA78B...0xA78C, 0xFB00...0xFDFF, 0xFE00...0xFE0F, 0xFE70...0xFEFF,
    0xFF01...0xFF5E,
  ]

  /// The forms of letters that stand for others: ligatures, forms of Arabic letters by their place, wide letters.
  static let compatible: [ClosedRange<UInt32>] = [0xFB00...0xFDFF, 0xFE70...0xFEFC, 0xFF01...0xFF5E]

  /// Letters that lose no mark: with it they are letters of their own.
  static let composed: [[Unicode.Scalar]: Unicode.Scalar] = [
    ["и", "\u{306}"]: "й", ["И", "\u{306}"]: "Й", ["у", "\u{306}"]: "ў", ["У", "\u{306}"]: "Ў", ["і", "\u{308}"]: "ї",
    ["І", "\u{308}"]: "Ї", ["г", "\u{301}"]: "ѓ", ["Г", "\u{301}"]: "Ѓ", ["к", "\u{301}"]: "ќ", ["К", "\u{301}"]: "Ќ",
  ]

  /// Whether the marks of a letter stay: all but those of Greek, Cyrillic, Hebrew and Arabic.
  static func keepsMarks(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x370...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0x1F00...0x1FFF: false
    default: true
    }
  }

  /// What a character is searched for as; nothing where it is not typed.
  static let plain: [Unicode.Scalar: String] = {
    var plain: [Unicode.Scalar: String] = [
      // Arabic: forms of alef, yeh, kaf and heh; the hamza without a bearer; tatweel.
      "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ء": "",
      "ـ": "",
      // Latin letters that have no accent to lose.
      "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss",
      "æ": "ae",
      "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ς": "σ",
    ]
    for (digit, zero) in (0..<10).flatMap({ [($0, 0x660), ($0, 0x6F0)] }) {
      if let scalar = Unicode.Scalar(UInt32(zero + digit)) { plain[scalar] = String(digit) }
    }
    for apostrophe: Unicode.Scalar in ["ʹ", "ʻ", "ʼ", "ʽ", "ʾ", "ʿ", "ˈ", "ˮ", "Ꞌ", "ꞌ", "＇"] {
      plain[apostrophe] = "’"
    }
    for range in [
      0xAD...0xAD, 0x61C...0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    ] {
      for value in range { if let scalar = Unicode.Scalar(UInt32(value)) { plain[scalar] = "" } }
    }
    return plain
  }()
}
