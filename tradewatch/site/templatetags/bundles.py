"""The bundles, called from the page's frame."""

from django import template

from tradewatch.site.bundles import scripts_as_elements, styles_as_links

register = template.Library()
register.simple_tag(styles_as_links, name="styles")
register.simple_tag(scripts_as_elements, name="scripts")
