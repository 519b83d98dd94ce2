enum TapePlaceholder {}
