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

  @Test func `all variants of one name bear one entity within and across the documents`() throws {
    let found = try Self.annotate().values.joined()
    func entities(_ texts: [String]) -> Set<String> {
      Set(found.filter { texts.contains($0.text) }.compactMap { $0.features["entity"] as? String })
    }
    let speaker = [
      "Mohammed Shia Al-Sudani", "Mohammed S. Al-Sudani", "Mohammed Shiaa’ Al-Sudani", "Al-Sudani", "Sudani",
    ]
    #expect(entities(speaker).count == 1)
    #expect(entities(["NATO", "North Atlantic Treaty Organization"]).count == 1)
  }

  @Test func `the reader poll has its proposition and prompt`() throws {
    let polls = try Self.annotate().values.joined().filter { $0.type == "poll" }
    #expect(polls.count == 1)
    #expect(polls.first?.features["kind"] as? String == "reader")
    #expect(
      polls.first?.features["question"] as? String
        == "Foreign military intervention for humanitarian reasons is justified")
    #expect(polls.first?.features["prompt"] as? String == "What do you think?")
  }

  @Test func `direct quotations and statement blocks have their speakers`() throws {
    let found = try Self.annotate()
    let direct = (found["003"] ?? []).filter { $0.type == "statement" && $0.features["kind"] as? String == "direct" }
    #expect(direct.count == 2)
    #expect(
      direct.allSatisfy {
        $0.features["sourceEntity"] as? String == "Mark Rutte" && $0.features["sentiment"] as? String == "positive"
      })
    for id in ["000", "002"] {
      #expect((found[id] ?? []).contains { $0.features["block"] as? Bool == true })
    }
  }
}
