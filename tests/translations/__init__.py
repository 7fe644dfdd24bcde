"""What translators work on: the source strings of documents, and catalogues kept up to date with them."""
