import CPostilModule
import PostilModel
import PostilModuleBridge

/// An instance that a library made.
///
/// A class, since it owns what the library made.
final class LibraryInstance: ModuleCode {
  private let descriptor: UnsafePointer<postil_module>
  private let handle: UnsafeMutableRawPointer

  /// Nil where the library made none; why, it told `call`.
  init?(_ descriptor: UnsafePointer<postil_module>, settings: Features, _ call: Call) {
    self.descriptor = descriptor
    let arena = Arena()
    var host = HostTable.table(for: call)
    let given = arena.features(settings)
    let made = RunPlace().during("") {
      RunPlace.duringModule(call.contract.manifest.name) { descriptor.pointee.create(descriptor, &host, given) }
    }
    guard let made else { return nil }
    handle = made
  }

  deinit { descriptor.pointee.destroy?(handle) }

  func analyze(
    _ document: DocumentTables, candidates: CandidateTable, settings: Features, for call: Call
  ) throws(ModuleError) -> Int32 {
    var host = HostTable.table(for: call)
    return document.withView(of: candidates, settings: settings) { view in
      RunPlace.duringModule(call.contract.manifest.name) { descriptor.pointee.analyze(handle, &host, view) }
    }
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
        return call.emit { try Emission(HostTable.read(emission)) }
      },
      set_feature: { context, annotation, feature in
        guard let call = HostTable.call(context), let feature else { return -1 }
        return call.setFeature(Int(annotation)) { _ in try feature.pointee.entry() }
      },
      reject: { context, candidate, reason in HostTable.call(context)?.reject(Int(candidate)) { try reason.text() } },
      find: { context, names, user, found in
        guard let found else { return }
        HostTable.call(context)?.find(names) { found(user, UInt32($0), postil_span($1)) }
      },
      diagnose: { context, message, span in
        HostTable.call(context)?.diagnose { (try message.text(), span.start < span.end ? try span.span() : nil) }
      },
      error: { context, message in
        HostTable.call(context)?.fail((try? message.text()) ?? "an error message that is not UTF-8")
      },
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

extension postil_feature {
  /// The feature; its value may not be null.
  fileprivate func entry() throws -> Features.Entry {
    let name = try name.text()
    guard let value = try value.featureValue() else { throw Breach("null for '\(name)'") }
    return Features.Entry(name: name, value: value)
  }
}
