private import CPCRE2
import PostilModel

/// The memory that matching needs; each worker has its own and uses it from one thread at a time.
public final class Matcher {
  private let context: OpaquePointer?
  private let stack: OpaquePointer?
  private var data: OpaquePointer?
  /// The spans that ``data`` has room for: the whole match and its groups.
  private var capacity = 64
  /// Where sets keep the places of their evidence.
  var hits = HitTable()
  /// When searches end, so that a document is done with soon: those behind it find nothing.
  public var deadline: Deadline? {
    didSet { overdue = nil }
  }
  /// The pattern (``Pattern/identity``) that was to be searched for when the deadline had passed.
  public private(set) var overdue: ObjectIdentifier?
  /// The calls of PCRE2 so far.
  public private(set) var calls = 0
  /// Those of them that found nothing.
  public private(set) var failures = 0

  /// The most memory for going back, in MiB.
  public static let mostMegabytes = 64

  /// Allocates a JIT stack of up to 4 MiB.
  public init() {
    context = pcre2_match_context_create_8(nil)
    stack = pcre2_jit_stack_create_8(32 << 10, 4 << 20, nil)
    data = pcre2_match_data_create_8(UInt32(capacity), nil)
    pcre2_jit_stack_assign_8(context, nil, stack.map(UnsafeMutableRawPointer.init))
    pcre2_set_heap_limit_8(context, UInt32(Self.mostMegabytes) << 10)
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_jit_stack_free_8(stack)
    pcre2_match_context_free_8(context)
  }

  /// What one search found.
  enum Outcome {
    case match(Span)
    case none
    case failed(code: Int32)

    /// Where the match begins.
    fileprivate var start: Int? { if case .match(let span) = self { span.start } else { nil } }
    fileprivate var failure: MatchFailure? { if case .failed(let code) = self { MatchFailure(code) } else { nil } }
  }

  /// Searches from `start`; the match must begin at or before `last`. The subject ends at `end`.
  ///
  /// - Parameter account: What the search may do beside `backtracking`, which is the match limit; it is told which limit was hit.
  func search(
    _ code: CompiledCode, in text: UnsafeBufferPointer<UInt8>, from start: Int, last: Int, end: Int,
    backtracking: UInt32, anchored: Bool = false, account: StepAccount? = nil
  ) -> Outcome {
    guard let base = text.baseAddress, !isOverdue(at: code) else { return .none }
    pcre2_set_offset_limit_8(context, last)
    guard let account else {
      return call(code, base, from: start, end: end, limit: backtracking, anchored: anchored)
    }
    let places = anchored ? 1 : last - start + 1
    if let search = account.uncountedSearch(of: code, places: places, region: end - start) {
      let limit = min(search.limit, backtracking)
      let outcome = call(code, base, from: start, end: end, limit: limit, anchored: anchored)
      account.spend(search, places: outcome.start.map { max(1, min($0 - start + 1, places)) } ?? places)
      if outcome.failure != .backtracking || limit == backtracking {
        account.failure = outcome.failure ?? account.failure
        return outcome
      }
      if let outcome = placewise(
        code, in: text, base, Span(start: start, end: last), end: end, limit: backtracking, anchored, account)
      {
        account.failure = outcome.failure ?? account.failure
        return outcome
      }
      pcre2_set_offset_limit_8(context, last)
    }
    let outcome = counted(by: account) {
      call(code.withStepsTold, base, from: start, end: end, limit: backtracking, anchored: anchored)
    }
    account.failure = outcome.failure ?? account.failure
    return outcome
  }

  /// Searches place by place, with a match limit that grows where it is hit, so that few places cost much; nil where more may be
  /// passed than `account` has left uncounted.
  private func placewise(
    _ code: CompiledCode, in text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, _ places: Span, end: Int,
    limit most: UInt32, _ anchored: Bool, _ account: StepAccount
  ) -> Outcome? {
    let reach = account.reach(of: code, region: end - places.start)
    for place in places.start...places.end where place >= end || !text[place].isContinuation {
      pcre2_set_offset_limit_8(context, place)
      var limit = min(UInt32(StepAccount.leastLimit), most)
      while true {
        guard account.mayPass(Int(limit) * reach) else { return nil }
        let outcome = call(code, base, from: place, end: end, limit: limit, anchored: anchored)
        if case .none = outcome { break }
        guard outcome.failure == .backtracking, limit < most else { return outcome }
        limit = min(limit * 8, most)
      }
    }
    return Outcome.none
  }

