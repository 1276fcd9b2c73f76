"""Who may do what: analysts read everything and write nothing; editors decide, and keep the reference data."""

from django.contrib.auth.models import AnonymousUser, Group, Permission, User

EDITORS = "editors"
ANALYSTS = "analysts"
_REFERENCE_DATA = ("actor", "alias", "role", "issue", "publisher")
_DECIDING = "records.add_decision"


def is_editor(user: User | AnonymousUser) -> bool:
    """True for whoever may decide about the record."""
    return user.is_active and user.has_perm(_DECIDING)


def make_groups() -> None:
    """Make the two groups, or give them back the rights that they should have. Idempotent."""
    of_records = Permission.objects.filter(content_type__app_label="records")
    reading = of_records.filter(codename__startswith="view_")
    keeping = of_records.filter(codename__in=[f"{act}_{name}" for act in ("add", "change") for name in _REFERENCE_DATA])
    analysts, _ = Group.objects.get_or_create(name=ANALYSTS)
    analysts.permissions.set(reading)
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    editors.permissions.set(
        reading | keeping | of_records.filter(codename__in=["add_decision", "delete_alias", "delete_role"])
    )
