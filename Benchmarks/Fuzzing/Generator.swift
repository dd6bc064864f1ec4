/// Numbers that are the same in every run with one seed (SplitMix64: Steele, Lea, Flood, OOPSLA 2014).
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, input: Int) { state = seed &+ UInt64(input) &* 0xD134_2543_DE82_EF95 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of `choices`, which may not be empty.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[Int.random(in: 0..<choices.count, using: &self)] }
}
