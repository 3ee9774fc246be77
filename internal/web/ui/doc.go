// Package ui knows how Beraad looks: the frame round every page, sheets, lists, forms, the surfaces of
// a meeting, paper, and the pages that say what went wrong. Calm and paper-like; everything works
// without a script, and nothing is said by colour alone.
//
// A component shows what it is given. It knows no rules, asks nothing, and decides nothing: who may
// see a page was settled before it is called. Every text comes from package i18n or from the caller.
// No inline script, no inline style: the pages live under a content security policy without exceptions.
//
// A page is a templ component inside Layout:
//
//	templ ReferCasePage(f ui.Frame, form ui.Form) {
//		@ui.Layout(f) {
//			@ui.ErrorSummary(form.Errors)
//			@ui.PageTitle(i18n.T(ctx, "refer_case.title"), i18n.T(ctx, "refer_case.lead"))
//			@ui.Columns() {
//				@ui.Body() {
//					@ui.InForm(form) {
//						@ui.PersonalText(ui.Field{Name: "concern", Label: i18n.T(ctx, "refer_case.concern"), Max: 1000},
//							livc.Secret{}, ui.Audience(i18n.T(ctx, "refer_case.seen_by")))
//						@ui.Primary(i18n.T(ctx, "refer_case.send"))
//					}
//				}
//				@ui.Aside(i18n.T(ctx, "refer_case.help")) {
//					@ui.Source(i18n.T(ctx, "refer_case.why"), cites)
//				}
//			}
//		}
//	}
//
// When the form comes back, the handler fills Form.Errors with ErrorsOf and Form.Typed with TypedIn;
// each field finds its own message and what was typed by its name. Gallery shows every component.
package ui
