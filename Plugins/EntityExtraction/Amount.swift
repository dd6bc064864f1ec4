import PostilModuleKit

extension DocumentView {
  /// Whether the letters at `span` are those of a currency: `US$20`, `NZ $ 20`.
  func isAmount(_ span: Span) -> Bool {
    var end = span.end
    if span.count < 4, end < utf8.count, utf8[end] == .space { end += 1 }
    return end < utf8.count && utf8[end] == UInt8(ascii: "$")
  }
}
