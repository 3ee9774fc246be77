package discussion

import (
	"bytes"
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// TableReply is what somebody answers to a proposal on the own screen. Dutch: antwoord aan tafel.
type TableReply string

// The replies; none needs a reason.
const (
	ReplyYes    TableReply = "yes"
	ReplyNo     TableReply = "no"
	ReplyReword TableReply = "reword" // ik wil een ander woord
)

// TableReplies lists the replies.
func TableReplies() []TableReply { return []TableReply{ReplyYes, ReplyNo, ReplyReword} }

// AnswerAtTable is the input of the use case of that name. Seen is the fingerprint of the text that was on
// the screen.
type AnswerAtTable struct {
	Item, Motion livc.ID
	Reply        TableReply
	Seen         []byte
}

// AnswerAtTable takes the answer of one person to one proposal, on the own screen. A yes is signed by the
// own key over the very text that was shown; a no, or the wish for another word, ends the proposal, and
// whose it was is kept nowhere (R6.1-e, X-L-h, R1.2-b, Z13). The log has that somebody answered, never what.
func (t *Table) AnswerAtTable(ctx context.Context, by deed.By, in AnswerAtTable) error {
	if !known(TableReplies(), in.Reply) {
		return livc.Invalid("answer_at_table.choose", law.FeedbackByConsensus).At("reply")
	}
	return t.inRoom(ctx, by, access.AnswerAtTable, in.Item, func(tx *deed.Tx, a *atTable) error {
		p, err := t.proposal(ctx, tx, in)
		if err != nil {
			return err
		}
		tx.Made(in.Item)
		if in.Reply == ReplyYes {
			y := Yes{Motion: p.ID, Attendee: a.me(by.Hat).ID}
			if y.Signature, err = tx.SignOwn("agree/"+string(p.Kind), p.Hash); err != nil {
				return err
			}
			return t.Book.PutYes(ctx, tx, y)
		}
		p.State = MotionRefused
		if in.Reply == ReplyReword {
			p.State = MotionReword
		}
		return t.Book.EndMotion(ctx, tx, p)
	})
}

// proposal finds what is answered; words that changed meanwhile are shown first.
func (t *Table) proposal(ctx context.Context, tx *deed.Tx, in AnswerAtTable) (p Motion, err error) {
	list, err := t.Book.MotionsOf(ctx, tx, in.Item)
	if err != nil {
		return p, err
	}
	i := slices.IndexFunc(list, func(x Motion) bool { return x.ID == in.Motion })
	if i < 0 || list[i].State != MotionOpen || !bytes.Equal(list[i].Hash, in.Seen) {
		return p, livc.Conflict("conflict.proposal_changed")
	}
	return list[i], nil
}

// AskLines lets anyone inside ask that the sheet is agreed line by line; who asked is kept nowhere
// (R6.1-e, architecture 12).
func (t *Table) AskLines(ctx context.Context, by deed.By, item livc.ID) error {
	return t.inRoom(ctx, by, access.AnswerAtTable, item, func(tx *deed.Tx, a *atTable) error {
		s, text, err := t.openSheet(ctx, tx, *a)
		if err != nil {
			return err
		}
		tx.Made(item)
		if err := t.forgetFeedback(ctx, tx, a); err != nil {
			return err
		}
		return t.putLines(ctx, tx, a, s, text)
	})
}
