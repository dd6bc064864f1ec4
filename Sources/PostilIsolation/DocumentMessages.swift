import PostilModel

/// What the program asks of a worker: to annotate a document.
enum DocumentRequest {
  /// The message for `document`.
  static func bytes(_ document: Document) -> [UInt8] {
    var message = MessageWriter()
    message.text(document.id)
    message.text(document.set)
    message.text(document.text)
    message.features(document.metadata)
    message.optional(document.date) { $0.date($1) }
    message.optional(document.detectedLanguage) { $0.text($1) }
    message.list(document.given) { $0.annotation($1) }
    message.list(document.givenBoilerplate) { $0.span($1) }
    message.list(document.remarks) { $0.diagnostic($1) }
    return message.bytes
  }

  /// The document of a message.
  static func document(_ bytes: ArraySlice<UInt8>) throws(MessageError) -> Document {
    var reader = MessageReader(bytes)
    let (id, set) = (try reader.string(), try reader.string())
    reader.text = try reader.string()
    return Document(
      id: id, set: set, text: reader.text, metadata: try reader.features(),
      date: try reader.optional { reader throws(MessageError) in try reader.date() },
      detectedLanguage: try reader.optional { reader throws(MessageError) in try reader.string() },
      given: try reader.annotations(),
      givenBoilerplate: try reader.list { reader throws(MessageError) in try reader.span() },
      remarks: try reader.list { reader throws(MessageError) in try reader.diagnostic() })
  }
}

/// What a worker answers: all of the record that the document did not have already.
enum DocumentAnswer {
  /// The message for `record`.
  static func bytes(_ record: AnnotatedDocument) -> [UInt8] {
    var message = MessageWriter()
    message.optional(record.document.date) { $0.date($1) }
    message.optional(record.document.detectedLanguage) { $0.text($1) }
    message.optional(record.error) { $0.text($1) }
    message.list(record.annotations) { $0.annotation($1) }
    message.list(record.boilerplate) { $0.span($1) }
    message.list(record.diagnostics) { $0.diagnostic($1) }
    return message.bytes
  }

  /// The record of a message that answers for `document`.
  static func record(_ bytes: ArraySlice<UInt8>, of document: Document) throws(MessageError) -> AnnotatedDocument {
    var reader = MessageReader(bytes)
    reader.text = document.text
    let date = try reader.optional { reader throws(MessageError) in try reader.date() }
    let language = try reader.optional { reader throws(MessageError) in try reader.string() }
    let error = try reader.optional { reader throws(MessageError) in try reader.string() }
    let record = AnnotatedDocument(
      document: document.dated(date).detected(language), annotations: try reader.annotations(),
      boilerplate: try reader.list { reader throws(MessageError) in try reader.span(mayBeEmpty: false) },
      diagnostics: try reader.list { reader throws(MessageError) in try reader.diagnostic() }, error: error)
    guard reader.isAtEnd, date == document.date || date.map({ DocumentDate.isValid($0.value) }) ?? true else {
      throw .badValue
    }
    return record
  }
}
