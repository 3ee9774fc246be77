// Everything here is a help. Each page does its work without it.
import { revealByAnswer } from "./reveal.js";
import { leaveOnEscape } from "./leave.js";
import { focusErrors } from "./errors.js";
import { growAndCount } from "./count.js";
import { sendOnce } from "./once.js";
import { listen } from "./live.js";
import { keepTyped } from "./keep.js";
import { peekWhilePressed } from "./peek.js";
import { pressByKey } from "./keys.js";
import { warnBeforeEnd } from "./session.js";
import { closeMenus } from "./menu.js";
import { offerPrint } from "./print.js";
import { offerPasskeys } from "./passkey.js";

document.body.classList.add("js-enabled");
revealByAnswer(document);
leaveOnEscape(document);
focusErrors(document);
growAndCount(document);
keepTyped(document);
sendOnce(document);
listen(document);
peekWhilePressed(document);
pressByKey(document);
warnBeforeEnd(document);
closeMenus(document);
offerPrint(document);
offerPasskeys(document);
