package vocab

// NSGeoSPARQL is the namespace of OGC GeoSPARQL: https://docs.ogc.org/is/22-047r1/22-047r1.html.
const NSGeoSPARQL = "http://www.opengis.net/ont/geosparql#"

// Classes of geo.
const (
	// GeoSPARQLFeature is the class geo:Feature.
	GeoSPARQLFeature IRI = NSGeoSPARQL + "Feature"
	// GeoSPARQLGeometry is the class geo:Geometry.
	GeoSPARQLGeometry IRI = NSGeoSPARQL + "Geometry"
	// GeoSPARQLSpatialObject is the class geo:SpatialObject.
	GeoSPARQLSpatialObject IRI = NSGeoSPARQL + "SpatialObject"
)

// Properties of geo.
const (
	// GeoSPARQLAsGML is the property geo:asGML.
	GeoSPARQLAsGML IRI = NSGeoSPARQL + "asGML"
	// GeoSPARQLAsGeoJSON is the property geo:asGeoJSON.
	GeoSPARQLAsGeoJSON IRI = NSGeoSPARQL + "asGeoJSON"
	// GeoSPARQLAsKML is the property geo:asKML.
	GeoSPARQLAsKML IRI = NSGeoSPARQL + "asKML"
	// GeoSPARQLAsWKT is the property geo:asWKT.
	GeoSPARQLAsWKT IRI = NSGeoSPARQL + "asWKT"
	// GeoSPARQLCoordinateDimension is the property geo:coordinateDimension.
	GeoSPARQLCoordinateDimension IRI = NSGeoSPARQL + "coordinateDimension"
	// GeoSPARQLDimension is the property geo:dimension.
	GeoSPARQLDimension IRI = NSGeoSPARQL + "dimension"
	// GeoSPARQLHasBoundingBox is the property geo:hasBoundingBox.
	GeoSPARQLHasBoundingBox IRI = NSGeoSPARQL + "hasBoundingBox"
	// GeoSPARQLHasCentroid is the property geo:hasCentroid.
	GeoSPARQLHasCentroid IRI = NSGeoSPARQL + "hasCentroid"
	// GeoSPARQLHasDefaultGeometry is the property geo:hasDefaultGeometry.
	GeoSPARQLHasDefaultGeometry IRI = NSGeoSPARQL + "hasDefaultGeometry"
	// GeoSPARQLHasGeometry is the property geo:hasGeometry.
	GeoSPARQLHasGeometry IRI = NSGeoSPARQL + "hasGeometry"
	// GeoSPARQLHasSerialization is the property geo:hasSerialization.
	GeoSPARQLHasSerialization IRI = NSGeoSPARQL + "hasSerialization"
	// GeoSPARQLIsEmpty is the property geo:isEmpty.
	GeoSPARQLIsEmpty IRI = NSGeoSPARQL + "isEmpty"
	// GeoSPARQLIsSimple is the property geo:isSimple.
	GeoSPARQLIsSimple IRI = NSGeoSPARQL + "isSimple"
	// GeoSPARQLSfContains is the property geo:sfContains.
	GeoSPARQLSfContains IRI = NSGeoSPARQL + "sfContains"
	// GeoSPARQLSfIntersects is the property geo:sfIntersects.
	GeoSPARQLSfIntersects IRI = NSGeoSPARQL + "sfIntersects"
	// GeoSPARQLSfWithin is the property geo:sfWithin.
	GeoSPARQLSfWithin IRI = NSGeoSPARQL + "sfWithin"
	// GeoSPARQLSpatialDimension is the property geo:spatialDimension.
	GeoSPARQLSpatialDimension IRI = NSGeoSPARQL + "spatialDimension"
)

// Datatypes of geo.
const (
	// GeoSPARQLGMLLiteral is the datatype geo:gmlLiteral.
	GeoSPARQLGMLLiteral IRI = NSGeoSPARQL + "gmlLiteral"
	// GeoSPARQLGeoJSONLiteral is the datatype geo:geoJSONLiteral.
	GeoSPARQLGeoJSONLiteral IRI = NSGeoSPARQL + "geoJSONLiteral"
	// GeoSPARQLKMLLiteral is the datatype geo:kmlLiteral.
	GeoSPARQLKMLLiteral IRI = NSGeoSPARQL + "kmlLiteral"
	// GeoSPARQLWKTLiteral is the datatype geo:wktLiteral.
	GeoSPARQLWKTLiteral IRI = NSGeoSPARQL + "wktLiteral"
)
