/**
 * A compact stand-in for an inverse document frequency: how much a word tells when nothing else is known.
 * Three tiers instead of a rank for each of 100,000 words: function words tell nothing, the most common
 * content words of English (and of this field) tell little, every other word tells fully.
 */
import { stemmer } from "stemmer";

const FUNCTION_WORDS = `a an the this that these those some any each every either neither both all such other another own
i me my mine we us our ours you your yours he him his she her it its they them their theirs one ones who whom whose which what
myself ourselves yourself itself themselves someone something anyone anything everyone everything nothing nobody
am is are was were be been being do does did doing done have has had having will would shall should can could may might must ought
ll ve re s d m t don doesn didn isn aren wasn weren won wouldn shouldn couldn can cannot hasn haven hadn ain
of to in on at by for with from into onto over under above below up down out off about around through during between among within
without across against along toward towards upon via per as than like than
and or but nor so yet if then else when whenever while where wherever why how because since although though unless until whether
not no never none only just also too very quite rather really even still already again ever once here there now
etc eg ie vs`;

const COMMON_WORDS = `make get go take see know think want need look find give tell work call try ask seem feel leave put mean keep let begin help
show hear play run move live believe hold bring happen write provide sit stand lose pay meet include continue set learn change lead
understand watch follow stop create speak read allow add spend grow open walk win offer remember love consider appear buy wait serve
die send expect build stay fall cut reach kill remain suggest raise pass sell require report decide pull start turn use say come
like thing way time year day week month hour minute second part place case fact point group number problem area side kind sort type
lot bit end question answer reason result idea example way people person man woman world life hand eye home house school
good bad new old first last long short great little small large big high low right wrong different same next early young important
few many much more most less least several enough public able best better worse whole full simple hard easy sure clear likely possible
two three four five six seven eight nine ten hundred thousand million billion half
well back also away far soon often always usually sometimes maybe perhaps almost together instead otherwise however therefore thus hence
know actually basically simply probably certainly definitely likely especially particularly generally mainly directly
model data system user users item video product service company team design approach solution method process step level value
would use using used based need needs want wants given take takes makes making made want gets getting goes going comes
main major overall general specific certain single common current available similar related due across
plan handle support improve define choose pick apply compute calculate consider assume ensure check compare
information input output task size set list line name form order state rule term kind issue matter question
actual real true false main top bottom left right middle`;

function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map((word) => stemmer(word)));
}

const functionWords: ReadonlySet<string> = new Set(FUNCTION_WORDS.split(/\s+/));
const commonStems = stems(COMMON_WORDS);

export const isFunctionWord = (word: string): boolean => functionWords.has(word);

/** How much a word tells, 0 to 1. Numbers tell half: the same number may stand for anything. */
export function wordWeight(word: string, stem: string): number {
  if (functionWords.has(word)) return 0;
  if (/^\d/.test(word)) return 0.5;
  if (commonStems.has(stem)) return 0.4;
  return word.length <= 2 ? 0.6 : 1;
}
