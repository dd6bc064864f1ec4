import PostilDiagnostics
import PostilJSON
import PostilModel

/// The date of a document as its input writes it: one that cannot be read costs the date, not the document.
struct InputDate {
  let date: DocumentDate?
  let remarks: [DocumentDiagnostic]

  /// - Parameters:
  ///   - value: Text or a number; nothing, or nothing but white space, is no date.
  ///   - language: The document's, which tells the order of day and month; nil where it is not known.
  init(_ value: FeatureValue?, origin: DocumentDate.Origin, language: String? = nil) {
    let written: String? =
      switch value {
      case .string(let text): text.trimmed
      case .number(let number): JSONValue.number(number).plainText
      case .digits(let digits): digits
      case nil: ""
      default: nil
      }
    guard written != "" else {
      (date, remarks) = (nil, [])
      return
    }
    let day = written.flatMap { DocumentDate.isValid($0) ? $0 : WrittenDate(language: language).day(of: $0) }
    date = day.map { DocumentDate(value: $0, origin: origin) }
    remarks = day == nil ? [Self.remark(on: written)] : []
  }

  /// A date of which it is known that it can be read in two ways.
  init(unreadable written: String) {
    (date, remarks) = (nil, [Self.remark(on: written)])
  }

  private static func remark(on written: String?) -> DocumentDiagnostic {
    let what = written.map { "the date '\($0.prefix(60))'" } ?? "a date that is neither text nor number"
    return DocumentDiagnostic(
      code: Diagnostic.Code.unreadableDate.rawValue, message: "\(what) cannot be read, or in two ways; write yyyy-mm-dd"
    )
  }
}
