// Dimensions, groups and practices.
#include <fmt/format.h>

#include <algorithm>

#include "verify/diff_working.hpp"

namespace waymark {

namespace {

bool is_practice(const Element& element) {
    return element.kind == NodeName::Kind::practice;
}

std::string name_of(const Element& element) {
    switch (element.kind) {
        case NodeName::Kind::dimension:
            return fmt::format("dimension '{}'", element.id);
        case NodeName::Kind::group:
            return fmt::format("group '{}'", element.id);
        case NodeName::Kind::practice:
            return fmt::format("practice '{}'", element.id);
        case NodeName::Kind::overall:
            break;
    }
    return "the whole";
}

struct Pair {
    const Element* was;
    const Element* is;
    std::string subject;
    Comparison::Places places() const { return {was->span, is->span}; }
};

// Letters and digits only, capitals apart: what is left of a text when it is set differently.
std::string bare_words(const std::string& text) {
    std::string bare;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 127;
        if (letter) bare += c;
        if (c >= 'A' && c <= 'Z') bare += static_cast<char>(c - 'A' + 'a');
    }
    return bare;
}

void compare_wording(Comparison& work, const Pair& pair, std::string_view what, const std::string& was,
                     const std::string& is) {
    const bool same_words = bare_words(was) == bare_words(is);
    work.compare(same_words ? "question-typing" : "question-wording", pair.subject, what, was, is, pair.places());
}

// ---- where it stands, and what it counts

Rollup effective_rollup(const Framework& framework, const Element& element) {
    return element.rollup.value_or(framework.scoring.rollup);
}

void compare_code(Comparison& work, const Pair& pair) {
    if (pair.was->code == pair.is->code) return;
    const auto& old_elements = work.before->elements;
    const auto owner = std::find_if(old_elements.begin(), old_elements.end(), [&](const Element& element) {
        return !pair.is->code.empty() && element.code == pair.is->code;
    });
    if (owner == old_elements.end()) {
        work.compare("code", pair.subject, "the code", pair.was->code, pair.is->code, pair.places());
    } else {
        work.add("code-reused", pair.subject, fmt::format("has the code that '{}' had", owner->id), pair.places(),
                 pair.was->code, pair.is->code);
    }
}

void compare_position(Comparison& work, const Pair& pair) {
    const auto parent_id = [](const Framework& framework, int parent) { return at(framework.elements, parent).id; };
    if (pair.is->parent >= 0 && work.nodes.new_of(pair.was->parent) != pair.is->parent) {
        work.add("node-moved", pair.subject, "stands under another group", pair.places(),
                 parent_id(*work.before, pair.was->parent), parent_id(*work.after, pair.is->parent));
    }
    work.compare("weight", pair.subject, "the weight", pair.was->weight.to_short(4), pair.is->weight.to_short(4),
                 pair.places());
}

std::string stage_text(const Framework& framework, const Element& element) {
    if (element.stage == 0) return "none";
    const auto& levels = framework.scale_of(static_cast<int>(&element - framework.elements.data())).levels;
    return fmt::format("stage {}, passed at '{}'", element.stage,
                       element.passes_at < 0 ? "" : at(levels, element.passes_at).id);
}

void compare_rollup(Comparison& work, const Pair& pair) {
    if (pair.was->rollup == pair.is->rollup) return;  // what the framework says for all is compared by itself
    work.compare("rollup", pair.subject, "the roll-up", word_of(effective_rollup(*work.before, *pair.was)),
                 word_of(effective_rollup(*work.after, *pair.is)), pair.places());
}

// ---- practices

std::string stage_in_new_words(const Comparison& work, const Pair& pair) {
    Framework const& framework = *work.before;
    const Element& was = *pair.was;
    if (was.stage == 0 || was.passes_at < 0) return stage_text(framework, was);
    const std::string& scale = at(work.after->scales, pair.is->scale).id;
    const std::string& level = at(at(framework.scales, was.scale).levels, was.passes_at).id;
    return fmt::format("stage {}, passed at '{}'", was.stage, work.now(NameKind::level, scale, level));
}

void compare_permission(Comparison& work, const Pair& pair) {
    const auto& did = pair.was->question.not_applicable;
    const auto& does = pair.is->question.not_applicable;
    if (did && !does) {
        work.add("not-applicable-withdrawn", pair.subject, "can no longer be said not to apply", pair.places(), *did);
    } else if (!did && does) {
        work.add("not-applicable-allowed", pair.subject, "can now be said not to apply", pair.places(), "", *does);
    } else if (did) {
        work.compare("question-advice", pair.subject, "when it may be said not to apply", *did, *does, pair.places());
    }
}

std::string role_names(const Comparison& work, const Framework& framework, const std::vector<int>& roles, bool is_old) {
    std::vector<std::string> names;
    for (const int role : roles) {
        const std::string& id = at(framework.roles, role).id;
        names.push_back(is_old ? work.now(NameKind::role, "", id) : id);
    }
    return listed(names);
}

// Texts that stand for levels which both versions have.
void compare_levels(Comparison& work, const Pair& pair) {
    const Scale& old_scale = at(work.before->scales, pair.was->scale);
    const Scale& new_scale = at(work.after->scales, pair.is->scale);
    const Matches levels =
        work.match(NameKind::level, new_scale.id, ids_in(old_scale.levels), ids_in(new_scale.levels));
    const auto text = [](const std::vector<std::string>& texts, int level) {
        return static_cast<std::size_t>(level) < texts.size() ? at(texts, level) : std::string();
    };
    const Question& was = pair.was->question;
    const Question& is = pair.is->question;
    for (const auto& [old_level, new_level] : levels.same) {
        const std::string& id = at(new_scale.levels, new_level).id;
        compare_wording(work, pair, fmt::format("what '{}' looks like", id), text(was.anchors, old_level),
                        text(is.anchors, new_level));
        work.compare("question-advice", pair.subject, fmt::format("the next step from '{}'", id),
                     text(was.next, old_level), text(is.next, new_level), pair.places());
    }
}

void compare_question(Comparison& work, const Pair& pair) {
    const Question& was = pair.was->question;
    const Question& is = pair.is->question;
    const auto advice = [&](std::string_view what, const std::string& before, const std::string& after) {
        work.compare("question-advice", pair.subject, what, before, after, pair.places());
    };
    compare_wording(work, pair, "the question", was.ask, is.ask);
    if (work.scales.new_of(pair.was->scale) == pair.is->scale) {
        compare_levels(work, pair);
    } else {
        work.add("practice-scale", pair.subject, "is answered on another scale", pair.places(),
                 at(work.before->scales, pair.was->scale).id, at(work.after->scales, pair.is->scale).id);
    }
    compare_permission(work, pair);
    work.compare("tags", pair.subject, "the tags", listed(was.tags), listed(is.tags), pair.places());
    advice("what is meant", was.what, is.what);
    advice("why it matters", was.why, is.why);
    advice("what would persuade a sceptic", was.evidence, is.evidence);
    advice("who knows best", role_names(work, *work.before, was.best_known_by, true),
           role_names(work, *work.after, is.best_known_by, false));
}

void compare_node(Comparison& work, const Pair& pair) {
    if (pair.was->id != pair.is->id) {
        work.add_renamed(is_practice(*pair.is) ? "practice-renamed" : "group-renamed", pair.subject, pair.was->id,
                         pair.places());
    }
    compare_code(work, pair);
    compare_position(work, pair);
    work.compare("node-text", pair.subject, "the title", pair.was->title, pair.is->title, pair.places());
    work.compare("node-text", pair.subject, "the text", pair.was->about, pair.is->about, pair.places());
    work.compare("node-text", pair.subject, "the sources", listed(pair.was->sources), listed(pair.is->sources),
                 pair.places());
    if (is_practice(*pair.was) != is_practice(*pair.is)) {
        work.add("node-kind", pair.subject, is_practice(*pair.is) ? "was a group" : "was a practice", pair.places());
        return;
    }
    compare_rollup(work, pair);
    if (!is_practice(*pair.is)) return;
    work.compare("core", pair.subject, "whether it is core", yes_or_no(pair.was->core), yes_or_no(pair.is->core),
                 pair.places());
    work.compare("stage", pair.subject, "the stage", stage_in_new_words(work, pair), stage_text(*work.after, *pair.is),
                 pair.places());
    compare_question(work, pair);
}

void compare_children(Comparison& work, const Pair& pair) {
    std::vector<std::string> old_ids;
    std::vector<std::string> new_ids;
    for (const int child : pair.was->children) old_ids.push_back(at(work.before->elements, child).id);
    for (const int child : pair.is->children) new_ids.push_back(at(work.after->elements, child).id);
    work.compare_order("order", pair.subject, work.match(NameKind::node, "", old_ids, new_ids), new_ids, pair.places());
}

}  // namespace

void diff_tree(Comparison& work) {
    const auto& old_elements = work.before->elements;
    const auto& new_elements = work.after->elements;
    for (const auto& [was, is] : work.nodes.same) {
        const Pair pair{&at(old_elements, was), &at(new_elements, is), name_of(at(new_elements, is))};
        if (is > 0) compare_node(work, pair);
        compare_children(work, pair);
    }
    for (const int added : work.nodes.added) {
        const Element& element = at(new_elements, added);
        work.add(is_practice(element) ? "practice-added" : "group-added", name_of(element), "added",
                 {{}, element.span});
    }
    for (const int removed : work.nodes.removed) {
        const Element& element = at(old_elements, removed);
        work.add_removed(is_practice(element) ? "practice-removed" : "group-removed", NameKind::node, "", element.id,
                         name_of(element), element.span);
    }
}

}  // namespace waymark
