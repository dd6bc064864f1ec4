@_exported import CPostilModule
@_exported import PostilModel

/// What a module delivers: turns the candidates of rules and earlier annotations into annotations.
///
/// Each worker makes its own, so an analyzer needs no locks.
public protocol Analyzer {
  /// What the module needs, takes and gives.
  static var manifest: ModuleManifest { get }

  /// - Parameter settings: Those of the chain, the defaults filled in.
  init(settings: Settings) throws

  /// Judges one document; the host checks the result against the manifest.
  mutating func analyze(_ document: DocumentView) throws -> Analysis
}

/// The values of a module's settings.
public struct Settings: Sendable {
  private let values: Features

  init(_ values: Features) { self.values = values }

  /// A string setting; empty when the manifest has none of this name.
  public func string(_ name: String) -> String { values[name]?.string ?? "" }
  /// A number setting; 0 when the manifest has none of this name.
  public func number(_ name: String) -> Double { values[name]?.number ?? 0 }
  /// A boolean setting; false when the manifest has none of this name.
  public func boolean(_ name: String) -> Bool { values[name]?.boolean ?? false }
}
