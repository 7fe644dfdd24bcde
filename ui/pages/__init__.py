"""One module per page. `ui.pages.register` makes them by name, each when it is first opened."""
