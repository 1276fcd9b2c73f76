"""Addresses of what leaves the site."""

from django.urls import re_path

from tradewatch.exports import views

urlpatterns = [
    re_path(r"^events\.(?P<form>csv|json)$", views.events, name="export-events"),
    re_path(r"^positions\.(?P<form>csv|json)$", views.positions, name="export-positions"),
]
