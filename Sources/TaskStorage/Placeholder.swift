enum TaskStoragePlaceholder {}
