enum TerminalHeadlessPlaceholder {}
