package law

import "beraad.eu/livc"

// The categories that the guide names for the Flemish decree, with the secrecy that usually binds
// them (R2.3.4-a, R2.5.1-e, R2.5.1-f). The article itself was not read, so a jurist may change the list.
func flemishServices() []Service {
	of := func(secrecy livc.Secrecy) func(c Category, nl, en string) Service {
		return func(c Category, nl, en string) Service {
			return Service{c, say(nl, en), livc.RegimeFlemish, secrecy, FlemishServices}
		}
	}
	professional, discreet := of(livc.ProfessionalSecrecy), of(livc.Discretion)
	return []Service{
		professional("clb", "centrum voor leerlingenbegeleiding (CLB)", "pupil guidance centre (CLB)"),
		professional("caw", "centrum algemeen welzijnswerk (CAW)", "general welfare centre (CAW)"),
		professional("ocj", "ondersteuningscentrum jeugdzorg (OCJ)", "youth care support centre (OCJ)"),
		professional("sdj", "sociale dienst jeugdrechtbank", "social service of the youth court"),
		professional("cgg", "centrum geestelijke gezondheidszorg (CGG)", "mental health centre (CGG)"),
		professional("opgroeien", "agentschap Opgroeien regie", "agency Opgroeien regie"),
		professional("inloopteam", "inloopteam", "walk-in parenting team"),
		professional("ckg", "centrum kinderzorg en gezinsondersteuning (CKG)", "child care and family support centre (CKG)"),
		professional("vk", "vertrouwenscentrum kindermishandeling (VK)", "confidential centre on child abuse (VK)"),
		professional("gemeenschapsinstelling", "gemeenschapsinstelling", "community institution"),
		professional("jeugdhulp", "voorziening in de jeugdhulp", "youth care facility"),
		professional("cos", "centrum voor ontwikkelingsstoornissen (COS)", "centre for developmental disorders (COS)"),
		professional("vaph", "voorziening van het VAPH", "VAPH facility"),
		discreet("justitiehuis", "justitiehuis", "justice house"),
		discreet("school", "school", "school"),
		discreet("hoger_onderwijs", "universiteit of hogeschool", "university or university college"),
		discreet("vdab", "VDAB", "employment service (VDAB)"),
		discreet("werkwinkel", "werkwinkel", "job shop"),
		discreet("sport", "sportorganisatie", "sports organisation"),
		discreet("sociaal_cultureel", "sociaal-culturele organisatie voor volwassenen", "socio-cultural adult organisation"),
		discreet("sociale_huisvesting", "sociale huisvestingsmaatschappij", "social housing company"),
		discreet("huurdienst", "erkende huurdienst", "recognised rental service"),
		discreet("inburgering", "agentschap Integratie en Inburgering", "agency for Integration and Civic Integration"),
	}
}

// The services of the municipality itself, and others that work at municipal level (R2.3-d). The OCMW
// is bound by professional secrecy.
func municipalServices() []Service {
	local := func(c Category, secrecy livc.Secrecy, nl, en string) Service {
		return Service{c, say(nl, en), livc.RegimeMunicipal, secrecy, MayorInvites}
	}
	return []Service{
		local("gemeente", livc.OfficialSecrecy, "gemeentebestuur", "municipal administration"),
		local("preventiedienst", livc.OfficialSecrecy, "preventiedienst", "prevention service"),
		local("jeugddienst", livc.OfficialSecrecy, "jeugddienst", "youth service"),
		local("integratiedienst", livc.OfficialSecrecy, "integratiedienst", "integration service"),
		local("straathoekwerk", livc.Discretion, "straathoekwerk", "street corner work"),
		local("ocmw", livc.ProfessionalSecrecy, "OCMW", "public centre for social welfare (OCMW)"),
	}
}

// The one police seat.
func policeServices() []Service {
	return []Service{{"lokale_politie", say("lokale politie (politiezetel)", "local police (police seat)"),
		livc.RegimePolice, livc.ProfessionalSecrecy, ThreeSeats}}
}
