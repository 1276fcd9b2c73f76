"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("tradewatch.site.urls")),
    path("", include("tradewatch.exports.urls")),
    path("review/", include("tradewatch.review.urls")),
    path("", include("tradewatch.timeline.urls")),
]

handler500 = "tradewatch.site.views.server_error"
