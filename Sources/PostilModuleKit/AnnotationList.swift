import CPostilModule
import PostilModel
import PostilModuleBridge

/// The annotations that a document has so far, in the order in which they were made.
public struct AnnotationList: RandomAccessCollection {
  private let tables: ShownTables

  init(_ tables: ShownTables) { self.tables = tables }

  /// The first place, 0.
  public var startIndex: Int { 0 }
  /// One past the last place.
  public var endIndex: Int { tables.rows.annotations.count }
  /// The annotation at a place.
  public subscript(place: Int) -> AnnotationView { AnnotationView(tables: tables, index: place) }

  /// The annotations of `type`, by place in the list.
  func places(ofType type: String) -> [Int] {
    guard let number = tables.run.number(of: type) else { return [] }
    return indices.filter { tables.rows.annotations[$0].type == number }
  }
}

/// A span of the text with a type and features, read where the host keeps it.
///
/// Valid while the document is analyzed.
public struct AnnotationView {
  let tables: ShownTables
  let index: Int

  /// `timex`, `person`, … or a type that a ruleset declares.
  public var type: String { tables.run.names[Int(tables.rows.annotations[index].type)] }
  /// What is annotated.
  public var span: Span { tables.rows.annotations[index].span.value }
  /// What is known about it.
  public var features: Features { tables.features(ofAnnotation: index) }

  /// The module that made it, nil for one that the input brings or a ruleset alone made, and the rule that decided.
  public var provenance: Provenance {
    let row = tables.rows.annotations[index]
    return Provenance(
      module: row.module == POSTIL_NONE ? nil : tables.run.names[Int(row.module)],
      rules: row.rule == POSTIL_NONE ? [] : [tables.run.names[Int(row.rule)]])
  }
}
