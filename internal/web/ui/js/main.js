// Everything here is a help. Each page does its work without it.
import { Radios, Checkboxes } from "govuk-frontend";
import { leaveOnEscape } from "./leave.js";
import { focusErrors } from "./errors.js";
import { growAndCount } from "./count.js";
import { sendOnce } from "./once.js";
import { listen } from "./live.js";
import { peekWhilePressed } from "./peek.js";
import { warnBeforeEnd } from "./session.js";
import { closeMenus } from "./menu.js";
import { offerPrint } from "./print.js";

// The kit looks for this mark before it starts.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
for (const box of document.querySelectorAll('[data-module="govuk-radios"]')) new Radios(box);
for (const box of document.querySelectorAll('[data-module="govuk-checkboxes"]')) new Checkboxes(box);

leaveOnEscape(document);
focusErrors(document);
growAndCount(document);
sendOnce(document);
listen(document);
peekWhilePressed(document);
warnBeforeEnd(document);
closeMenus(document);
offerPrint(document);
