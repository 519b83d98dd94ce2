/// The part of a list one answer holds.
struct GraphPage<Element> {
  var elements: [Element]
  /// Opaque to clients: the key after which the next page begins.
  var nextLink: String?

  /// Cuts a list that ascends by key; without a page size it is answered whole.
  ///
  /// Pages go on after a key and not after a count, so that nothing is left out when an element goes between two pages.
  init(
    _ elements: [Element], call: GraphCall, size: Int?, key: (Element) -> Int
  ) throws(GraphFault) {
    var rest = elements
    if let token = call.query("$skiptoken") {
      guard token.hasPrefix("p"), let after = Int(token.dropFirst(), radix: 36) else {
        throw .invalid("The value of '$skiptoken' is not valid.")
      }
      rest.removeAll { key($0) <= after }
    }
    guard let size, rest.count > size, let last = rest.prefix(size).last else {
      self.elements = rest
      return
    }
    self.elements = Array(rest.prefix(size))
    nextLink = "\(call.url)?$skiptoken=p" + String(key(last), radix: 36)
  }
}

extension GraphPage {
  /// The whole list body: context, count, next link, elements.
  func body(_ call: GraphCall, context: String, write: (Element, inout ODataWriter) -> Void) -> [UInt8] {
    var out = ODataWriter(hasMetadata: call.wantsMetadata)
    out.object { body in
      body.context(call.context(context))
      if body.hasMetadata { body.member("@odata.count", elements.count) }
      if let nextLink { body.member("@odata.nextLink", nextLink) }
      body.name("value")
      body.array { list in
        for element in elements { write(element, &list) }
      }
    }
    return out.bytes
  }
}

extension GraphCall {
  /// A list as an answer.
  func list<Element>(
    _ elements: [Element], context: String, size: Int? = nil, key: (Element) -> Int = { _ in 0 },
    write: (Element, inout ODataWriter) -> Void
  ) throws(GraphFault) -> GraphReply {
    let page = try GraphPage(elements, call: self, size: size, key: key)
    return reply(page.body(self, context: context, write: write))
  }

  /// One resource as an answer.
  func entity(_ context: String, _ write: (inout ODataWriter) -> Void) -> GraphReply {
    var out = ODataWriter(hasMetadata: wantsMetadata)
    out.object { body in
      body.context(self.context(context))
      write(&body)
    }
    return reply(out.bytes)
  }

  func reply(_ body: [UInt8]) -> GraphReply { .ok(body, metadata: wantsMetadata ? "minimal" : "none") }
}
