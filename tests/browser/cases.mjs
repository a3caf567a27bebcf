// Assessments at the edges: eighty practices and forty people with long names and a text that runs from right to left,
// nobody at all, and one person.
const practices = 80;
const people = 40;
const dimensions = 8;
const long = "Thoroughly-considered-and-repeatedly-reworded-name ".repeat(4).slice(0, 200);
const hebrew = "שאלה על המשימה ועל מה שהשתנה בגללה";
const levels = ["absent", "emerging", "developing", "embedded", "transforming"];
const strengths = ["none", "artefact", "record-of-use"];
const roles = ["leader", "manager", "frontline", "partner", "citizen", "supplier"];

// The same numbers on every run.
export function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % below;
  };
}

const title = (i) => (i % 7 === 3 ? long : i % 7 === 5 ? hebrew : `Practice number ${i + 1}`);
const quoted = JSON.stringify;

export function largeFramework() {
  const practice = (i) => `      - id: p${i}
        code: ${"ABCDEFGH"[Math.floor(i / 10)]}${(i % 10) + 1}
        title: ${quoted(title(i))}
        core: ${i % 9 === 0}
        ask: How far does it go?
        levels: {${levels.map((level) => `${level}: It looks ${level}.`).join(", ")}}
        evidence: A record.
        next: {${levels.map((level) => `${level}: Go on from ${level}.`).join(", ")}}`;
  const dimension = (d) => `  - id: d${d}
    title: ${d === 2 ? quoted(hebrew) : `Dimension ${d + 1}`}
    practices:
${Array.from({ length: practices / dimensions }, (_, i) => practice(d * 10 + i)).join("\n")}`;
  return `waymark: framework/1
id: large
version: 1.0.0
title: A large framework
language: en
licence: CC-BY-4.0
about: Eighty practices.
scales:
  maturity:
${levels.map((level) => `    - {id: ${level}, title: ${level[0].toUpperCase() + level.slice(1)}, means: It is ${level}}`).join("\n")}
evidence:
  strengths:
    - {id: none, title: None offered, supports: emerging}
    - {id: artefact, title: Plan, supports: developing}
    - {id: record-of-use, title: Record of use, supports: transforming}
roles: [${roles.map((role) => `{id: ${role}, title: ${role === "citizen" ? "Citizens and users of the service" : role}}`).join(", ")}]
scoring:
  bands: [{id: absent, below: 0.5}, {id: emerging, below: 1.5}, {id: developing, below: 2.5}, {id: embedded, below: 3.5}, {id: transforming}]
privacy: {role_min: 3}
dimensions:
${Array.from({ length: dimensions }, (_, d) => dimension(d)).join("\n")}
flags:
  - id: words-outrun-evidence
    kind: washing
    severity: high
    title: ${quoted(long)}
    says: Claims stand well above proof.
    limits: {overall-claim: 1}
    when: {claimed: {of: overall, at_least: overall-claim}}
    why: ${quoted(hebrew)}
    do: Produce a record of use, or lower the claim.
`;
}

export function largeAssessment() {
  const next = numbers(7);
  const letters = numbers(11);  // what people write: a line or four
  const answer = (i, who) => {
    const pick = next(20);
    if (pick === 0) return `p${i}: dont-know`;
    if (pick === 1) return `p${i}: skipped`;
    const item = `[{strength: ${strengths[next(3)]}, what: ${quoted(`${who}.${i} ${next(2) ? long.slice(0, 20 + letters(180)) : hebrew}`)}, dated: 2026-03-01}]`;
    return `p${i}: {level: ${levels[next(5)]}, evidence: ${next(3) === 0 ? item : "none"}}`;
  };
  const person = (i) => `  - id: r${i}
    role: ${roles[i < 38 ? i % 5 : 5]}
    answers:
${Array.from({ length: practices }, (_, p) => "      " + answer(p, i)).join("\n")}`;
  return `waymark: assessment/1
framework: large@1.0.0
organisation: ${quoted(hebrew + " " + long)}
date: 2026-11-20
respondents:
${Array.from({ length: people }, (_, i) => person(i)).join("\n")}
`;
}

export const emptyAssessment = () => `waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: An organisation that has not begun
profile: organisational
date: 2026-11-20
respondents: []
`;

export const onePerson = () => `waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Harbour Street Clinic
profile: organisational
date: 2026-11-20
respondents:
  - id: r1
    role: manager
    answers:
      real-mission: {level: developing, evidence: [{strength: artefact, what: Strategy, dated: 2026-02-01}]}
      shared-diagnosis: {level: emerging, evidence: none}
      line-of-sight: dont-know
      tool-repertoire: {not-applicable: A clinic has one tool}
      short-feedback-loops: {level: absent, evidence: none}
      networks: {level: embedded, evidence: none}
`;
