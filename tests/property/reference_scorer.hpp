// A second scorer: slow, obvious and written from the words of docs/scoring.md alone. It works on single
// answers and whole trees, shares no type and no line with the scorer under test, and is what that one is
// compared with.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace reference {

__extension__ typedef __int128 Wide;

// A fraction in lowest terms with a positive denominator; for the small numbers of tests.
struct Fraction {
    Wide top = 0;
    Wide bottom = 1;
};
Fraction fraction(Wide top, Wide bottom = 1);
Fraction plus(Fraction a, Fraction b);
Fraction minus(Fraction a, Fraction b);
Fraction times(Fraction a, Fraction b);
Fraction over(Fraction a, Fraction b);
bool less(Fraction a, Fraction b);
bool same(Fraction a, Fraction b);
std::string to_text(Fraction a);

enum class Said { level, dont_know, not_applicable, skipped, not_asked };

struct Answer {
    Said said = Said::not_asked;
    Fraction level;
    bool has_none = false;            // "we have no evidence"
    std::vector<Fraction> supported;  // per item: what its strength, aged, supports
};

enum class Rule { mean, sum, minimum, staged };
enum class Middle { median, mean };

struct Tree {
    int id = 0;  // for whoever compares; means nothing here
    bool is_dimension = false;
    std::vector<Tree> children;     // none: a practice
    Fraction weight = fraction(1);  // as its author wrote it
    int stage = 0;
    Fraction passes_at;
    // groups
    Rule rule = Rule::mean;
    Fraction lowest, highest;  // of the scale a mean or minimum is given on
    // practices
    std::vector<Fraction> values;  // of its scale, rising
    Fraction none_supports;
    std::vector<Answer> answers;
    std::optional<Fraction> agreed;
};

struct Rules {
    Middle middle = Middle::median;
    Fraction withhold_below;
};

struct Side {
    std::optional<Fraction> point, low, high;
    bool withheld = false;
    int known = 0;
    int in_scope = 0;
};

struct Result {
    std::string state;  // "scored", "not applicable", "unknown", "not asked"
    Side claimed, evidenced;
    Fraction lowest, highest;
};

// Of this node and all below it, each node before its children.
std::vector<Result> score(const Tree& tree, const Rules& rules);

}  // namespace reference
