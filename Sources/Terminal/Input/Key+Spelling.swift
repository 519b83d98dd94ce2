extension Key: CustomStringConvertible, LosslessStringConvertible {
  /// Reads a key as people write it: `Ctrl+C`, `Alt+x`, `Shift+Tab`, `PageDown`, `F5`, `?`; also `C-c`, `M-x`, `S-Tab`, `^c`
  /// and `<C-c>`. Names are read in any case, characters are not.
  public init?(_ spelling: String) {
    var rest = Substring(spelling)
    if rest.count > 2, rest.first == "<", rest.last == ">" { rest = rest.dropFirst().dropLast() }
    var modifiers: Modifiers = []
    while let (modifier, after) = Key.modifier(rest) {
      modifiers.insert(modifier)
      rest = after
    }
    guard let (code, implied) = Key.code(rest) else { return nil }
    let key = Key(code, modifiers.union(implied)).normalized
    self = key.sentAsControl ?? key
  }

  /// The key whose byte Ctrl with this character sends, as every terminal does; nil for any other.
  private var sentAsControl: Key? {
    guard case .character(let character) = code, modifiers.contains(.control) else { return nil }
    let code: Code? =
      switch character {
      case "m", "j": .enter
      case "i": .tab
      case "h", "?": .backspace
      case "[": .escape
      case "/": .character("_")
      case "@": .character(" ")
      default: nil
      }
    return code.map { sent in
      if case .character = sent { Key(sent, modifiers) } else { Key(sent, modifiers.subtracting(.control)) }
    }
  }

  /// The one canonical spelling: modifiers in the order Ctrl, Alt, Shift, then the key.
  public var description: String {
    var parts: [String] = []
    if modifiers.contains(.control) { parts.append("Ctrl") }
    if modifiers.contains(.alt) { parts.append("Alt") }
    if modifiers.contains(.shift) { parts.append("Shift") }
    parts.append(name)
    return parts.joined(separator: "+")
  }

  private var name: String {
    switch code {
    case .character(" "): "Space"
    case .character(let character): modifiers.contains(.control) ? character.uppercased() : String(character)
    case .function(let number): "F\(number)"
    default: Key.names.first { $0.code == code }?.name ?? ""
    }
  }

  /// First name of a code is the canonical one.
  private static let names: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Escape", .escape), ("Tab", .tab), ("Backspace", .backspace), ("Delete", .delete),
    ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
    ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Space", .character(" ")),
    ("Return", .enter), ("CR", .enter), ("Esc", .escape), ("BS", .backspace), ("BSpace", .backspace),
    ("Del", .delete), ("DC", .delete), ("Ins", .insert), ("IC", .insert), ("PgUp", .pageUp), ("PPage", .pageUp),
    ("PgDn", .pageDown), ("PgDown", .pageDown), ("NPage", .pageDown),
  ]

  private static let modifierNames: [(prefix: String, modifier: Modifiers)] = [
    ("ctrl+", .control), ("control+", .control), ("alt+", .alt), ("meta+", .alt), ("shift+", .shift),
    ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift), ("c-", .control), ("m-", .alt), ("a-", .alt),
    ("s-", .shift), ("^", .control),
  ]

  private static func modifier(_ text: Substring) -> (Modifiers, Substring)? {
    let lower = text.lowercased()
    for (prefix, modifier) in modifierNames where lower.hasPrefix(prefix) && lower.count > prefix.count {
      return (modifier, text.dropFirst(prefix.count))
    }
    return nil
  }

  private static func code(_ text: Substring) -> (Code, Modifiers)? {
    if text.count == 1, let character = text.first { return (.character(character), []) }
    let lower = text.lowercased()
    if let known = names.first(where: { $0.name.lowercased() == lower }) { return (known.code, []) }
    if lower == "btab" { return (.tab, .shift) }
    if lower.first == "f", let number = Int(lower.dropFirst()), (1...24).contains(number) {
      return (.function(number), [])
    }
    return nil
  }

  /// Ctrl with a letter is the lower-case letter; Shift with a letter is its upper case and no modifier.
  var normalized: Key {
    guard case .character(let character) = code else { return self }
    if modifiers.contains(.control) {
      return Key(.character(character.lowercased().first ?? character), modifiers.subtracting(.shift))
    }
    guard modifiers.contains(.shift) else { return self }
    return Key(.character(character.uppercased().first ?? character), modifiers.subtracting(.shift))
  }
}
