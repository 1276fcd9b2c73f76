"""What ties the rest: middleware, login, the shell of every page."""
