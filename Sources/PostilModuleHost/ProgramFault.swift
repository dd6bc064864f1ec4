import PostilModel

/// Why a program did not answer for a document.
struct ProgramFault: Error {
  enum Kind {
    case end(ProgramEnd)
    case breach(Breach)
  }

  let kind: Kind
  /// How long the program was at the document.
  let own: Duration
  /// When it was to be done.
  let deadline: Deadline

  var isOverdue: Bool { if case .end(.overdue) = kind { true } else { false } }

  func asModuleError(_ name: String) -> ModuleError {
    switch kind {
    case .end(.itself(let end)): ModuleError(module: name, kind: .ended(reason: "\(end)"))
    case .end(.closed): ModuleError(module: name, kind: .ended(reason: "it closed its standard output"))
    case .end(.overdue): ModuleError(module: name, kind: .overdue(deadline))
    case .end(.tooLong): ModuleError(module: name, kind: .contract(reason: "an answer that does not end"))
    case .breach(let breach): ModuleError(module: name, kind: .contract(reason: breach.what))
    }
  }
}
