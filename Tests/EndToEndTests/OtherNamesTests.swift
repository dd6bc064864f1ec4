import Foundation
import Testing

/// The rules are for the language, not for three texts: with other names, places and dates the same is found.
@Suite struct OtherNamesTests {
  /// Names of no lexicon for the people, other places and days for the places and days; longer ones first.
  private static let replacements = [
    ("Mohammed Shiaa’ Al-Sudani", "Tarvik Elboo’ Al-Qorvani"), ("Mohammed Shia Al-Sudani", "Tarvik Elbo Al-Qorvani"),
    ("Mohammed S. Al-Sudani", "Tarvik E. Al-Qorvani"), ("Al-Sudani", "Al-Qorvani"), ("Sudani", "Qorvani"),
    ("Mark Rutte", "Wolde Prask"), ("Rutte", "Prask"), ("Jens Stoltenberg", "Orvo Kantelmar"),
    ("Stoltenberg", "Kantelmar"), ("Christopher Cavoli", "Demmo Quarl"), ("Abdul Latif Rashid", "Zefir Olum Tashk"),
    ("Lucas Schreurs", "Bram Ondervelt"), ("BAGHDAD", "AMMAN"), ("Baghdad", "Amman"), ("Iraqi", "Jordanian"),
    ("Iraq", "Jordan"), ("Brussels", "Madrid"), ("Lebanon", "Tunisia"), ("Netherlands", "Portugal"),
    ("Wednesday", "Monday"), ("September 21", "May 16"), ("September 20, 2023", "May 15, 2022"),
    ("July 2018", "June 2011"),
    ("October of", "March of"), ("2018", "2011"),
  ]

  private static func replaced(_ text: String) -> String {
    replacements.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  /// The annotations of the types that names, dates and statements have, as type and words.
  private static func found(_ folder: String) throws -> [String] {
    let run = try Program.run("annotate", "--format", "jsonl", folder)
    return run.records.flatMap { record in
      (record["annotations"] as? [[String: Any]] ?? []).map { "\($0["type"] ?? "")\t\($0["text"] ?? "")" }
    }
  }

  @Test func `other names, places and dates lose at most five points`() throws {
    let folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: Program.checkout + "/seeds") {
      let text = try String(contentsOfFile: "\(Program.checkout)/seeds/\(name)", encoding: .utf8)
      _ = try folder.write("docs/" + name, Self.replaced(text))
    }
    let wanted = try Self.found("seeds").map(Self.replaced)
    let got = try Self.found(folder.path + "/docs")
    for type in ["person", "organization", "location", "timex", "statement", "poll"] {
      var left = wanted.filter { $0.hasPrefix(type + "\t") }
      let (all, mine) = (left.count, got.filter { $0.hasPrefix(type + "\t") })
      let hits = mine.filter { item in left.firstIndex(of: item).map { left.remove(at: $0) } != nil }.count
      let score = Double(2 * hits) / Double(all + mine.count)
      #expect(score >= 0.95, "\(type): \(score), missing \(left), all \(mine)")
    }
  }
}
