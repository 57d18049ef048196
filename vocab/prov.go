package vocab

// NSPROV is the namespace of the PROV ontology: https://www.w3.org/TR/prov-o/.
const NSPROV = "http://www.w3.org/ns/prov#"

// Classes of prov.
const (
	// PROVActivity is the class prov:Activity.
	PROVActivity IRI = NSPROV + "Activity"
	// PROVAgent is the class prov:Agent.
	PROVAgent IRI = NSPROV + "Agent"
	// PROVAssociation is the class prov:Association.
	PROVAssociation IRI = NSPROV + "Association"
	// PROVAttribution is the class prov:Attribution.
	PROVAttribution IRI = NSPROV + "Attribution"
	// PROVBundle is the class prov:Bundle.
	PROVBundle IRI = NSPROV + "Bundle"
	// PROVCollection is the class prov:Collection.
	PROVCollection IRI = NSPROV + "Collection"
	// PROVDelegation is the class prov:Delegation.
	PROVDelegation IRI = NSPROV + "Delegation"
	// PROVDerivation is the class prov:Derivation.
	PROVDerivation IRI = NSPROV + "Derivation"
	// PROVEntity is the class prov:Entity.
	PROVEntity IRI = NSPROV + "Entity"
	// PROVGeneration is the class prov:Generation.
	PROVGeneration IRI = NSPROV + "Generation"
	// PROVInvalidation is the class prov:Invalidation.
	PROVInvalidation IRI = NSPROV + "Invalidation"
	// PROVOrganization is the class prov:Organization.
	PROVOrganization IRI = NSPROV + "Organization"
	// PROVPerson is the class prov:Person.
	PROVPerson IRI = NSPROV + "Person"
	// PROVPlan is the class prov:Plan.
	PROVPlan IRI = NSPROV + "Plan"
	// PROVRevision is the class prov:Revision.
	PROVRevision IRI = NSPROV + "Revision"
	// PROVRole is the class prov:Role.
	PROVRole IRI = NSPROV + "Role"
	// PROVSoftwareAgent is the class prov:SoftwareAgent.
	PROVSoftwareAgent IRI = NSPROV + "SoftwareAgent"
	// PROVUsage is the class prov:Usage.
	PROVUsage IRI = NSPROV + "Usage"
)

// Properties of prov.
const (
	// PROVActedOnBehalfOf is the property prov:actedOnBehalfOf.
	PROVActedOnBehalfOf IRI = NSPROV + "actedOnBehalfOf"
	// PROVActivityProperty is the property prov:activity.
	PROVActivityProperty IRI = NSPROV + "activity"
	// PROVAgentProperty is the property prov:agent.
	PROVAgentProperty IRI = NSPROV + "agent"
	// PROVAlternateOf is the property prov:alternateOf.
	PROVAlternateOf IRI = NSPROV + "alternateOf"
	// PROVAtLocation is the property prov:atLocation.
	PROVAtLocation IRI = NSPROV + "atLocation"
	// PROVAtTime is the property prov:atTime.
	PROVAtTime IRI = NSPROV + "atTime"
	// PROVEndedAtTime is the property prov:endedAtTime.
	PROVEndedAtTime IRI = NSPROV + "endedAtTime"
	// PROVEntityProperty is the property prov:entity.
	PROVEntityProperty IRI = NSPROV + "entity"
	// PROVGenerated is the property prov:generated.
	PROVGenerated IRI = NSPROV + "generated"
	// PROVGeneratedAtTime is the property prov:generatedAtTime.
	PROVGeneratedAtTime IRI = NSPROV + "generatedAtTime"
	// PROVHadActivity is the property prov:hadActivity.
	PROVHadActivity IRI = NSPROV + "hadActivity"
	// PROVHadMember is the property prov:hadMember.
	PROVHadMember IRI = NSPROV + "hadMember"
	// PROVHadPrimarySource is the property prov:hadPrimarySource.
	PROVHadPrimarySource IRI = NSPROV + "hadPrimarySource"
	// PROVHadRole is the property prov:hadRole.
	PROVHadRole IRI = NSPROV + "hadRole"
	// PROVInfluenced is the property prov:influenced.
	PROVInfluenced IRI = NSPROV + "influenced"
	// PROVInvalidatedAtTime is the property prov:invalidatedAtTime.
	PROVInvalidatedAtTime IRI = NSPROV + "invalidatedAtTime"
	// PROVQualifiedAssociation is the property prov:qualifiedAssociation.
	PROVQualifiedAssociation IRI = NSPROV + "qualifiedAssociation"
	// PROVQualifiedAttribution is the property prov:qualifiedAttribution.
	PROVQualifiedAttribution IRI = NSPROV + "qualifiedAttribution"
	// PROVQualifiedDerivation is the property prov:qualifiedDerivation.
	PROVQualifiedDerivation IRI = NSPROV + "qualifiedDerivation"
	// PROVQualifiedGeneration is the property prov:qualifiedGeneration.
	PROVQualifiedGeneration IRI = NSPROV + "qualifiedGeneration"
	// PROVQualifiedUsage is the property prov:qualifiedUsage.
	PROVQualifiedUsage IRI = NSPROV + "qualifiedUsage"
	// PROVSpecializationOf is the property prov:specializationOf.
	PROVSpecializationOf IRI = NSPROV + "specializationOf"
	// PROVStartedAtTime is the property prov:startedAtTime.
	PROVStartedAtTime IRI = NSPROV + "startedAtTime"
	// PROVUsed is the property prov:used.
	PROVUsed IRI = NSPROV + "used"
	// PROVValue is the property prov:value.
	PROVValue IRI = NSPROV + "value"
	// PROVWasAssociatedWith is the property prov:wasAssociatedWith.
	PROVWasAssociatedWith IRI = NSPROV + "wasAssociatedWith"
	// PROVWasAttributedTo is the property prov:wasAttributedTo.
	PROVWasAttributedTo IRI = NSPROV + "wasAttributedTo"
	// PROVWasDerivedFrom is the property prov:wasDerivedFrom.
	PROVWasDerivedFrom IRI = NSPROV + "wasDerivedFrom"
	// PROVWasEndedBy is the property prov:wasEndedBy.
	PROVWasEndedBy IRI = NSPROV + "wasEndedBy"
	// PROVWasGeneratedBy is the property prov:wasGeneratedBy.
	PROVWasGeneratedBy IRI = NSPROV + "wasGeneratedBy"
	// PROVWasInfluencedBy is the property prov:wasInfluencedBy.
	PROVWasInfluencedBy IRI = NSPROV + "wasInfluencedBy"
	// PROVWasInformedBy is the property prov:wasInformedBy.
	PROVWasInformedBy IRI = NSPROV + "wasInformedBy"
	// PROVWasInvalidatedBy is the property prov:wasInvalidatedBy.
	PROVWasInvalidatedBy IRI = NSPROV + "wasInvalidatedBy"
	// PROVWasQuotedFrom is the property prov:wasQuotedFrom.
	PROVWasQuotedFrom IRI = NSPROV + "wasQuotedFrom"
	// PROVWasRevisionOf is the property prov:wasRevisionOf.
	PROVWasRevisionOf IRI = NSPROV + "wasRevisionOf"
	// PROVWasStartedBy is the property prov:wasStartedBy.
	PROVWasStartedBy IRI = NSPROV + "wasStartedBy"
)
