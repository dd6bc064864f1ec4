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

/// Owns one `pcre2_code`; its machine code is made when it is first asked for.
///
/// SAFETY: PCRE2 compiled code is read-only after `pcre2_compile` and `pcre2_jit_compile` return and may be used by many
/// threads at once (pcre2api, "Multithreading"). Every search asks for ``hasMachineCode`` before it reads the code: the
/// first makes the machine code under a lock while the others wait, and the flag, stored with release and loaded with acquire
/// order, shows it to all. Every search makes its own match data.
final class CompiledCode: @unchecked Sendable {
  let pointer: OpaquePointer
  /// The names of the named groups with their numbers, by number.
  let groups: [(name: String, number: Int)]
  private enum Machine: UInt8, AtomicRepresentable {
    case untried, made, none
  }

  private let machine = Atomic(Machine.untried)
  private let making = Mutex(())
  /// The numbers of the named groups, ascending.
  let groupNumbers: [Int]
  /// The number of groups, named or not.
  let groupCount: Int

  /// How the steps of a search are told, which makes it slow.
  enum Telling {
    case none
    /// Those that cannot be left out.
    case needed
    /// All of them, those too that PCRE2 knows to lead nowhere.
    case all
  }

  private let source: String
  /// The same with its steps told, once it was needed.
  private let counting = Mutex<CompiledCode?>(nil)
  /// ``StepReach`` in one number, once it was needed.
  private let knownReach = Atomic<UInt64>(0)

  init(_ source: String, telling: Telling = .none) throws(PatternError) {
    self.source = source
    guard let context = pcre2_compile_context_create_8(nil) else {
      throw PatternError(kind: .compile(utf8Offset: 0), code: Int32(PCRE2_ERROR_NOMEMORY), pattern: source)
    }
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    var code: Int32 = 0
    var offset = 0
    let options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_USE_OFFSET_LIMIT)
      | (telling == .none ? 0 : UInt32(PCRE2_AUTO_CALLOUT))
      | (telling == .all ? UInt32(PCRE2_NO_START_OPTIMIZE) : 0)
    var text = source
    let compiled = text.withUTF8 { pcre2_compile_8($0.baseAddress, $0.count, options, &code, &offset, context) }
    guard let compiled else {
      throw PatternError(kind: .compile(utf8Offset: offset), code: code, pattern: source)
    }
    pointer = compiled
    groups = Self.groups(of: compiled)
    groupNumbers = groups.map(\.number)
    var count: UInt32 = 0
    pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    groupCount = Int(count)
  }

  deinit { pcre2_code_free_8(pointer) }

  /// Whether there is machine code: it is made now if that was not tried. Without it the interpreter runs, slower and with the
  /// same matches.
  var hasMachineCode: Bool {
    let known = machine.load(ordering: .acquiring)
    return known == .untried ? making.withLock { _ in makeMachineCode() } : known == .made
  }

  private func makeMachineCode() -> Bool {
    if case let known = machine.load(ordering: .relaxed), known != .untried { return known == .made }
    var size = 0
    // Code for `(*NO_JIT)` is compiled without a complaint, and there is none.
    let made =
      pcre2_jit_compile_8(pointer, UInt32(PCRE2_JIT_COMPLETE)) == 0
      && pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_JITSIZE), &size) == 0 && size > 0
    machine.store(made ? .made : .none, ordering: .releasing)
    return made
  }

  /// The same pattern with its steps told; itself where that is too large to be compiled.
  var withStepsTold: CompiledCode {
    counting.withLock { known in
      if let known { return known }
      let made = (try? CompiledCode(source, telling: .needed)) ?? self
      known = made
      return made
    }
  }

  /// How far its steps go.
  var reach: StepReach {
    if let known = StepReach(packed: knownReach.load(ordering: .relaxed)) { return known }
    let made = StepReach(of: source)
    knownReach.store(made.packed, ordering: .relaxed)
    return made
  }

  private static func groups(of code: OpaquePointer) -> [(name: String, number: Int)] {
    var count: UInt32 = 0
    var entrySize: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &entrySize)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return [] }
    return (0..<Int(count)).map { index in
      let entry = table + index * Int(entrySize)
      return (String(cString: entry + 2), Int(entry[0]) << 8 | Int(entry[1]))
    }.sorted { $0.number < $1.number }
  }
}
