/// What a module did against its contract.
struct Breach: Error {
  /// What it gave, as the end of a sentence.
  let what: String

  init(_ what: String) { self.what = what }
}
