"""Finding programmes in whatever people type: slips, chat spelling, four languages, sentences."""

from catalog.search.engine import Hit, Searcher
from catalog.search.vocabulary import Vocabulary, VocabularyError

__all__ = ["Hit", "Searcher", "Vocabulary", "VocabularyError"]
