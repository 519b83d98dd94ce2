public import Terminal

/// Why a command cannot have a key that was set for it, or not only such keys.
public struct KeyConflict: Hashable, Sendable {
  /// Who has the key already where the command would want it.
  public enum Holder: Hashable, Sendable {
    /// Another command.
    case command(CommandID)
    /// A text being written: the key is written into it, or edits it.
    case writing
    /// Lines chosen by their number, or a PIN.
    case digits
    /// The terminal: what arrows and F keys send begins with this key.
    case sequences
    /// A text being written has every key of the command, which by default has one that works there too.
    case writingAlone
  }

  /// The key.
  public var key: Key
  /// The command whose key was set.
  public var command: CommandID
  /// Who has it.
  public var holder: Holder
}

extension Keymap {
  /// Keys that were set and do not stand for their command everywhere it is live; the defaults have none among themselves.
  public static func conflicts(_ changed: [CommandID: [Key]]) -> [KeyConflict] {
    var found: [KeyConflict] = []
    for command in Catalogue.commands {
      guard let keys = changed[command.id] else { continue }
      for key in keys {
        guard let holder = holder(of: key, besides: command, changed) else { continue }
        found.append(KeyConflict(key: key, command: command.id, holder: holder))
      }
      if let key = keys.first, command.isLostInText(keys) {
        found.append(KeyConflict(key: key, command: command.id, holder: .writingAlone))
      }
    }
    return found
  }

  private static func holder(
    of key: Key, besides command: Command, _ changed: [CommandID: [Key]]
  ) -> KeyConflict.Holder? {
    let other = Catalogue.commands.first { other in
      other.id != command.id && (changed[other.id] ?? other.keys).contains(key) && other.meets(command)
    }
    if let other { return .command(other.id) }
    // A default may be: a blank is typed in a search unless it ticks.
    if command.keys.contains(key) { return nil }
    if key.beginsSequences { return .sequences }
    if key.isDigit, command.isLive(in: .choice) || command.isLive(in: .locked) { return .digits }
    return command.isTaken(key) ? .writing : nil
  }
}

extension Command {
  fileprivate func isLive(in area: Area) -> Bool { areas.contains(area) || areas.contains(.everywhere) }

  /// Whether there is a place where both are live.
  fileprivate func meets(_ other: Command) -> Bool {
    !areas.isDisjoint(with: other.areas) || areas.contains(.everywhere) || other.areas.contains(.everywhere)
  }

  /// Whether a text being written takes a key from this command: a letter wherever it is live, another key somewhere.
  fileprivate func isTaken(_ key: Key) -> Bool {
    key.isPrintable
      ? areas.isSubset(of: Area.writing) : Area.writing.contains { isLive(in: $0) && $0.takes(key) }
  }

  /// Whether these keys leave it without one in a text where its own have one. Whoever needs no key everywhere may do
  /// without it there.
  fileprivate func isLostInText(_ keys: [Key]) -> Bool {
    guard Keymap.needsKey.contains(id) || !areas.contains(.everywhere) else { return false }
    return Area.writing.contains { area in
      isLive(in: area) && !self.keys.allSatisfy(area.takes) && keys.allSatisfy(area.takes)
    }
  }
}

extension Area {
  /// Where a text may be written, so that letters are no commands.
  fileprivate static let writing: Set<Area> = [.start, .address, .finder, .filter, .choice, .entry, .note, .pin]

  /// Whether a text written here takes a key before any command.
  fileprivate func takes(_ key: Key) -> Bool {
    var field = TextField("", shape: self == .note ? .manyLines : .oneLine)
    return field.take(key)
  }
}

extension Key {
  fileprivate var isDigit: Bool {
    if case .character(let character) = code { isPrintable && character.wholeNumberValue != nil } else { false }
  }

  /// Whether every terminal's special keys begin with the bytes of this one, which is therefore never told.
  fileprivate var beginsSequences: Bool {
    self == Key(.character("["), .alt) || self == Key(.character("O"), .alt)
  }
}
