package vocab

// NSTREE is the namespace of the TREE hypermedia specification: https://treecg.github.io/specification/.
const NSTREE = "https://w3id.org/tree#"

// Classes of tree.
const (
	// TREECollection is the class tree:Collection.
	TREECollection IRI = NSTREE + "Collection"
	// TREEEqualToRelation is the class tree:EqualToRelation.
	TREEEqualToRelation IRI = NSTREE + "EqualToRelation"
	// TREEGeospatiallyContainsRelation is the class tree:GeospatiallyContainsRelation.
	TREEGeospatiallyContainsRelation IRI = NSTREE + "GeospatiallyContainsRelation"
	// TREEGreaterThanOrEqualToRelation is the class tree:GreaterThanOrEqualToRelation.
	TREEGreaterThanOrEqualToRelation IRI = NSTREE + "GreaterThanOrEqualToRelation"
	// TREEGreaterThanRelation is the class tree:GreaterThanRelation.
	TREEGreaterThanRelation IRI = NSTREE + "GreaterThanRelation"
	// TREELessThanOrEqualToRelation is the class tree:LessThanOrEqualToRelation.
	TREELessThanOrEqualToRelation IRI = NSTREE + "LessThanOrEqualToRelation"
	// TREELessThanRelation is the class tree:LessThanRelation.
	TREELessThanRelation IRI = NSTREE + "LessThanRelation"
	// TREENode is the class tree:Node.
	TREENode IRI = NSTREE + "Node"
	// TREEPrefixRelation is the class tree:PrefixRelation.
	TREEPrefixRelation IRI = NSTREE + "PrefixRelation"
	// TREERelation is the class tree:Relation.
	TREERelation IRI = NSTREE + "Relation"
	// TREESubstringRelation is the class tree:SubstringRelation.
	TREESubstringRelation IRI = NSTREE + "SubstringRelation"
	// TREESuffixRelation is the class tree:SuffixRelation.
	TREESuffixRelation IRI = NSTREE + "SuffixRelation"
	// TREEViewDescription is the class tree:ViewDescription.
	TREEViewDescription IRI = NSTREE + "ViewDescription"
)

// Properties of tree.
const (
	// TREEConditionalImport is the property tree:conditionalImport.
	TREEConditionalImport IRI = NSTREE + "conditionalImport"
	// TREEImport is the property tree:import.
	TREEImport IRI = NSTREE + "import"
	// TREEMember is the property tree:member.
	TREEMember IRI = NSTREE + "member"
	// TREENodeProperty is the property tree:node.
	TREENodeProperty IRI = NSTREE + "node"
	// TREEPath is the property tree:path.
	TREEPath IRI = NSTREE + "path"
	// TREERelationProperty is the property tree:relation.
	TREERelationProperty IRI = NSTREE + "relation"
	// TREERemainingItems is the property tree:remainingItems.
	TREERemainingItems IRI = NSTREE + "remainingItems"
	// TREESearch is the property tree:search.
	TREESearch IRI = NSTREE + "search"
	// TREEShape is the property tree:shape.
	TREEShape IRI = NSTREE + "shape"
	// TREEValue is the property tree:value.
	TREEValue IRI = NSTREE + "value"
	// TREEView is the property tree:view.
	TREEView IRI = NSTREE + "view"
	// TREEViewDescriptionProperty is the property tree:viewDescription.
	TREEViewDescriptionProperty IRI = NSTREE + "viewDescription"
)
