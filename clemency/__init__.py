"""Read amnesties and pardons out of news documents, and report them with the sentence behind every figure."""

__version__ = "0.1.0"
