import PostilDiagnostics

/// Why something of a rule cannot be read.
enum Refusal: Error {
  /// It stands on something that is told to be broken elsewhere.
  case alreadyTold
  case fault(Diagnostic)
}
