import PostilDiagnostics
import PostilModel
import PostilText

/// The language that a chain is for, and how documents are held against it.
struct ChainLanguage: Sendable {
  private let code: String
  private let table: LanguageTable
  private let detector: LanguageDetector

  /// - Parameters:
  ///   - tag: As the chain file has it.
  ///   - table: The languages that are known.
  init(_ tag: String, among table: LanguageTable) {
    code = table.code(of: tag) ?? tag
    self.table = table
    detector = LanguageDetector(own: code, among: table.languages)
  }

  /// The code of the language that a text is in; nil where it does not tell, or the chain's own language is not known.
  func detected(in text: String, _ structure: TextStructure) -> String? {
    guard table.languages.contains(where: { $0.code == code }) else { return nil }
    return detector.language(of: text, tokens: structure.tokens)
  }

  /// What is to be told of the language of `document`, whose text was looked at; nil where it is the chain's, or nothing tells.
  func finding(on document: Document) -> DocumentDiagnostic? {
    let written = document.metadata["language"]?.string
    let given = written.flatMap(table.code)
    guard let found = document.detectedLanguage else {
      guard let given, given != code else { return nil }
      return told(
        .foreignLanguage,
        "the metadata say \(table.name(of: given)), and the text does not tell; the chain is for \(own)")
    }
    guard found != code else {
      guard let written, let given, given != code else { return nil }
      return told(.wrongLanguage, "the metadata say '\(written)', but the text is in \(own), the chain's language")
    }
    let isNamed = !found.hasPrefix("und")
    let agrees = given == nil || given == found || given != code && !isNamed
    let name = isNamed ? table.name(of: found) : given.flatMap { $0 == code ? nil : table.name(of: $0) }
    return told(
      .foreignLanguage,
      "the text is in \(name ?? "a language of another script")"
        + "\(agrees ? "" : ", though the metadata say '\(written ?? "")'"); the chain is for \(own)")
  }

  private var own: String { table.name(of: code) }

  private func told(_ code: Diagnostic.Code, _ message: String) -> DocumentDiagnostic {
    DocumentDiagnostic(code: code.rawValue, message: message)
  }
}

extension DocumentDiagnostic {
  /// Whether it says that the document is in another language than the chain's.
  var isForeignLanguage: Bool { code == Diagnostic.Code.foreignLanguage.rawValue }
}
