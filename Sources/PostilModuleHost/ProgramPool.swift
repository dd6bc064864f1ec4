import PostilJSON
import PostilModel
import PostilProcesses
import Synchronization

/// The programs that run for a module with the same settings, and the documents that wait for one.
///
/// Whoever asks and finds a program idle, or room for another, serves it; the rest wait. Documents that wait are served together, as many
/// as a batch may have.
final class ProgramPool: Sendable {
  private struct State {
    var idle: [ProgramProcess] = []
    /// The programs that are at a batch or begin.
    var busy = 0
    var waiting: [ProgramRequest] = []
    var asked = 0
    /// The starts since the last one that went well.
    var failedStarts = 0
    /// Why no more are started.
    var refusal: ModuleError?
  }

  /// After so many starts in a row that failed no more are tried.
  private static let mostFailedStarts = 3

  private let command: ProgramCommand
  private let settings: [UInt8]
  private let state = Mutex(State())

  init(_ command: ProgramCommand, settings: [UInt8]) {
    self.command = command
    self.settings = settings
  }

  /// Starts a program, unless one runs that took the settings.
  ///
  /// - Parameter greeted: Gives one that has told its manifest, if there is one.
  /// - Returns: Why it refuses them; nil where it takes them.
  func prepare(_ greeted: () -> ProgramDialogue?) throws(ModuleError) -> String? {
    guard state.withLock({ $0.idle.isEmpty && $0.busy == 0 }) else { return nil }
    let dialogue: ProgramDialogue
    if let first = greeted() { dialogue = first } else { dialogue = try ProgramDialogue.begin(command).0 }
    if let refusal = try dialogue.prepare(settings) { return refusal }
    state.withLock { $0.idle.append(dialogue.process) }
    return nil
  }

  /// Ends the programs that are at no document.
  func endIdle() {
    let idle = state.withLock { state in
      defer { state.idle = [] }
      return state.idle
    }
    // They end when they are let go.
    withExtendedLifetime(idle) {}
  }

  /// A number that no other document has.
  func nextNumber() -> Int {
    state.withLock { state in
      state.asked += 1
      return state.asked
    }
  }

  /// Waits until there is an outcome.
  func serve(_ request: ProgramRequest) {
    guard let idle = join(request) else { return }
    let batch = batch(with: request)
    let program = give(batch, to: idle)
    pass(program)
    for other in batch where other !== request { other.tell(.answered) }
  }

  /// Waits for an answer, or for the turn to serve.
  ///
  /// - Returns: The program to serve, nil within where one is to be started; nil when others have served.
  private func join(_ request: ProgramRequest) -> ProgramProcess?? {
    let turn: ProgramProcess?? = state.withLock { state in
      guard !state.idle.isEmpty || state.busy < command.mostProcesses ?? .max else {
        state.waiting.append(request)
        return nil
      }
      state.busy += 1
      return .some(state.idle.popLast())
    }
    if let turn { return .some(turn) }
    switch request.wait() {
    case .answered: return nil
    case .turn(let program): return .some(program)
    }
  }

  /// The request and those that wait, as many as a batch may have.
  private func batch(with request: ProgramRequest) -> [ProgramRequest] {
    state.withLock { state in
      let others = Array(state.waiting.prefix(command.batch - 1))
      state.waiting.removeFirst(others.count)
      return [request] + others
    }
  }

  /// Gives the turn to the next that waits, if one does.
  private func pass(_ program: ProgramProcess?) {
    state.withLock { state in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst().tell(.turn(program)) }
      state.busy -= 1
      if let program { state.idle.append(program) }
    }
  }

  /// Has a batch answered; a document that may have found its program damaged, or others in its batch, is tried alone with a new one.
  ///
  /// - Returns: The program, if it can go on.
  private func give(_ batch: [ProgramRequest], to idle: ProgramProcess?) -> ProgramProcess? {
    var program = idle
    var rest = batch[...]
    var isOneByOne = false
    while !rest.isEmpty {
      let part = isOneByOne ? rest.prefix(1) : rest
      let current: ProgramProcess
      do throws(ModuleError) {
        if let program { current = program } else { current = try started() }
      } catch {
        rest.removeFirst().fill(.failure(error), after: .zero)
        continue
      }
      program = current
      let isFresh = current.answered == 0
      do throws(ProgramFault) {
        try answer(part, current) { rest.removeFirst() }
      } catch {
        current.kill()
        program = nil
        isOneByOne = true
        guard part.count == 1, isFresh || error.isOverdue else { continue }
        rest.removeFirst().fill(.failure(error.asModuleError(command.name)), after: error.own)
      }
    }
    return program
  }

  private func started() throws(ModuleError) -> ProgramProcess {
    if let refusal = state.withLock({ $0.refusal }) { throw refusal }
    do throws(ModuleError) {
      let process = try RunPlace.whileWaiting { () throws(ModuleError) in
        let (dialogue, _) = try ProgramDialogue.begin(command)
        if let reason = try dialogue.prepare(settings) {
          throw ModuleError(module: command.name, kind: .settings(reason: reason))
        }
        return dialogue.process
      }
      state.withLock { $0.failedStarts = 0 }
      return process
    } catch {
      state.withLock { state in
        state.failedStarts += 1
        if state.failedStarts >= Self.mostFailedStarts { state.refusal = error }
      }
      throw error
    }
  }

  /// Says the documents, and fills each with its answer as it comes; `done` is called behind each.
  private func answer(
    _ part: ArraySlice<ProgramRequest>, _ program: ProgramProcess, done: () -> Void
  ) throws(ProgramFault) {
    var began = SuspendingClock.now
    program.say(Self.line(of: part))
    for request in part {
      func fault(_ kind: ProgramFault.Kind) -> ProgramFault {
        ProgramFault(kind: kind, own: began.duration(to: .now), deadline: request.deadline)
      }
      let line: [UInt8]
      do throws(ProgramEnd) {
        line = try program.nextLine(within: request.milliseconds)
      } catch {
        throw fault(.end(error))
      }
      do throws(Breach) {
        let value = try ProgramDialogue.value(of: line)
        guard value["number"]?.integer == request.number else {
          throw Breach("an answer that is not for the document that it was given")
        }
        request.fill(.success(value), after: began.duration(to: .now))
      } catch {
        throw fault(.breach(error))
      }
      program.answered += 1
      began = .now
      done()
    }
  }

  private static func line(of part: ArraySlice<ProgramRequest>) -> [UInt8] {
    var line = Array(#"{"documents":["#.utf8)
    for request in part {
      if request !== part.first { line.append(UInt8(ascii: ",")) }
      line += request.document
    }
    return line + "]}".utf8
  }
}
