"""The WSGI application, for gunicorn: `gunicorn tradewatch.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tradewatch.settings")
application = get_wsgi_application()
# What is loaded stays loaded: the collector need not look through it again in the midst of an answer.
gc.collect()
gc.freeze()
