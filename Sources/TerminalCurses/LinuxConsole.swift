internal import Terminal

/// What the Linux console makes of a look: it shows attributes as colours, and its fonts hold few signs.
///
/// Dim becomes dark grey, 2.8:1 on black; bold brightens what is drawn, so that black on grey becomes dark grey on grey,
/// 3.2:1 (`build_attr` in the kernel's vt.c). Its own font has neither a half nor a full circle, and shows one square for both.
enum LinuxConsole {
  /// Whether a terminal of this name is one.
  static func isNamed(_ name: String) -> Bool { name == "linux" || name.hasPrefix("linux-") }

  /// A look without the attributes that would make it hard to read there.
  static func fitted(_ look: Appearance) -> Appearance {
    var look = look
    look.attributes.remove(.dim)
    if look.attributes.contains(.reverse) { look.attributes.remove(.bold) }
    return look
  }
}
