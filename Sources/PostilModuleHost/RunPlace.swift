import CPostilProcess
import PostilModel

/// What a worker is at, kept where a dying process, or the one that watches over it, can still read it.
///
/// SAFETY: the memory is mapped until the last reference goes, and written by the one thread that is at a document; what another
/// process reads of it meanwhile may be a name that is half written, and is read as such.
public final class RunPlace: @unchecked Sendable {
  private let place: OpaquePointer?

  /// A place at no document.
  public init() { place = postil_place_make() }

  deinit { postil_place_free(place) }

  /// Calls `body` while the calling thread is at the document called `id`.
  public func during<Made, Failure: Error>(
    _ id: String, _ body: () throws(Failure) -> Made
  ) throws(Failure) -> Made {
    var id = id
    id.withUTF8 { postil_place_begin(place, $0.baseAddress, $0.count) }
    defer { postil_place_end(place) }
    return try body()
  }

  /// Calls `body`, code of the module called `name`; told only on a thread that is at a document.
  static func duringModule<Made>(_ name: String, _ body: () -> Made) -> Made {
    var name = name
    name.withUTF8 { postil_module_enter($0.baseAddress, $0.count) }
    defer { postil_module_leave() }
    return body()
  }

  /// Calls `body`, which waits for what is not counted as time of the document that the calling thread is at.
  static func whileWaiting<Made, Failure: Error>(_ body: () throws(Failure) -> Made) throws(Failure) -> Made {
    postil_waiting(1)
    defer { postil_waiting(0) }
    return try body()
  }

  /// Whether who is there waits for what is not counted as time of its document.
  public var waits: Bool { place.map { postil_place_waits($0) != 0 } ?? false }

  /// The module whose code runs; nil when none does.
  public var module: String? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = place.map { postil_place_module($0, &bytes, bytes.count) } ?? 0
    return count == 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Calls `body` with what C code marks; nil where there was no memory for it.
  public func withPointer<Made>(_ body: (OpaquePointer?) -> Made) -> Made { body(place) }

  /// From here on a signal that ends the process, or a call of `exit` by a module, first names document and module on standard error.
  ///
  /// - Parameter advice: What else is said. A second call changes nothing.
  public static func watchCrashes(advice: StaticString? = nil) {
    // SAFETY: a static string lives as long as the process, and ends with a zero.
    postil_watch_crashes(advice.map { UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self) })
  }
}
