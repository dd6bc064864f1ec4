import PostilModel
import PostilRecords

/// UIMA CAS as XMI, a file a document, and `TypeSystem.xml`; offsets are UTF-16 code units, as UIMA counts.
struct XMIWriter: ReportWriter {
  private static let reserved: Set<String> = [
    "begin", "end", "sofa", "id", "type", "xmi", "postilid", "postilmodule", "postilrule",
  ]

  private let files: FileSink
  /// The features of each type, in the order in which they came.
  private var types: [String: [String]] = [:]
  private var names = ExportNames()
  private var typeNames = ExportNames()
  /// The names of each type's features.
  private var featureNames: [String: ExportNames] = [:]

  init(files: @escaping FileSink) { self.files = files }

  func begin(_ run: RunInformation) {}

  mutating func write(_ document: AnnotatedDocument) throws {
    guard document.error == nil else { return }
    let annotations = ExportedAnnotation.all(document)
    let offsets = Self.offsets(document.document.text)
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:postil="http:///postil.ecore" xmi:version="2.0">
      <cas:NULL xmi:id="0"/>

      """
    for (number, annotation) in annotations.enumerated() {
      xml += element(annotation, number + 2, offsets)
    }
    let members = annotations.indices.map { "\($0 + 2)" }.joined(separator: " ")
    xml += "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text/plain\" "
    xml +=
      "sofaString=\"\(XMLText.escaped(document.document.text))\"/>\n<cas:View sofa=\"1\" members=\"\(members)\"/>\n</xmi:XMI>\n"
    try files(names.path(of: document.document) + ".xmi", Array(xml.utf8)[...])
  }

  private mutating func element(_ annotation: ExportedAnnotation, _ number: Int, _ offsets: [Int]) -> String {
    let type = typeNames.name(of: annotation.type, wanted: Self.typeName(annotation.type), separator: "_")
    var attributes = [
      ("postilId", annotation.id), ("postilModule", annotation.module), ("postilRule", annotation.rule),
    ]
    for feature in annotation.features {
      attributes.append((name(of: feature.name, in: type), feature.value))
    }
    var known = types[type] ?? []
    known += attributes.map(\.0).filter { !known.contains($0) }
    types[type] = known
    let text = attributes.filter { !$0.1.isEmpty }
      .map { " \($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
    return "<postil:\(type) xmi:id=\"\(number)\" sofa=\"1\" begin=\"\(offsets[annotation.span.start])\" "
      + "end=\"\(offsets[annotation.span.end])\"\(text)/>\n"
  }

  private mutating func name(of feature: String, in type: String) -> String {
    let name = ExportPath.identifier(feature)
    let wanted = Self.reserved.contains(name.lowercased()) ? name + "_" : name
    return featureNames[type, default: ExportNames()].name(of: feature, wanted: wanted, separator: "_")
  }

  func end(_ outcome: RunOutcome) throws {
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><name>postil</name><types>

      """
    for type in types.keys.sorted() {
      xml +=
        "<typeDescription><name>postil.\(type)</name><description/><supertypeName>uima.tcas.Annotation</supertypeName><features>"
      for feature in types[type] ?? [] {
        xml +=
          "<featureDescription><name>\(feature)</name><description/><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>"
      }
      xml += "</features></typeDescription>\n"
    }
    try files("TypeSystem.xml", Array((xml + "</types></typeSystemDescription>\n").utf8)[...])
  }

  /// `StatementPart` of `statement-part`.
  private static func typeName(_ type: String) -> String {
    let name = ExportPath.identifier(type)
    return name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// For each byte offset on a code point boundary the UTF-16 offset.
  private static func offsets(_ text: String) -> [Int] {
    var offsets: [Int] = []
    var count = 0
    for scalar in text.unicodeScalars {
      offsets += [Int](repeating: count, count: UTF8.width(scalar))
      count += UTF16.width(scalar)
    }
    return offsets + [count]
  }
}
