import Foundation
import Testing

/// The three sample documents through the built-in chain.
@Suite struct SeedTests {
  /// An annotation of a report.
  struct Found {
    let type: String
    let text: String
    let features: [String: Any]

    init?(_ value: Any) {
      guard let record = value as? [String: Any], let type = record["type"] as? String,
        let text = record["text"] as? String
      else { return nil }
      self.type = type
      self.text = text
      features = record["features"] as? [String: Any] ?? [:]
    }
  }

  static func annotate(_ arguments: String...) throws -> [String: [Found]] {
    let run =
      try arguments.isEmpty
      ? Program.run("annotate", "--format", "jsonl", "seeds")
      : Program.run("annotate", "--format", "jsonl", "--date", arguments[0], "seeds")
    #expect(run.status == 0, "\(run.errors)")
    return Dictionary(
      uniqueKeysWithValues: run.records.compactMap { record in
        guard let document = record["document"] as? [String: Any], let id = document["id"] as? String else {
          return nil
        }
        return (String(id.prefix(3)), (record["annotations"] as? [Any] ?? []).compactMap(Found.init))
      })
  }

  private func values(_ found: [Found], of text: String) -> Set<String> {
    Set(found.filter { $0.type == "timex" && $0.text == text }.compactMap { $0.features["value"] as? String })
  }

  @Test func `dates are resolved as far as the documents allow`() throws {
    let found = try Self.annotate()
    #expect(values(found["000"] ?? [], of: "Wednesday") == ["XXXX-WXX-3"])
    #expect(values(found["002"] ?? [], of: "September 21") == ["2023-09-21"])
    #expect(values(found["002"] ?? [], of: "Wednesday") == ["2023-09-20"])
    #expect(values(found["003"] ?? [], of: "October of the same year") == ["2018-10"])
  }

  @Test func `a date given resolves the weekday`() throws {
    let found = try Self.annotate("2025-03-14")
    #expect(values(found["000"] ?? [], of: "Wednesday") == ["2025-03-12"])
  }
}
