package vocab

// NSCC is the namespace of the Creative Commons rights vocabulary: https://creativecommons.org/ns.
const NSCC = "http://creativecommons.org/ns#"

// Classes of cc.
const (
	// CCJurisdiction is the class cc:Jurisdiction.
	CCJurisdiction IRI = NSCC + "Jurisdiction"
	// CCLicense is the class cc:License.
	CCLicense IRI = NSCC + "License"
	// CCPermission is the class cc:Permission.
	CCPermission IRI = NSCC + "Permission"
	// CCProhibition is the class cc:Prohibition.
	CCProhibition IRI = NSCC + "Prohibition"
	// CCRequirement is the class cc:Requirement.
	CCRequirement IRI = NSCC + "Requirement"
	// CCWork is the class cc:Work.
	CCWork IRI = NSCC + "Work"
)

// Properties of cc.
const (
	// CCAttributionName is the property cc:attributionName.
	CCAttributionName IRI = NSCC + "attributionName"
	// CCAttributionURL is the property cc:attributionURL.
	CCAttributionURL IRI = NSCC + "attributionURL"
	// CCDeprecatedOn is the property cc:deprecatedOn.
	CCDeprecatedOn IRI = NSCC + "deprecatedOn"
	// CCJurisdictionProperty is the property cc:jurisdiction.
	CCJurisdictionProperty IRI = NSCC + "jurisdiction"
	// CCLegalcode is the property cc:legalcode.
	CCLegalcode IRI = NSCC + "legalcode"
	// CCLicenseProperty is the property cc:license.
	CCLicenseProperty IRI = NSCC + "license"
	// CCMorePermissions is the property cc:morePermissions.
	CCMorePermissions IRI = NSCC + "morePermissions"
	// CCPermits is the property cc:permits.
	CCPermits IRI = NSCC + "permits"
	// CCProhibits is the property cc:prohibits.
	CCProhibits IRI = NSCC + "prohibits"
	// CCRequires is the property cc:requires.
	CCRequires IRI = NSCC + "requires"
)
