"""What Python writes faster than a template, called from one."""

from django import template

from tradewatch.timeline.axis import ground_as_svg, periods_as_letters, periods_as_links
from tradewatch.timeline.barred import bars_as_svg
from tradewatch.timeline.drawn import marks_as_svg
from tradewatch.timeline.facetted import options_as_html
from tradewatch.timeline.matrix import ticks_as_svg
from tradewatch.timeline.spoken import statements_as_html
from tradewatch.timeline.written import months_as_html

register = template.Library()
register.simple_tag(months_as_html, name="months_written")
register.simple_tag(options_as_html, name="options_written")
register.simple_tag(marks_as_svg, name="marks_written")
register.simple_tag(bars_as_svg, name="bars_written")
register.simple_tag(ground_as_svg, name="ground_written")
register.simple_tag(periods_as_links, name="periods_written")
register.simple_tag(periods_as_letters, name="letters_written")
register.simple_tag(statements_as_html, name="statements_written")
register.simple_tag(ticks_as_svg, name="ticks_written")
