package vocab

// NSVCard is the namespace of the vCard ontology: https://www.w3.org/TR/vcard-rdf/.
const NSVCard = "http://www.w3.org/2006/vcard/ns#"

// Classes of vcard.
const (
	// VCardAddress is the class vcard:Address.
	VCardAddress IRI = NSVCard + "Address"
	// VCardContact is the class vcard:Contact.
	VCardContact IRI = NSVCard + "Contact"
	// VCardFax is the class vcard:Fax.
	VCardFax IRI = NSVCard + "Fax"
	// VCardGroup is the class vcard:Group.
	VCardGroup IRI = NSVCard + "Group"
	// VCardHome is the class vcard:Home.
	VCardHome IRI = NSVCard + "Home"
	// VCardIndividual is the class vcard:Individual.
	VCardIndividual IRI = NSVCard + "Individual"
	// VCardKind is the class vcard:Kind.
	VCardKind IRI = NSVCard + "Kind"
	// VCardLocation is the class vcard:Location.
	VCardLocation IRI = NSVCard + "Location"
	// VCardName is the class vcard:Name.
	VCardName IRI = NSVCard + "Name"
	// VCardOrganization is the class vcard:Organization.
	VCardOrganization IRI = NSVCard + "Organization"
	// VCardType is the class vcard:Type.
	VCardType IRI = NSVCard + "Type"
	// VCardVCard is the class vcard:VCard.
	VCardVCard IRI = NSVCard + "VCard"
	// VCardVoice is the class vcard:Voice.
	VCardVoice IRI = NSVCard + "Voice"
	// VCardWork is the class vcard:Work.
	VCardWork IRI = NSVCard + "Work"
)

// Properties of vcard.
const (
	// VCardAdditionalName is the property vcard:additional-name.
	VCardAdditionalName IRI = NSVCard + "additional-name"
	// VCardBday is the property vcard:bday.
	VCardBday IRI = NSVCard + "bday"
	// VCardCategory is the property vcard:category.
	VCardCategory IRI = NSVCard + "category"
	// VCardCountryName is the property vcard:country-name.
	VCardCountryName IRI = NSVCard + "country-name"
	// VCardFamilyName is the property vcard:family-name.
	VCardFamilyName IRI = NSVCard + "family-name"
	// VCardFn is the property vcard:fn.
	VCardFn IRI = NSVCard + "fn"
	// VCardGivenName is the property vcard:given-name.
	VCardGivenName IRI = NSVCard + "given-name"
	// VCardHasAddress is the property vcard:hasAddress.
	VCardHasAddress IRI = NSVCard + "hasAddress"
	// VCardHasCountryName is the property vcard:hasCountryName.
	VCardHasCountryName IRI = NSVCard + "hasCountryName"
	// VCardHasEmail is the property vcard:hasEmail.
	VCardHasEmail IRI = NSVCard + "hasEmail"
	// VCardHasFN is the property vcard:hasFN.
	VCardHasFN IRI = NSVCard + "hasFN"
	// VCardHasGeo is the property vcard:hasGeo.
	VCardHasGeo IRI = NSVCard + "hasGeo"
	// VCardHasKey is the property vcard:hasKey.
	VCardHasKey IRI = NSVCard + "hasKey"
	// VCardHasLocality is the property vcard:hasLocality.
	VCardHasLocality IRI = NSVCard + "hasLocality"
	// VCardHasLogo is the property vcard:hasLogo.
	VCardHasLogo IRI = NSVCard + "hasLogo"
	// VCardHasMember is the property vcard:hasMember.
	VCardHasMember IRI = NSVCard + "hasMember"
	// VCardHasName is the property vcard:hasName.
	VCardHasName IRI = NSVCard + "hasName"
	// VCardHasNote is the property vcard:hasNote.
	VCardHasNote IRI = NSVCard + "hasNote"
	// VCardHasOrganizationName is the property vcard:hasOrganizationName.
	VCardHasOrganizationName IRI = NSVCard + "hasOrganizationName"
	// VCardHasPhoto is the property vcard:hasPhoto.
	VCardHasPhoto IRI = NSVCard + "hasPhoto"
	// VCardHasPostalCode is the property vcard:hasPostalCode.
	VCardHasPostalCode IRI = NSVCard + "hasPostalCode"
	// VCardHasRegion is the property vcard:hasRegion.
	VCardHasRegion IRI = NSVCard + "hasRegion"
	// VCardHasStreetAddress is the property vcard:hasStreetAddress.
	VCardHasStreetAddress IRI = NSVCard + "hasStreetAddress"
	// VCardHasTelephone is the property vcard:hasTelephone.
	VCardHasTelephone IRI = NSVCard + "hasTelephone"
	// VCardHasTitle is the property vcard:hasTitle.
	VCardHasTitle IRI = NSVCard + "hasTitle"
	// VCardHasUID is the property vcard:hasUID.
	VCardHasUID IRI = NSVCard + "hasUID"
	// VCardHasURL is the property vcard:hasURL.
	VCardHasURL IRI = NSVCard + "hasURL"
	// VCardHasValue is the property vcard:hasValue.
	VCardHasValue IRI = NSVCard + "hasValue"
	// VCardHonorificPrefix is the property vcard:honorific-prefix.
	VCardHonorificPrefix IRI = NSVCard + "honorific-prefix"
	// VCardHonorificSuffix is the property vcard:honorific-suffix.
	VCardHonorificSuffix IRI = NSVCard + "honorific-suffix"
	// VCardLanguage is the property vcard:language.
	VCardLanguage IRI = NSVCard + "language"
	// VCardLocality is the property vcard:locality.
	VCardLocality IRI = NSVCard + "locality"
	// VCardNickname is the property vcard:nickname.
	VCardNickname IRI = NSVCard + "nickname"
	// VCardNote is the property vcard:note.
	VCardNote IRI = NSVCard + "note"
	// VCardOrganizationName is the property vcard:organization-name.
	VCardOrganizationName IRI = NSVCard + "organization-name"
	// VCardOrganizationUnit is the property vcard:organization-unit.
	VCardOrganizationUnit IRI = NSVCard + "organization-unit"
	// VCardPostalCode is the property vcard:postal-code.
	VCardPostalCode IRI = NSVCard + "postal-code"
	// VCardRegion is the property vcard:region.
	VCardRegion IRI = NSVCard + "region"
	// VCardRev is the property vcard:rev.
	VCardRev IRI = NSVCard + "rev"
	// VCardRole is the property vcard:role.
	VCardRole IRI = NSVCard + "role"
	// VCardStreetAddress is the property vcard:street-address.
	VCardStreetAddress IRI = NSVCard + "street-address"
	// VCardTitle is the property vcard:title.
	VCardTitle IRI = NSVCard + "title"
	// VCardTz is the property vcard:tz.
	VCardTz IRI = NSVCard + "tz"
)
