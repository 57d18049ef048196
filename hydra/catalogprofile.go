package hydra

import "github.com/hydrant-ld/hydrant/vocab"

// Profile is an application profile of DCAT that the catalogue follows: the IRI of its document. DCAT-AP itself is always
// followed.
type Profile string

// ProfileFlanders is DCAT-AP Vlaanderen. It makes Dutch texts, a contact point, a licence, access rights and a status
// mandatory: https://data.vlaanderen.be/doc/applicatieprofiel/DCAT-AP-VL.
const ProfileFlanders Profile = "https://data.vlaanderen.be/doc/applicatieprofiel/DCAT-AP-VL"

// Flanders is what the Flemish profile says of an API beyond DCAT-AP.
type Flanders struct {
	// Status are the keywords of policy that hold for the data (mdcat:statuut), at least one: concepts of the list
	// GDI-Vlaanderen-Trefwoorden, such as
	//
	//	hydra.Concept{IRI: hydra.FlandersStatus + "VLOPENDATA", Label: hydra.Text{"nl": "Vlaamse Open data"}}
	Status []Concept
	// Lifecycle is the phase that the API is in; unsaid unless given.
	Lifecycle Lifecycle
	// Environment is where this API is deployed; unsaid unless given.
	Environment Environment
}

func (f *Flanders) isZero() bool {
	return len(f.Status) == 0 && f.Lifecycle == "" && f.Environment == ""
}

// FlandersStatus is what the IRIs of the concepts in [Flanders].Status begin with.
const FlandersStatus vocab.IRI = flandersStatusScheme + "/"

// Concept is a concept of a list that others keep: its IRI, and its name by language.
type Concept struct {
	IRI   vocab.IRI
	Label Text
}

// AccessRights says who may use the data: a concept of the EU's list of access rights, http://publications.europa.eu/resource/authority/access-right.
type AccessRights string

// The access rights.
const (
	// AccessPublic: everybody may.
	AccessPublic AccessRights = "PUBLIC"
	// AccessRestricted: under conditions, such as being of a certain age or having a certain role.
	AccessRestricted AccessRights = "RESTRICTED"
	// AccessNonPublic: not the public, because of privacy, security or other reasons.
	AccessNonPublic AccessRights = "NON_PUBLIC"
)

// Theme is a subject of data: a concept of the EU's list of data themes, which its portals sort data sets by,
// http://publications.europa.eu/resource/authority/data-theme.
type Theme string

// The data themes.
const (
	ThemeAgriculture   Theme = "AGRI"
	ThemeEconomy       Theme = "ECON"
	ThemeEducation     Theme = "EDUC"
	ThemeEnergy        Theme = "ENER"
	ThemeEnvironment   Theme = "ENVI"
	ThemeGovernment    Theme = "GOVE"
	ThemeHealth        Theme = "HEAL"
	ThemeInternational Theme = "INTR"
	ThemeJustice       Theme = "JUST"
	ThemeRegions       Theme = "REGI"
	ThemeSociety       Theme = "SOCI"
	ThemeTechnology    Theme = "TECH"
	ThemeTransport     Theme = "TRAN"
)

// Lifecycle is the phase that an API is in: a concept of the Flemish list levensfase.
type Lifecycle string

// The phases.
const (
	// LifecycleDesign: it may change quickly and unexpectedly.
	LifecycleDesign Lifecycle = "design"
	// LifecycleLive: it is stable.
	LifecycleLive Lifecycle = "live"
	// LifecycleSunset: its last phase; only important patches are to be expected.
	LifecycleSunset Lifecycle = "sunset"
	// LifecycleDeprecated: still there for those who move away, closed to new clients.
	LifecycleDeprecated Lifecycle = "deprecated"
)

// Environment is where an API is deployed: a concept of the Flemish list ontwikkelingstoestand.
type Environment string

// The environments.
const (
	EnvironmentDevelopment Environment = "DEV"
	EnvironmentTest        Environment = "TEST"
	EnvironmentBeta        Environment = "BETA"
	EnvironmentTNI         Environment = "TNI"
	EnvironmentStaging     Environment = "STAGING"
	EnvironmentProduction  Environment = "PROD"
)
