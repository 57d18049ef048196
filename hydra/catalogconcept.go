package hydra

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// The lists of concepts that catalogues refer to.
const (
	authority = "http://publications.europa.eu/resource/authority/"

	accessRightScheme    vocab.IRI = authority + "access-right"
	dataThemeScheme      vocab.IRI = authority + "data-theme"
	fileTypeScheme       vocab.IRI = authority + "file-type"
	languageScheme       vocab.IRI = authority + "language"
	belgianThemeScheme   vocab.IRI = "https://vocab.belgif.be/auth/datatheme"
	lifecycleScheme      vocab.IRI = "https://data.vlaanderen.be/id/conceptscheme/levensfase"
	environmentScheme    vocab.IRI = "https://data.vlaanderen.be/id/conceptscheme/ontwikkelingstoestand"
	protocolScheme       vocab.IRI = "https://data.vlaanderen.be/id/conceptscheme/dataserviceprotocol"
	protocolREST         vocab.IRI = "https://data.vlaanderen.be/id/concept/dataserviceprotocol/REST"
	lifecycleConcept     vocab.IRI = "https://data.vlaanderen.be/id/concept/levensfase/"
	environmentConcept   vocab.IRI = "https://data.vlaanderen.be/id/concept/ontwikkelingstoestand/"
	hydraSpecification   vocab.IRI = "https://www.hydra-cg.com/spec/latest/core/"
	flandersStatusScheme           = "https://metadata.vlaanderen.be/id/GDI-Vlaanderen-Trefwoorden"
)

// schemeTitles are the names of the lists. Shapes want one of each list that is referred to.
func schemeTitles() map[vocab.IRI]Text {
	return map[vocab.IRI]Text{
		accessRightScheme:    {"en": "Access right", "nl": "Toegangsrechten"},
		dataThemeScheme:      {"en": "Data theme", "nl": "Datathema"},
		fileTypeScheme:       {"en": "File type", "nl": "Bestandstype"},
		belgianThemeScheme:   {"en": "Data theme", "nl": "Datathema"},
		lifecycleScheme:      {"en": "Phase of life", "nl": "Levensfase"},
		environmentScheme:    {"en": "State of development", "nl": "Ontwikkelingstoestand"},
		protocolScheme:       {"en": "Protocols of data services", "nl": "Protocollen voor dataservices"},
		flandersStatusScheme: {"en": "Keywords of the GDI-Vlaanderen", "nl": "GDI-Vlaanderen-trefwoorden"},
	}
}

func accessRightLabels() map[AccessRights]Text {
	return map[AccessRights]Text{
		AccessPublic:     {"en": "public", "nl": "openbaar"},
		AccessRestricted: {"en": "restricted", "nl": "beperkt"},
		AccessNonPublic:  {"en": "non-public", "nl": "niet-openbaar"},
	}
}

func themeLabels() map[Theme]Text {
	return map[Theme]Text{
		ThemeAgriculture:   {"en": "Agriculture, fisheries, forestry and food", "nl": "Landbouw, visserij, bosbouw en voeding"},
		ThemeEconomy:       {"en": "Economy and finance", "nl": "Economie en financiën"},
		ThemeEducation:     {"en": "Education, culture and sport", "nl": "Onderwijs, cultuur en sport"},
		ThemeEnergy:        {"en": "Energy", "nl": "Energie"},
		ThemeEnvironment:   {"en": "Environment", "nl": "Milieu"},
		ThemeGovernment:    {"en": "Government and public sector", "nl": "Overheid en publieke sector"},
		ThemeHealth:        {"en": "Health", "nl": "Gezondheid"},
		ThemeInternational: {"en": "International issues", "nl": "Internationale vraagstukken"},
		ThemeJustice:       {"en": "Justice, legal system and public safety", "nl": "Justitie, rechtsstelsel en openbare veiligheid"},
		ThemeRegions:       {"en": "Regions and cities", "nl": "Regio's en steden"},
		ThemeSociety:       {"en": "Population and society", "nl": "Bevolking en samenleving"},
		ThemeTechnology:    {"en": "Science and technology", "nl": "Wetenschap en technologie"},
		ThemeTransport:     {"en": "Transport", "nl": "Vervoer"},
	}
}

func lifecycleLabels() map[Lifecycle]Text {
	return map[Lifecycle]Text{
		LifecycleDesign:     {"en": "in development", "nl": "in ontwikkeling"},
		LifecycleLive:       {"en": "live", "nl": "live"},
		LifecycleSunset:     {"en": "being phased out", "nl": "in uitfasering"},
		LifecycleDeprecated: {"en": "offline", "nl": "offline"},
	}
}

func environmentLabels() map[Environment]Text {
	return map[Environment]Text{
		EnvironmentDevelopment: {"en": "development", "nl": "ontwikkeling"},
		EnvironmentTest:        {"en": "test", "nl": "test"},
		EnvironmentBeta:        {"en": "beta", "nl": "beta"},
		EnvironmentTNI:         {"en": "test and integration", "nl": "tni"},
		EnvironmentStaging:     {"en": "staging", "nl": "staging"},
		EnvironmentProduction:  {"en": "production", "nl": "productie"}, //nolint:misspell // Dutch
	}
}

// languageIRI returns the concept of a language tag in the EU's list of languages, or "" for one that is neither official
// in the EU nor spoken by many in it.
func languageIRI(tag string) vocab.IRI {
	const codes = "bg:BUL cs:CES da:DAN de:DEU el:ELL en:ENG es:SPA et:EST fi:FIN fr:FRA ga:GLE hr:HRV hu:HUN it:ITA lt:LIT lv:LAV " +
		"mt:MLT nl:NLD pl:POL pt:POR ro:RON sk:SLK sl:SLV sv:SWE ar:ARA ca:CAT cy:CYM eu:EUS fy:FRY gl:GLG is:ISL lb:LTZ mk:MKD " +
		"no:NOR nb:NOB nn:NNO ru:RUS sq:SQI sr:SRP tr:TUR uk:UKR zh:ZHO"
	all := strings.Fields(codes)
	i := slices.IndexFunc(all, func(c string) bool { return c[:2] == primary(tag) })
	if i < 0 {
		return ""
	}
	return languageScheme + "/" + vocab.IRI(all[i][3:])
}
