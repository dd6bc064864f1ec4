import PostilJSON
import PostilModel
import PostilModuleBridge

/// What is said to a program and expected of it, line by line: see Documentation/ProgramModules.md.
struct ProgramDialogue {
  /// The version of the interface.
  static let version = 1
  private static let offsets = "code points"
  /// How long a program may take to answer before it has its settings and after, in seconds.
  private static let secondsToStart = 120

  private let name: String
  let process: ProgramProcess

  /// Starts the program and asks for its manifest.
  static func begin(_ command: ProgramCommand) throws(ModuleError) -> (ProgramDialogue, ModuleManifest) {
    let process: ProgramProcess
    do {
      process = try ProgramProcess(command)
    } catch {
      let place = command.folder.map { ", in the folder \($0)" } ?? ""
      throw ModuleError(
        module: command.name, kind: .program(reason: "the program '\(command.words[0])'\(place): \(error)"))
    }
    let dialogue = ProgramDialogue(name: command.name, process: process)
    return (dialogue, try dialogue.greet())
  }

  private func greet() throws(ModuleError) -> ModuleManifest {
    let answer = try ask { json in
      json.field("interface", Self.version)
      json.field("offsets", Self.offsets)
    }
    guard answer["interface"]?.integer == Self.version else {
      throw refusal("it answers for version \(Self.quoted(answer["interface"])) of the interface, not \(Self.version)")
    }
    guard answer["offsets"]?.string == Self.offsets else {
      throw refusal("it counts offsets in \(Self.quoted(answer["offsets"])), not in '\(Self.offsets)'")
    }
    var json = JSONBytes()
    json.value(answer["manifest"] ?? .null)
    let manifest: ModuleManifest
    do throws(ManifestError) {
      manifest = try ModuleManifest(json: json.bytes)
    } catch {
      throw ModuleError(module: name, kind: .manifest(reason: error.reason))
    }
    guard manifest.name == name else { throw refusal("it calls itself '\(manifest.name)', the chain '\(name)'") }
    return manifest
  }

  /// Gives the program its settings, as a line of JSON.
  ///
  /// - Returns: Why it refuses them; nil where it takes them.
  func prepare(_ settings: [UInt8]) throws(ModuleError) -> String? {
    process.say(settings)
    let answer = try answer()
    if let error = answer["error"]?.string { return error }
    guard answer["ready"] == .boolean(true) else { throw refusal("it is not ready when it has its settings") }
    return nil
  }

  private func ask(_ body: (inout JSONBytes) -> Void) throws(ModuleError) -> JSONValue {
    var json = JSONBytes()
    json.object(body)
    process.say(json.bytes)
    return try answer()
  }

  private func answer() throws(ModuleError) -> JSONValue {
    let line: [UInt8]
    do throws(ProgramEnd) {
      line = try process.nextLine(within: Self.secondsToStart * 1000)
    } catch {
      process.kill()
      switch error {
      case .itself(let end): throw refusal("\(end) before it had answered")
      case .closed: throw refusal("it closed its standard output before it had answered")
      case .overdue: throw refusal("it did not answer within \(Self.secondsToStart) s")
      case .tooLong: throw refusal("its answer does not end")
      }
    }
    do throws(Breach) {
      return try Self.value(of: line)
    } catch {
      throw ModuleError(module: name, kind: .contract(reason: error.what))
    }
  }

  /// The object that a line of the program holds.
  static func value(of line: [UInt8]) throws(Breach) -> JSONValue {
    guard let value = try? JSONParser.value(of: line), value.members != nil else {
      let start = String(decoding: line.prefix(80), as: UTF8.self)
      throw Breach("'\(start)' on its standard output, which is no answer")
    }
    return value
  }

  private func refusal(_ reason: String) -> ModuleError { ModuleError(module: name, kind: .program(reason: reason)) }

  private static func quoted(_ value: JSONValue?) -> String { value.map { "'\($0.plainText)'" } ?? "nothing" }
}
