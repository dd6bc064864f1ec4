import PostilModel
import PostilText
import Synchronization
import Testing

@testable import PostilPipeline

@Suite struct OrderedWorkTests {
  private struct Stop: Error {}

  private static func runner(jobs: Int) throws -> BatchRunner {
    let chain = Chain(steps: [(nil, [], [:])], textAnalyzer: TextAnalyzer(language: .none))
    return try BatchRunner(chain: chain, jobs: jobs)
  }

  private static func document(_ number: Int, size: Int = 10) -> Document {
    Document(id: "\(number)", text: "é" + String(repeating: "x", count: size))
  }

  @Test(arguments: [1, 2, 3, 8])
  func `what is made comes in the order in which it was added, whatever takes long`(jobs: Int) throws {
    let work = try Self.runner(jobs: jobs).work { _, document in
      // Every seventh document takes longer than those behind it.
      let rounds = (Int(document.id) ?? 0) % 7 == 0 ? 20_000 : 1
      return document.id + String((0..<rounds).reduce(0) { ($0 + $1) % 3 }).prefix(0)
    }
    var made: [String] = []
    for number in 0..<500 {
      if number % 10 == 3 {
        work.add(made: "\(number)") { made.append($0) }
      } else {
        work.add(Self.document(number)) { made.append($0) }
      }
    }
    work.finish { made.append($0) }
    #expect(made == (0..<500).map(String.init))
  }

  @Test(arguments: [1, 2, 4])
  func `no more documents are held than workers can use, and no more text`(jobs: Int) throws {
    for (size, most) in [(10, 16 * jobs), (4 << 20, 2 * jobs), (20 << 20, 1 + (jobs - 1) / 2)] {
      let begun = Atomic<Int>(0)
      let work = try Self.runner(jobs: jobs).work { _, document in
        begun.add(1, ordering: .relaxed)
        return document.id
      }
      var given = 0
      for number in 0..<(size > 100 ? 10 : 100) {
        work.add(Self.document(number, size: size)) { _ in given += 1 }
        #expect(number + 1 - given < most)
      }
      work.finish { _ in given += 1 }
      #expect(begun.load(ordering: .relaxed) == given)
    }
  }

  @Test(arguments: [1, 2, 4]) func `where giving out fails, nothing more is begun once the work is gone`(jobs: Int)
    throws
  {
    let begun = Atomic<Int>(0)
    func run() throws {
      let work = try Self.runner(jobs: jobs).work { _, document in
        begun.add(1, ordering: .relaxed)
        return document.id
      }
      for number in 0..<1000 { try work.add(Self.document(number)) { if $0 == "20" { throw Stop() } } }
    }
    #expect(throws: Stop.self) { try run() }
    let count = begun.load(ordering: .relaxed)
    #expect((21...20 + 16 * jobs + jobs).contains(count))
  }

  @Test(arguments: [1, 3]) func `a map keeps the order of the documents`(jobs: Int) throws {
    let made = try Self.runner(jobs: jobs).map((0..<100).map { Self.document($0) }) { worker, document in
      worker.annotate(document).document.id
    }
    #expect(made == (0..<100).map(String.init))
  }
}
