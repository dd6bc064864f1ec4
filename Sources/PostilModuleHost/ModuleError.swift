import PostilModel

/// Why a module cannot be used, or what it did against its contract.
public struct ModuleError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    /// The file is missing, no shared library, or cut off.
    case file(reason: String)
    /// The system's loader refused it.
    case load(reason: String)
    /// It does not export the one function.
    case noEntry(symbol: String)
    /// Built for another version of the interface.
    case version(found: UInt32, supported: ClosedRange<UInt32>)
    /// Its manifest cannot be read.
    case manifest(reason: String)
    /// It is a program that does not start.
    case program(reason: String)
    /// It is a program that ended at a document.
    case ended(reason: String)
    /// It refused its settings.
    case settings(reason: String)
    /// It cannot read the frame of the rule `ruleset/id`.
    case frame(rule: String, reason: String)
    /// It cannot use the table of this name, or misses something in it.
    case table(name: String, reason: String)
    /// It failed on a document.
    case failed(reason: String)
    /// It gave something that its contract or the interface forbids.
    case contract(reason: String)
    /// It was still at a document when the time for one was over.
    case overdue(Deadline)
  }

  /// The module's name, or its file before the name is known.
  public let module: String
  /// What is wrong.
  public let kind: Kind

  /// Pairs a module with what is wrong.
  public init(module: String, kind: Kind) {
    self.module = module
    self.kind = kind
  }
}

extension ModuleError: CustomStringConvertible {
  /// One sentence, lower case, no final period.
  public var description: String {
    switch kind {
    case .file(let reason): "module file '\(module)': \(reason)"
    case .load(let reason): "module file '\(module)' cannot be loaded: \(reason)"
    case .noEntry(let symbol): "'\(module)' is no Postil module: it exports no function '\(symbol)'"
    case .version(let found, let supported):
      "'\(module)' was built for version \(found) of the module interface, this program takes "
        + (supported.count == 1 ? "\(supported.lowerBound)" : "\(supported.lowerBound) to \(supported.upperBound)")
        + ": rebuild it with the header or the package of this program"
    case .manifest(let reason): "the manifest of '\(module)' cannot be used: \(reason)"
    case .program(let reason): "module '\(module)' cannot be started: \(reason)"
    case .ended(let reason): "module '\(module)' ended its program: \(reason)"
    case .settings(let reason): "module '\(module)' refused its settings: \(reason)"
    case .frame(let rule, let reason): "module '\(module)' cannot read the frame of rule '\(rule)': \(reason)"
    case .table(let name, let reason): "module '\(module)' cannot use table '\(name)': \(reason)"
    case .failed(let reason): "module '\(module)' failed: \(reason)"
    case .contract(let reason): "module '\(module)' broke its contract: \(reason)"
    case .overdue(let deadline): "module '\(module)' was \(deadline)"
    }
  }
}
