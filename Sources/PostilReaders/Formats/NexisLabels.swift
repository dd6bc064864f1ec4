import Foundation

/// What the fields of an export from Nexis are called, in the languages of its interface.
enum NexisLabel {
  case length, author, section, language, title, body, place, lead
  /// Of these the article's own text has ended.
  case graphic, loaded, kind, address
  /// Of a search, in front of the first article.
  case search

  /// In small letters.
  private static let names: [String: NexisLabel] = {
    let table: [(NexisLabel, [String])] = [
      (.length, ["length", "länge", "longueur", "longitud", "lunghezza", "lengte", "extensão", "الطول"]),
      (.author, ["byline", "author", "autor", "auteur", "autore", "von", "الكاتب"]),
      (.section, ["section", "rubrik", "ressort", "rubrique", "sección", "sezione", "sectie", "seção", "القسم"]),
      (.language, ["language", "sprache", "langue", "idioma", "lingua", "taal", "اللغة"]),
      (.title, ["headline", "überschrift", "titre", "titular", "titolo", "kop"]),
      (.body, ["body", "text", "texte", "texto", "testo", "cuerpo", "corpo", "النص"]),
      (.place, ["dateline"]), (.lead, ["highlight"]),
      (.graphic, ["graphic", "grafik", "graphique", "gráfico", "grafico", "grafiek", "correction"]),
      (.loaded, ["load-date", "update", "date-chargement", "date de chargement", "fecha de carga", "ladedatum"]),
      (.kind, ["publication-type", "publication type", "journal-code", "journal code", "document-type", "type"]),
      (.address, ["url"]),
      (.search, ["job number", "date and time", "time of request", "download request", "search terms", "terms"]),
    ]
    return Dictionary(uniqueKeysWithValues: table.flatMap { label, names in names.map { ($0, label) } })
  }()
  /// Lines that stand alone in front of what is no article text.
  private static let closings: Set<String> = [
    "classification", "klassifizierung", "klassifikation", "clasificación", "classificazione", "classificatie",
    "classificação", "graphic", "grafik", "graphique", "gráfico", "grafico", "التصنيف",
  ]
  private static let openings: Set<String> = ["body", "text", "texte", "texto", "testo", "cuerpo", "corpo", "النص"]
  private static let ends: Set<String> = [
    "end of document", "ende des dokuments", "fin du document", "fin del documento", "fine del documento",
    "fim do documento", "einde van document", "نهاية المستند",
  ]
  private static let joiners: Set<String> = ["of", "von", "de", "di", "van", "من"]
  private static let documentWords = ["document", "dokument"]

  /// The field that `line` begins and what it says; nil where it begins none.
  static func field(in line: String) -> (label: NexisLabel, value: String)? {
    guard let colon = line.prefix(40).firstIndex(of: ":") else { return nil }
    guard let label = names[line[..<colon].trimmed.lowercased()] else { return nil }
    return (label, line[line.index(after: colon)...].trimmed)
  }

  /// Whether `line` begins a field as exports of the old form write it, in capitals; all such stand behind the article.
  static func isCapitalField(_ line: String) -> Bool {
    guard let colon = line.prefix(40).firstIndex(of: ":"), colon > line.startIndex else { return false }
    let name = line[..<colon]
    return name.contains(where: \.isLetter) && name.allSatisfy { $0.isUppercase || $0 == "-" || $0 == " " }
  }

  static func isOpening(_ line: String) -> Bool { line.utf8.count < 20 && openings.contains(line.lowercased()) }
  static func isClosing(_ line: String) -> Bool { line.utf8.count < 40 && closings.contains(line.lowercased()) }
  static func isEnd(_ line: String) -> Bool { line.utf8.count < 60 && ends.contains(line.lowercased()) }
  static func isCopyright(_ line: String) -> Bool {
    line.hasPrefix("Copyright") || line.hasPrefix("©") || line.lowercased().hasPrefix("all rights reserved")
  }

  /// Whether `line` is `2 of 10 DOCUMENTS`, `Dokument 2 von 10` or the like.
  static func isStart(_ line: String) -> Bool {
    guard line.utf8.count < 60, line.contains(where: \.isNumber) else { return false }
    var words = line.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    guard words.count == 4 else { return false }
    let isWord = { (word: String) in documentWords.contains { word.hasPrefix($0) } }
    if isWord(words[0]) { words.removeFirst() } else if isWord(words[3]) { words.removeLast() }
    guard words.count == 3, joiners.contains(words[1]), let number = Int(words[0]), let all = Int(words[2]) else {
      return false
    }
    return (1...max(all, 1)).contains(number)
  }

  /// The code of the language that is called `name` in English or in itself: `ENGLISH`, `Deutsch; GERMAN`.
  static func languageCode(of name: String) -> String? {
    name.lowercased().split { !$0.isLetter }.lazy.compactMap { codes[String($0)] }.first
  }

  private static let codes: [String: String] = {
    let all = [
      "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ru", "uk", "tr", "el", "hu", "ro",
      "ar", "he", "fa", "hi", "ur", "id", "ms", "zh", "ja", "ko", "vi", "th", "bg", "hr", "sr", "sk", "sl", "et", "lv",
      "lt", "ca",
    ]
    var codes: [String: String] = [:]
    for code in all {
      for interface in [code, "en", "de", "fr", "es"] {
        let name = Locale(identifier: interface).localizedString(forLanguageCode: code)
        if let name { codes[name.lowercased()] = code }
      }
    }
    return codes
  }()
}
