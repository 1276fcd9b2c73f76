"""Where the links lead that accounts state; like all that is read, such a row never changes."""

import django.db.models.deletion
from django.db import migrations, models


FROZEN = ("mention_id", "target_id", "type", "quote", "run_id")


def freeze(apps, schema_editor, columns=FROZEN):
    of = ", ".join(schema_editor.quote_name(column) for column in columns)
    message = "rows of records_linking never change"
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            f"CREATE TRIGGER records_linking_is_frozen BEFORE UPDATE OF {of} ON records_linking "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION records_linking_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER records_linking_is_frozen BEFORE UPDATE OF {of} ON records_linking "
            "FOR EACH ROW EXECUTE FUNCTION records_linking_refuse()"
        )


def thaw(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER records_linking_is_frozen")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER records_linking_is_frozen ON records_linking")
        schema_editor.execute("DROP FUNCTION records_linking_refuse()")


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0009_events_by_confidence'),
    ]

    operations = [
        migrations.CreateModel(
            name='Linking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('type', models.CharField(blank=True, max_length=11)),
                ('quote', models.TextField(blank=True, help_text="The words of the mention's text that say so.")),
                ('mention', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linkings', to='records.mention')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linkings', to='records.ingestionrun')),
                ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='linked_from', to='records.mention')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('mention', 'target', 'type', 'run'), name='a_run_links_two_once'), models.CheckConstraint(condition=models.Q(models.Q(('quote', ''), ('target__isnull', True), ('type', '')), models.Q(('target__isnull', False), models.Q(('type', ''), _negated=True), models.Q(('quote', ''), _negated=True)), _connector='OR'), name='a_link_that_is_read_has_its_words')],
            },
        ),
        migrations.RunPython(freeze, thaw),
    ]
