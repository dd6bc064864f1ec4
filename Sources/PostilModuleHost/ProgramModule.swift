import PostilJSON
import PostilModel
import PostilModuleBridge
import Synchronization

/// A module that is a program.
final class ProgramModule: Sendable {
  let command: ProgramCommand
  let manifest: ModuleManifest
  /// The programs that run, by the settings that they have.
  private let pools = Mutex<[[UInt8]: ProgramPool]>([:])
  /// The program that told the manifest, until it is needed.
  private let greeted: Mutex<ProgramDialogue?>

  /// Starts the program and asks for its manifest.
  init(_ command: ProgramCommand) throws(ModuleError) {
    self.command = command
    let (dialogue, manifest) = try ProgramDialogue.begin(command)
    self.manifest = manifest
    greeted = Mutex(dialogue)
  }

  /// An instance that shares programs with all others of the same settings; nil where the program refuses them, for the reason that it
  /// tells `call`.
  func makeInstance(settings: Features, for call: Call) throws(ModuleError) -> ProgramInstance? {
    var json = JSONBytes()
    json.object { json in
      json.key("settings")
      json.value(JSONValue(plain: .record(settings)))
    }
    let line = json.bytes
    let pool = pools.withLock { pools in
      let pool = pools[line] ?? ProgramPool(command, settings: line)
      pools[line] = pool
      return pool
    }
    if let refusal = try pool.prepare(takeGreeted) {
      call.fail(refusal)
      return nil
    }
    return ProgramInstance(pool)
  }

  private func takeGreeted() -> ProgramDialogue? {
    greeted.withLock { greeted in
      defer { greeted = nil }
      return greeted
    }
  }

  /// Ends the programs that are at no document.
  func endAll() {
    _ = takeGreeted()
    for pool in pools.withLock({ Array($0.values) }) { pool.endIdle() }
  }
}
