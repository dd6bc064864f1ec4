@_exported import CPostilModule
@_exported import PostilModel

/// What a module delivers: turns the candidates of rules and earlier annotations into annotations.
///
/// Each worker makes its own, so an analyzer needs no locks.
public protocol Analyzer {
  /// What the module needs, takes and gives.
  static var manifest: ModuleManifest { get }

  /// - Parameter settings: Those of the chain, the defaults filled in, and the frames and tables of its
  ///   rulesets.
  init(settings: Settings) throws

  /// Judges one document; the host checks the result against the manifest.
  mutating func analyze(_ document: DocumentView) throws -> Analysis
}

/// The values of a module's settings.
public struct Settings: Sendable {
  private let values: Features

  /// The rules whose frames the module matches, the most important first; none where its manifest does not take frames, and
  /// none in the settings of a document. The name of one may be the decision behind an annotation. An analyzer refuses a
  /// frame by throwing an error whose description begins with the rule's name, a colon and a space.
  public let frames: [FrameRule]

  /// The tables that the module's manifest takes, by their names, each empty where no ruleset gives it; none in the settings
  /// of a document. An analyzer refuses a table by throwing an error whose description begins with the table's name, a colon
  /// and a space, as that of ``TableError`` does.
  public let tables: [String: ModuleTable]

  /// The settings that `values` holds; frames among them as ``FrameRule/value``, tables as ``ModuleTable/value`` by name.
  public init(_ values: Features) {
    self.values = values
    let tables = (values[ModuleTable.setting]?.record ?? [:]).map { ModuleTable(name: $0.name, $0.value) }
    self.tables = Dictionary(tables.map { ($0.name, $0) }) { _, last in last }
    frames = (values[FrameRule.setting]?.list ?? []).compactMap(FrameRule.init)
  }

  /// A table; empty when the manifest takes none of this name.
  public func table(_ name: String) -> ModuleTable { tables[name] ?? ModuleTable(name: name, rows: []) }
  /// A string setting; empty when the manifest has none of this name.
  public func string(_ name: String) -> String { values[name]?.string ?? "" }
  /// A number setting; 0 when the manifest has none of this name.
  public func number(_ name: String) -> Double { values[name]?.number ?? 0 }
  /// A boolean setting; false when the manifest has none of this name.
  public func boolean(_ name: String) -> Bool { values[name]?.boolean ?? false }
}
