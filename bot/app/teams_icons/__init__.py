"""The icons of the Teams app, drawn from the SVG files in manifest/teams."""
