/// The formats that are read, a line each: the content of a file is held against them in this order.
enum DocumentFormats {
  static let all: [any DocumentFormat] = [
    TextFormat(),
    RecordFormat(),
    TableFormat(),
    PageFormat(),
    NexisFormat(),
    TelegramFormat(),
    WhatsAppFormat(),
    FeedFormat(),
    NewsItemFormat(),
    NinjsFormat(),
    PageArchiveFormat(),
    MailFormat(),
    MailboxFormat(),
    SubtitleFormat(),
    OfficeFormat(),
    BookFormat(),
    RTFFormat(),
    PDFFormat(),
    ArchiveFormat(),
    GzipFormat(),
    WebArchiveFormat(),
  ]
}
