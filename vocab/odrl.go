package vocab

// NSODRL is the namespace of ODRL 2.2, for DCAT policies: https://www.w3.org/TR/odrl-vocab/.
const NSODRL = "http://www.w3.org/ns/odrl/2/"

// Classes of odrl.
const (
	// ODRLAction is the class odrl:Action.
	ODRLAction IRI = NSODRL + "Action"
	// ODRLAgreement is the class odrl:Agreement.
	ODRLAgreement IRI = NSODRL + "Agreement"
	// ODRLAsset is the class odrl:Asset.
	ODRLAsset IRI = NSODRL + "Asset"
	// ODRLConstraint is the class odrl:Constraint.
	ODRLConstraint IRI = NSODRL + "Constraint"
	// ODRLDuty is the class odrl:Duty.
	ODRLDuty IRI = NSODRL + "Duty"
	// ODRLOffer is the class odrl:Offer.
	ODRLOffer IRI = NSODRL + "Offer"
	// ODRLParty is the class odrl:Party.
	ODRLParty IRI = NSODRL + "Party"
	// ODRLPermission is the class odrl:Permission.
	ODRLPermission IRI = NSODRL + "Permission"
	// ODRLPolicy is the class odrl:Policy.
	ODRLPolicy IRI = NSODRL + "Policy"
	// ODRLProhibition is the class odrl:Prohibition.
	ODRLProhibition IRI = NSODRL + "Prohibition"
	// ODRLSet is the class odrl:Set.
	ODRLSet IRI = NSODRL + "Set"
)

// Properties of odrl.
const (
	// ODRLActionProperty is the property odrl:action.
	ODRLActionProperty IRI = NSODRL + "action"
	// ODRLAssignee is the property odrl:assignee.
	ODRLAssignee IRI = NSODRL + "assignee"
	// ODRLAssigner is the property odrl:assigner.
	ODRLAssigner IRI = NSODRL + "assigner"
	// ODRLConstraintProperty is the property odrl:constraint.
	ODRLConstraintProperty IRI = NSODRL + "constraint"
	// ODRLDutyProperty is the property odrl:duty.
	ODRLDutyProperty IRI = NSODRL + "duty"
	// ODRLHasPolicy is the property odrl:hasPolicy.
	ODRLHasPolicy IRI = NSODRL + "hasPolicy"
	// ODRLObligation is the property odrl:obligation.
	ODRLObligation IRI = NSODRL + "obligation"
	// ODRLPermissionProperty is the property odrl:permission.
	ODRLPermissionProperty IRI = NSODRL + "permission"
	// ODRLProhibitionProperty is the property odrl:prohibition.
	ODRLProhibitionProperty IRI = NSODRL + "prohibition"
	// ODRLTarget is the property odrl:target.
	ODRLTarget IRI = NSODRL + "target"
)
