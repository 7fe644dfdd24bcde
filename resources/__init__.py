"""What is not code: fonts, icons, themes, texts, translations; and the one module that finds them."""
