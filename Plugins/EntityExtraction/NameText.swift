import PostilModuleKit
import PostilNames

extension NameText {
  /// The span without a possessive at its end.
  static func trimmed(_ span: Span, in utf8: [UInt8]) -> Span {
    for ending in possessives where span.count > ending.count {
      if utf8[(span.end - ending.count)..<span.end].elementsEqual(ending) {
        return Span(start: span.start, end: span.end - ending.count)
      }
    }
    return span
  }

  private static let possessives = ["’s", "'s", "’S", "'S"].map { Array($0.utf8) }
}
