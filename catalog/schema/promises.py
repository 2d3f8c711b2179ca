"""Promises of a placement, as their file has them."""

from catalog.schema.types import Count, Entry, Slug, Summary


class PromiseEntry(Entry):
    programme: Slug
    provider: Slug
    text: Summary
    within_days: Count | None
    source: Slug
