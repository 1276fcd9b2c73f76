from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "tradewatch.site"
