"""The page on which a person without a command line brings a file: `/import`.

Nothing of it is Dash: the server writes the page's frame (`page.py`), its script is
`assets/js/later/upload*.js`, and all else goes over plain addresses below `/import`.
"""
