enum WorkspaceRuntimePlaceholder {}
