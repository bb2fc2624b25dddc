"""A table is a list of dataclass rows whose columns carry their own description."""

import dataclasses
import functools
import operator


def column(description, kind="string", key=None, default=dataclasses.MISSING, default_factory=dataclasses.MISSING):
    """One column: what it means, its Frictionless type, and the "table.column" that it refers to, if any."""
    metadata = {"description": description, "type": kind, "key": key}
    if default_factory is not dataclasses.MISSING:
        return dataclasses.field(default_factory=default_factory, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def columns(row_class):
    """The columns of a row class, in order, as {name: {"description", "type", "key"}}."""
    return {field.name: dict(field.metadata) for field in dataclasses.fields(row_class) if field.metadata}


@functools.cache
def _prepare_row(row_class):
    """The names of the columns, and what gets all their values from a record."""
    names = tuple(columns(row_class))
    return names, operator.attrgetter(*names)


def row(record):
    """A record as a plain dict of its columns, in order, ready for JSON."""
    names, get_values = _prepare_row(type(record))
    return dict(zip(names, get_values(record), strict=True))
