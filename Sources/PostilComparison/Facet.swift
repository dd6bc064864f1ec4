import PostilReports

/// What of a report is compared.
public enum Facet: String, CaseIterable, Sendable {
  case entity, source, date, poll

  /// The item that an annotation counts for; nil when it is none of this kind.
  func item(of annotation: ReportRecord.Item) -> String? {
    switch self {
    case .entity:
      ["person", "organization", "location", "misc"].contains(annotation.type)
        ? annotation.features["entity"] ?? annotation.text : nil
    case .source:
      annotation.type == "statement" ? annotation.features["sourceEntity"] ?? annotation.features["source"] : nil
    case .date:
      annotation.type == "timex" ? annotation.features["value"].flatMap(Self.month) : nil
    case .poll: annotation.type == "poll" ? annotation.features["question"] ?? annotation.text : nil
    }
  }

  /// `2023-09` of `2023-09-20`; nil for values without a month.
  private static func month(_ value: String) -> String? {
    let parts = value.split(separator: "-")
    guard parts.count >= 2, parts[0].count == 4, Int(parts[0]) != nil, Int(parts[1].prefix(2)) != nil else {
      return nil
    }
    return "\(parts[0])-\(parts[1].prefix(2))"
  }
}
