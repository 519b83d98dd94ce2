enum TillsideTestingPlaceholder {}
