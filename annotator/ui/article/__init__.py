"""The article with its marks: drawn, selected and walked through by itself."""
