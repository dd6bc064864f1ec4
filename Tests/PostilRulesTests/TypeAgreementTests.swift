import Foundation
import PostilModel
import Testing

@testable import PostilRules

/// Types of several files, and types alike.
@Suite struct TypeAgreementTests {
  private static func load(_ types: [String]) throws -> LoadedRules {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("types-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = try types.enumerated().map { number, types in
      let text = "postil: 1\nruleset: é\(number)\ntypes: \(types)\nrules:\n  - {id: a, type: t, pattern: b}\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(number).yaml"))
      return RuleFile(path: "\(folder)/\(number).yaml", displayName: "\(number).yaml")
    }
    return RuleLoader(manifests: []).load(files)
  }

  @Test func `two files that give one feature different kinds are told`() throws {
    let loaded = try Self.load([
      "{t: {features: {'größe': number, b: string}}}", "{é: {}, t: {features: {'größe': string}}}",
    ])
    #expect(
      loaded.diagnostics.map { "\($0.location) \($0.code) \($0.message)" } == [
        "1.yaml:3:16 R077 feature 'größe' of type 't' is a string here and a number in '0.yaml'"
      ])
  }

  @Test(arguments: ["{t: {features: {a: number}}}", "{t: {features: {b: string}}}", "{t: {}}"])
  func `files that agree, or say nothing of it, are right`(types: String) throws {
    #expect(try Self.load([types, "{t: {features: {a: number}}}"]).diagnostics.isEmpty)
  }

  @Test func `a type like another has its features`() throws {
    let loaded = try Self.load(["{t: {features: {a: number}}, u: {like: t, title: Another}}"])
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.rulesets[0].types.last?.features == ["a": .number])
  }

  @Test(arguments: [
    ("{u: {like: t}, t: {}}", "R029"), ("{t: {features: {a: number}}, u: {like: t, features: {b: string}}}", "R033"),
  ])
  func `a type that cannot be like another is told`(types: String, code: String) throws {
    #expect(try Self.load([types]).diagnostics.map(\.code.rawValue) == [code])
  }
}
