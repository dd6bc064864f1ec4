import Foundation
import PostilModel

/// Why the fuzzing itself cannot go on.
struct FuzzFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// `postil-fuzz [target=NAME] [inputs=NUMBER] [seed=NUMBER] [first=NUMBER]`, in the checkout.
///
/// Input number N of a seed is always the same: `first=N inputs=1` repeats it. What is at work lies in a folder
/// `postil-fuzz-…` of the temporary folder, which stays behind after a crash; `at-work.txt` there tells its target and number.
struct Fuzzing {
  private static var targets: [any FuzzTarget.Type] {
    [
      RulesTarget.self, PatternsTarget.self, LimitsTarget.self, ReadersTarget.self, ReportsTarget.self,
      DocumentsTarget.self, ModuleTarget.self,
    ]
  }

  private let options: [String: String]
  private let workplace: Workplace

  init(_ arguments: [String]) throws {
    let pairs = arguments.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    options = Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { $1 }
    workplace = try Workplace()
  }

  private func number(_ name: String, _ value: Int) -> Int { options[name].flatMap(Int.init) ?? value }

  /// The number of inputs whose answers were wrong.
  func run() throws -> Int {
    var wrong = 0
    for type in Self.targets where options["target"].map({ $0 == type.name }) ?? true {
      wrong += try run(try type.init(workplace), type.name)
    }
    workplace.leave()
    return wrong
  }

  private func run(_ target: some FuzzTarget, _ name: String) throws -> Int {
    var target = target
    var wrong = 0
    let first = number("first", 0)
    let seed = number("seed", 1)
    for input in first..<(first + number("inputs", 1000)) {
      try workplace.write("at-work.txt", Array("target=\(name) seed=\(seed) first=\(input) inputs=1\n".utf8))
      var generator = SplitMix(seed: UInt64(truncatingIfNeeded: seed), input: input)
      if let fault = try target.run(&generator) {
        wrong += 1
        print("target=\(name) seed=\(seed) first=\(input) inputs=1: \(fault)")
      }
    }
    print("\(name): \(number("inputs", 1000)) inputs, \(wrong) wrong")
    return wrong
  }
}
