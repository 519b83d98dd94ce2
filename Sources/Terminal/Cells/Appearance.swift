/// How a cell looks: attributes and colours by the numbers of xterm.
public struct Appearance: Hashable, Sendable {
  /// What is done to the characters besides colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// Bits as written by `Attributes`' own constants.
    public let rawValue: UInt8
    /// Attributes from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Dim; many terminals show it as normal.
    public static let dim = Attributes(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// Underlined.
    public static let underline = Attributes(rawValue: 8)
  }

  /// What is done to the characters.
  public var attributes: Attributes
  /// Number of the foreground, 0 to 255; nil is the terminal's own.
  public var foreground: UInt8?
  /// Number of the background, 0 to 255; nil is the terminal's own.
  public var background: UInt8?

  /// A look; the terminal's own unless said.
  public init(_ attributes: Attributes = [], foreground: UInt8? = nil, background: UInt8? = nil) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }
}
