import PostilJSON
import PostilModel
import PostilModuleBridge

/// A program as one worker sees it.
final class ProgramInstance: ModuleCode {
  /// How long a program may be at a document where nothing else is said.
  private static let standardSeconds = 300.0

  private let pool: ProgramPool

  init(_ pool: ProgramPool) { self.pool = pool }

  func analyze(
    _ document: DocumentTables, candidates: CandidateTable, settings: Features, for call: Call
  ) throws(ModuleError) -> Int32 {
    let offsets = OffsetMap(document.document.text)
    let number = pool.nextNumber()
    var json = JSONBytes()
    json.object { ProgramDocument(document, candidates, settings, offsets).write(number: number, to: &$0) }
    let request = ProgramRequest(
      number: number, document: json.bytes, deadline: call.deadline ?? Deadline(seconds: Self.standardSeconds))
    let began = SuspendingClock.now
    RunPlace.duringModule(call.contract.manifest.name) { pool.serve(request) }
    let outcome = request.outcome
    call.wait(max(.zero, began.duration(to: .now) - outcome.own))
    let answer = try outcome.answer.get()
    if let error = answer["error"] {
      call.fail(error.plainText)
      return 1
    }
    ProgramAnswer(call, offsets).read(answer)
    return 0
  }
}
