import PostilModel
import PostilModuleBridge

/// What a module's instance runs: a library in this process, or a program.
protocol ModuleCode: AnyObject {
  /// Judges a document, and gives what it makes of it to `call`.
  ///
  /// - Returns: 0, or another number where it failed.
  /// - Throws: ``ModuleError`` when it did not come to an end.
  func analyze(
    _ document: DocumentTables, candidates: CandidateTable, settings: Features, for call: Call
  ) throws(ModuleError) -> Int32
}

/// A module at work for one worker; used from one thread at a time.
public final class ModuleInstance {
  private let module: LoadedModule
  private let contract: ModuleContract
  private let code: any ModuleCode
  /// What the numbers of names and origins mean in all documents that it is shown.
  public let run: RunTables

  init(
    _ module: LoadedModule, settings: Features, frames: [FrameRule], tables: [ModuleTable], run: RunTables
  ) throws(ModuleError) {
    self.module = module
    self.run = run
    contract = ModuleContract(module.manifest, frames: frames.map(\.rule))
    var settings = settings
    if module.manifest.takesFrames { settings[FrameRule.setting] = .list(frames.map(\.value)) }
    let taken = module.manifest.takesTables
    if !taken.isEmpty { settings[ModuleTable.setting] = Self.record(of: taken, tables) }
    let call = Call(contract, input: nil)
    let made = try module.makeCode(settings: settings, for: call)
    guard let made else {
      throw ModuleError(
        module: module.manifest.name, kind: Self.refusal(call.error ?? "it gave no reason", of: frames, taken))
    }
    code = made
  }

  /// The tables called `names`, by their names; those that are not given are empty.
  private static func record(of names: [String], _ tables: [ModuleTable]) -> FeatureValue {
    .record(
      Features(
        names.map { name in
          .init(name: name, value: tables.first { $0.name == name }?.value ?? [])
        }))
  }

  /// What a module refused that made no instance: the frame whose rule, or the table whose name, its words begin with, else
  /// its settings.
  private static func refusal(_ reason: String, of frames: [FrameRule], _ tables: [String]) -> ModuleError.Kind {
    for frame in frames where reason.hasPrefix(frame.rule + ": ") {
      return .frame(rule: frame.rule, reason: String(reason.dropFirst(frame.rule.count + 2)))
    }
    for name in tables where reason.hasPrefix(name + ": ") {
      return .table(name: name, reason: String(reason.dropFirst(name.count + 2)))
    }
    return .settings(reason: reason)
  }

  /// Lets the module judge a document; what it gives is returned, and not yet added to the tables.
  ///
  /// - Parameters:
  ///   - document: Of this instance's ``run``.
  ///   - candidates: All of the step, by span.
  ///   - settings: The effective ones for this document.
  ///   - deadline: When the module is told to stop, if it asks.
  /// - Throws: ``ModuleError`` when the module fails, breaks its contract or is overdue; nothing it gave counts then.
  public func analyze(
    _ document: DocumentTables, candidates: CandidateTable, settings: Features, deadline: Deadline? = nil
  ) throws(ModuleError) -> ModuleOutput {
    precondition(document.run === run, "ModuleInstance: a document of another run")
    let call = Call(contract, input: .init(document: document, candidates: candidates), deadline: deadline)
    let status = try code.analyze(document, candidates: candidates, settings: settings, for: call)
    if let deadline = call.deadline, deadline.hasPassed {
      throw ModuleError(module: module.manifest.name, kind: .overdue(deadline))
    }
    call.finish()
    if let breach = call.breach { throw ModuleError(module: module.manifest.name, kind: .contract(reason: breach)) }
    if status != 0 {
      throw ModuleError(module: module.manifest.name, kind: .failed(reason: call.error ?? "status \(status)"))
    }
    return call.output
  }
}
