import Foundation
import Testing

/// The library of rules that do what the documentation of other tools shows.
@Suite struct RuleLibraryTests {
  @Test func `every rule of the library does what it says`() throws {
    let run = try Program.run("rules", "test", "Documentation/RuleLibrary")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(" 0 failed, 0 to do"))
    #expect(try Program.run("rules", "check", "--errors-only", "Documentation/RuleLibrary").status == 0)
  }

  @Test func `a sequence refers to the annotations that it was made from`() throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.txt", "«é» On Monday President Ada Brandt met with Mayor Luis Ortega.")
    let run = try Program.run(
      "annotate", "--format", "jsonl", "--rules", "Documentation/RuleLibrary/09-sequence-of-annotations.yaml", document)
    #expect(run.status == 0, "\(run.errors)")
    let annotations = run.records.first?["annotations"] as? [[String: Any]] ?? []
    let meeting = try #require(annotations.first { $0["type"] as? String == "encounter" })
    let features = try #require(meeting["features"] as? [String: Any])
    for (name, text) in [("who", "Ada Brandt"), ("whom", "Luis Ortega")] {
      let person = annotations.first { $0["id"] as? String == features[name] as? String }
      #expect(person?["text"] as? String == text)
    }
    let from = (meeting["from"] as? [String: Any])?["annotations"] as? [String]
    #expect(from?.count == 2)
  }
}
