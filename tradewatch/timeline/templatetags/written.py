"""What Python writes faster than a template, called from one."""

from django import template

from tradewatch.timeline.drawn import marks_as_svg
from tradewatch.timeline.facetted import options_as_html
from tradewatch.timeline.written import rows_as_html

register = template.Library()
register.simple_tag(rows_as_html, name="rows_written")
register.simple_tag(options_as_html, name="options_written")
register.simple_tag(marks_as_svg, name="marks_written")
