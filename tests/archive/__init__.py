"""Archives: claims read in pieces, into folders of parts."""
