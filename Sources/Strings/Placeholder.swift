enum StringsPlaceholder {}
