"""Login, logout, and the address that tells whether the site is well."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from tradewatch.site.views import SignIn, health

urlpatterns = [
    path("login/", SignIn.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("health/", health, name="health"),
]
