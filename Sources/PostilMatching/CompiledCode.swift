private import CPCRE2
private import Synchronization

/// PCRE2's words.
enum PCRE2 {
  static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return length > 0 ? String(decoding: buffer[..<Int(length)], as: UTF8.self) : "error \(code)"
  }
}

extension Pattern {
  /// The version of PCRE2 that reads patterns, with its date, such as `10.42 2022-12-11`: patterns mean other things in others.
  public static var libraryVersion: String {
    var buffer = [UInt8](repeating: 0, count: 64)
    let length = pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &buffer)
    return length > 1 ? String(decoding: buffer[..<Int(length - 1)], as: UTF8.self) : "unknown"
  }
}

/// Owns one `pcre2_code`, which is compiled when it is first asked for, where it is known that it can be; machine code is
/// made with the first search.
///
/// SAFETY: PCRE2 compiled code is read-only after `pcre2_compile` and `pcre2_jit_compile` return and may be used by many
/// threads at once (pcre2api, "Multithreading"). Every search asks for ``ready`` before it reads the code: the first makes
/// what is missing under a lock while the others wait, and the state, stored with release and loaded with acquire order, shows
/// it to all. Every search makes its own match data.
final class CompiledCode: @unchecked Sendable {
  /// Where a match must begin or end.
  enum Bounds {
    case free
    /// It begins where the search does.
    case begins
    /// It ends where the subject does.
    case ends

    fileprivate var option: UInt32 {
      switch self {
      case .free: 0
      case .begins: UInt32(PCRE2_ANCHORED)
      case .ends: UInt32(PCRE2_ENDANCHORED)
      }
    }
  }

  /// Code for a search.
  struct Ready {
    let pointer: OpaquePointer
    /// Whether there is machine code; without it the interpreter runs, slower and with the same matches.
    let hasMachineCode: Bool
  }

  /// How the steps of a search are told, which makes it slow.
  enum Telling {
    case none
    /// Those that cannot be left out.
    case needed
    /// All of them, those too that PCRE2 knows to lead nowhere.
    case all

    fileprivate var options: UInt32 {
      switch self {
      case .none: 0
      case .needed: UInt32(PCRE2_AUTO_CALLOUT)
      case .all: UInt32(PCRE2_AUTO_CALLOUT) | UInt32(PCRE2_NO_START_OPTIMIZE)
      }
    }
  }

  private enum State: UInt8, AtomicRepresentable {
    case unready, machineCode, interpreted, failed
  }

  let groups: PatternGroups
  private let source: String
  private let bounds: Bounds
  private var pointer: OpaquePointer?
  private let state = Atomic(State.unready)
  private let making = Mutex(())
  /// The same with its steps told, once it was needed.
  private let counting = Mutex<CompiledCode?>(nil)
  private let knownReach = Mutex<StepReach?>(nil)

  /// Compiles `source` at once.
  init(_ source: String, telling: Telling = .none, bounds: Bounds = .free) throws(PatternError) {
    let pointer = try Self.compiled(source, telling.options | bounds.option)
    self.source = source
    self.pointer = pointer
    self.bounds = bounds
    groups = PatternGroups(of: pointer)
  }

  /// Code of a pattern that is known to compile, and to have these groups.
  init(known source: String, groups: PatternGroups, bounds: Bounds = .free) {
    self.source = source
    self.groups = groups
    self.bounds = bounds
  }

  deinit { pcre2_code_free_8(pointer) }

  /// The code for a search; nil where there is no memory for it.
  var ready: Ready? {
    var known = state.load(ordering: .acquiring)
    if known == .unready { known = making.withLock { _ in makeReady() } }
    guard known != .failed, let pointer else { return nil }
    return Ready(pointer: pointer, hasMachineCode: known == .machineCode)
  }

  private func makeReady() -> State {
    if case let known = state.load(ordering: .relaxed), known != .unready { return known }
    pointer = pointer ?? (try? Self.compiled(source, bounds.option))
    let made: State = pointer.map { Self.hasMachineCode($0) ? .machineCode : .interpreted } ?? .failed
    state.store(made, ordering: .releasing)
    return made
  }

  private static func hasMachineCode(_ pointer: OpaquePointer) -> Bool {
    var size = 0
    // Code for `(*NO_JIT)` is compiled without a complaint, and there is none.
    return pcre2_jit_compile_8(pointer, UInt32(PCRE2_JIT_COMPLETE)) == 0
      && pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_JITSIZE), &size) == 0 && size > 0
  }

  /// The same pattern with its steps told; itself where that is too large to be compiled.
  var withStepsTold: CompiledCode {
    counting.withLock { known in
      if let known { return known }
      let made = (try? CompiledCode(source, telling: .needed, bounds: bounds)) ?? self
      known = made
      return made
    }
  }

  /// How far its steps go; its text is read for that where nobody has told it.
  var reach: StepReach {
    knownReach.withLock { known in
      let reach = known ?? StepReach(of: source)
      known = reach
      return reach
    }
  }

  /// Tells how far its steps go, as is known from its text.
  func tell(_ reach: StepReach) { knownReach.withLock { $0 = reach } }

  private static func compiled(_ source: String, _ options: UInt32) throws(PatternError) -> OpaquePointer {
    guard let context = pcre2_compile_context_create_8(nil) else {
      throw PatternError(kind: .compile(utf8Offset: 0), code: Int32(PCRE2_ERROR_NOMEMORY), pattern: source)
    }
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    var code: Int32 = 0
    var offset = 0
    let all =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_USE_OFFSET_LIMIT) | options
    var text = source
    let compiled = text.withUTF8 { pcre2_compile_8($0.baseAddress, $0.count, all, &code, &offset, context) }
    guard let compiled else {
      throw PatternError(kind: .compile(utf8Offset: offset), code: code, pattern: source)
    }
    return compiled
  }
}
