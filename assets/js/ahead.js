/* The ground is asked for once all scripts have come, while the page is being built: before, it
   would have kept them waiting. See callbacks/ahead.py. */
document.querySelectorAll("link[data-soon]").forEach((link) => { link.rel = "preload"; });
