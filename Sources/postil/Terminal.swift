import ArgumentParser
import Foundation
import PostilFiles
import PostilReports

/// Messages for the user, apart from the report.
enum StandardError {
  /// Whether a person reads along.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes `text` at once; where nobody can read it, it is dropped.
  ///
  /// Control characters are replaced: what comes from documents, files and modules does not command the terminal.
  static func write(_ text: String) { command(TerminalText.visible(text)) }

  /// Writes `text`, which may command the terminal.
  static func command(_ text: String) {
    // A closed or full standard error is no reason to end a run.
    try? ByteOutput.standardError().write(text.utf8)
  }
}

/// What standard output is.
enum StandardOutput {
  /// Whether a person reads along.
  static let isTerminal = isatty(ReportOutput.descriptor) == 1
  /// Whether to colour: on a terminal, unless `NO_COLOR` says otherwise (no-color.org).
  static let hasColor = isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

  /// The terminal's width in columns, 100 when unknown.
  static var width: Int {
    var size = winsize()
    guard ioctl(ReportOutput.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  /// The columns that lines may take: those that were asked for, else those of the variable COLUMNS, else the terminal's; nil, for as
  /// many as they need, in files and pipes.
  ///
  /// - Parameter output: The file that is written instead.
  static func width(asked: Int?, of output: String?) -> Int? {
    if let asked { return asked }
    if output != nil { return nil }
    if let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), told >= narrowest { return told }
    return isTerminal ? max(narrowest, width) : nil
  }

  /// The fewest columns that tables can be made for.
  private static let narrowest = 40

  /// - Throws: `ValidationError` where nothing fits into the columns that were asked for.
  static func check(width: Int?) throws {
    if let width, width < narrowest { throw ValidationError("--width takes a number from \(narrowest)") }
  }

  /// Writes `text`, which is for people, whole, or throws what stopped it; control characters are replaced.
  static func write(_ text: String) throws {
    try ByteOutput.standardOutput().write(TerminalText.visible(text).utf8)
  }

  /// Writes `bytes`, which are for programs, whole, or throws what stopped it; on a terminal control characters are replaced.
  static func write(data bytes: some Collection<UInt8>) throws {
    if isTerminal { return try write(String(decoding: bytes, as: UTF8.self)) }
    try ByteOutput.standardOutput().write(bytes)
  }
}
