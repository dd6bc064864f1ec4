import PostilModel

/// How many letters of each script a text has.
struct LetterCounts {
  /// A language whose main script has fewer than one in so many of the letters is not what the text is in.
  private static let rarest = 20

  private var counts: [Script: Int] = [:]
  /// The letters of all scripts.
  private(set) var total = 0

  init(_ text: TextBytes) {
    var latin = 0
    var offset = 0
    while offset < text.count {
      guard text[offset] >= 0x80 else {
        if text[offset].isASCIILetter { latin += 1 }
        offset += 1
        continue
      }
      let (scalar, length) = text.scalar(at: offset)
      if let script = Script(scalar) { counts[script, default: 0] += 1 }
      offset += length
    }
    if latin > 0 { counts[.latin, default: 0] += latin }
    total = counts.values.reduce(0, +)
  }

  /// The script of most letters.
  var main: Script? { counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key }

  /// How many of the letters are of `scripts`; none where the first of them, which their language is never without, is all but
  /// missing.
  func count(of scripts: [Script]) -> Int {
    guard let first = scripts.first, (counts[first] ?? 0) * Self.rarest >= total else { return 0 }
    return scripts.reduce(0) { $0 + (counts[$1] ?? 0) }
  }
}
