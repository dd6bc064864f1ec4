import PostilModel

/// A web page's main text with what its metadata say.
struct HTMLPage {
  /// Less of an article than this, in characters, is hardly any.
  private static let leastText = 140

  /// Title and main text, paragraphs divided by a blank line.
  let text: String
  /// `title`, `outlet`, `author`, `section`, `language`, `url`, as far as the page gives them.
  let metadata: Features
  /// The day of publication, where the page gives it.
  let date: DocumentDate?
  /// The encoding that it was read in.
  let encoding: String
  /// How many characters that encoding does not have.
  let unreadableCharacters: Int
  /// Whether there is a title and hardly anything below it.
  let isBare: Bool

  /// - Parameter encoding: The encoding of pages that declare none and are no UTF-8.
  init(bytes: [UInt8], encoding: TextEncoding?) {
    let source = HTMLEncoding(of: bytes, fallback: encoding)
    self.encoding = source.name
    unreadableCharacters = source.faults
    let tree = HTMLTree(source.utf8)
    let linked = LinkedData(tree)
    let head = HTMLMetadata(tree, linked: linked)
    let body = linked.body.map(PageText.plain)
    let article = PageArticle(tree, body: body)
    let size = article.lines.reduce(0) { $0 + $1.size }
    // What a page shows is then a preview of its article, or nothing.
    let isPreview = body.map { PageLine.size(of: $0) > 2 * size } ?? false
    if let body, isPreview {
      text = PageText.joined(head.title, body)
    } else {
      text = PageText.text(of: article.lines, headline: head.title)
    }
    isBare = !isPreview && size < Self.leastText && head.title != nil
    metadata = head.features
    date = PageDate(tree, language: head.language).date(
      linked: linked.datePublished, address: head.address, article: article)
  }
}
