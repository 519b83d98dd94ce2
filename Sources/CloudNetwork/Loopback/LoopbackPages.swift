import CloudWire

/// What the browser shows of the loopback door: one line of heading and one of text for each case.
public struct LoopbackPages: Hashable, Sendable {
  /// A page.
  public struct Page: Hashable, Sendable {
    /// Heading.
    public var title: String
    /// What to do now.
    public var text: String

    /// A page.
    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  /// The answer was taken.
  public var accepted: Page
  /// The answer belongs to another sign-in.
  public var notOurs: Page
  /// The answer had come already.
  public var spent: Page
  /// Anything else.
  public var missing: Page

  /// Pages in the words of one language.
  public init(accepted: Page, notOurs: Page, spent: Page, missing: Page) {
    self.accepted = accepted
    self.notOurs = notOurs
    self.spent = spent
    self.missing = missing
  }
}

extension LoopbackPages.Page {
  /// Plain HTML without anything active in it.
  var html: String {
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>\(Self.escape(title))</title></head><body>\n"
      + "<h1>\(Self.escape(title))</h1>\n<p>\(Self.escape(text))</p>\n</body></html>\n"
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
