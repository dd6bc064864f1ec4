import PostilRecords

/// What divides documents into sets: fields of their metadata, one of which may be a time.
struct Grouping: Sendable {
  /// The fields; a time stands last.
  let fields: [String]
  /// The unit of time among them.
  let unit: PeriodUnit?

  private static let joint = " × "

  /// Reads `outlet`, `month`, `outlet×month`, `outlet*month` or `outlet,month`.
  ///
  /// - Throws: ``ReportError`` where there is no field, or more than one time.
  init(_ text: String) throws(ReportError) {
    var fields: [String] = []
    for part in text.split(whereSeparator: { "×*,".contains($0) }) {
      let field = part.split(separator: " ").joined(separator: " ")
      if !field.isEmpty, !fields.contains(field) { fields.append(field) }
    }
    guard !fields.isEmpty else {
      throw ReportError(description: "'\(text)' names no field to divide the documents by, such as outlet or month")
    }
    let times = fields.compactMap(PeriodUnit.init)
    guard times.count < 2 else {
      throw ReportError(
        description: "'\(text)' has two units of time; documents are divided by one, such as outlet×month")
    }
    self.fields = fields.filter { PeriodUnit(rawValue: $0) == nil } + times.map(\.rawValue)
    unit = times.first
  }

  /// The document's value of each field; nil where it lacks one.
  func values(of document: DocumentSummary) -> [String]? {
    let values = fields.compactMap { field in
      let value =
        PeriodUnit(rawValue: field).flatMap { unit in document.date.flatMap(unit.period) } ?? document.value(of: field)
      return value?.isEmpty == false ? value : nil
    }
    return values.count == fields.count ? values : nil
  }

  /// What the set of these values is called.
  static func name(_ values: [String]) -> String { values.joined(separator: joint) }

  /// What the documents are divided by, for the reader.
  var title: String { Self.name(fields) }
}
