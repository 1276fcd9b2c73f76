"""Whether a link is stated by the words or follows from what the two acts are; frozen like the rest of its row."""

import importlib

from django.db import migrations, models

_LINKING = importlib.import_module("tradewatch.records.migrations.0010_linking")


def thaw(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER IF EXISTS records_linking_is_frozen")
    else:
        _LINKING.thaw(apps, schema_editor)


def freeze(apps, schema_editor):
    _LINKING.freeze(apps, schema_editor, (*_LINKING.FROZEN, "inferred"))


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0010_linking'),
    ]

    operations = [
        migrations.RunPython(thaw, _LINKING.freeze),
        migrations.AddField(
            model_name='linking',
            name='inferred',
            field=models.BooleanField(default=False, help_text='The words tell the act; the link follows.'),
        ),
        migrations.RunPython(freeze, thaw),
    ]
