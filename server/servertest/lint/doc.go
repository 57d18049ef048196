// Package lint says what the declarations of an API lack: what compiles and is served, and still leaves a catalogue, a
// client or a reader without something that they need.
//
// What is wrong is no finding but an error of [server.New]. In goes a compiled server, out come findings: the rule, the
// place, what is wrong there, and what would be right. Nothing is requested and nothing is changed.
//
//	| rule                 | severity | a finding says that                                                                                       |
//	|----------------------|----------|-----------------------------------------------------------------------------------------------------------|
//	| license              | error    | the API has no licence, so that nobody may use the data                                                   |
//	| contact              | error    | the API has no contact point with an e-mail address, a page or a telephone number                         |
//	| description          | error    | the API has no description                                                                                |
//	| publisher            | error    | the API has no publisher with a name, so that catalogues refuse it                                        |
//	| keywords             | warning  | the API has no keywords                                                                                   |
//	| coverage             | info     | the API says neither when nor where its data are about                                                    |
//	| release-dates        | info     | the API says not when it was issued or modified                                                           |
//	| access-rights        | info     | the API says not who may use the data                                                                     |
//	| themes               | info     | the API has no themes                                                                                     |
//	| contact-complete     | warning  | the contact point lacks a name, an e-mail address or a page, all of which the Dutch API design rules want |
//	| version-in-path      | info     | the base URL has no major version, which the Dutch API design rules want                                  |
//	| flanders             | error    | the catalogue follows the Flemish profile, and something lacks that it makes mandatory                    |
//	| https                | warning  | the base URL is http, and not on this machine                                                             |
//	| class-description    | error    | a class has no title or no description                                                                    |
//	| collection-title     | warning  | the collection of a class has no title                                                                    |
//	| property-doc         | warning  | a property has no doc; an error when its term is the API's own                                            |
//	| languages            | warning  | a text is missing in one of the API's languages                                                           |
//	| unknown-prefix       | warning  | a class or property is in a namespace without a prefix                                                    |
//	| schema-http          | error    | a class or property is in http://schema.org/, whose IRIs begin with https                                 |
//	| filter-without-store | warning  | a property is declared filterable, but the store can't filter by it                                       |
//	| sort-without-store   | warning  | a property is declared sortable, but the store can't sort by it                                           |
//	| no-item              | warning  | a class has a collection, but its members can't be fetched                                                |
//	| no-collection        | warning  | a class has items that no collection leads to                                                             |
//	| total-items          | info     | a collection tells no size, and has no link to its last page                                              |
//	| required             | info     | no property of a class is required                                                                        |
//	| text-length          | info     | a text has no maxLength                                                                                   |
//	| pattern-anchor       | warning  | a pattern is not anchored on both sides, so that it matches a part of a text                              |
package lint
