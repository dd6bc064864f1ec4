/// How many columns of a terminal a text takes, and texts made to fit.
public enum TextColumns {
  /// The columns that `text` takes: none for marks and invisible characters, two for those of East Asian width and emoji.
  public static func width(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// `text`, where it takes more than `columns`, cut with an ellipsis.
  public static func cut(_ text: String, to columns: Int) -> String {
    width(of: text) <= columns ? text : columns < 1 ? "" : start(of: text, in: columns - 1) + "…"
  }

  /// The end of `text`, where it takes more than `columns`, with an ellipsis in front.
  public static func cutFront(_ text: String, to columns: Int) -> String {
    if width(of: text) <= columns { return text }
    return columns < 1 ? "" : "…" + String(start(of: String(text.reversed()), in: columns - 1).reversed())
  }

  /// `text` and blanks up to `columns`.
  public static func padded(_ text: String, to columns: Int, isRight: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, columns - width(of: text)))
    return isRight ? blanks + text : text + blanks
  }

  /// Lines of at most `columns`, broken between words, all but the first with `indent` in front; the first keeps its own.
  public static func wrapped(_ text: String, to columns: Int, indent: String = "  ") -> [String] {
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var isEmpty = true
    for word in text.split(separator: " ") {
      let longer = isEmpty ? line + word : line + " " + word
      if width(of: longer) > columns, !isEmpty {
        lines.append(cut(line, to: columns))
        line = indent + word
      } else {
        line = longer
      }
      isEmpty = false
    }
    return lines + [cut(line, to: columns)]
  }

  private static func start(of text: String, in columns: Int) -> String {
    var (taken, left) = ("", columns)
    for character in text {
      left -= width(of: character)
      guard left >= 0 else { break }
      taken.append(character)
    }
    return taken
  }

  private static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    let isPicture = scalars.contains { $0.value == 0x200D || $0.value == 0xFE0F || $0.properties.isEmojiModifier }
    if isPicture, scalars.first?.properties.isEmoji == true { return 2 }
    if scalars.allSatisfy({ (0x1F1E6...0x1F1FF).contains($0.value) }) { return 2 }
    return scalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks whose characters are wide or full-width (Unicode Standard Annex 11), but for emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
