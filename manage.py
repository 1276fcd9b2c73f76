#!/usr/bin/env python
"""Run a command of Tradewatch: `python manage.py help` lists them."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tradewatch.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
