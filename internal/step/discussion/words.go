package discussion

// Manner is the way in which a referral came. Dutch: manier van aanmelden.
type Manner string

// The manners; oral is the rule (R4.1-h), the others need the protocol or the mayor.
const (
	Oral             Manner = "oral"         // in a conversation
	InWriting        Manner = "written"      // on the form
	FromOfficer      Manner = "officer"      // from the LTF, by the information officer
	FromMunicipality Manner = "municipality" // from another mayor
	AskedService     Manner = "service"      // a service answered the mayor's question
)

// Manners lists the manners.
func Manners() []Manner {
	return []Manner{Oral, InWriting, FromOfficer, FromMunicipality, AskedService}
}

// Consent is what the person knows of the referral. Dutch: wat de persoon weet.
type Consent string

// The answers; none of them stops a referral.
const (
	ConsentUnknown     Consent = "unknown"
	ConsentInformed    Consent = "informed"
	ConsentAgreed      Consent = "agreed"
	ConsentNotInformed Consent = "not_informed"
)

// Consents lists the answers.
func Consents() []Consent {
	return []Consent{ConsentAgreed, ConsentInformed, ConsentNotInformed, ConsentUnknown}
}

// Sector is where the referrer works, in general words. Dutch: sector van de aanmelder.
type Sector string

// The sectors.
const (
	Education    Sector = "education"
	Youth        Sector = "youth"
	Welfare      Sector = "welfare"
	Health       Sector = "health"
	Work         Sector = "work"
	Police       Sector = "police"
	Municipality Sector = "municipality"
	Surroundings Sector = "surroundings" // family, friends, neighbours
	OtherSector  Sector = "other"
)

// Sectors lists the sectors.
func Sectors() []Sector {
	return []Sector{Education, Youth, Welfare, Health, Work, Police, Municipality, Surroundings, OtherSector}
}

// Reason is why a case is not on the list, without anything about the person. Dutch: reden.
type Reason string

// The reasons.
const (
	NoProcess       Reason = "no_process"       // no indications of a process
	RegularHelp     Reason = "regular_help"     // regular help is enough
	OtherConference Reason = "other_conference" // another conference fits better
	TooLittle       Reason = "too_little"       // too little is known
)

// Reasons lists the reasons.
func Reasons() []Reason { return []Reason{RegularHelp, NoProcess, OtherConference, TooLittle} }
