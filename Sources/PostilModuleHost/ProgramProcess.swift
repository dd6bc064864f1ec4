import CPostilProcess
import Foundation
import PostilProcesses

/// Why a program gave no answer.
enum ProgramEnd: Error {
  case itself(ChildEnd)
  /// It closed its output and goes on.
  case closed
  case overdue
  case tooLong
}

/// A running program that takes lines and gives lines.
///
/// SAFETY: it is used by the thread alone that started it or took it out of its pool.
final class ProgramProcess: @unchecked Sendable {
  /// A line of more bytes is no answer.
  private static let mostBytes = 1 << 28
  /// How long a program is given to end when its input has ended, in milliseconds.
  private static let mostWait: Int32 = 1000

  private let child: ChildProcess
  /// How many bytes of what has come hold no line end.
  private var looked = 0
  /// The documents that it has answered for.
  var answered = 0

  /// - Throws: ``ProcessError`` when the system has no such program.
  init(_ command: ProgramCommand) throws(ProcessError) {
    child = try ChildProcess { channel in
      var words: [UnsafeMutablePointer<CChar>?] = command.words.map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      return postil_program_start(&words, command.folder, channel)
    }
  }

  deinit {
    child.closeInput()
    _ = child.hasEnded(within: Self.mostWait)
  }

  /// Gives it a line.
  func say(_ line: [UInt8]) { child.give(line + [UInt8(ascii: "\n")]) }

  /// Its next line, without the line end.
  ///
  /// - Parameter milliseconds: How long to wait for it.
  func nextLine(within milliseconds: Int) throws(ProgramEnd) -> [UInt8] {
    let end = SuspendingClock.now + .milliseconds(milliseconds)
    var isClosed = false
    while true {
      if let line = takeLine() { return line }
      guard child.incoming.count <= Self.mostBytes else { throw .tooLong }
      if isClosed { throw ending() }
      let left = SuspendingClock.now.duration(to: end) / .milliseconds(1)
      guard left > 0 else { throw .overdue }
      var file = child.awaited
      poll(&file, 1, Int32(min(left.rounded(.up), 60_000)))
      child.send()
      isClosed = child.receive()
    }
  }

  private func takeLine() -> [UInt8]? {
    guard let end = child.incoming[looked...].firstIndex(of: UInt8(ascii: "\n")) else {
      looked = child.incoming.count
      return nil
    }
    defer {
      child.incoming.removeSubrange(...end)
      looked = 0
    }
    return Array(child.incoming[..<end])
  }

  private func ending() -> ProgramEnd {
    if child.hasEnded(within: Self.mostWait), let end = child.end { return .itself(end) }
    child.kill()
    return .closed
  }

  /// Ends it at once.
  func kill() { child.kill() }
}
