import PostilDiagnostics

/// What a rule file declares or imports for its own rules and for those that import it.
struct Declarations {
  var definitions: [String: Definition] = [:]
  var lexicons: [String: Lexicon] = [:]
  var types: [TypeDeclaration] = []
  var broken = BrokenNames()
  /// What is wrong with it.
  var diagnostics: [Diagnostic] = []
}
