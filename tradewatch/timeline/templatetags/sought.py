"""What was sought, marked in words that a template shows."""

from django import template
from django.utils.safestring import SafeString

from tradewatch.timeline.snippets import Hits

register = template.Library()


@register.filter
def sought(text: str, words: str) -> SafeString | str:
    """The text with the words of a search marked: {{ position.quote|sought:q }}."""
    return Hits.of(words).marked(text)
