import PostilDiagnostics
import PostilModel
import PostilRecords

/// Counts what languages the documents of a run are in.
struct LanguageTally {
  /// What documents count under whose text does not tell.
  private static let unknown = "unknown"
  /// So many of the documents in other languages are named.
  private static let mostNamed = 3

  /// The documents by the language that their text was found to be in.
  private(set) var counts: [String: Int] = [:]
  /// Those in another language than the chain's.
  private var foreign: [String: Int] = [:]
  private var named: [String] = []

  /// Counts a document, unless it failed.
  mutating func count(_ document: AnnotatedDocument) {
    guard document.error == nil else { return }
    let head = document.document
    count(head.id, in: head.detectedLanguage, told: document.diagnostics.map(\.code))
  }

  /// Counts the document of a record, unless it failed.
  mutating func count(_ record: ReportRecord) {
    guard record.error == nil else { return }
    count(record.id, in: record.detectedLanguage, told: record.notices.map(\.code))
  }

  private mutating func count(_ id: String, in language: String?, told codes: [String]) {
    counts[language ?? Self.unknown, default: 0] += 1
    guard codes.contains(Diagnostic.Code.foreignLanguage.rawValue) else { return }
    foreign[language ?? "by their metadata", default: 0] += 1
    if named.count < Self.mostNamed { named.append(id) }
  }

  /// What to tell of the documents in other languages, of so many; nil where there are none.
  func summary(of documents: Int) -> String? {
    let total = foreign.values.reduce(0, +)
    guard total > 0 else { return nil }
    let languages = foreign.keys.sorted().map { "\(foreign[$0] ?? 0) \($0)" }.joined(separator: ", ")
    let names = named.joined(separator: ", ") + (total > named.count ? ", …" : "")
    return
      "\(total) of \(documents.counted("document")) in another language than the chain's (\(languages)): \(names); "
      + "their records say \(Diagnostic.Code.foreignLanguage)"
  }
}
