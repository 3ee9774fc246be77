package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// Founded is what founding made: ids to go on with.
type Founded struct {
	Livc, Founder  livc.ID
	Municipalities []Municipality
	Police         livc.ID
}

// FoundLivc founds a LIVC R for one or more municipalities (R1.3-a, X-L-a, X-L-b): their own
// organisations, the police zone, and a founder who keeps the municipality's list of authorised
// persons until the mayor has enrolled. It is the only deed without a person: beraad init does it.
func (s *Service) FoundLivc(ctx context.Context, id livc.ID, in Founding) (out Founded, err error) {
	var faults livc.Faults
	faults.Check(in.Name != "", "name", "found_livc.name", "livc-2")
	faults.Check(len(in.Municipalities) > 0, "municipality", "found_livc.municipality", "livc-2")
	if err := faults.Err(); err != nil {
		return out, err
	}
	installation := deed.By{Actor: livc.TheSystem(livc.Installation)}
	err = s.Gate.Do(ctx, installation, access.FoundLivc, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		return s.Book.InsertLivc(ctx, tx, id, in.Name)
	})
	if err != nil {
		return out, err
	}
	err = s.Gate.Do(ctx, deed.By{Actor: livc.TheSystem(id)}, access.FoundLivc, access.Whole(id), func(tx *deed.Tx) error {
		out = Founded{Livc: id}
		return s.found(ctx, tx, in, &out)
	})
	return out, err
}

func (s *Service) found(ctx context.Context, tx *deed.Tx, in Founding, out *Founded) error {
	for _, n := range in.Municipalities {
		m := Municipality{ID: tx.NewID(), Name: n.Name, Region: n.Region, Organisation: tx.NewID()}
		o := Organisation{ID: m.Organisation, Name: n.Name, Category: "gemeente", Regime: livc.RegimeMunicipal, Municipality: m.ID, State: "participant"}
		if err := s.Book.InsertMunicipality(ctx, tx, m); err != nil {
			return err
		}
		if err := s.Book.InsertOrganisation(ctx, tx, o); err != nil {
			return err
		}
		out.Municipalities = append(out.Municipalities, m)
	}
	out.Police = tx.NewID()
	police := Organisation{ID: out.Police, Name: in.PoliceZone, Category: "lokale_politie", Regime: livc.RegimePolice, State: "participant"}
	if err := s.Book.InsertOrganisation(ctx, tx, police); err != nil {
		return err
	}
	out.Founder = tx.NewID()
	return s.Book.InsertHat(ctx, tx, Hat{ID: out.Founder, Organisation: out.Municipalities[0].Organisation,
		Function: livc.Founder, SpeaksFor: "organisation", Name: in.Founder, Mail: in.FounderMail, State: HatEntered})
}

// WaitingFounder is who was asked to found a LIVC R and has no keys yet. Dutch: oprichter die nog moet komen.
type WaitingFounder struct {
	Hat          Hat
	Municipality string
}

// FounderWaiting finds the founder of a LIVC R who did not enrol yet; Conflict when he did. Whoever runs the
// machine opens the door again when the first link was late or its code was guessed at (settled 19).
func (s *Service) FounderWaiting(ctx context.Context, id livc.ID) (w WaitingFounder, err error) {
	err = s.Gate.Do(ctx, deed.By{Actor: livc.TheSystem(id)}, access.FoundLivc, access.Whole(id), func(tx *deed.Tx) error {
		n, err := s.network(ctx, tx)
		if err != nil {
			return err
		}
		w = WaitingFounder{}
		for _, o := range n.Organisations {
			for _, h := range n.Of(o) {
				if h.Function == livc.Founder && h.State == HatEntered {
					w = WaitingFounder{Hat: h, Municipality: o.Name}
				}
			}
		}
		if w.Hat.ID == "" {
			return livc.Conflict("conflict.enrolled")
		}
		return nil
	})
	return w, err
}
