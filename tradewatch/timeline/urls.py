"""Addresses of the public pages."""

from django.urls import path

from tradewatch.timeline import actors, citing, events, issues, positions, sources

urlpatterns = [
    path("", events.timeline, name="timeline"),
    path("events/<int:number>/", events.event, name="event"),
    path("events/<int:number>/cite.<str:form>", citing.cite, name="cite"),
    path("actors/", actors.actors, name="actors"),
    path("actors/<slug:slug>/", actors.actor, name="actor"),
    path("issues/", issues.issues, name="issues"),
    path("issues/<slug:slug>/", issues.issue, name="issue"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<int:number>/", sources.source, name="source"),
    path("positions/", positions.positions, name="positions"),
    path("positions/matrix/", positions.matrix, name="matrix"),
]
