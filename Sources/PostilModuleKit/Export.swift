import CPostilModule
import PostilModel
import PostilModuleBridge

/// Makes instances without naming the analyzer's type, since a C function pointer cannot be generic.
private final class Factory {
  let make: (Settings) throws -> Instance

  init(_ make: @escaping (Settings) throws -> Instance) { self.make = make }
}

/// One analyzer behind a C handle.
private final class Instance {
  private let run: (DocumentView) throws -> Analysis
  let memory = RunMemory()

  init<A: Analyzer>(_ analyzer: A) {
    var analyzer = analyzer
    run = { try analyzer.analyze($0) }
  }

  func analyze(_ document: DocumentView) throws -> Analysis { try run(document) }
}

/// The module's descriptor, for its one exported function. Allocated once for the life of the process.
public func exportModule<A: Analyzer>(_: A.Type) -> UnsafePointer<postil_module> {
  let module = UnsafeMutablePointer<postil_module>.allocate(capacity: 1)
  let json = A.manifest.json
  let manifest = UnsafeMutablePointer<UInt8>.allocate(capacity: json.count)
  manifest.initialize(from: json, count: json.count)
  let factory = Factory { Instance(try A(settings: $0)) }
  module.initialize(
    to: postil_module(
      size: UInt32(MemoryLayout<postil_module>.size), abi_version: POSTIL_ABI_VERSION,
      manifest: postil_bytes(start: manifest, count: UInt64(json.count)),
      user: Unmanaged.passRetained(factory).toOpaque(), create: create, analyze: analyze, destroy: destroy,
      begin_run: nil, end_run: nil))
  return UnsafePointer(module)
}

private func report(_ error: any Error, to host: UnsafePointer<postil_host>) {
  let arena = Arena()
  host.pointee.error(host.pointee.context, arena.bytes("\(error)"))
}

private func create(
  _ module: UnsafePointer<postil_module>?, _ host: UnsafePointer<postil_host>?, _ settings: postil_array
) -> UnsafeMutableRawPointer? {
  guard let user = module?.pointee.user, let host else { return nil }
  do {
    let factory = Unmanaged<Factory>.fromOpaque(user).takeUnretainedValue()
    return Unmanaged.passRetained(try factory.make(Settings(try settings.features()))).toOpaque()
  } catch {
    report(error, to: host)
    return nil
  }
}

private func analyze(
  _ instance: UnsafeMutableRawPointer?, _ host: UnsafePointer<postil_host>?, _ document: UnsafePointer<postil_document>?
) -> Int32 {
  guard let instance, let host, let document else { return 1 }
  do {
    let instance = Unmanaged<Instance>.fromOpaque(instance).takeUnretainedValue()
    let tables = try ShownTables(document.pointee, instance.memory)
    defer { tables.close() }
    let view = try DocumentDecoder(raw: document.pointee, host: host, tables: tables).view()
    send(try instance.analyze(view), to: host.pointee)
    return 0
  } catch {
    report(error, to: host)
    return 1
  }
}

private func destroy(_ instance: UnsafeMutableRawPointer?) {
  if let instance { Unmanaged<Instance>.fromOpaque(instance).release() }
}

/// Gives what was made to the host, and lets go of each annotation once the host has it.
private func send(_ analysis: consuming Analysis, to host: postil_host) {
  let arena = Arena()
  for place in analysis.annotations.indices {
    arena.removeAll()
    var emission = arena.emission(of: analysis.annotations[place])
    if host.emit(host.context, &emission) < 0 { return }
    analysis.annotations[place].release()
  }
  for refinement in analysis.refinements {
    arena.removeAll()
    var feature = postil_feature(name: arena.bytes(refinement.feature), value: arena.value(refinement.value))
    if host.set_feature(host.context, UInt32(refinement.annotation), &feature) < 0 { return }
  }
  for rejection in analysis.rejections {
    arena.removeAll()
    host.reject(host.context, UInt32(rejection.candidate), arena.bytes(rejection.reason))
  }
  for diagnostic in analysis.diagnostics {
    arena.removeAll()
    host.diagnose(
      host.context, arena.bytes(diagnostic.message), postil_span(diagnostic.span ?? Span(start: 0, end: 0)))
  }
}

extension Arena {
  fileprivate func emission(of annotation: NewAnnotation) -> postil_emission {
    postil_emission(
      size: UInt32(MemoryLayout<postil_emission>.size), span: postil_span(annotation.span),
      type: bytes(annotation.type), features: features(annotation.features),
      candidates: array(annotation.candidates.lazy.map(UInt32.init)),
      annotations: array(annotation.annotations.lazy.map(UInt32.init)), decision: bytes(annotation.decision ?? ""))
  }
}

extension NewAnnotation {
  /// Frees what takes room.
  fileprivate mutating func release() { (features, candidates, annotations) = ([:], [], []) }
}
