package vocab

// NSLOCN is the namespace of the ISA location core vocabulary: https://www.w3.org/ns/locn.
const NSLOCN = "http://www.w3.org/ns/locn#"

// Classes of locn.
const (
	// LOCNAddress is the class locn:Address.
	LOCNAddress IRI = NSLOCN + "Address"
	// LOCNGeometry is the class locn:Geometry.
	LOCNGeometry IRI = NSLOCN + "Geometry"
)

// Properties of locn.
const (
	// LOCNAddressProperty is the property locn:address.
	LOCNAddressProperty IRI = NSLOCN + "address"
	// LOCNAddressArea is the property locn:addressArea.
	LOCNAddressArea IRI = NSLOCN + "addressArea"
	// LOCNAddressID is the property locn:addressId.
	LOCNAddressID IRI = NSLOCN + "addressId"
	// LOCNAdminUnitL1 is the property locn:adminUnitL1.
	LOCNAdminUnitL1 IRI = NSLOCN + "adminUnitL1"
	// LOCNAdminUnitL2 is the property locn:adminUnitL2.
	LOCNAdminUnitL2 IRI = NSLOCN + "adminUnitL2"
	// LOCNFullAddress is the property locn:fullAddress.
	LOCNFullAddress IRI = NSLOCN + "fullAddress"
	// LOCNGeographicName is the property locn:geographicName.
	LOCNGeographicName IRI = NSLOCN + "geographicName"
	// LOCNGeometryProperty is the property locn:geometry.
	LOCNGeometryProperty IRI = NSLOCN + "geometry"
	// LOCNLocation is the property locn:location.
	LOCNLocation IRI = NSLOCN + "location"
	// LOCNLocatorDesignator is the property locn:locatorDesignator.
	LOCNLocatorDesignator IRI = NSLOCN + "locatorDesignator"
	// LOCNLocatorName is the property locn:locatorName.
	LOCNLocatorName IRI = NSLOCN + "locatorName"
	// LOCNPoBox is the property locn:poBox.
	LOCNPoBox IRI = NSLOCN + "poBox"
	// LOCNPostCode is the property locn:postCode.
	LOCNPostCode IRI = NSLOCN + "postCode"
	// LOCNPostName is the property locn:postName.
	LOCNPostName IRI = NSLOCN + "postName"
	// LOCNThoroughfare is the property locn:thoroughfare.
	LOCNThoroughfare IRI = NSLOCN + "thoroughfare"
)
