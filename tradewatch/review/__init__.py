"""What an editor may do, and the desk to do it at."""
