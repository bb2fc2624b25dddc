"""What comparing promises."""
