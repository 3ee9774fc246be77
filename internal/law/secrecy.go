package law

import "beraad.eu/livc"

// Duty is one duty of secrecy that binds somebody: the key of the sentence to show, and its norm.
// Dutch: plicht tot geheimhouding.
type Duty struct {
	Secrecy livc.Secrecy
	Key     string
	Norm    livc.NormID
}

// DutiesOf lists what binds a person: each secrecy of the profession (one person can have several,
// R2.5.1-d) and, always and last, the secrecy of the table that binds everyone (R0.1-d, R2.5.1-a, X-C-a, X-C-d,
// R2.5.1-b, R2.5.1-c). It is the card "my rules" (R2.5-a).
func DutiesOf(own []livc.Secrecy) []Duty {
	norms := map[livc.Secrecy]livc.NormID{
		livc.ProfessionalSecrecy: ProfessionalSecrecyDuty,
		livc.OfficialSecrecy:     OfficialSecrecyDuty,
		livc.Discretion:          DiscretionDuty,
	}
	var duties []Duty
	for _, s := range own {
		if norm, byProfession := norms[s]; byProfession {
			duties = append(duties, Duty{s, "law.duty." + string(s), norm})
		}
	}
	return append(duties, Duty{livc.TableSecrecy, "law.duty.table", TableSecrecyDuty})
}

// OpeningTexts are the sentences read aloud before the first item, with their norms: secrecy and its
// penalty, the limited use of what is told, need to know, and the right to be silent (R0.1-d, R0.1-e,
// R0.1-f, R0.1-g, R2.5.2-a, R2.5.3-a, R2.5.3-b).
func OpeningTexts() []Duty {
	return []Duty{
		{livc.TableSecrecy, "law.opening.secrecy", TableSecrecyDuty},
		{livc.TableSecrecy, "law.opening.penalty", TableSecrecyDuty},
		{livc.TableSecrecy, "law.opening.use", PurposeLimit},
		{livc.TableSecrecy, "law.opening.need", TableException},
		{livc.TableSecrecy, "law.opening.speak", RightToSpeak},
	}
}

// UsualSecrecy is the secrecy that usually binds a category; a proposal only (R2.5.1-e, R2.5.1-f).
func UsualSecrecy(c Category) []livc.Secrecy {
	s, known := FindService(c)
	if !known {
		return nil
	}
	return []livc.Secrecy{s.Secrecy}
}

// ConfirmSecrecy refuses a secrecy that the person has not confirmed: a teacher who is a recognised
// trusted person, an interpreter or a justice assistant differs from the organisation (R2.5.1-g).
func ConfirmSecrecy(chosen []livc.Secrecy, confirmedByPerson bool) error {
	var f livc.Faults
	f.Check(len(chosen) > 0, "secrecy", "law.secrecy.choose", KnowYourRules)
	f.Check(confirmedByPerson, "secrecy", "law.secrecy.confirm", KnowYourRules)
	return f.Err()
}

// Mandate is a fixed representative who speaks for the holder of a secret. Dutch: vaste vertegenwoordiging.
type Mandate struct {
	Holder, Representative                         livc.ID
	HolderOrganisation, RepresentativeOrganisation livc.ID
	From, Until                                    livc.Day // Until is the last day; "" = standing
}

// MayRepresent refuses a mandate outside one organisation or outside its days (R2.5.4-a, X-F-g).
func MayRepresent(m Mandate, on livc.Day) error {
	if m.HolderOrganisation != m.RepresentativeOrganisation || m.Holder == m.Representative {
		return livc.Denied("law.mandate.other_organisation", FixedRepresentative)
	}
	if on < m.From || (m.Until != "" && on > m.Until) {
		return livc.Denied("law.mandate.not_valid", FixedRepresentative)
	}
	return nil
}

// MayBrief lets a representative tell the holder what was said at the table, once the holder has
// acknowledged the secrecy of the table; that it happened is recorded, never what was said (R2.5.4-b).
func MayBrief(m Mandate, on livc.Day, holderAcknowledged bool) error {
	if err := MayRepresent(m, on); err != nil {
		return err
	}
	if !holderAcknowledged {
		return livc.Denied("law.mandate.acknowledge_first", TableSecrecyDuty)
	}
	return nil
}

// MayShareOutside refuses every exchange between members outside an open item: the secret is lifted
// for a moment and in this frame only; it is no shared professional secrecy (R2.5.2-b, R2.5.2-c,
// R0.1-g).
func MayShareOutside(itemOpen bool) error {
	if itemOpen {
		return nil
	}
	return livc.Denied("law.share.outside_item", TableException)
}

// DangerDuties are the own duties shown to each person when an item is suspended for danger. Nothing is
// sent and nobody is named; each person acts under the own law (R2.5.3-i, R2.5-a, X-F-l).
func DangerDuties(function livc.Function, own []livc.Secrecy, minor bool) []Duty {
	duties := []Duty{{livc.TableSecrecy, "law.danger.help", HelpInDanger}}
	for _, s := range own {
		if s == livc.OfficialSecrecy || function == livc.Officer {
			duties = append(duties, Duty{s, "law.danger.report", OfficialsReport})
			break
		}
	}
	if minor {
		duties = append(duties, Duty{livc.ProfessionalSecrecy, "law.danger.minor", MinorInDanger})
	}
	return duties
}
