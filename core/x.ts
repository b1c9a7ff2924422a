import { readable } from "./assistant/understand/spelling.ts";
import { lex } from "./assistant/understand/lexer.ts";
import { findMentions } from "./assistant/understand/mentions.ts";
import { readRelations } from "./assistant/understand/relations/relations.ts";
import { readFacts } from "./assistant/understand/facts.ts";
for(const q of process.argv.slice(2)) {const t=readable(q);const m=findMentions(lex(t));const r=readRelations(t,m);console.log(t,JSON.stringify(readFacts(t,false).slots),r.elsewhere,r.here,r.transferable,[...r.parts].map(p=>p.low+p.role), m.map(x=>`${x.low}${x.role}${x.part??""}${x.bare?"b":""}`).join(" "))}
