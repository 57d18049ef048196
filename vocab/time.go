package vocab

// NSOWLTime is the namespace of the time ontology: https://www.w3.org/TR/owl-time/.
const NSOWLTime = "http://www.w3.org/2006/time#"

// Classes of time.
const (
	// OWLTimeDateTimeDescription is the class time:DateTimeDescription.
	OWLTimeDateTimeDescription IRI = NSOWLTime + "DateTimeDescription"
	// OWLTimeDateTimeInterval is the class time:DateTimeInterval.
	OWLTimeDateTimeInterval IRI = NSOWLTime + "DateTimeInterval"
	// OWLTimeDuration is the class time:Duration.
	OWLTimeDuration IRI = NSOWLTime + "Duration"
	// OWLTimeDurationDescription is the class time:DurationDescription.
	OWLTimeDurationDescription IRI = NSOWLTime + "DurationDescription"
	// OWLTimeInstant is the class time:Instant.
	OWLTimeInstant IRI = NSOWLTime + "Instant"
	// OWLTimeInterval is the class time:Interval.
	OWLTimeInterval IRI = NSOWLTime + "Interval"
	// OWLTimeProperInterval is the class time:ProperInterval.
	OWLTimeProperInterval IRI = NSOWLTime + "ProperInterval"
	// OWLTimeTRS is the class time:TRS.
	OWLTimeTRS IRI = NSOWLTime + "TRS"
	// OWLTimeTemporalDuration is the class time:TemporalDuration.
	OWLTimeTemporalDuration IRI = NSOWLTime + "TemporalDuration"
	// OWLTimeTemporalEntity is the class time:TemporalEntity.
	OWLTimeTemporalEntity IRI = NSOWLTime + "TemporalEntity"
)

// Properties of time.
const (
	// OWLTimeAfter is the property time:after.
	OWLTimeAfter IRI = NSOWLTime + "after"
	// OWLTimeBefore is the property time:before.
	OWLTimeBefore IRI = NSOWLTime + "before"
	// OWLTimeHasBeginning is the property time:hasBeginning.
	OWLTimeHasBeginning IRI = NSOWLTime + "hasBeginning"
	// OWLTimeHasDuration is the property time:hasDuration.
	OWLTimeHasDuration IRI = NSOWLTime + "hasDuration"
	// OWLTimeHasEnd is the property time:hasEnd.
	OWLTimeHasEnd IRI = NSOWLTime + "hasEnd"
	// OWLTimeHasTRS is the property time:hasTRS.
	OWLTimeHasTRS IRI = NSOWLTime + "hasTRS"
	// OWLTimeHasTemporalDuration is the property time:hasTemporalDuration.
	OWLTimeHasTemporalDuration IRI = NSOWLTime + "hasTemporalDuration"
	// OWLTimeHasTime is the property time:hasTime.
	OWLTimeHasTime IRI = NSOWLTime + "hasTime"
	// OWLTimeInXSDDate is the property time:inXSDDate.
	OWLTimeInXSDDate IRI = NSOWLTime + "inXSDDate"
	// OWLTimeInXSDDateTimeStamp is the property time:inXSDDateTimeStamp.
	OWLTimeInXSDDateTimeStamp IRI = NSOWLTime + "inXSDDateTimeStamp"
	// OWLTimeInXSDgYear is the property time:inXSDgYear.
	OWLTimeInXSDgYear IRI = NSOWLTime + "inXSDgYear"
	// OWLTimeInXSDgYearMonth is the property time:inXSDgYearMonth.
	OWLTimeInXSDgYearMonth IRI = NSOWLTime + "inXSDgYearMonth"
	// OWLTimeInside is the property time:inside.
	OWLTimeInside IRI = NSOWLTime + "inside"
	// OWLTimeIntervalContains is the property time:intervalContains.
	OWLTimeIntervalContains IRI = NSOWLTime + "intervalContains"
	// OWLTimeIntervalDuring is the property time:intervalDuring.
	OWLTimeIntervalDuring IRI = NSOWLTime + "intervalDuring"
	// OWLTimeIntervalEquals is the property time:intervalEquals.
	OWLTimeIntervalEquals IRI = NSOWLTime + "intervalEquals"
	// OWLTimeIntervalOverlaps is the property time:intervalOverlaps.
	OWLTimeIntervalOverlaps IRI = NSOWLTime + "intervalOverlaps"
	// OWLTimeNumericDuration is the property time:numericDuration.
	OWLTimeNumericDuration IRI = NSOWLTime + "numericDuration"
	// OWLTimeUnitType is the property time:unitType.
	OWLTimeUnitType IRI = NSOWLTime + "unitType"
)

// Individuals of time.
const (
	// OWLTimeUnitDay is the individual time:unitDay.
	OWLTimeUnitDay IRI = NSOWLTime + "unitDay"
	// OWLTimeUnitHour is the individual time:unitHour.
	OWLTimeUnitHour IRI = NSOWLTime + "unitHour"
	// OWLTimeUnitMinute is the individual time:unitMinute.
	OWLTimeUnitMinute IRI = NSOWLTime + "unitMinute"
	// OWLTimeUnitMonth is the individual time:unitMonth.
	OWLTimeUnitMonth IRI = NSOWLTime + "unitMonth"
	// OWLTimeUnitSecond is the individual time:unitSecond.
	OWLTimeUnitSecond IRI = NSOWLTime + "unitSecond"
	// OWLTimeUnitWeek is the individual time:unitWeek.
	OWLTimeUnitWeek IRI = NSOWLTime + "unitWeek"
	// OWLTimeUnitYear is the individual time:unitYear.
	OWLTimeUnitYear IRI = NSOWLTime + "unitYear"
)
