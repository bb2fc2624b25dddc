"""Archives: claims out of more documents than fit in memory, read in pieces and kept in a folder of parts."""
