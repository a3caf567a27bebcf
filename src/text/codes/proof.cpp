// P: what is proved of a framework before anybody answers it. Every bad example is a whole file, put together from the
// pieces below and the mistake itself.
#include "text/codes.hpp"

// Macros, because only literals can be joined before the program runs.
#define NAMED "waymark: framework/1\nid: example\nversion: 1.0.0\ntitle: Example\n"
#define SCALE "scales:\n  quality: [{id: low, title: Low}, {id: mid, title: Middling}, {id: high, title: High}]\n"
#define EVIDENCE \
    "evidence:\n  strengths: [{id: none, title: None, supports: low}, {id: record, title: Record, supports: high}]\n"
#define PLAN "      - {id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None, mid: Old, high: New}}\n"
#define CORE_PLAN                                                                                                \
    "      - {id: plan, core: yes, title: A plan, ask: 'Is there a plan?', levels: {low: None, mid: Old, high: " \
    "New}}\n"
#define REVIEW "      - {id: review, title: A review, ask: 'Is it read?', levels: {low: No, mid: Once, high: Often}}\n"
#define TREE "dimensions:\n  - id: work\n    title: Work\n    practices:\n" PLAN REVIEW
#define WHOLE NAMED SCALE EVIDENCE TREE

namespace waymark {

namespace {

constexpr CodeSubject kSubject = CodeSubject::framework;

constexpr CodeInfo kCodes[] = {
    {"P001", Severity::warning, kSubject, "No answers lead to a band",
     "Every score that answers can lead to lies in another band, or a core practice always holds the band lower. "
     "Whoever "
     "reads the bands expects each of them to be possible. Move an edge, or the gate of core practices.",
     WHOLE "scoring:\n  bands: [{id: none, below: 0}, {id: low, below: 1}, {id: high}]\n", "{id: none, below: 0}, ",
     ""},
    {"P002", Severity::warning, kSubject, "No evidence supports the highest level",
     "The level can be claimed, but nobody can be shown to be there: the highest evidenced score cannot be attained. "
     "Let "
     "the strongest evidence support the highest level of the scale.",
     NAMED SCALE "evidence:\n  strengths: [{id: none, title: None, supports: low}, {id: record, title: Record, "
                 "supports: mid}]\n" TREE,
     "supports: mid", "supports: high"},
    {"P004", Severity::warning, kSubject, "The gate of core practices changes nothing",
     "It holds the band where it would be anyway, or no practice can ever close it. Cap the band lower, or mark the "
     "practices that the rest depends on as core.",
     NAMED SCALE EVIDENCE
     "dimensions:\n  - id: work\n    title: Work\n    practices:\n" CORE_PLAN REVIEW
     "scoring:\n  bands: [{id: low, below: 1}, {id: high}]\n  core: {at_most: low, caps_band_at: high}\n",
     "caps_band_at: high", "caps_band_at: low"},
    {"P005", Severity::warning, kSubject, "No assessment gets a reading of the verdict",
     "Readings are gone through from the top. What this one asks for is taken by those before it, or is more than the "
     "flags can add up to.",
     WHOLE R"(flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, when: {claimed: {of: plan, at_most: low}}}
  - {id: unread, kind: washing, severity: low, title: Unread, when: {claimed: {of: review, at_most: low}}}
verdict:
  readings:
    - {id: watch, title: Watch, says: Look, when: {count: {of: flags, where: {state: raised}, at_least: 1}}}
    - {id: worse, title: Worse, says: Act, when: {count: {of: flags, where: {state: raised}, at_least: 2}}}
    - {id: clear, title: Clear, says: Nothing is seen}
)",
     R"(    - {id: watch, title: Watch, says: Look, when: {count: {of: flags, where: {state: raised}, at_least: 1}}}
    - {id: worse, title: Worse, says: Act, when: {count: {of: flags, where: {state: raised}, at_least: 2}}}
)",
     R"(    - {id: worse, title: Worse, says: Act, when: {count: {of: flags, where: {state: raised}, at_least: 2}}}
    - {id: watch, title: Watch, says: Look, when: {count: {of: flags, where: {state: raised}, at_least: 1}}}
)"},
    {"P006", Severity::warning, kSubject, "A bound is always met, or never",
     "What is measured here cannot lie on the other side of the bound, whatever is answered: an evidenced score, for "
     "instance, is never below what 'no evidence' supports. Set the bound where answers differ.",
     NAMED SCALE "evidence:\n  strengths: [{id: none, title: None, supports: mid}, {id: record, title: Record, "
                 "supports: high}]\n" TREE
                 R"(flags:
  - {id: gap, kind: washing, severity: low, title: Gap, when: {any: [{gap: {of: plan, at_least: 2}}, {claimed: {of: review, at_most: low}}]}}
)",
     "at_least: 2", "at_least: 1"},
    {"P010", Severity::warning, kSubject, "A flag can never be raised",
     "No answers and facts that can be given make its condition true: it contradicts itself, or asks for more than "
     "there "
     "can be. Nobody would notice that it is missing.",
     WHOLE R"(flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, when: {all: [{claimed: {of: plan, at_least: high}}, {claimed: {of: plan, at_most: low}}]}}
  - {id: unread, kind: washing, severity: low, title: Unread, when: {claimed: {of: review, at_most: low}}}
)",
     "{all: [{claimed: {of: plan, at_least: high}}, {claimed: {of: plan, at_most: low}}]}",
     "{claimed: {of: plan, at_most: low}}"},
    {"P011", Severity::warning, kSubject, "A flag can never be clear",
     "Whatever is answered, its condition is true as soon as it can be told. A flag that everybody gets says nothing.",
     WHOLE R"(flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, when: {any: [{claimed: {of: plan, at_least: mid}}, {claimed: {of: plan, less_than: mid}}]}}
  - {id: unread, kind: washing, severity: low, title: Unread, when: {claimed: {of: review, at_most: low}}}
)",
     "{any: [{claimed: {of: plan, at_least: mid}}, {claimed: {of: plan, less_than: mid}}]}",
     "{claimed: {of: plan, less_than: mid}}"},
    {"P012", Severity::warning, kSubject, "A flag is raised whenever another is",
     "Two flags of the same severity count twice in the verdict for one thing that was seen.", WHOLE R"(flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, when: {claimed: {of: plan, at_most: low}}}
  - {id: hardly, kind: washing, severity: low, title: Hardly planned, when: {claimed: {of: plan, at_most: mid}}}
  - {id: unread, kind: washing, severity: medium, title: Unread, when: {claimed: {of: review, at_most: low}}}
)",
     "hardly, kind: washing, severity: low", "hardly, kind: washing, severity: medium"},
    {"P013", Severity::warning, kSubject, "Nobody can earn a sign of real change",
     "No answers and facts that can be given make its condition true, so that good work goes unseen.", WHOLE R"(flags:
  - {id: planned, kind: real, title: Planned, when: {all: [{claimed: {of: plan, at_least: high}}, {claimed: {of: plan, less_than: mid}}]}}
  - {id: unread, kind: washing, severity: low, title: Unread, when: {claimed: {of: review, at_most: low}}}
)",
     "{all: [{claimed: {of: plan, at_least: high}}, {claimed: {of: plan, less_than: mid}}]}",
     "{claimed: {of: plan, at_least: high}}"},
    {"P014", Severity::warning, kSubject, "An alternative of a condition can never be true",
     "What stands here contradicts itself, or asks for more than there can be. The alternatives beside it decide "
     "alone.",
     WHOLE R"(flags:
  - id: unplanned
    kind: washing
    severity: low
    title: Unplanned
    when:
      any:
        - all: [{claimed: {of: plan, at_least: high}}, {claimed: {of: plan, at_most: low}}]
        - claimed: {of: review, at_most: low}
)",
     "{of: plan, at_most: low}", "{of: review, at_most: low}"},
    {"P015", Severity::warning, kSubject, "A warning and an encouraging sign say the same",
     "The two are raised in just the same cases, one as a warning and one as a sign of real change. One of the "
     "conditions "
     "was meant the other way round.",
     WHOLE R"(flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, when: {claimed: {of: plan, at_least: high}}}
  - {id: planned, kind: real, title: Planned, when: {claimed: {of: plan, at_least: high}}}
  - {id: unread, kind: washing, severity: medium, title: Unread, when: {claimed: {of: review, at_most: low}}}
)",
     "Unplanned, when: {claimed: {of: plan, at_least: high}", "Unplanned, when: {claimed: {of: plan, at_most: low}"},
    {"P016", Severity::warning, kSubject, "A condition reads what nobody is asked for",
     "The column is filled only if the framework declares something that it does not, such as evidence or outcomes. "
     "The "
     "flag will never be told.",
     NAMED SCALE TREE R"(flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, when: {evidenced: {of: plan, at_most: low}}}
  - {id: unread, kind: washing, severity: low, title: Unread, when: {claimed: {of: review, at_most: low}}}
)",
     "dimensions:", EVIDENCE "dimensions:"},
    {"P020", Severity::note, kSubject, "No flag looks at a practice",
     "The practice counts in averages only, by itself it warns of nothing and encourages nothing. That may be meant; "
     "then "
     "a comment says why.",
     WHOLE R"(flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, when: {claimed: {of: plan, at_most: low}}}
)",
     "{claimed: {of: plan, at_most: low}}",
     "{any: [{claimed: {of: plan, at_most: low}}, {claimed: {of: review, at_most: low}}]}"},
    {"P021", Severity::warning, kSubject, "No flag looks at a dimension, or at anything in it",
     "Whatever is answered in this dimension moves nothing but averages. A whole dimension without a sign is seldom "
     "meant.",
     WHOLE R"(  - id: people
    title: People
    practices:
      - {id: team, title: A team, ask: 'Is there a team?', levels: {low: None, mid: Part-time, high: Full-time}}
flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, when: {claimed: {of: plan, at_most: low}}}
  - {id: unread, kind: washing, severity: low, title: Unread, when: {claimed: {of: review, at_most: low}}}
)",
     "{claimed: {of: review, at_most: low}}}", R"({claimed: {of: review, at_most: low}}}
  - {id: unmanned, kind: washing, severity: low, title: No team, when: {claimed: {of: team, at_most: low}}})"},
    {"P022", Severity::note, kSubject, "A practice hardly moves the overall score",
     "From its lowest to its highest level it moves the overall score by less than one per cent of its range. People "
     "spend "
     "time on an answer that changes nothing. The figure is the largest under any profile.",
     WHOLE "      - {id: logo, weight: 0.01, title: A logo, ask: 'Is there a logo?', levels: {low: None, mid: Old, "
           "high: New}}\n",
     "0.01", "1"},
    {"P023", Severity::warning, kSubject, "A profile changes nothing",
     "It scores and flags exactly as another profile does, so that the choice between them is none. Give it weights, "
     "'not_core' or 'not_applicable' of its own, let a condition read it, or remove it.",
     WHOLE "profiles:\n  - {id: large, title: Large, weights: {plan: 2, review: 2}}\n  - {id: small, title: Small}\n",
     ", review: 2", ""},
};

