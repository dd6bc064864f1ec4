#if HTMLReader
  private import CLibXML2
  import Foundation
  import PostilModel

  /// A web page's main text with what its metadata say.
  struct HTMLPage {
    /// Title and main text, paragraphs divided by a blank line.
    let text: String
    /// `title`, `outlet`, `author`, `section`, `language`, `url`, as far as the page gives them, and `date`.
    let metadata: Features

    /// - Parameter encoding: The page's encoding; nil for UTF-8 where it is that, else what the page declares.
    /// - Returns: Nil when libxml2 finds no document.
    init?(bytes: [UInt8], encoding: String?) {
      let named = encoding ?? (String(validating: bytes, as: UTF8.self) == nil ? nil : "utf-8")
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue
      let parsed = bytes.withUnsafeBytes { buffer in
        htmlReadMemory(
          buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, named, Int32(options))
      }
      guard let document = parsed, let root = xmlDocGetRootElement(document) else {
        xmlFreeDoc(parsed)
        return nil
      }
      defer { xmlFreeDoc(document) }
      let page = HTMLElement(node: root)
      let head = HTMLMetadata(page)
      var body = HTMLMainText(page).text
      if let title = head.title, !body.prefix(600).contains(title) { body = title + "\n\n" + body }
      text = body
      metadata = head.features
    }
  }

  /// An element of a page; lives no longer than its document.
  struct HTMLElement {
    fileprivate let node: UnsafeMutablePointer<xmlNode>

    fileprivate init(node: UnsafeMutablePointer<xmlNode>) { self.node = node }

    /// Its name in lower case; nil for text and comments.
    var name: String? {
      node.pointee.type == XML_ELEMENT_NODE ? String(cString: node.pointee.name).lowercased() : nil
    }

    /// The words of a text node.
    var ownText: String? {
      let isText = node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE
      return isText ? node.pointee.content.map { String(cString: $0) } : nil
    }

    var children: [HTMLElement] {
      var all: [HTMLElement] = []
      var next = node.pointee.children
      while let child = next {
        all.append(HTMLElement(node: child))
        next = child.pointee.next
      }
      return all
    }

    /// The value of an attribute; nil without it.
    func attribute(_ name: String) -> String? {
      guard node.pointee.type == XML_ELEMENT_NODE else { return nil }
      var next = node.pointee.properties
      while let attribute = next {
        if String(cString: attribute.pointee.name).lowercased() == name {
          return attribute.pointee.children.map { HTMLElement(node: $0).siblingText } ?? ""
        }
        next = attribute.pointee.next
      }
      return nil
    }

    /// The words of this text node and of those behind it.
    private var siblingText: String {
      var text = ""
      var next: UnsafeMutablePointer<xmlNode>? = node
      while let part = next {
        text += HTMLElement(node: part).ownText ?? ""
        next = part.pointee.next
      }
      return text
    }

    /// This element and all below it, in the order of the page; at most 200 levels deep.
    func all(depth: Int = 0) -> [HTMLElement] {
      depth > 200 ? [] : [self] + children.flatMap { $0.all(depth: depth + 1) }
    }

    /// All words below it.
    var allText: String { all().compactMap(\.ownText).joined() }
  }
#endif
