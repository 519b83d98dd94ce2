enum TerminalCursesPlaceholder {}
