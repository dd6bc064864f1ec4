import PostilModel

extension SplitMix {
  /// The numbers for input number `input`.
  init(seed: UInt64, input: Int) { self.init(seed: seed &+ UInt64(input) &* 0xD134_2543_DE82_EF95) }

  /// One of `choices`, which may not be empty.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[Int.random(in: 0..<choices.count, using: &self)] }
}
