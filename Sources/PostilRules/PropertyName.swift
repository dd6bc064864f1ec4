/// The names of Unicode properties as other tools write them, and as PCRE2 does (pcre2pattern, "Unicode character
/// properties").
enum PropertyName {
  private static let short = [
    "letter": "L", "alphabetic": "L", "alpha": "L", "casedletter": "L&", "uppercaseletter": "Lu", "uppercase": "Lu",
    "upper": "Lu", "lowercaseletter": "Ll", "lowercase": "Ll", "lower": "Ll", "titlecaseletter": "Lt",
    "modifierletter": "Lm", "otherletter": "Lo", "mark": "M", "nonspacingmark": "Mn", "spacingmark": "Mc",
    "number": "N",
    "decimalnumber": "Nd", "digit": "Nd", "letternumber": "Nl", "othernumber": "No", "punctuation": "P", "punct": "P",
    "dashpunctuation": "Pd", "openpunctuation": "Ps", "closepunctuation": "Pe", "initialpunctuation": "Pi",
    "finalpunctuation": "Pf", "connectorpunctuation": "Pc", "otherpunctuation": "Po", "symbol": "S",
    "mathsymbol": "Sm", "currencysymbol": "Sc", "modifiersymbol": "Sk", "othersymbol": "So", "separator": "Z",
    "spaceseparator": "Zs", "space": "Xsp", "whitespace": "Xsp", "lineseparator": "Zl", "other": "C", "control": "Cc",
    "format": "Cf", "alnum": "Xan", "word": "Xwd",
  ]

  /// What to write for the property that begins at `start`.
  static func help(for pattern: [UInt8], from start: Int) -> String {
    let written = pattern[min(start, pattern.count)...].prefix(64)
    let sign = String(decoding: written.prefix(2), as: UTF8.self)
    let name = String(
      decoding: written.dropFirst(2).drop { $0 == UInt8(ascii: "{") }.prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
    let plain = (name.split { $0 == "=" || $0 == ":" }.last ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    let isCategory = ["gc", "generalcategory", "category"].contains {
      name.lowercased().filter(\.isLetter).hasPrefix($0)
    }
    let known = short[plain] ?? short[plain.hasPrefix("is") ? String(plain.dropFirst(2)) : plain]
    if let known { return "write \(sign){\(known)}" }
    if isCategory, plain.count <= 2 { return "write \(sign){\(plain.prefix(1).uppercased() + plain.dropFirst())}" }
    return #"categories have short names, such as \p{L}, \p{Lu}, \p{N} and \p{P}; scripts are called as in \p{Arabic}"#
  }
}
