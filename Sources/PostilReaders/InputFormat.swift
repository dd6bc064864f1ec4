/// How files are read: each by what it is, or all in one way.
public struct InputFormat: RawRepresentable, Hashable, CaseIterable, Sendable {
  /// Each by what it holds, then by its name: see `Documentation/Input.md`.
  public static let auto = InputFormat(name: "auto")
  /// Each file is one document.
  public static let text = InputFormat(TextFormat())
  /// Each line is one document.
  public static let jsonl = InputFormat(RecordFormat())

  /// `auto`, and every format that is read.
  public static let allCases = [auto] + DocumentFormats.all.map(InputFormat.init)

  /// What `--input-format` calls it.
  public let rawValue: String

  /// The format called `rawValue`; nil when there is none.
  public init?(rawValue: String) {
    guard Self.allCases.contains(where: { $0.rawValue == rawValue }) else { return nil }
    self.rawValue = rawValue
  }

  /// What `format` reads.
  init(_ format: any DocumentFormat) { rawValue = format.name }

  private init(name: String) { rawValue = name }

  /// What reads it; nil where each file tells.
  var reader: (any DocumentFormat)? { DocumentFormats.all.first { $0.name == rawValue } }
}
