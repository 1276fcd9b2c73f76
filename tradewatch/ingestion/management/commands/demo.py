"""`demo`: what `make demo` shows: reference data, the sample articles, and somebody to log in as."""

import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import BaseCommand

from tradewatch.records.rights import ANALYSTS, EDITORS

ARTICLES = settings.BASE_DIR / "fixtures" / "articles"


class Command(BaseCommand):
    help = "Fill an empty database with the sample articles and make a demo editor and analyst."

    def handle(self, **_options: Any) -> None:
        call_command("load_reference", stdout=self.stdout)
        for name, group in (("editor", EDITORS), ("analyst", ANALYSTS)):
            password = secrets.token_urlsafe(9)
            user, _ = User.objects.get_or_create(username=name)
            user.set_password(password)
            # The admin is where editors keep the reference data.
            user.is_staff = group == EDITORS
            user.save()
            user.groups.set([Group.objects.get(name=group)])
            self.stdout.write(f"Log in as “{name}” with the password {password}")
        # Last, because it ends the command where a file is refused (HTML without the extra `web`).
        call_command("ingest", str(ARTICLES))
