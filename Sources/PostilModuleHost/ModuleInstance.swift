import CPostilModule
import PostilModel
import PostilModuleBridge

/// A module at work for one worker; used from one thread at a time.
public final class ModuleInstance {
  private let module: LoadedModule
  private let contract: ModuleContract
  private let handle: UnsafeMutableRawPointer
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
    let arena = Arena()
    let call = Call(contract, input: nil)
    var host = HostTable.table(for: call)
    let given = arena.features(settings)
    let handle = RunPlace().during("") {
      RunPlace.duringModule(module.manifest.name) { module.descriptor.pointee.create(module.descriptor, &host, given) }
    }
    guard let handle else {
      throw ModuleError(
        module: module.manifest.name, kind: Self.refusal(call.error ?? "it gave no reason", of: frames, taken))
    }
    self.handle = handle
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

  deinit { module.descriptor.pointee.destroy?(handle) }

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
    var host = HostTable.table(for: call)
    let status = document.withView(of: candidates, settings: settings) { view in
      RunPlace.duringModule(module.manifest.name) { module.descriptor.pointee.analyze(handle, &host, view) }
    }
    if let deadline, deadline.hasPassed {
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

/// The function table that a module calls.
private enum HostTable {
  /// SAFETY: the table is used only while `call` is alive, during one call of the module.
  static func table(for call: Call) -> postil_host {
    postil_host(
      size: UInt32(MemoryLayout<postil_host>.size), abi_version: POSTIL_ABI_VERSION,
      context: Unmanaged.passUnretained(call).toOpaque(),
      emit: { context, emission in
        guard let call = HostTable.call(context), let emission else { return -1 }
        return call.emit(HostTable.read(emission))
      },
      set_feature: { context, annotation, feature in
        guard let call = HostTable.call(context), let feature else { return -1 }
        return call.setFeature(Int(annotation), feature.pointee)
      },
      reject: { context, candidate, reason in HostTable.call(context)?.reject(Int(candidate), reason) },
      find: { context, names, user, found in
        guard let found else { return }
        HostTable.call(context)?.find(names) { found(user, UInt32($0), postil_span($1)) }
      },
      diagnose: { context, message, span in HostTable.call(context)?.diagnose(message, span) },
      error: { context, message in HostTable.call(context)?.fail(message) },
      cancelled: { context in HostTable.call(context)?.isCancelled == true ? 1 : 0 })
  }

  static func call(_ context: UnsafeMutableRawPointer?) -> Call? {
    context.map { Unmanaged<Call>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The emission as far as its `size` covers it; the rest is zero.
  static func read(_ emission: UnsafePointer<postil_emission>) -> postil_emission {
    var copy = postil_emission()
    let count = min(Int(emission.pointee.size), MemoryLayout<postil_emission>.size)
    withUnsafeMutableBytes(of: &copy) { $0.copyMemory(from: UnsafeRawBufferPointer(start: emission, count: count)) }
    return copy
  }
}
