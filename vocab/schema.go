package vocab

// NSSchema is the namespace of the part of schema.org that data APIs use: https://schema.org/docs/full.html.
const NSSchema = "https://schema.org/"

// Individuals of schema.
const (
	// SchemaBackOrder is the individual schema:BackOrder.
	SchemaBackOrder IRI = NSSchema + "BackOrder"
	// SchemaDamagedCondition is the individual schema:DamagedCondition.
	SchemaDamagedCondition IRI = NSSchema + "DamagedCondition"
	// SchemaDiscontinued is the individual schema:Discontinued.
	SchemaDiscontinued IRI = NSSchema + "Discontinued"
	// SchemaEventCancelled is the individual schema:EventCancelled.
	SchemaEventCancelled IRI = NSSchema + "EventCancelled"
	// SchemaEventMovedOnline is the individual schema:EventMovedOnline.
	SchemaEventMovedOnline IRI = NSSchema + "EventMovedOnline"
	// SchemaEventPostponed is the individual schema:EventPostponed.
	SchemaEventPostponed IRI = NSSchema + "EventPostponed"
	// SchemaEventRescheduled is the individual schema:EventRescheduled.
	SchemaEventRescheduled IRI = NSSchema + "EventRescheduled"
	// SchemaEventScheduled is the individual schema:EventScheduled.
	SchemaEventScheduled IRI = NSSchema + "EventScheduled"
	// SchemaFemale is the individual schema:Female.
	SchemaFemale IRI = NSSchema + "Female"
	// SchemaFriday is the individual schema:Friday.
	SchemaFriday IRI = NSSchema + "Friday"
	// SchemaHearingImpairedSupported is the individual schema:HearingImpairedSupported.
	SchemaHearingImpairedSupported IRI = NSSchema + "HearingImpairedSupported"
	// SchemaInStock is the individual schema:InStock.
	SchemaInStock IRI = NSSchema + "InStock"
	// SchemaInStoreOnly is the individual schema:InStoreOnly.
	SchemaInStoreOnly IRI = NSSchema + "InStoreOnly"
	// SchemaLimitedAvailability is the individual schema:LimitedAvailability.
	SchemaLimitedAvailability IRI = NSSchema + "LimitedAvailability"
	// SchemaMale is the individual schema:Male.
	SchemaMale IRI = NSSchema + "Male"
	// SchemaMixedEventAttendanceMode is the individual schema:MixedEventAttendanceMode.
	SchemaMixedEventAttendanceMode IRI = NSSchema + "MixedEventAttendanceMode"
	// SchemaMonday is the individual schema:Monday.
	SchemaMonday IRI = NSSchema + "Monday"
	// SchemaNewCondition is the individual schema:NewCondition.
	SchemaNewCondition IRI = NSSchema + "NewCondition"
	// SchemaOfflineEventAttendanceMode is the individual schema:OfflineEventAttendanceMode.
	SchemaOfflineEventAttendanceMode IRI = NSSchema + "OfflineEventAttendanceMode"
	// SchemaOnlineEventAttendanceMode is the individual schema:OnlineEventAttendanceMode.
	SchemaOnlineEventAttendanceMode IRI = NSSchema + "OnlineEventAttendanceMode"
	// SchemaOnlineOnly is the individual schema:OnlineOnly.
	SchemaOnlineOnly IRI = NSSchema + "OnlineOnly"
	// SchemaOrderCancelled is the individual schema:OrderCancelled.
	SchemaOrderCancelled IRI = NSSchema + "OrderCancelled"
	// SchemaOrderDelivered is the individual schema:OrderDelivered.
	SchemaOrderDelivered IRI = NSSchema + "OrderDelivered"
	// SchemaOrderInTransit is the individual schema:OrderInTransit.
	SchemaOrderInTransit IRI = NSSchema + "OrderInTransit"
	// SchemaOrderProcessing is the individual schema:OrderProcessing.
	SchemaOrderProcessing IRI = NSSchema + "OrderProcessing"
	// SchemaOutOfStock is the individual schema:OutOfStock.
	SchemaOutOfStock IRI = NSSchema + "OutOfStock"
	// SchemaPreOrder is the individual schema:PreOrder.
	SchemaPreOrder IRI = NSSchema + "PreOrder"
	// SchemaPublicHolidays is the individual schema:PublicHolidays.
	SchemaPublicHolidays IRI = NSSchema + "PublicHolidays"
	// SchemaRefurbishedCondition is the individual schema:RefurbishedCondition.
	SchemaRefurbishedCondition IRI = NSSchema + "RefurbishedCondition"
	// SchemaSaturday is the individual schema:Saturday.
	SchemaSaturday IRI = NSSchema + "Saturday"
	// SchemaSoldOut is the individual schema:SoldOut.
	SchemaSoldOut IRI = NSSchema + "SoldOut"
	// SchemaSunday is the individual schema:Sunday.
	SchemaSunday IRI = NSSchema + "Sunday"
	// SchemaThursday is the individual schema:Thursday.
	SchemaThursday IRI = NSSchema + "Thursday"
	// SchemaTollFree is the individual schema:TollFree.
	SchemaTollFree IRI = NSSchema + "TollFree"
	// SchemaTuesday is the individual schema:Tuesday.
	SchemaTuesday IRI = NSSchema + "Tuesday"
	// SchemaUsedCondition is the individual schema:UsedCondition.
	SchemaUsedCondition IRI = NSSchema + "UsedCondition"
	// SchemaWednesday is the individual schema:Wednesday.
	SchemaWednesday IRI = NSSchema + "Wednesday"
)
