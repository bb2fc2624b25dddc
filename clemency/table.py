"""A table is a list of dataclass rows whose columns carry their own description."""

import dataclasses
import functools


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
def _list_names(row_class):
    return tuple(columns(row_class))


def row(record):
    """A record as a plain dict of its columns, in order, ready for JSON."""
    return {name: getattr(record, name) for name in _list_names(type(record))}