  private func call(
    _ code: CompiledCode, _ base: UnsafePointer<UInt8>, from start: Int, end: Int, limit: UInt32, anchored: Bool
  ) -> Outcome {
    calls += 1
    guard let ready = code.ready else {
      failures += 1
      return .failed(code: Int32(PCRE2_ERROR_NOMEMORY))
    }
    makeRoom(for: code)
    pcre2_set_match_limit_8(context, limit)
    var result: Int32
    if ready.hasMachineCode && !anchored {
      result = pcre2_jit_match_8(ready.pointer, base, end, start, 0, data, context)
    } else {
      let options = UInt32(PCRE2_NO_UTF_CHECK) | (anchored ? UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_ENDANCHORED) : 0)
      result = pcre2_match_8(ready.pointer, base, end, start, options, data, context)
    }
    if result == Int32(PCRE2_ERROR_JIT_STACKLIMIT) {
      let options = UInt32(PCRE2_NO_UTF_CHECK) | UInt32(bitPattern: Int32(PCRE2_NO_JIT))
      result = pcre2_match_8(ready.pointer, base, end, start, options, data, context)
    }
    if result >= 0, let vector = pcre2_get_ovector_pointer_8(data), vector[0] <= vector[1] {
      return .match(Span(start: vector[0], end: vector[1]))
    }
    failures += 1
    return result >= 0 || result == Int32(PCRE2_ERROR_NOMATCH) ? .none : .failed(code: result)
  }

  /// Searches by `body` with every step taken from `account`; the search ends where there are no more.
  private func counted(by account: StepAccount, _ body: () -> Outcome) -> Outcome {
    guard account.steps > 0 else { return .failed(code: Int32(PCRE2_ERROR_CALLOUT)) }
    var count = StepCount(left: account.steps)
    // SAFETY: the pointer to `count` is used only by callouts of the search in `body`, while the variable lives.
    let outcome = withUnsafeMutablePointer(to: &count) { pointer in
      pcre2_set_callout_8(
        context,
        { block, data in
          guard let block, let data else { return 0 }
          return data.assumingMemoryBound(to: StepCount.self).pointee.isUsedUp(at: block.pointee)
            ? Int32(PCRE2_ERROR_CALLOUT) : 0
        }, pointer)
      defer { pcre2_set_callout_8(context, nil, nil) }
      return body()
    }
    account.steps = count.left
    return outcome
  }

  private func isOverdue(at code: CompiledCode) -> Bool {
    guard let deadline else { return false }
    // The clock is looked at now and then; a call ends soon, by its limits.
    if overdue == nil, calls % 16 == 0, deadline.hasPassed { overdue = ObjectIdentifier(code) }
    return overdue != nil
  }

  /// Searches with a pattern that traces its steps: where the attempt began, how far it is, and what of the pattern is next.
  func trace(
    _ code: CompiledCode, in text: UnsafeBufferPointer<UInt8>, starts: Span, end: Int,
    _ step: (_ start: Int, _ offset: Int, _ patternOffset: Int, _ length: Int) -> Void
  ) {
    // SAFETY: the pointer to `step` is used only by callouts of the search below, while the closure lives.
    withoutActuallyEscaping(step) { step in
      var teller = StepTeller(tell: step)
      withUnsafeMutablePointer(to: &teller) { pointer in
        pcre2_set_callout_8(
          context,
          { block, data in
            guard let block = block?.pointee, let data else { return 0 }
            data.assumingMemoryBound(to: StepTeller.self).pointee.tell(
              block.start_match, block.current_position, block.pattern_position, block.next_item_length)
            return 0
          }, pointer)
        _ = search(code, in: text, from: starts.start, last: starts.end, end: end, backtracking: 100_000)
        pcre2_set_callout_8(context, nil, nil)
      }
    }
  }

  private func makeRoom(for code: CompiledCode) {
    guard code.groups.count >= capacity else { return }
    pcre2_match_data_free_8(data)
    capacity = code.groups.count + 1
    data = pcre2_match_data_create_8(UInt32(capacity), nil)
  }

  /// The span of group `number` in the last match.
  func group(_ number: Int) -> Span? {
    guard let vector = pcre2_get_ovector_pointer_8(data), number < Int(pcre2_get_ovector_count_8(data)) else {
      return nil
    }
    let start = vector[2 * number]
    let end = vector[2 * number + 1]
    return start == Int(bitPattern: UInt.max) || start < 0 || start > end ? nil : Span(start: start, end: end)
  }
}

/// Who is told the steps of a search.
private struct StepTeller {
  let tell: (Int, Int, Int, Int) -> Void
}

/// The steps that a search has left.
private struct StepCount {
  private(set) var left: Int
  private var start = -1
  private var offset = 0

  init(left: Int) { self.left = left }

  /// Takes one step, and what was passed since the last.
  mutating func isUsedUp(at block: pcre2_callout_block_8) -> Bool {
    let passed = block.start_match == start ? max(0, block.current_position - offset) : 0
    start = block.start_match
    offset = block.current_position
    left -= 1 + passed / StepAccount.bytesPerStep
    return left <= 0
  }
}

extension MatchFailure {
  /// What a code of PCRE2 other than for no match means.
  init(_ code: Int32) {
    switch code {
    case Int32(PCRE2_ERROR_MATCHLIMIT), Int32(PCRE2_ERROR_DEPTHLIMIT): self = .backtracking
    case Int32(PCRE2_ERROR_CALLOUT): self = .steps
    case Int32(PCRE2_ERROR_HEAPLIMIT), Int32(PCRE2_ERROR_NOMEMORY), Int32(PCRE2_ERROR_JIT_STACKLIMIT): self = .memory
    default: self = .other(PCRE2.message(code))
    }
  }
}
