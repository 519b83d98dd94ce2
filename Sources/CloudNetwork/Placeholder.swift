enum CloudNetworkPlaceholder {}
