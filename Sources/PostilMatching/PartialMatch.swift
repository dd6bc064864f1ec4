private import CPCRE2
import PostilModel

/// How far a pattern got in a text where it did not match.
public struct PartialMatch: Hashable, Sendable {
  /// The text that it took before it stopped.
  public let span: Span
  /// The place in the pattern, in UTF-8 bytes, of what did not match.
  public let patternOffset: Int
  /// What did not match, as written in the pattern.
  public let item: String

  /// The longest partial match of `pattern` that begins in `starts` and, if any does, reaches over `place`.
  ///
  /// It is found by PCRE2's automatic callouts (pcre2callout), which tell every step of a search.
  ///
  /// - Parameter end: Where the subject ends.
  public static func longest(
    of pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, starts: Span, place: Int, end: Int
  ) -> PartialMatch? {
    guard let traced = try? CompiledCode(pattern.source, telling: .all) else { return nil }
    let steps = Steps(place: place)
    Matcher().trace(traced, in: text, starts: starts, end: end) { start, offset, patternOffset, length in
      steps.note(start: start, offset: offset, patternOffset: patternOffset, length: length)
    }
    guard let best = steps.best, best.start < best.offset || best.start == place else { return nil }
    let bytes = Array(pattern.source.utf8)
    let last = min(bytes.count, best.patternOffset + max(best.length, 1))
    return PartialMatch(
      span: Span(start: best.start, end: best.offset), patternOffset: best.patternOffset,
      item: String(decoding: bytes[min(best.patternOffset, bytes.count)..<last], as: UTF8.self))
  }
}

/// The farthest step of a search so far.
private final class Steps {
  struct Step {
    let start: Int
    let offset: Int
    let patternOffset: Int
    let length: Int
  }

  private let place: Int
  private(set) var best: Step?

  init(place: Int) { self.place = place }

  func note(start: Int, offset: Int, patternOffset: Int, length: Int) {
    let step = Step(start: start, offset: offset, patternOffset: patternOffset, length: length)
    guard let known = best else {
      best = step
      return
    }
    if merit(step) > merit(known) { best = step }
  }

  /// Steps that take the place, or reach it, come before others; then those at it, then the longer, then the one farther
  /// in the pattern.
  private func merit(_ step: Step) -> (Int, Int, Int) {
    let reaches = step.start <= place && step.offset >= place && step.offset > step.start
    return (reaches ? 2 : step.start == place ? 1 : 0, step.offset - step.start, step.patternOffset)
  }
}
