/// What a cell means to the reader; a `Theme` turns it into attributes and colours.
///
/// Pages name roles and never colours, so that a tape can expect a role under any theme and monochrome loses nothing.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  /// Body text in the terminal's own colours.
  case normal
  /// Headings and the names of things in charge of a page.
  case heading
  /// Text that matters less: hints, origins, done tasks.
  case muted
  /// Rules between areas.
  case rule
  /// Keys in the footer and in help.
  case key
  /// Something needs attention soon.
  case warning
  /// Something went wrong or is late.
  case danger
  /// Something went right.
  case good
  /// The mark of the practice store.
  case practice
  /// A code to be typed elsewhere, in large letters.
  case code
  /// Text the worker is typing.
  case field
  /// A picture for a camera, in blocks: what is drawn must be darker than what is blank, on every background.
  case qr
}

/// How a cell is shown: its role, and whether the selection is on it.
public struct Style: Hashable, Sendable {
  /// What the cell means.
  public var role: Role
  /// Whether the selection bar covers the cell.
  public var isSelected: Bool

  /// A style of a role, outside the selection unless said.
  public init(_ role: Role, isSelected: Bool = false) {
    self.role = role
    self.isSelected = isSelected
  }

  /// Body text.
  public static let normal = Style(.normal)
}
