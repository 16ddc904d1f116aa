"""The clock as a film: a map that steps through time, as GIF and MP4."""
