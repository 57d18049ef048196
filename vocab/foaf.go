package vocab

// NSFOAF is the namespace of Friend of a Friend: http://xmlns.com/foaf/spec/.
const NSFOAF = "http://xmlns.com/foaf/0.1/"

// Classes of foaf.
const (
	// FOAFAgent is the class foaf:Agent.
	FOAFAgent IRI = NSFOAF + "Agent"
	// FOAFDocument is the class foaf:Document.
	FOAFDocument IRI = NSFOAF + "Document"
	// FOAFGroup is the class foaf:Group.
	FOAFGroup IRI = NSFOAF + "Group"
	// FOAFImage is the class foaf:Image.
	FOAFImage IRI = NSFOAF + "Image"
	// FOAFOnlineAccount is the class foaf:OnlineAccount.
	FOAFOnlineAccount IRI = NSFOAF + "OnlineAccount"
	// FOAFOrganization is the class foaf:Organization.
	FOAFOrganization IRI = NSFOAF + "Organization"
	// FOAFPerson is the class foaf:Person.
	FOAFPerson IRI = NSFOAF + "Person"
	// FOAFProject is the class foaf:Project.
	FOAFProject IRI = NSFOAF + "Project"
)

// Properties of foaf.
const (
	// FOAFAccount is the property foaf:account.
	FOAFAccount IRI = NSFOAF + "account"
	// FOAFAccountName is the property foaf:accountName.
	FOAFAccountName IRI = NSFOAF + "accountName"
	// FOAFAccountServiceHomepage is the property foaf:accountServiceHomepage.
	FOAFAccountServiceHomepage IRI = NSFOAF + "accountServiceHomepage"
	// FOAFDepiction is the property foaf:depiction.
	FOAFDepiction IRI = NSFOAF + "depiction"
	// FOAFFamilyName is the property foaf:familyName.
	FOAFFamilyName IRI = NSFOAF + "familyName"
	// FOAFFirstName is the property foaf:firstName.
	FOAFFirstName IRI = NSFOAF + "firstName"
	// FOAFGivenName is the property foaf:givenName.
	FOAFGivenName IRI = NSFOAF + "givenName"
	// FOAFHomepage is the property foaf:homepage.
	FOAFHomepage IRI = NSFOAF + "homepage"
	// FOAFImg is the property foaf:img.
	FOAFImg IRI = NSFOAF + "img"
	// FOAFIsPrimaryTopicOf is the property foaf:isPrimaryTopicOf.
	FOAFIsPrimaryTopicOf IRI = NSFOAF + "isPrimaryTopicOf"
	// FOAFKnows is the property foaf:knows.
	FOAFKnows IRI = NSFOAF + "knows"
	// FOAFLastName is the property foaf:lastName.
	FOAFLastName IRI = NSFOAF + "lastName"
	// FOAFLogo is the property foaf:logo.
	FOAFLogo IRI = NSFOAF + "logo"
	// FOAFMade is the property foaf:made.
	FOAFMade IRI = NSFOAF + "made"
	// FOAFMaker is the property foaf:maker.
	FOAFMaker IRI = NSFOAF + "maker"
	// FOAFMbox is the property foaf:mbox.
	FOAFMbox IRI = NSFOAF + "mbox"
	// FOAFMboxSha1sum is the property foaf:mbox_sha1sum.
	FOAFMboxSha1sum IRI = NSFOAF + "mbox_sha1sum"
	// FOAFMember is the property foaf:member.
	FOAFMember IRI = NSFOAF + "member"
	// FOAFName is the property foaf:name.
	FOAFName IRI = NSFOAF + "name"
	// FOAFNick is the property foaf:nick.
	FOAFNick IRI = NSFOAF + "nick"
	// FOAFPage is the property foaf:page.
	FOAFPage IRI = NSFOAF + "page"
	// FOAFPhone is the property foaf:phone.
	FOAFPhone IRI = NSFOAF + "phone"
	// FOAFPrimaryTopic is the property foaf:primaryTopic.
	FOAFPrimaryTopic IRI = NSFOAF + "primaryTopic"
	// FOAFTitle is the property foaf:title.
	FOAFTitle IRI = NSFOAF + "title"
	// FOAFTopic is the property foaf:topic.
	FOAFTopic IRI = NSFOAF + "topic"
	// FOAFWorkplaceHomepage is the property foaf:workplaceHomepage.
	FOAFWorkplaceHomepage IRI = NSFOAF + "workplaceHomepage"
)
