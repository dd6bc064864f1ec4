import Foundation
import Testing

/// What stands beside a report about its making.
@Suite struct ManifestTests {
  @Test func `modules, settings, rules and lexicons are told with their hashes`() throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.txt", "A quiet day.")
    let run = try Program.run(
      "annotate", "--quiet", "--set", "date-normalization.style=narrative", "--format", "jsonl", "--output",
      folder.path + "/out", document)
    #expect(run.status == 0, "\(run.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let modules = try #require(manifest["modules"] as? [[String: Any]])
    #expect(modules.count == 4)
    let settings = try #require(modules.first?["settings"] as? [String: Any])
    #expect(settings["style"] as? String == "narrative")
    let libraries = try #require(manifest["libraries"] as? [[String: String]])
    #expect(libraries.compactMap { $0["name"] } == ["PCRE2", "libyaml", "SQLite"])
    #expect(libraries.allSatisfy { $0["version"]?.first?.isNumber == true && $0["version"]?.contains(".") == true })
    for key in ["modules", "rules", "lexicons"] {
      let hashes = (manifest[key] as? [[String: Any]] ?? []).compactMap { $0["sha256"] as? String }
      #expect(!hashes.isEmpty)
      #expect(hashes.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    }
  }

  @Test func `a file of identities is told with its hash, and what it was made into is not`() throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.txt", "é A quiet day.")
    let identities = try folder.write("known.tsv", "term\tkind\tentity\nKorr\tlocation\tOld Korr\n")
    let run = try Program.run(
      "annotate", "--quiet", "--identities", identities, "--format", "jsonl", "--output", folder.path + "/out", document
    )
    #expect(run.status == 0, "\(run.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let given = try #require(manifest["identities"] as? [[String: Any]])
    #expect(given.count == 1)
    #expect(
      given.first?["sha256"] as? String == Self.hash
        && (given.first?["path"] as? String)?.hasSuffix("known.tsv") == true)
    let paths = ["rules", "lexicons"].flatMap {
      (manifest[$0] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String }
    }
    #expect(!paths.contains { $0.contains("postil-") })
  }

  /// Of the file that the test writes, by sha256sum.
  private static let hash = "f83176a34441169edfa75d05f5fa1f2959dec0b1788fedce134307794614126d"
}
