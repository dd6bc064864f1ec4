import Foundation

/// A page as its script reads it.
struct Page {
  /// The contents of its scripts, in order.
  let scripts: [String]

  init(_ html: String) {
    scripts = html.matches(of: /<script[^>]*>(.*?)<\/script>/.dotMatchesNewlines()).map { String($0.1) }
  }

  /// The documents that are drawn from it.
  var documents: [[String: Any]] { objects.filter { $0["t"] != nil } }
  /// The rows of its tables, one table after another.
  var rows: [[String]] { objects.flatMap { $0["rows"] as? [[String]] ?? [] } }

  private var objects: [[String: Any]] { scripts.compactMap { Self.json($0) as? [String: Any] } }

  /// What the panel tells of an annotation's row.
  func facts(_ row: [Any]) -> [String] {
    let words = scripts.last?.firstMatch(of: /words=(\[.*?\]);/).flatMap { Self.json(String($0.1)) as? [String] } ?? []
    let told = row[4] as? [Any] ?? []
    func word(_ value: Any) -> String { (value as? String) ?? (value as? Int).map { words[$0] } ?? "" }
    return stride(from: 0, to: told.count, by: 2).map { "\(word(told[$0])): \(word(told[$0 + 1]))" }
  }

  private static func json(_ text: String) -> Any? { try? JSONSerialization.jsonObject(with: Data(text.utf8)) }
}
