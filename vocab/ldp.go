package vocab

// NSLDP is the namespace of the Linked Data Platform: https://www.w3.org/TR/ldp/.
const NSLDP = "http://www.w3.org/ns/ldp#"

// Classes of ldp.
const (
	// LDPBasicContainer is the class ldp:BasicContainer.
	LDPBasicContainer IRI = NSLDP + "BasicContainer"
	// LDPContainer is the class ldp:Container.
	LDPContainer IRI = NSLDP + "Container"
	// LDPDirectContainer is the class ldp:DirectContainer.
	LDPDirectContainer IRI = NSLDP + "DirectContainer"
	// LDPIndirectContainer is the class ldp:IndirectContainer.
	LDPIndirectContainer IRI = NSLDP + "IndirectContainer"
	// LDPNonRDFSource is the class ldp:NonRDFSource.
	LDPNonRDFSource IRI = NSLDP + "NonRDFSource"
	// LDPPage is the class ldp:Page.
	LDPPage IRI = NSLDP + "Page"
	// LDPPageSortCriterion is the class ldp:PageSortCriterion.
	LDPPageSortCriterion IRI = NSLDP + "PageSortCriterion"
	// LDPRDFSource is the class ldp:RDFSource.
	LDPRDFSource IRI = NSLDP + "RDFSource"
	// LDPResource is the class ldp:Resource.
	LDPResource IRI = NSLDP + "Resource"
)

// Properties of ldp.
const (
	// LDPConstrainedBy is the property ldp:constrainedBy.
	LDPConstrainedBy IRI = NSLDP + "constrainedBy"
	// LDPContains is the property ldp:contains.
	LDPContains IRI = NSLDP + "contains"
	// LDPHasMemberRelation is the property ldp:hasMemberRelation.
	LDPHasMemberRelation IRI = NSLDP + "hasMemberRelation"
	// LDPInbox is the property ldp:inbox.
	LDPInbox IRI = NSLDP + "inbox"
	// LDPInsertedContentRelation is the property ldp:insertedContentRelation.
	LDPInsertedContentRelation IRI = NSLDP + "insertedContentRelation"
	// LDPIsMemberOfRelation is the property ldp:isMemberOfRelation.
	LDPIsMemberOfRelation IRI = NSLDP + "isMemberOfRelation"
	// LDPMember is the property ldp:member.
	LDPMember IRI = NSLDP + "member"
	// LDPMembershipResource is the property ldp:membershipResource.
	LDPMembershipResource IRI = NSLDP + "membershipResource"
	// LDPPageSequence is the property ldp:pageSequence.
	LDPPageSequence IRI = NSLDP + "pageSequence"
	// LDPPageSortCollation is the property ldp:pageSortCollation.
	LDPPageSortCollation IRI = NSLDP + "pageSortCollation"
	// LDPPageSortCriteria is the property ldp:pageSortCriteria.
	LDPPageSortCriteria IRI = NSLDP + "pageSortCriteria"
	// LDPPageSortOrder is the property ldp:pageSortOrder.
	LDPPageSortOrder IRI = NSLDP + "pageSortOrder"
	// LDPPageSortPredicate is the property ldp:pageSortPredicate.
	LDPPageSortPredicate IRI = NSLDP + "pageSortPredicate"
)

// Individuals of ldp.
const (
	// LDPAscending is the individual ldp:Ascending.
	LDPAscending IRI = NSLDP + "Ascending"
	// LDPDescending is the individual ldp:Descending.
	LDPDescending IRI = NSLDP + "Descending"
	// LDPMemberSubject is the individual ldp:MemberSubject.
	LDPMemberSubject IRI = NSLDP + "MemberSubject"
	// LDPPreferContainment is the individual ldp:PreferContainment.
	LDPPreferContainment IRI = NSLDP + "PreferContainment"
	// LDPPreferMembership is the individual ldp:PreferMembership.
	LDPPreferMembership IRI = NSLDP + "PreferMembership"
	// LDPPreferMinimalContainer is the individual ldp:PreferMinimalContainer.
	LDPPreferMinimalContainer IRI = NSLDP + "PreferMinimalContainer"
)
