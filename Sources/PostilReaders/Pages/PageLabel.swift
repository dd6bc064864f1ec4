/// What an element says of itself, by its name, its role and its classes: evidence that what it holds is no article.
///
/// The words are those that site systems use for the parts of their pages, as collected by readability (Mozilla) and trafilatura
/// (Barbaresi 2021), and by consent platforms for their layers; they are about HTML and the same in every language.
enum PageLabel {
  /// A layer that asks for consent, or the like, over the page.
  case layer
  /// What readers wrote.
  case comments
  /// Navigation, teasers, advertisements, and what else surrounds an article.
  case surroundings
  /// Navigation by its class, which an element inside a line is when there is something in it to choose.
  case navigation
  /// A teaser of another article, or this one's lead: several of a kind are teasers.
  case teaser
  /// Not shown.
  case hidden

  private static let surroundingNames: Set<String> = ["nav", "footer", "aside", "menu", "search"]
  private static let surroundingRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar", "tablist",
  ]
  private static let layerRoles: Set<String> = ["dialog", "alertdialog"]

  /// Classes and ids that begin so name a layer or the comments, whatever follows.
  private static let layerBeginnings = [
    "onetrust", "ot-sdk", "cybot", "cookiebot", "didomi", "qc-cmp", "usercentrics", "uc-banner", "sp_message", "cmplz",
    "cky-",
    "cookie-law", "cookielaw", "cookie-notice", "cookie-consent", "cookieconsent", "cc-window", "cc-banner",
    "fc-consent", "truste",
    "iubenda", "borlabs", "tarteaucitron", "axeptio", "klaro", "evidon", "gdpr", "cmpbox", "termly", "moove_gdpr",
    "amp-consent",
  ]
  private static let commentBeginnings = [
    "disqus", "dsq-", "fb-comments", "fb_comments", "livefyre", "hypercomments", "viafoura", "coral-", "spotim",
    "openweb-",
    "facebook-comments", "commento", "isso-thread", "remark42", "giscus", "utterances",
  ]

  private static let layerWords: Set<String> = [
    "cookie", "cookies", "consent", "gdpr", "modal", "popup", "lightbox", "overlay",
  ]
  private static let commentWords: Set<String> = [
    "comment", "comments", "commentlist", "respond", "commentform", "commentarea", "commentsection", "kommentar",
    "kommentare",
    "comentarios", "commentaires", "komentarze", "reactions", "discussion", "leserkommentare",
  ]
  private static let teaserWords: Set<String> = ["teaser", "teasers", "teaserlist", "promo", "promos", "vorschau"]
  private static let navigationWords: Set<String> = [
    "nav", "navbar", "navi", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "breadcrumbnav",
  ]
  private static let surroundingWords: Set<String> = [
    "share", "sharing",
    "sharedaddy", "sharebar", "sharer", "shares", "social", "socialmedia", "socials", "addthis", "addtoany", "shariff",
    "related",
    "relatedposts", "jp-relatedposts", "yarpp", "similar", "advert", "adverts", "advertisement", "advertising",
    "advertorial", "ad",
    "ads", "adsense", "adsbygoogle", "adbox", "banner", "banners", "sponsor", "sponsored", "sponsors", "newsletter",
    "subscribe",
    "subscription", "signup", "sidebar", "sidebars", "rail", "promotion", "widget",
    "widgets", "footer", "masthead", "outbrain", "taboola", "plista", "zergnet", "revcontent", "pagination", "pager",
    "paging",
    "recommended", "recommendation", "recommendations", "recommend", "trending", "popular", "mostread", "login",
    "toolbar", "tags",
    "taglist", "tagcloud", "postmeta", "copyright", "disclaimer", "skip", "skiplink", "topbar", "toplinks", "bottombar",
    "print",
    "rating", "ratings", "author-box", "authorbox", "author-bio", "bio", "aboutauthor", "byline", "postinfo", "toc",
    "shoutbox", "tools",
    "carousel", "slider", "jumplinks", "noprint", "metadata", "storylinks", "linklist", "readmore", "buttons",
    "adblock", "infobox-nav",
    "partner", "partners", "blogroll", "archives", "calendar", "entry-meta", "post-meta", "article-meta",
    "entry-footer", "post-footer",
    "article-footer", "prev-next", "nextprev", "postnav", "see-also", "read-more", "most-read", "credits", "imprint",
    "legal", "basket",
    "cart", "price", "coupon", "voting", "wpcnt", "navbox", "editsection", "mw-editsection", "catlinks", "printfooter",
    "meta",
    "verwandte", "werbung", "anzeige", "topics", "disclosure", "authors", "authordate", "entry-utility", "timestamp",
  ]
  /// Classes by which site systems call an article's text.
  private static let articleNames: Set<String> = [
    "hentry", "h-entry", "entry-content", "post-content", "post-body", "article-body", "articlebody", "article-content",
    "article__body", "story-body", "storybody",
  ]
  /// First words of a class that tells a state of the page or a subject, as in `no-sidebar`, `tag-newsletter`.
  private static let stateBeginnings: Set<String> = [
    "no", "not", "has", "have", "with", "without", "is", "hide", "show", "tag", "category", "cat", "single", "layout",
    "type", "format",
    "status", "template", "col", "page", "theme", "lang", "js", "int", "include", "enable", "disable", "allow", "after",
    "before",
  ]
  private static let stateEnds: Set<String> = [
    "enabled", "disabled", "open", "closed", "on", "off", "active", "visible", "left", "right", "layout", "none",
    "content", "wrapper",
    "page", "article", "ready", "true", "false", "container",
  ]
  private static let hiddenWords: Set<String> = [
    "sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "hidden",
  ]

  private static let captionWords: Set<String> = [
    "caption", "imagecaption", "imagedescription", "credit", "photocredit", "wp-caption-text", "legend",
    "bildunterschrift",
  ]

  /// Whether an element calls itself the line below a picture.
  static func isCaption(_ node: HTMLTree.Node) -> Bool {
    node.attribute("class")?.split(whereSeparator: \.isWhitespace).contains {
      words(of: $0).contains(where: captionWords.contains)
    } ?? false
  }

  /// Whether an element calls itself an article, or the text of one.
  static func isArticle(_ node: HTMLTree.Node) -> Bool {
    node.name == "article" || node.attribute("itemprop") == "articleBody"
      || node.attribute("class")?.split(whereSeparator: \.isWhitespace)
        .contains { articleNames.contains($0.lowercased()) } ?? false
  }

  /// Of a page's element; nil where it says nothing.
  init?(_ node: HTMLTree.Node) {
    if Self.isHidden(node) {
      self = .hidden
      return
    }
    let role = node.attribute("role")?.lowercased() ?? ""
    if Self.layerRoles.contains(role) || node.name == "dialog" || node.name.hasPrefix("amp-consent") {
      self = .layer
      return
    }
    if let label = Self.ofClasses(of: node) {
      self = label
      return
    }
    guard
      Self.surroundingNames.contains(node.name) || Self.surroundingRoles.contains(role) || Self.isAccessory(node.name)
    else {
      return nil
    }
    self = .surroundings
  }

  /// AMP's sidebars, advertisements and the like.
  private static func isAccessory(_ name: String) -> Bool {
    name.hasPrefix("amp-")
      && ["sidebar", "ad", "sticky-ad", "auto-ads", "user-notification", "lightbox", "social-share", "embed"].contains(
        name.dropFirst(4))
  }

  private static func isHidden(_ node: HTMLTree.Node) -> Bool {
    guard !node.attributes.isEmpty else { return false }
    if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
    if let style = node.attribute("style")?.lowercased().filter({ !$0.isWhitespace }) {
      if style.contains("display:none") || style.contains("visibility:hidden") { return true }
    }
    return node.attribute("class")?.split(whereSeparator: \.isWhitespace)
      .contains { hiddenWords.contains($0.lowercased()) } ?? false
  }

  private static func ofClasses(of node: HTMLTree.Node) -> PageLabel? {
    guard node.name != "body", node.name != "html" else { return nil }
    var found: PageLabel?
    for name in ["id", "class"] {
      for token in node.attribute(name)?.split(whereSeparator: \.isWhitespace) ?? [] {
        switch label(of: token) {
        case .layer: return .layer
        case .comments: found = .comments
        case .surroundings, .navigation, .teaser: found = found ?? label(of: token)
        default: break
        }
      }
    }
    return found
  }

  /// What one class or id says.
  private static func label(of token: Substring) -> PageLabel? {
    let lower = token.lowercased()
    if layerBeginnings.contains(where: lower.hasPrefix) { return .layer }
    if commentBeginnings.contains(where: lower.hasPrefix) { return .comments }
    // Elementor calls every part of a page a widget.
    if lower.hasPrefix("elementor") { return nil }
    let words = words(of: token)
    // A long id is made of a heading.
    guard let first = words.first, let last = words.last, words.count <= 4 else { return nil }
    if words.count > 1, stateBeginnings.contains(first) || stateEnds.contains(last) { return nil }
    if words.contains(where: layerWords.contains) { return .layer }
    if words.contains(where: commentWords.contains) { return .comments }
    if words.contains(where: teaserWords.contains) { return .teaser }
    if surroundingWords.contains(lower) || words.contains(where: surroundingWords.contains) { return .surroundings }
    return words.contains(where: navigationWords.contains) ? .navigation : nil
  }

  /// `relatedPosts-list` as related, posts, list.
  private static func words(of token: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isBehindSmall = false
    for character in token.unicodeScalars {
      let isLetter = character.properties.isAlphabetic
      if !isLetter || isBehindSmall && character.properties.isUppercase {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if isLetter { word.unicodeScalars.append(character) }
      isBehindSmall = character.properties.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}
