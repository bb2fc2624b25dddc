"""Short cuts for tests: a text read as a document, and its claims."""

from clemency.claims.read import read_claims
from clemency.documents.read import make_document

PUBLISHED = "2025-03-20"  # a Thursday


def read(text, published=PUBLISHED, language="", outlet="Example News"):
    """What a text says, as a document of a known day; its first paragraph only sets the scene."""
    row = {"published": published, "language": language, "outlet": outlet}
    return read_claims(make_document("text", text.encode(), row))


def read_sentence(sentence, scene="The colony holds many prisoners.", **row):
    """The reading of a sentence that stands in a second paragraph, so that it inherits no date."""
    return read(f"{scene}\n\n{sentence}", **row)


def only_claim(sentence, **row):
    """The one claim of a sentence; fails if there is none or more than one."""
    claims = read_sentence(sentence, **row).claims
    assert len(claims) == 1, [claim.quote for claim in claims]
    return claims[0]
