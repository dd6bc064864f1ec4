import PostilModel
import Testing

@testable import PostilModuleBridge

@Suite struct ManifestTests {
  private static let whole = ModuleManifest(
    name: "é", version: "1.0", requires: ["timex"],
    assigns: [.init("a", "what \"it\" is", features: [.init("who", .span, "é"), .init("n", .list(.number), "m")])],
    refines: [.init("b", "m")], inputs: [.init("c", "m", features: [.init("k", .string, "m", choices: ["x", "y"])])],
    rejectReasons: ["no"], decisions: [.init("m.first", "the first")],
    settings: [
      .init("size", .number, default: 2.5, meaning: "m", fromMetadata: true),
      .init("on", .boolean, default: false, meaning: "m"),
      .init("word", .string, default: "x", choices: ["x", "y"], meaning: "m"),
    ], takesFrames: true, takesTables: ["factors", "é"])

  @Test func `a manifest comes back from its JSON as it was`() throws {
    #expect(try ModuleManifest(json: Self.whole.json) == Self.whole)
  }

  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let json: String
    let reason: String
  }

  static let faults = [
    Fault(testDescription: "no JSON", json: "{", reason: "the manifest is no JSON at byte 1"),
    Fault(testDescription: "a list", json: "[]", reason: "the manifest is no JSON object"),
    Fault(testDescription: "no name", json: #"{"version":"1"}"#, reason: "a text 'name' is missing"),
    Fault(testDescription: "an empty name", json: #"{"name":"","version":"1"}"#, reason: "the name is empty"),
    Fault(
      testDescription: "texts that are numbers", json: #"{"name":"m","version":"1","requires":[1]}"#,
      reason: "'requires' must be a list of texts"),
    Fault(
      testDescription: "an unknown kind",
      json: #"{"name":"m","version":"1","assigns":[{"type":"t","features":[{"name":"f","kind":"colour"}]}]}"#,
      reason: "unknown kind 'colour'"),
    Fault(
      testDescription: "a feature called like an end of a span",
      json:
        #"{"name":"m","version":"1","assigns":[{"type":"t","features":[{"name":"fEnd","kind":"string"},{"name":"f","kind":"span"}]}]}"#,
      reason: "the feature 'fEnd' of 't' is called like an end of the span 'f'"),
    Fault(
      testDescription: "a default of another kind",
      json: #"{"name":"m","version":"1","settings":[{"name":"s","kind":"number","default":"x"}]}"#,
      reason: "setting 's' has no default of its kind, written as text"),
    Fault(
      testDescription: "a setting in the place of frames",
      json: #"{"name":"m","version":"1","settings":[{"name":"frames","kind":"string","default":""}]}"#,
      reason: "a setting is called 'frames', which is where modules get their frames"),
    Fault(
      testDescription: "a setting in the place of tables",
      json: #"{"name":"m","version":"1","settings":[{"name":"tables","kind":"string","default":""}]}"#,
      reason: "a setting is called 'tables', which is where modules get their tables"),
    Fault(
      testDescription: "tables that are no list", json: #"{"name":"m","version":"1","takesTables":"é"}"#,
      reason: "'takesTables' must be a list"),
    Fault(
      testDescription: "tables that are numbers", json: #"{"name":"m","version":"1","takesTables":[1]}"#,
      reason: "'takesTables' must be a list of texts"),
    Fault(
      testDescription: "a table without a name", json: #"{"name":"m","version":"1","takesTables":[""]}"#,
      reason: "a table has no name"),
    Fault(
      testDescription: "a table twice", json: #"{"name":"m","version":"1","takesTables":["é","é"]}"#,
      reason: "two tables are called 'é'"),
    Fault(
      testDescription: "text for a truth value", json: #"{"name":"m","version":"1","takesFrames":"yes"}"#,
      reason: "'takesFrames' must be true or false"),
  ]

  @Test func `a manifest that does not speak of frames and tables takes none`() throws {
    let manifest = try ModuleManifest(json: #"{"name":"m","version":"1"}"#.utf8)
    #expect(!manifest.takesFrames)
    #expect(manifest.takesTables.isEmpty)
  }

  @Test(arguments: faults)
  func `a faulty manifest is refused with its fault`(_ c: Fault) {
    #expect(throws: ManifestError(c.reason)) { try ModuleManifest(json: c.json.utf8) }
  }

  @Test func `what modules of older versions call a standard is a default`() throws {
    let json = #"{"name":"m","version":"1","settings":[{"name":"s","kind":"number","standard":"3"}]}"#
    #expect(try ModuleManifest(json: json.utf8).settings.first?.defaultValue == 3)
  }
}
