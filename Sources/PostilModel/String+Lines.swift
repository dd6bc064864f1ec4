extension StringProtocol {
  /// The same on one line: white space at its sides is left out, and runs of it are one space.
  public var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
