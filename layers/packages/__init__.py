"""Packages that hold drawn layers beside the incidents: GeoPackage and KML."""