constexpr CodeInfo kWording[] = {
    {"L001", Severity::note, kSubject, "Two levels are described alike",
     "People choose between descriptions. Where two say the same, they choose by the word above them, and everybody "
     "understands that differently.",
     NAMED SCALE
     "dimensions:\n  - id: work\n    title: Work\n    practices:\n"
     "      - {id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None, mid: A plan., high: A plan}}\n",
     "high: A plan}", "high: A plan that was used this year}"},
    {"L002", Severity::note, kSubject, "A description of a level is too long",
     "Long descriptions are skimmed, and then the word above them decides. The framework says how many words it allows "
     "(80 unless given).",
     NAMED SCALE "wording: {longest_anchor: 5}\n"
                 "dimensions:\n  - id: work\n    title: Work\n    practices:\n"
                 "      - {id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None, mid: A plan, high: A "
                 "plan that was used this year}}\n",
     "A plan that was used this year", "A plan that is used"},
    {"L003", Severity::note, kSubject, "A word that the framework does not want",
     "The framework lists words that its questions are to do without, often because they praise and cannot be "
     "observed. "
     "Say what can be seen instead.",
     NAMED SCALE "wording: {banned: [robust]}\n"
                 "dimensions:\n  - id: work\n    title: Work\n    practices:\n"
                 "      - {id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None, mid: A plan, high: A "
                 "robust plan}}\n",
     "A robust plan", "A plan that was used this year"},
    {"L004", Severity::note, kSubject, "A practice lacks what most others have",
     "Most practices of this framework say what evidence would persuade, name a source, or give a next step from every "
     "level. This one does not, which looks forgotten.",
     NAMED SCALE "dimensions:\n  - id: work\n    title: Work\n    practices:\n"
                 "      - {id: plan, title: A plan, ask: 'Is there a plan?', evidence: The plan, levels: {low: None, "
                 "mid: Old, high: New}}\n" REVIEW,
     "'Is it read?'", "'Is it read?', evidence: Minutes of reviews"},
    {"L005", Severity::note, kSubject, "A flag lacks what most others have",
     "Most flags of its kind say why they matter, what to do, or name a source. This one does not, which looks "
     "forgotten.",
     WHOLE R"(flags:
  - {id: unplanned, kind: washing, severity: low, title: Unplanned, do: Make a plan, when: {claimed: {of: plan, at_most: low}}}
  - {id: unread, kind: washing, severity: medium, title: Unread, when: {claimed: {of: review, at_most: low}}}
)",
     "title: Unread", "title: Unread, do: Hold a review"},
};

}  // namespace

std::span<const CodeInfo> proof_codes() {
    return kCodes;
}

std::span<const CodeInfo> wording_codes() {
    return kWording;
}

}  // namespace waymark
