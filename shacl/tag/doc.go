// Package tag reads the notation of struct tags: the key:"value" pairs of a tag, and the items of the `sh` tag.
//
//	`json:"name" sh:"minCount=1;in=red|blue"`
//
// [Scan] splits a tag into its pairs and refuses what [reflect.StructTag.Get] silently skips: a tag with a typing error
// would otherwise be a rule that nobody applies. [Parse] splits the value of an `sh` tag into items:
//
//	tag   = item *( ";" item )
//	item  = name [ "=" value *( "|" value ) ]
//	name  = 1*ALPHA
//	value = 1*( any character but ";" "|" "\" / "\" ( ";" / "|" / "=" / "\" ) )
//
// In goes text, out come names and values. What the names mean, and which there are, is package shacl's business.
package tag
