import PostilJSON

/// How far the run that made a report came, as the report's manifest tells it.
public struct RunOutcome: Hashable, Sendable {
  /// The documents with a record, failed ones among them.
  public let documents: Int
  /// The documents that failed.
  public let failed: Int
  /// The documents that there were, where it is known.
  public let total: Int?
  /// The documents by the language that their text was found to be in, `unknown` for those that do not tell; failed ones aside.
  public let languages: [String: Int]
  /// What ended the run before all documents were done; nil for a complete run.
  public let cause: String?

  /// Makes an outcome.
  public init(documents: Int, failed: Int, total: Int? = nil, languages: [String: Int] = [:], cause: String? = nil) {
    self.documents = documents
    self.failed = failed
    self.total = total
    self.languages = languages
    self.cause = cause
  }

  /// Whether all documents were done.
  public var isComplete: Bool { cause == nil }

  /// How far an incomplete run came: `interrupted after 64 of 421 documents`.
  public var progress: String {
    let of = total.map { " of \($0)" } ?? ""
    return "\(cause ?? "complete") after \(documents)\(of) documents"
  }
}

extension RunOutcome {
  /// What `manifest`, read as JSON, says; nil where it says nothing of it.
  public init?(manifest: JSONValue) {
    guard case .boolean(let isComplete)? = manifest["complete"], let documents = manifest["documents"]?.integer else {
      return nil
    }
    self.init(
      documents: documents, failed: manifest["failed"]?.integer ?? 0, total: manifest["of"]?.integer,
      languages: Dictionary(
        (manifest["languages"]?.members ?? []).compactMap { entry in entry.value.integer.map { (entry.name, $0) } },
        uniquingKeysWith: { first, _ in first }),
      cause: isComplete ? nil : manifest["cause"]?.string ?? "incomplete")
  }

  /// What the `manifest.json` beside the report at `path` says; nil when there is none, or it says nothing of it.
  public init?(besideReport path: String) {
    guard let manifest = ReportManifest.value(besideReport: path) else { return nil }
    self.init(manifest: manifest)
  }

  /// The fields of a manifest.
  public func write(to json: inout JSONBytes) {
    json.key("complete")
    json.boolean(isComplete)
    json.field("documents", documents)
    json.field("failed", failed)
    if let total { json.field("of", total) }
    json.field("cause", cause)
    guard !languages.isEmpty else { return }
    json.key("languages")
    json.object { json in for name in languages.keys.sorted() { json.field(name, languages[name] ?? 0) } }
  }
}
